/** Who read or did something with the data of somebody: from the audit log, what concerns them, and when answers were read for a matching. */
import type { AuditEntry } from '../../../../platform/audit.ts';
import type { Caller } from '../../../../platform/doors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { participationsOf } from '../../../recruitment/usecases.ts';
import { linesOnPage, type AuditLine } from '../../audit/model.ts';
import { lineOf } from '../../audit/rules.ts';

/** Newest first; who it was stays a word: the reader, the product or somebody. */
export async function doingsOf(deps: Platform, { personId }: Caller): Promise<AuditLine[]> {
  const me = await deps.audit.pseudonymOf(personId);
  const asked = await participationsOf(deps, personId);
  const [about, ...read] = await Promise.all([
    deps.audit.newest({ of: `person:${me}`, most: linesOnPage }),
    ...asked.map(({ programmeId }) => deps.audit.newest({ of: `programme:${programmeId}`, most: linesOnPage })),
  ]);
  const readings = read.flatMap(({ entries }) => entries.filter(({ what }) => what === 'identity.read'));
  const byNumber = new Map<number, AuditEntry>([...about.entries, ...readings].map((one) => [one.number, one]));
  const newest = [...byNumber.values()].toSorted((a, b) => b.number - a.number).slice(0, linesOnPage);
  return newest.map((one) => lineOf(one, new Set(), me));
}
