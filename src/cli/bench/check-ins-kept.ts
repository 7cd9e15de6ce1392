/** What became of answers to a check-in: refused with a sentence where they had to be, kept as they were said, once. */
import { ratedOf } from '../../features/checkins/asks/rules.ts';
import type { Said as KeptSaid } from '../../features/checkins/model.ts';
import { checkIns } from '../../features/checkins/store.ts';
import { allNotes } from '../../features/concerns/confiding/store.ts';
import type { Pair } from '../../features/pairs/model.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Figures } from '../bench.ts';

export const round = 'day-30';

export type Kind = 'answer' | 'again' | 'wrong-person' | 'earlier-version';

export interface Said {
  readonly ratings: Readonly<Record<string, number>>;
  readonly note: string;
  readonly noteFor?: 'adviser';
}

export interface Request {
  readonly kind: Kind;
  readonly by: string;
  readonly pair: Pair;
  readonly said: Said;
}

export const items = ratedOf(round).map(({ id }) => id);

export interface Answer {
  readonly request: Request;
  readonly isOver: boolean;
  readonly status: number;
  readonly sentence: string;
  readonly ms: number;
}

const refusals: Readonly<Record<Kind, number>> = {
  answer: 410,
  again: 410,
  'wrong-person': 404,
  'earlier-version': 422,
};

/** What had to be refused was, with a sentence; whatever else did not go as it should is `failed`. */
export function refusedIn(answers: readonly Answer[]): Figures {
  const isToRefuse = ({ request: { kind }, isOver }: Answer): boolean =>
    isOver || kind === 'wrong-person' || kind === 'earlier-version';
  const [toRefuse, toKeep] = [answers.filter(isToRefuse), answers.filter((one) => !isToRefuse(one))];
  const isRight = ({ request: { kind }, isOver, status, sentence }: Answer): boolean =>
    sentence !== '' && (status === refusals[kind] || (isOver && status === 410));
  const right = toRefuse.filter(isRight);
  const wrong = [...toRefuse.filter((one) => !isRight(one)), ...toKeep.filter(({ status }) => status !== 200)];
  for (const { request, status, sentence } of wrong.slice(0, 5))
    process.stderr.write(`${request.kind} ${request.pair.id}: ${status} ${sentence}\n`);
  return { 'to-refuse': toRefuse.length, 'refused-with-a-sentence': right.length, failed: wrong.length };
}

/** What was answered with yes is there as it was said, once; so is what was written to the advisers. */
export async function keptOf(deps: Platform, programmeId: string, answers: readonly Answer[]): Promise<Figures> {
  const [rows, tasks, notes] = await Promise.all([
    checkIns.list(deps.tables, programmeId),
    deps.outbox.tasksOf('programmes', programmeId),
    allNotes(deps),
  ]);
  const kept = new Map<string, KeptSaid>(rows.map(({ value }) => [`${value.pairId} ${value.personId}`, value.said]));
  const taken = new Map(
    answers.flatMap(({ request, status }): [string, Said][] =>
      status === 200 ? [[`${request.pair.id} ${request.by}`, request.said]] : [],
    ),
  );
  const isThere = ([key, { ratings }]: readonly [string, Said]): boolean => {
    const said = kept.get(key);
    return said !== undefined && 'ratings' in said && items.every((item) => said.ratings[item] === ratings[item]);
  };
  const settling = tasks.filter(({ job }) => job === 'checkins.settle').length;
  const confided = [...taken.values()].filter(({ noteFor }) => noteFor === 'adviser').length;
  return {
    kept: rows.length,
    lost: [...taken].filter((one) => !isThere(one)).length + Math.max(0, confided - notes.length),
    doubled: rows.length - kept.size + Math.max(0, settling - kept.size) + Math.max(0, notes.length - confided),
    'kept-without-a-yes': [...kept.keys()].filter((key) => !taken.has(key)).length,
    'for-advisers': notes.length,
  };
}

export function quantile(answers: readonly Answer[], share: number): number {
  const sorted = answers.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
