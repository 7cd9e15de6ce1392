/**
 * What happens to identity answers by themselves: their keys change, and answers that are no longer asked for go. Nothing is lost
 * on the way: an answer is replaced in place, and a former key is dropped a day after nothing is sealed with it any more.
 */
import { day, hour } from '../../../../platform/clock.ts';
import { isFailure } from '../../../../platform/errors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Row } from '../../../../platform/tables.ts';
import { findPerson } from '../../usecases.ts';
import type { CountryModes, Question } from '../model.ts';
import { countryCodeOf, isAsked, longestKeyDays } from '../rules.ts';
import { allAnswers, answers, boundTo, type SealedAnswer } from '../store.ts';
import { modesIn, withdrawAnswer } from '../usecases.ts';

/** A data key is changed after so long, or when the vault's key has a new version. */
const longest = longestKeyDays * day;
const settled = hour;

/** Gives how many answers were sealed anew; nothing while the keys are fresh. Cut off anywhere, the next run goes on. */
export async function renewIdentityKeys(deps: Platform): Promise<number | undefined> {
  const keys = new Map<Question, string>();
  const noted = new Set<Question>();
  let sealed = 0;
  for await (const row of allAnswers(deps.tables)) {
    const { question } = row.value;
    const keyId = keys.get(question) ?? (await freshKey(deps, question));
    keys.set(question, keyId);
    if (row.value.sealed.keyId === keyId) continue;
    if (!noted.has(question)) await deps.audit.note({ what: 'identity.read', object: `change of key ${question}` });
    noted.add(question);
    if (await sealAnew(deps, row)) sealed += 1;
  }
  await dropFormerKeys(deps, keys);
  return noted.size > 0 ? sealed : undefined;
}

async function freshKey({ identityRing }: Platform, question: Question): Promise<string> {
  const ring = identityRing(question);
  return (await ring.isStale(longest)) ? ring.rotate() : ring.currentId();
}

/** Of those questions of which no answer is sealed otherwise by now. */
async function dropFormerKeys(deps: Platform, keys: ReadonlyMap<Question, string>): Promise<void> {
  const inUse = new Set<Question>();
  for await (const { value } of allAnswers(deps.tables))
    if (value.sealed.keyId !== keys.get(value.question)) inUse.add(value.question);
  for (const question of keys.keys()) if (!inUse.has(question)) await deps.identityRing(question).dropOld(settled);
}

/** False when the person changed or withdrew the answer at the same time. */
async function sealAnew(deps: Platform, row: Row<SealedAnswer>): Promise<boolean> {
  const { question, sealed, at } = row.value;
  const bound = boundTo(row.key[0] ?? '', question);
  const ring = deps.identityRing(question);
  const anew = await ring.seal(await ring.open(sealed, bound), bound);
  try {
    await deps.tables.commit([answers.replace(row, { question, sealed: anew, at })]);
    return true;
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    return false;
  }
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
