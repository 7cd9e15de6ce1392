/** Released figures, what stands behind them and which answers they took in, in the partition of the survey. */
import { rowsOf, type Change, type Tables } from '../../platform/tables.ts';
import { basis, ledgerPart, release } from './model.ts';
import type { Published } from './rules.ts';

export const releases = rowsOf('surveys', 'release', release);
export const bases = rowsOf('surveys', 'basis', basis);
export const ledger = rowsOf('surveys', 'ledger', ledgerPart);

/** Ids in one row of the ledger: a row holds 450,000 characters, an id takes 23. */
const idsInPart = 10_000;

const keyOf = (number: number): string => String(number).padStart(5, '0');

export async function latestPublished(tables: Tables, surveyId: string): Promise<Published | undefined> {
  const last = (await releases.list(tables, surveyId)).at(-1)?.value;
  const behind = last && (await bases.find(tables, surveyId, keyOf(last.number)))?.value;
  return last && behind && { release: last, basis: behind };
}

/** Ids of the answers that any release took in. */
export async function releasedIds(tables: Tables, surveyId: string): Promise<Set<string>> {
  const parts = await ledger.list(tables, surveyId);
  return new Set(parts.flatMap((part) => part.value.responseIds));
}

/** An id, and the one of nobody that takes its place. */
export interface Renamed {
  readonly key: string;
  readonly nobody: string;
}

/** Counted as before, under the other id: in its order, so that its place does not say which one it was. Nothing where it is not counted. */
export async function ledgerUnder(tables: Tables, surveyId: string, { key, nobody }: Renamed): Promise<Change[]> {
  const parts = (await ledger.list(tables, surveyId)).filter(({ value }) => value.responseIds.includes(key));
  return parts.map((part) => {
    const responseIds = part.value.responseIds.map((id) => (id === key ? nobody : id)).toSorted();
    return ledger.replace(part, { ...part.value, responseIds });
  });
}

/** All of one release in one batch; a conflict when another release took its number. */
export function publication(surveyId: string, published: Published, newIds: readonly string[]): Change[] {
  const { number } = published.release;
  const key = keyOf(number);
  const parts: Change[] = [];
  for (let start = 0; start < newIds.length; start += idsInPart) {
    const responseIds = newIds.slice(start, start + idsInPart);
    parts.push(ledger.create(surveyId, [key, keyOf(parts.length)], { number, responseIds }));
  }
  return [releases.create(surveyId, key, published.release), bases.create(surveyId, key, published.basis), ...parts];
}
