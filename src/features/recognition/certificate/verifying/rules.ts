/** The link on a paper: a secret that finds the certificate, and a fingerprint of what stands on that very paper. */
import { idOf } from '../../../../platform/ids.ts';
import type { Certificate, CertificateFacts } from '../model.ts';

/** Of the facts and of no language, so that a certificate is the same in all four. 32 hexadecimal digits. */
export function fingerprintOf({ courses, goals, ...one }: CertificateFacts): string {
  const { name, programme, side, from, to, meetings = null, minutes = null } = one;
  return idOf('certificate', JSON.stringify([name, programme, side, from, to, meetings, minutes, courses, goals]));
}

export function linkOf(base: string, { secret, facts }: Pick<Certificate, 'secret' | 'facts'>): string {
  return `${base}/certificate/${secret}-${fingerprintOf(facts)}`;
}

/** What the end of such a link says. */
export function readCode(code: string): { readonly secret: string; readonly fingerprint: string } {
  const [secret = '', fingerprint = ''] = code.split('-');
  return { secret, fingerprint };
}
