/**
 * A slow, straightforward answer to a goal, straight from the story of a simulated programme: it counts by looking at each pair, finds
 * intervals by searching for their ends, and judges by trying every value.
 */
import { readyGoals, type ReadyGoalId } from '../../../../src/features/programmes/goals/model.ts';
import { day } from '../../../../src/platform/clock.ts';
import { releaseOf, type Simulated, type SimulatedPair, type Talk } from './simulated.ts';

export interface SlowAnswer {
  readonly verdict: 'reached' | 'missed' | 'cannot-be-said';
  readonly why: string;
  readonly low?: number;
  readonly high?: number;
}

type Seen = { readonly low: number; readonly high: number } | 'not-measured' | 'no-baseline' | 'too-few';

export function slowAnswer(ready: ReadyGoalId, aim: number, story: Simulated): SlowAnswer {
  const seen = lookUp(ready, story);
  const figure = typeof seen === 'string' ? {} : seen;
  if (!story.closed) return { verdict: 'cannot-be-said', why: 'not-over', ...figure };
  if (typeof seen === 'string') return { verdict: 'cannot-be-said', why: seen };
  const possible: number[] = [];
  for (let tenth = Math.round(seen.low * 10); tenth <= Math.round(seen.high * 10); tenth += 1)
    possible.push(tenth / 10);
  if (possible.every((one) => one >= aim)) return { verdict: 'reached', why: 'clear', ...figure };
  if (possible.every((one) => one < aim)) return { verdict: 'missed', why: 'clear', ...figure };
  return { verdict: 'cannot-be-said', why: 'spans', ...figure };
}

function lookUp(ready: ReadyGoalId, story: Simulated): Seen {
  const { measure, item = '' } = readyGoals[ready];
  const { pairs, now } = story;
  const lastDay = Date.parse('2026-10-01T00:00:00+02:00');
  switch (measure) {
    case 'pairs-met':
      return share(pairs.filter((one) => one.talks.some((talk) => happened(talk, now))).length, pairs.length);
    case 'pairs-completed':
      return share(pairs.filter((one) => story.closed && (one.to ?? now) >= lastDay).length, pairs.length);
    case 'next-date': {
      const at = Math.min(now, lastDay - 30 * day);
      const open = pairs.filter((one) => isTogether(one, at));
      return share(open.filter(({ talks }) => talks.some((talk) => isAhead(talk, at))).length, open.length);
    }
    case 'hours': {
      if (pairs.length === 0) return 'not-measured';
      if (pairs.length < 10) return 'too-few';
      let minutes = 0;
      for (const one of pairs) for (const talk of one.talks) if (happened(talk, now)) minutes += talk.minutes;
      const mean = Math.round((minutes / 60 / pairs.length) * 10) / 10;
      return { low: mean, high: mean };
    }
    case 'trained':
      return share(story.trained, story.applied);
    case 'doors':
      return doors(story);
    case 'check-in':
      return said(story.checkIn, item);
    case 'survey':
      return said(story.after, item);
    case 'change':
      return change(story, item);
    case 'reached':
    case 'own-goals':
    case 'by-hand':
      return 'not-measured';
    default:
      return measure satisfies never;
  }
}

const happened = (talk: Talk, now: number): boolean =>
  !talk.isOff &&
  talk.start + talk.minutes * 60_000 <= now &&
  (talk.said.length === 0 || talk.said.includes('yes') || talk.said.includes('elsewhere'));

const isTogether = (one: SimulatedPair, at: number): boolean =>
  !one.isPaused && one.from <= at && (one.to === undefined || one.to > at);

const isAhead = (talk: Talk, at: number): boolean => !talk.isOff && talk.plannedAt <= at && talk.start > at;

