/** What the pages about findings ask: the coordinators' list with what may be taken up, its verbs, and what people were told. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { deciding, findingsPage, following, newFinding, toldPage } from './model.ts';
import { tellFindings } from './telling/usecases.ts';
import { toldOf } from './told/usecases.ts';
import { addFinding, decideFinding, followFinding, listFindings } from './usecases.ts';

const params = z.strictObject({ programmeId: id });
const ofFinding = params.extend({ findingId: id });

export const findingsRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/findings', who: 'Coordinator', params, gives: findingsPage },
    run: (deps, caller, asked) => listFindings(deps, caller, asked.params.programmeId),
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/findings', who: 'Coordinator', params },
    ...{ body: newFinding, gives: findingsPage },
    run: async (deps, caller, { params: { programmeId }, body }) => {
      await addFinding(deps, caller, programmeId, body);
      return listFindings(deps, caller, programmeId);
    },
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/findings/tell', who: 'Coordinator', params },
    gives: findingsPage,
    run: async (deps, caller, { params: { programmeId } }) => {
      await tellFindings(deps, caller, programmeId);
      return listFindings(deps, caller, programmeId);
    },
  }),
  route({
    ...{ method: 'PUT', path: '/programmes/:programmeId/findings/:findingId', who: 'Coordinator', params: ofFinding },
    ...{ body: deciding, gives: findingsPage },
    run: async (deps, caller, asked) => {
      await decideFinding(deps, caller, asked.params, asked.body);
      return listFindings(deps, caller, asked.params.programmeId);
    },
  }),
  route({
    ...{ method: 'PUT', path: '/programmes/:programmeId/findings/:findingId/change', who: 'Coordinator' },
    ...{ params: ofFinding, body: following, gives: findingsPage },
    run: async (deps, caller, asked) => {
      await followFinding(deps, caller, asked.params, asked.body);
      return listFindings(deps, caller, asked.params.programmeId);
    },
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/you-said', who: 'anybody-signed-in', guests: true },
    ...{ params, gives: toldPage },
    run: (deps, caller, asked) => toldOf(deps, caller, asked.params.programmeId),
  }),
];
