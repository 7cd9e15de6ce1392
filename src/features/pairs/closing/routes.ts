/** What the tab asks at the end of a pair: what both reached, the own lines, and rounding off. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { roundOff } from '../life/usecases.ts';
import { closingView, reachedDraft } from './model.ts';
import { viewClosing, writeReached } from './usecases.ts';

const ofPair = z.strictObject({ programmeId: id, pairId: id });
const own = { who: 'anybody-signed-in', guests: true } as const;
const path = '/programmes/:programmeId/pairs/:pairId/closing';

export const closingRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path, ...own },
    params: ofPair,
    gives: closingView,
    run: (deps, caller, { params }) => viewClosing(deps, caller, params),
  }),
  route({
    ...{ method: 'PUT', path, ...own },
    params: ofPair,
    body: reachedDraft,
    gives: reachedDraft,
    run: async (deps, caller, { params, body }) => ({ lines: await writeReached(deps, caller, params, body.lines) }),
  }),
  route({
    ...{ method: 'POST', path, ...own },
    params: ofPair,
    gives: closingView.pick({ state: true }),
    run: async (deps, caller, { params }) => {
      const { state } = await roundOff(deps, caller.personId, params.programmeId, params.pairId);
      return { state };
    },
  }),
];
