/** What the tab asks about what somebody can do: the own page, answering, leaving the figures, deleting; and a group's released figures. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { moment, side, skillsDraft, skillsLine, skillsView } from './model.ts';
import { skillResults } from './results/model.ts';
import { closeSkills, skillResults as resultsOf } from './results/usecases.ts';
import { declineSkills, deleteSkills, leaveFigures, mySkills, saySkills, viewSkills } from './usecases.ts';

const ofSide = z.strictObject({ programmeId: id, side });
const own = { who: 'anybody-signed-in', guests: true, gives: skillsView } as const;

export const skillsRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/me/skills', who: 'anybody-signed-in', guests: true, gives: z.array(skillsLine) },
    run: (deps, { personId }) => mySkills(deps, personId),
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/skills/:side', params: ofSide, ...own },
    run: (deps, caller, { params }) => viewSkills(deps, caller, params),
  }),
  route({
    ...{ method: 'PUT', path: '/programmes/:programmeId/skills/:side/:moment', ...own },
    params: ofSide.extend({ moment }),
    body: skillsDraft,
    run: (deps, caller, { params, body }) => saySkills(deps, caller, params, body),
  }),
  route({
    ...{
      method: 'POST',
      path: '/programmes/:programmeId/skills/:side/no-thanks',
      who: 'anybody-signed-in',
      guests: true,
    },
    params: ofSide,
    gives: z.array(skillsLine),
    run: (deps, caller, { params }) => declineSkills(deps, caller, params),
  }),
  route({
    ...{ method: 'DELETE', path: '/programmes/:programmeId/skills/:side/counted', params: ofSide, ...own },
    run: (deps, caller, { params }) => leaveFigures(deps, caller, params),
  }),
  route({
    ...{ method: 'DELETE', path: '/programmes/:programmeId/skills/:side', params: ofSide, ...own },
    run: (deps, caller, { params }) => deleteSkills(deps, caller, params),
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/skill-results', who: 'Coordinator', gives: skillResults },
    params: z.strictObject({ programmeId: id }),
    run: (deps, caller, { params }) => resultsOf(deps, caller, params.programmeId),
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/skill-results', who: 'Coordinator', gives: skillResults },
    params: z.strictObject({ programmeId: id }),
    run: (deps, caller, { params }) => closeSkills(deps, caller, params.programmeId),
  }),
];
