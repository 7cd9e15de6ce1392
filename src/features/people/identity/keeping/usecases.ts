/**
 * What happens to identity answers by themselves: their key changes, and answers that are no longer asked for go. Nothing is lost
 * on the way: an answer is replaced in place, and a former key is dropped a day after nothing is sealed with it any more.
 */
import { day, hour } from '../../../../platform/clock.ts';
import { isFailure } from '../../../../platform/errors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Row } from '../../../../platform/tables.ts';
import { findPerson } from '../../usecases.ts';
import type { CountryModes } from '../model.ts';
import { countryCodeOf, isAsked } from '../rules.ts';
import { allAnswers, answers, boundTo, type SealedAnswer } from '../store.ts';
import { modesIn, withdrawAnswer } from '../usecases.ts';

/** A data key is changed after so long, or when the vault's key has a new version. */
const longest = 90 * day;
const settled = hour;

/** Gives how many answers were sealed anew; nothing while the key is fresh. Cut off anywhere, the next run goes on. */
export async function renewIdentityKey(deps: Platform): Promise<number | undefined> {
  const ring = deps.identityRing;
  if (await ring.isStale(longest)) await ring.rotate();
  const keyId = await ring.currentId();
  let sealed = 0;
  let isNoted = false;
  for await (const row of allAnswers(deps.tables)) {
    if (row.value.sealed.keyId === keyId) continue;
    if (!isNoted) await deps.audit.note({ what: 'identity.read', object: 'change of key' });
    isNoted = true;
    if (await sealAnew(deps, row)) sealed += 1;
  }
  if (!(await anySealedOtherwise(deps, keyId))) await ring.dropOld(settled);
  return isNoted ? sealed : undefined;
}

/** False when the person changed or withdrew the answer at the same time. */
async function sealAnew(deps: Platform, row: Row<SealedAnswer>): Promise<boolean> {
  const { question, sealed, at } = row.value;
  const bound = boundTo(row.key[0] ?? '', question);
  const anew = await deps.identityRing.seal(await deps.identityRing.open(sealed, bound), bound);
  try {
    await deps.tables.commit([answers.replace(row, { question, sealed: anew, at })]);
    return true;
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    return false;
  }
}

async function anySealedOtherwise(deps: Platform, keyId: string): Promise<boolean> {
  for await (const row of allAnswers(deps.tables)) if (row.value.sealed.keyId !== keyId) return true;
  return false;
}

/** Answers of people who left, and to questions that are no longer on in their country, end like a withdrawal. Gives how many. */
export async function dropUnasked(deps: Platform): Promise<number> {
  let dropped = 0;
  const known = new Map<string, CountryModes>();
  for await (const { key, value } of allAnswers(deps.tables)) {
    const personId = key[0] ?? '';
    const person = await findPerson(deps, personId);
    const country = countryCodeOf(person?.country);
    const modes = known.get(country) ?? (await modesIn(deps, country));
    known.set(country, modes);
    if (person && person.leftAt === undefined && isAsked(modes[value.question])) continue;
    await withdrawAnswer(deps, personId, value.question);
    dropped += 1;
  }
  return dropped;
}
