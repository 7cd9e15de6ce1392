/** What whoever holds a paper learns by its link, without signing in: valid with what stands on it, changed, or withdrawn. */
import { idOf } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Language } from '../../../../platform/words.ts';
import { courseOf } from '../../../training/usecases.ts';
import { completedBy, factsFor } from '../facts/usecases.ts';
import type { Certificate } from '../model.ts';
import { dayOf, sentencesOf } from '../rules.ts';
import { certificateLinks, certificates, linksPartition } from '../store.ts';
import { say } from '../words.ts';
import { fingerprintOf, readCode } from './rules.ts';

type Verified =
  { readonly state: 'valid'; readonly one: Certificate } | { readonly state: 'changed' | 'withdrawn' | 'unknown' };

/** `unknown`: the code was never on a paper, or nothing of its person is kept any more. */
export async function verify(deps: Platform, code: string): Promise<Verified> {
  const { secret, fingerprint } = readCode(code);
  const link = (await certificateLinks.find(deps.tables, linksPartition, idOf(secret)))?.value;
  if (!link) return { state: 'unknown' };
  if ('withdrawnAt' in link) return { state: 'withdrawn' };
  const one = (await certificates.find(deps.tables, link.personId, link.programmeId, link.side))?.value;
  if (one?.secret !== secret) return { state: 'unknown' };
  if (fingerprintOf(one.facts) !== fingerprint) return { state: 'changed' };
  return (await isStillSo(deps, link.personId, one)) ? { state: 'valid', one } : { state: 'changed' };
}

/** By the records, as long as there are any of that programme. */
async function isStillSo(deps: Platform, personId: string, { programmeId, side, choice, facts }: Certificate) {
  const all = await completedBy(deps, personId);
  const records = all.find((one) => one.programmeId === programmeId && one.side === side);
  return !records || fingerprintOf(factsFor(records, choice)) === fingerprintOf(facts);
}

/** The page behind the link: what stands there is what its holder had put on the paper, and nothing where that is no longer so. */
export async function verifiedPage(
  deps: Platform,
  code: string,
  language: Language,
): Promise<{ status: number; title: string; paragraphs: string[] }> {
  const found = await verify(deps, code);
  const title = say(language, `verify.${found.state}`);
  const status = found.state === 'unknown' ? 404 : 200;
  if (found.state !== 'valid') return { status, title, paragraphs: [say(language, `verify.${found.state}.text`)] };
  const { facts, on } = found.one;
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const titles = facts.courses.map((id) => courseOf(id, language).title);
  return {
    ...{ status, title },
    paragraphs: [
      ...sentencesOf(language, facts),
      ...(titles.length === 0 ? [] : [say(language, 'verify.courses', { courses: list.format(titles) })]),
      ...facts.goals.map((goal) => say(language, 'verify.goal', { goal })),
      say(language, 'verify.valid.text', { day: dayOf(language, on) }),
    ],
  };
}