/** Everybody of whom the same words would be said. */
function share(count: number, of: number): Seen {
  if (of === 0) return 'not-measured';
  if (of < 10) return 'too-few';
  const words = (some: number): string => {
    const rest = of - some;
    if (some < 5) return 'a few';
    if (of < 15) return 'more than a few';
    if (rest < 5) return 'all but a few';
    if (of < 20) return 'neither few nor nearly all';
    if (some < 10) return 'five to nine';
    return rest < 10 ? 'all but five to nine' : `exactly ${some}`;
  };
  const same = Array.from({ length: of + 1 }, (_, some) => some).filter((some) => words(some) === words(count));
  const [least, most] = [Math.min(...same), Math.max(...same)];
  if (least === most) return { low: Math.round((100 * least) / of), high: Math.round((100 * least) / of) };
  return { low: Math.floor((100 * least) / of), high: Math.ceil((100 * most) / of) };
}

function doors({ doors: all }: Simulated): Seen {
  const agreed = all.filter(({ both }) => both);
  if (agreed.length < 5 || new Set(agreed.map(({ pair }) => pair)).size < 5) return 'too-few';
  return agreed.length < 10 ? { low: 5, high: 9 } : { low: agreed.length, high: agreed.length };
}

interface Shares {
  readonly people: number;
  /** Between which the share of those who answered lies, 0 to 1. */
  readonly low: number;
  readonly high: number;
}

/** From what is told alone. */
function sharesIn(
  answers: Readonly<Record<string, readonly number[]>>,
  item: string,
): Shares | 'not-measured' | 'too-few' {
  if (!answers[item]) return 'not-measured';
  const { figures, responses } = releaseOf(answers);
  const figure = figures.find((one) => one.itemId === item);
  const people = responses.kind === 'exact' ? responses.people : 0;
  if (people < 10) return 'too-few';
  if (figure?.state === 'nearly-all' && figure.side !== 'middle') {
    const others = Math.max(2, people / 20) / people;
    return figure.side === 'high' ? { people, low: 1 - others, high: 1 } : { people, low: 0, high: others };
  }
  if (figure?.state !== 'shown') return 'too-few';
  const agreed = figure.shares[3]! + figure.shares[4]!;
  const hidden = 1.2 * (people >= 200 ? 1 : people >= 40 ? 5 : 10);
  return { people, low: Math.max(0, agreed - hidden) / 100, high: Math.min(100, agreed + hidden) / 100 };
}

function said(answers: Readonly<Record<string, readonly number[]>>, item: string): Seen {
  const told = sharesIn(answers, item);
  if (typeof told === 'string') return told;
  return outwards(ends(told.low, told.people)[0], ends(told.high, told.people)[1]);
}

function change({ before, after }: Simulated, item: string): Seen {
  const last = sharesIn(after, item);
  if (last === 'not-measured') return last;
  const first = sharesIn(before, item);
  if (first === 'not-measured') return 'no-baseline';
  if (typeof last === 'string' || typeof first === 'string') return 'too-few';
  const found = [last.low, last.high].flatMap((p) =>
    [first.low, first.high].map((q) => {
      const [[a, b], [c, d]] = [ends(p, last.people), ends(q, first.people)];
      return [p - q - Math.hypot(p - a, d - q), p - q + Math.hypot(b - p, q - c)] as const;
    }),
  );
  return outwards(Math.min(...found.map(([low]) => low)), Math.max(...found.map(([, high]) => high)));
}

const outwards = (low: number, high: number): Seen => ({
  low: Math.floor(100 * low + 1e-9),
  high: Math.ceil(100 * high - 1e-9),
});

/** The least and the greatest share with which this one is no surprise at 5 %, found by halving. */
function ends(share: number, people: number): [number, number] {
  const isNoSurprise = (p: number): boolean =>
    Math.abs(share - p) <= 1.959964 * Math.sqrt((p * (1 - p)) / people) + 1e-15;
  const search = (from: number, to: number): number => {
    let [inside, outside] = [from, to];
    for (let turn = 0; turn < 100; turn += 1) {
      const middle = (inside + outside) / 2;
      if (isNoSurprise(middle)) inside = middle;
      else outside = middle;
    }
    return inside;
  };
  return [share === 0 ? 0 : search(share, 0), share === 1 ? 1 : search(share, 1)];
}
