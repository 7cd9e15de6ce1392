/** What the tab asks about certificates: what could stand on one, have it made, fetch its papers, withdraw it. */
import { z } from 'zod';
import { download, route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { sides } from '../../pairs/model.ts';
import { certificateDraft, certificateOffer, paperKinds } from './model.ts';
import { makeCertificate, myCertificates, paperOf, withdrawCertificate } from './usecases.ts';

const ofOne = z.strictObject({ programmeId: id, side: z.enum(sides) });
const path = '/me/certificates/:programmeId/:side';
const done = z.strictObject({ done: z.literal(true) });
const who = 'anybody-signed-in';

export const certificateRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/me/certificates', who, guests: true, gives: z.array(certificateOffer) },
    run: (deps, caller) => myCertificates(deps, caller),
  }),
  route({
    ...{ method: 'PUT', path, who, guests: true, params: ofOne, body: certificateDraft, gives: done },
    run: async (deps, caller, { params, body }) => {
      await makeCertificate(deps, caller, params, body);
      return { done: true };
    },
  }),
  route({
    ...{ method: 'GET', path: `${path}/papers/:kind`, who, guests: true, gives: download },
    params: ofOne.extend({ kind: z.enum(paperKinds) }),
    run: (deps, caller, { params: { kind, ...at } }) => paperOf(deps, caller, at, kind),
  }),
  route({
    ...{ method: 'DELETE', path, who, guests: true, params: ofOne, gives: done },
    run: async (deps, caller, { params }) => {
      await withdrawCertificate(deps, caller, params);
      return { done: true };
    },
  }),
];
