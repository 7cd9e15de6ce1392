/** What the tab asks about programmes: the list, one, a new one, changes, its stage, its coordinators. */
import { z } from 'zod';
import { route, type Route } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { localDate } from '../../platform/clock.ts';
import { organisationZone } from '../../platform/zone.ts';
import { cardOf, personCard, personId } from '../people/model.ts';
import { findPeople } from '../people/usecases.ts';
import { closingWords, programmeChange, programmeDraft, programmeLine, stages, type Programme } from './model.ts';
import { proposedDates } from './rules.ts';
import {
  addCoordinator,
  changeProgramme,
  coordinatedProgramme,
  coordinatorsOf,
  createProgramme,
  moveToStage,
  myProgrammes,
  removeCoordinator,
  revisionOf,
  type Closing,
} from './usecases.ts';

const ofProgramme = z.strictObject({ programmeId: id });
const programmeView = programmeDraft.extend({
  ...{ id, stage: z.enum(stages), sponsor: personCard.optional() },
  revision: z.string(),
});
const dates = z.strictObject({ startsOn: z.string(), endsOn: z.string() });

/** What a coordinator sees of it here: the draft's fields, their revision, and the stage. */
function viewOf(one: Programme): z.infer<typeof programmeView> {
  const { zone: _zone, createdAt: _at, createdBy: _by, stageAt: _since, checkIns: _plan, ...more } = one;
  const { coursesFirst: _first, ownPath: _own, ...view } = more;
  return { ...view, revision: revisionOf(one) };
}

export const programmesRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/programmes', who: 'Coordinator', gives: z.array(programmeLine) },
    run: (deps, caller) => myProgrammes(deps, caller),
  }),
  route({
    ...{ method: 'GET', path: '/programme-template', who: 'Coordinator', gives: dates },
    run: (deps) => Promise.resolve(proposedDates(localDate(deps.clock.now(), organisationZone))),
  }),
  route({
    ...{ method: 'POST', path: '/programmes', who: 'Coordinator', body: programmeDraft, gives: programmeView },
    run: async (deps, caller, { body }) => viewOf(await createProgramme(deps, caller, body)),
  }),
  route({
    ...{
      method: 'GET',
      path: '/programmes/:programmeId',
      who: 'Coordinator',
      params: ofProgramme,
      gives: programmeView,
    },
    run: async (deps, caller, { params }) => {
      const { value } = await coordinatedProgramme(deps, caller, params.programmeId);
      const sponsor = value.sponsorId ? (await findPeople(deps, [value.sponsorId])).get(value.sponsorId) : undefined;
      return { ...viewOf(value), ...(sponsor ? { sponsor: cardOf(sponsor) } : {}) };
    },
  }),
  route({
    ...{
      method: 'PUT',
      path: '/programmes/:programmeId',
      who: 'Coordinator',
      params: ofProgramme,
      body: programmeChange,
    },
    gives: programmeView,
    run: async (deps, caller, { params, body }) =>
      viewOf(await changeProgramme(deps, caller, params.programmeId, body)),
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/coordinators', who: 'Coordinator', params: ofProgramme },
    gives: z.array(personCard),
    run: async (deps, caller, { params }) => {
      await coordinatedProgramme(deps, caller, params.programmeId);
      const found = await findPeople(deps, await coordinatorsOf(deps, params.programmeId));
      return [...found.values()].map(cardOf);
    },
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/coordinators', who: 'Coordinator', params: ofProgramme },
    body: z.strictObject({ personId }),
    gives: z.strictObject({ added: z.literal(true) }),
    run: async (deps, caller, { params, body }) => {
      await addCoordinator(deps, caller, params.programmeId, body.personId);
      return { added: true };
    },
  }),
  route({
    ...{ method: 'DELETE', path: '/programmes/:programmeId/coordinators/:personId', who: 'Coordinator' },
    params: ofProgramme.extend({ personId }),
    gives: z.strictObject({ removed: z.literal(true) }),
    run: async (deps, caller, { params }) => {
      await removeCoordinator(deps, caller, params.programmeId, params.personId);
      return { removed: true };
    },
  }),
];

/** Moving a programme on; later features may have to settle something before it closes. */
export const stageRoutes = (closing: Closing): readonly Route[] => [
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/stage', who: 'Coordinator', params: ofProgramme },
    body: z.strictObject({ to: z.enum(stages), words: closingWords.optional() }),
    gives: programmeView,
    run: async (deps, caller, { params, body }) =>
      viewOf(await moveToStage(deps, caller, params.programmeId, body, closing)),
  }),
];
