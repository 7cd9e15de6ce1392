/** What a token for Graph says that it opens. Only Graph can say whether it is real; this is for whoever looks, and opens nothing. */
import { decodeJwt } from 'jose';
import { z } from 'zod';

const ofApp = z.looseObject({ tid: z.string(), roles: z.array(z.string()).default([]) });
const ofPerson = z.looseObject({ scp: z.string().default('') });

export function grantedIn(token: string): { tenantId: string; permissions: readonly string[] } {
  const { tid, roles } = ofApp.parse(decodeJwt(token));
  return { tenantId: tid.toLowerCase(), permissions: roles };
}

export function agreedIn(token: string): readonly string[] {
  const { scp } = ofPerson.parse(decodeJwt(token));
  return scp.split(' ').filter((name) => name !== '');
}
