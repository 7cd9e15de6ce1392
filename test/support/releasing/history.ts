/**
 * One history of a chain of rounds by chance, through the verbs of the product: people answer, answer anew, take back, are forgotten;
 * somebody looks at any moment; rounds close, and parts, rates and comparisons are told. Whatever is ever seen is kept for the attacker.
 */
import type { Platform } from '../../../src/platform/platform.ts';
import { holdAnswer, withdrawAnswer } from '../../../src/features/release/answers/confidential/usecases.ts';
import { forgetAnswersOf } from '../../../src/features/release/answers/forgetting/usecases.ts';
import type { Mode, Response } from '../../../src/features/release/answers/model.ts';
import { keepAnswer } from '../../../src/features/release/answers/usecases.ts';
import { releaseParts } from '../../../src/features/release/cuts/usecases.ts';
import { releaseWhoAnswered } from '../../../src/features/release/missing/usecases.ts';
import { releaseComparison } from '../../../src/features/release/rounds/usecases.ts';
import { releaseResults } from '../../../src/features/release/usecases.ts';
import { naively, type Naive } from './naive.ts';
import {
  drawsFrom,
  items,
  leaningFrom,
  membersFrom,
  partedBy,
  sayingOf,
  type Draws,
  type Leaning,
  type Member,
} from './organisation.ts';
import { ratesTold, remember, rememberLinked, rememberParts, seenOf, watch, type Watched } from './view.ts';

export interface History {
  readonly seed: number;
  readonly rounds: readonly Watched[];
  readonly members: readonly Member[];
  readonly apart: boolean;
  readonly naive: Naive;
  readonly tally: Tally;
  /** What was seen before and after somebody took an answer back or was forgotten, where the two differ. */
  readonly moved: readonly string[];
}

export interface Tally {
  releases: number;
  parts: number;
  rates: number;
  comparisons: number;
  withdrawals: number;
  erasures: number;
  /** After the figures were told. */
  late: number;
}

interface Play {
  readonly deps: Platform;
  readonly draws: Draws;
  readonly seed: number;
  readonly mode: Mode;
  readonly members: readonly Member[];
  readonly apart: boolean;
  readonly rounds: Watched[];
  readonly people: Map<string, number>;
  readonly naive: Naive;
  readonly tally: Tally;
  readonly moved: string[];
  readonly forgotten: Set<number>;
}

interface RoundOf {
  readonly watched: Watched;
  readonly floor: number;
  readonly leanings: readonly Leaning[];
}

const chainOf = (seed: number): string => `chain-${seed}`;

export interface HistoryWish {
  /** Results are told by department and site too, and of larger organisations. */
  readonly apart?: boolean;
  /** What a product without a ledger would tell is kept as well. */
  readonly naive?: boolean;
}

export async function playHistory(
  deps: Platform,
  seed: number,
  { apart = false, naive = false }: HistoryWish = {},
): Promise<History> {
  const draws = drawsFrom(seed);
  const mode: Mode = draws.chance() < (apart ? 0.3 : 0.5) ? 'anonymous' : 'confidential';
  const members = membersFrom(draws, apart);
  const tally: Tally = { releases: 0, parts: 0, rates: 0, comparisons: 0, withdrawals: 0, erasures: 0, late: 0 };
  const play: Play = {
    ...{ deps, draws, seed, mode, members, apart, tally, naive: naively(naive), rounds: [], moved: [] },
    ...{ people: new Map(), forgotten: new Set() },
  };
  for (const { id, number } of members) {
    const pseudonym = await deps.answersRing(chainOf(seed)).pseudonym(`answers of ${id}`);
    play.people.set(pseudonym, number);
  }
  const leanings = [leaningFrom(draws), leaningFrom(draws)];
  // The floor is only ever raised.
  let floor = draws.pick([5, 5, 5, 6]);
  const [least, more] = mode === 'anonymous' ? [1, 1] : apart ? [2, 2] : [1, 3];
  for (let left = least + draws.below(more); left > 0; left -= 1) {
    await playRound(play, floor, leanings);
    floor += draws.pick([0, 0, 0, 1, 3]);
  }
  return { seed, rounds: play.rounds, members, apart, naive: play.naive, tally, moved: play.moved };
}

async function playRound(play: Play, floor: number, leanings: readonly Leaning[]): Promise<void> {
  const { draws, mode, members, seed, rounds } = play;
  const watched = watch(`round-${seed}-${rounds.length}`, mode);
  rounds.push(watched);
  const round: RoundOf = { watched, floor, leanings };
  play.naive.begin(watched.surveyId);
  const waiting = members.filter(
    ({ number }) => !play.forgotten.has(number) && draws.chance() < (play.apart ? 0.96 : 0.9),
  );
  while (waiting.length > 0) {
    // Where there are more people as much happens in all.
    const chance = play.apart ? draws.chance() ** 3 : draws.chance();
    if (chance < 0.7) await answer(play, round, waiting.splice(draws.below(waiting.length), 1)[0]!);
    else if (chance < 0.85) await look(play, round, false);
    else if (chance < 0.9) await takeBack(play, draws.pick(members));
    else if (chance < 0.93) await forget(play, draws.pick(members));
    else if (mode === 'confidential') await answer(play, round, draws.pick(members));
  }
  // Check-ins and the like go on for good; a survey closes.
  if (mode === 'anonymous' && draws.chance() < 0.3) return someLeave(play);
  await look(play, round, true);
  if (draws.chance() < 0.15) await someLeave(play);
  await tellTheRest(play, round);
  play.naive.close(watched.surveyId);
  await someLeave(play);
}

