/** What the page of an agreement asks: read it, write it, sign it, and say that it still holds. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { agreementDraft, agreementView, ofVersion } from './model.ts';
import { lookAgain, signAgreement, viewAgreement, writeAgreement } from './usecases.ts';

const path = '/programmes/:programmeId/pairs/:pairId/agreement';
const ofPair = z.strictObject({ programmeId: id, pairId: id });
const own = { who: 'anybody-signed-in', guests: true, params: ofPair, gives: agreementView } as const;

export const agreementRoutes: readonly Route[] = [
  route({ ...{ ...own, method: 'GET', path }, run: (deps, caller, { params }) => viewAgreement(deps, caller, params) }),
  route({
    ...{ ...own, method: 'PUT', path, body: agreementDraft },
    run: (deps, caller, { params, body }) => writeAgreement(deps, caller, params, body),
  }),
  route({
    ...{ ...own, method: 'POST', path: `${path}/signature`, body: ofVersion },
    run: (deps, caller, { params, body }) => signAgreement(deps, caller, params, body.version),
  }),
  route({
    ...{ ...own, method: 'POST', path: `${path}/look`, body: ofVersion },
    run: (deps, caller, { params, body }) => lookAgain(deps, caller, params, body.version),
  }),
];
