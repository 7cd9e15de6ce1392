/** What the coordinators' page of training asks: where the programme stands, its people, the switch, exceptions. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { personId } from '../../people/model.ts';
import { grant, pathDraft, peoplePage, peopleQuery, trainingPage } from './model.ts';
import { addToPath, takeFromPath } from './own-path/usecases.ts';
import { grantException, listTrainees, switchGate, takeBackException, viewTraining } from './usecases.ts';

const path = '/programmes/:programmeId/training';
const params = z.strictObject({ programmeId: id });

export const gateRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path, who: 'Coordinator', params, gives: trainingPage },
    run: (deps, caller, asked) => viewTraining(deps, caller, asked.params.programmeId),
  }),
  route({
    ...{ method: 'GET', path: `${path}/people`, who: 'Coordinator', params, query: peopleQuery, gives: peoplePage },
    run: (deps, caller, asked) => listTrainees(deps, caller, asked.params.programmeId, asked.query),
  }),
  route({
    ...{ method: 'PUT', path: `${path}/gate`, who: 'Coordinator', params, gives: trainingPage },
    body: z.strictObject({ isOn: z.boolean() }),
    run: async (deps, caller, { params: { programmeId }, body }) => {
      await switchGate(deps, caller, programmeId, body.isOn);
      return viewTraining(deps, caller, programmeId);
    },
  }),
  route({
    ...{ method: 'POST', path: `${path}/courses`, who: 'Coordinator', params, body: pathDraft },
    gives: z.strictObject({ added: z.literal(true) }),
    run: async (deps, caller, { params: { programmeId }, body }) => {
      await addToPath(deps, caller, programmeId, body);
      return { added: true };
    },
  }),
  route({
    ...{ method: 'DELETE', path: `${path}/courses/:side/:courseId`, who: 'Coordinator' },
    params: params.extend(pathDraft.shape),
    gives: z.strictObject({ takenOut: z.literal(true) }),
    run: async (deps, caller, { params: { programmeId, ...which } }) => {
      await takeFromPath(deps, caller, programmeId, which);
      return { takenOut: true };
    },
  }),
  route({
    ...{ method: 'POST', path: `${path}/exceptions`, who: 'Coordinator', params, body: grant },
    gives: z.strictObject({ granted: z.literal(true) }),
    run: async (deps, caller, asked) => {
      await grantException(deps, caller, asked.params.programmeId, asked.body);
      return { granted: true };
    },
  }),
  route({
    ...{ method: 'DELETE', path: `${path}/exceptions/:personId`, who: 'Coordinator' },
    params: params.extend({ personId }),
    gives: z.strictObject({ takenBack: z.literal(true) }),
    run: async (deps, caller, asked) => {
      await takeBackException(deps, caller, asked.params.programmeId, asked.params.personId);
      return { takenBack: true };
    },
  }),
];
