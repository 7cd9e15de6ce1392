/**
 * Takes confidential answers in: each under a pseudonym with a key of its own for a chain of rounds, which is made here and in no
 * other place. Until the close an answer takes the place of the former one; taken back it is gone, whenever that is.
 */
import { isFailure } from '../../../../platform/errors.ts';
import { randomKey } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Row } from '../../../../platform/tables.ts';
import { untilUnchanged } from '../../../../platform/tables/conflict.ts';
import { linkedUnder } from '../../rounds/store.ts';
import { ledger, ledgerUnder, releasedIds, type Renamed } from '../../store.ts';
import type { Kept, Response } from '../model.ts';
import { goneRows, held } from '../store.ts';

/** A survey, and the first round of its chain. */
export interface Round {
  readonly surveyId: string;
  readonly chainId: string;
}

export interface HeldAnswer extends Round {
  readonly personId: string;
  readonly response: Response;
  /** Asked again after writing: an answer that crossed the close is taken back. */
  isOpen(this: void): Promise<boolean>;
}

function pseudonymOf(deps: Platform, chainId: string, personId: string): Promise<string> {
  return deps.answersRing(chainId).pseudonym(`answers of ${personId}`);
}

/** Another one, for what a person keeps for themselves alone: it leads to no answer that is counted. */
export function ownPseudonym(deps: Platform, chainId: string, personId: string): Promise<string> {
  return deps.answersRing(chainId).pseudonym(`own view of ${personId}`);
}

const tries = 4;

/** One answer for each person: the last one. */
export async function holdAnswer(deps: Platform, answer: HeldAnswer): Promise<Kept> {
  const { surveyId, chainId, personId, response, isOpen } = answer;
  const key = await pseudonymOf(deps, chainId, personId);
  for (let turn = 1; ; turn += 1) {
    const before = await held.find(deps.tables, surveyId, key);
    try {
      await deps.tables.commit([before ? held.replace(before, response) : held.create(surveyId, key, response)]);
      if (await isOpen()) return before ? 'replaced' : 'kept';
      return (await putBack(deps, surveyId, key, before)) ? 'closed' : 'kept';
    } catch (error) {
      // Sent twice at once: the later one takes the place of the other.
      if (!isFailure(error, 'conflict') || turn === tries) throw error;
    }
  }
}

/** As it was before; false when a release has counted it already. */
async function putBack(
  deps: Platform,
  surveyId: string,
  key: string,
  before: Row<Response> | undefined,
): Promise<boolean> {
  if ((await releasedIds(deps.tables, surveyId)).has(key)) return false;
  const now = await held.find(deps.tables, surveyId, key);
  if (now) await deps.tables.commit([before ? held.replace(now, before.value) : held.remove(now)]);
  return true;
}

/** True when there was an answer. What was told by then stays; nothing that is told later counts it. */
export async function withdrawAnswer(deps: Platform, round: Round, personId: string): Promise<boolean> {
  const { surveyId, chainId } = round;
  const key = await pseudonymOf(deps, chainId, personId);
  const row = await held.find(deps.tables, surveyId, key);
  if (!row) return false;
  const { of } = row.value;
  const isCounted = (await releasedIds(deps.tables, surveyId)).has(key);
  const trace = isCounted ? [goneRows.put(surveyId, key, of === undefined ? {} : { of })] : [];
  await deps.tables.commit([held.remove(row), ...trace]);
  return true;
}

/**
 * The same for whoever is forgotten: no row is left under the pseudonym, also not that there was an answer. What figures stand on
 * keeps its count: the trace lies under chance instead. May run twice; what broke off in the middle is brought to its end.
 */
export async function forgetAnswer(deps: Platform, round: Round, personId: string): Promise<void> {
  // Where nobody ever answered there is no key yet, and none is made for this.
  if (!(await hasAny(deps, round.surveyId))) return;
  await untilUnchanged(() => withdrawAnswer(deps, round, personId));
  const key = await pseudonymOf(deps, round.chainId, personId);
  const nobody = Buffer.from(randomKey()).toString('hex').slice(0, key.length);
  await untilUnchanged(() => makeNameless(deps, round.surveyId, { key, nobody }));
}

/** What somebody said in a round, for that same person: whoever calls passes who is signed in. Nothing after it was taken back. */
export async function ownHeldAnswer(
  deps: Platform,
  { surveyId, chainId }: Round,
  personId: string,
): Promise<Response | undefined> {
  // Where nobody ever answered there is no key yet, and none is made for a look.
  if ((await held.some(deps.tables, surveyId, '0', 1)).length === 0) return undefined;
  return (await held.find(deps.tables, surveyId, await pseudonymOf(deps, chainId, personId)))?.value;
}

async function hasAny({ tables }: Platform, surveyId: string): Promise<boolean> {
  const found = await Promise.all([held, goneRows, ledger].map((rows) => rows.some(tables, surveyId, '0', 1)));
  return found.some((rows) => rows.length > 0);
}

/** The new trace comes first: without one a later comparison would have to be silent. One that no figure stands on says nothing. */
async function makeNameless({ tables }: Platform, surveyId: string, names: Renamed): Promise<void> {
  const trace = await goneRows.find(tables, surveyId, names.key);
  if (trace) await tables.commit([goneRows.put(surveyId, names.nobody, trace.value)]);
  await tables.commit(await ledgerUnder(tables, surveyId, names));
  await tables.commit(await linkedUnder(tables, surveyId, names));
  if (trace) await tables.commit([goneRows.remove(trace)]);
}

export async function holdsAnswer(deps: Platform, { surveyId, chainId }: Round, personId: string): Promise<boolean> {
  const key = await pseudonymOf(deps, chainId, personId);
  return (await held.find(deps.tables, surveyId, key)) !== undefined;
}

/** Those of these people who have not answered. */
export async function withoutHeld(deps: Platform, round: Round, people: readonly string[]): Promise<string[]> {
  const rows = await held.list(deps.tables, round.surveyId);
  const answered = new Set(rows.map(({ key }) => key.join()));
  const keys = await Promise.all(people.map((one) => pseudonymOf(deps, round.chainId, one)));
  return people.filter((_, place) => !answered.has(keys[place] ?? ''));
}