async function answer(
  { deps, draws, mode, members, seed, naive, forgotten }: Play,
  { watched, leanings }: RoundOf,
  one: Member,
) {
  const personId = one.id;
  if (forgotten.has(one.number)) return;
  const texts = { tag: `p${one.number}`, ...(draws.chance() < 0.8 ? { why: `because of ${one.number}` } : {}) };
  const response: Response = { ratings: sayingOf(draws, leanings), texts, of: members[one.number]!.of };
  const given = { surveyId: watched.surveyId, personId, response, isOpen: async () => true };
  const kept =
    mode === 'anonymous' ? await keepAnswer(deps, given) : await holdAnswer(deps, { ...given, chainId: chainOf(seed) });
  if (kept !== 'already-answered') naive.said(watched.surveyId, one.number, response);
}

/** Somebody opens the page of the results, or the round closes. */
async function look({ deps, tally, mode }: Play, { watched }: RoundOf, isClosing: boolean): Promise<void> {
  const before = await seenOf(deps, watched.surveyId);
  await releaseResults(deps, { surveyId: watched.surveyId, items, isClosing, mode });
  if ((await seenOf(deps, watched.surveyId)) === before) return;
  tally.releases += 1;
  await remember(deps, watched);
}

async function tellTheRest(play: Play, { watched, floor }: RoundOf): Promise<void> {
  const { deps, tally, mode, rounds, members, people } = play;
  const { surveyId } = watched;
  const attributes = play.apart ? partedBy : [];
  if (play.apart) {
    await releaseParts(deps, { surveyId, items, attributes, floor, mode });
    await releaseWhoAnswered(deps, { surveyId, asked: members.map(({ of }) => of), attributes, floor, mode });
  }
  const earlier = rounds.slice(0, -1).toReversed();
  const [before, ...more] = earlier.map((one) => one.surveyId);
  const questions = items.filter(({ kind }) => kind === 'rating');
  if (before !== undefined)
    await releaseComparison(deps, { surveyId, earlierIds: [before, ...more], items: questions, attributes, floor });
  tally.parts += await rememberParts(deps, watched);
  tally.rates += await ratesTold(deps, surveyId);
  if (earlier[0]) tally.comparisons += await rememberLinked(deps, earlier[0], watched, people);
}

async function someLeave(play: Play): Promise<void> {
  const { draws, members } = play;
  for (let left = draws.below(4); left > 0; left -= 1)
    if (draws.chance() < 0.5) await takeBack(play, draws.pick(members));
    else await forget(play, draws.pick(members));
}

async function takeBack(play: Play, { id: personId, number }: Member): Promise<void> {
  const { deps, draws, rounds, seed, mode } = play;
  const surveyId = draws.pick(rounds).surveyId;
  if (mode === 'anonymous') return;
  await unseen(play, 'withdrawals', async () => {
    if (await withdrawAnswer(deps, { surveyId, chainId: chainOf(seed) }, personId)) play.naive.left(surveyId, number);
  });
}

async function forget(play: Play, { id: personId, number }: Member): Promise<void> {
  const { deps, rounds, seed, mode } = play;
  const chainId = chainOf(seed);
  const surveys = rounds.map(({ surveyId }) => surveyId);
  const where =
    mode === 'anonymous'
      ? { marks: surveys.map((surveyId) => ({ surveyId, personId })) }
      : { rounds: surveys.map((surveyId) => ({ surveyId, chainId })), own: [chainId] };
  play.forgotten.add(number);
  await unseen(play, 'erasures', () => forgetAnswersOf(deps, personId, where));
  for (const surveyId of surveys) play.naive.left(surveyId, number);
}

const final = '"isFinal":true';

/** Whoever looks right before and right after sees the same. */
async function unseen(play: Play, kind: 'withdrawals' | 'erasures', leave: () => Promise<void>): Promise<void> {
  const { deps, rounds, mode, tally, moved } = play;
  const all = async (): Promise<string[]> => Promise.all(rounds.map(({ surveyId }) => seenOf(deps, surveyId)));
  const again = async (): Promise<void> => {
    for (const one of rounds) {
      const seen = await seenOf(deps, one.surveyId);
      await releaseResults(deps, { surveyId: one.surveyId, items, isClosing: seen.includes(final), mode });
      if ((await seenOf(deps, one.surveyId)) !== seen) await remember(deps, one);
    }
  };
  await again();
  const before = await all();
  await leave();
  await again();
  const after = await all();
  tally[kind] += 1;
  if (before.some((seen) => seen.includes(final))) tally.late += 1;
  if (before.join('\n') !== after.join('\n')) moved.push(`${kind}: ${before.join('\n')} became ${after.join('\n')}`);
}
