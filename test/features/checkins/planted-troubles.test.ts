/**
 * A year of 400 pairs as events, fed to the rules day by day: some are in trouble from a known day on. How many of those the list finds,
 * and how many of its lines are about one. Pairs that meet outside every calendar and pairs that answer without meeting are among them.
 */
import assert from 'node:assert/strict';
import { keyOf, nextStep, isStillSo, numbers, type PairFacts } from '../../../src/features/checkins/signals/rules.ts';
import { day, hour } from '../../../src/platform/clock.ts';
import { randomFrom } from '../../support/delivery/chance.ts';

const [pairCount, courseDays, zone] = [400, 270, 'Europe/Brussels'] as const;
const begin = Date.UTC(2026, 1, 2, 9, 0);
const endsAt = begin + courseDays * day;
const dayOf = (count: number): number => begin + Math.round(count * 24) * hour;

/** One pair's year. `trouble` is the day from which a coordinator should hear of it. */
interface Course {
  readonly kind: string;
  /** Held; `hidden` ones are in no calendar and nobody logs them. */
  readonly met: readonly { readonly at: number; readonly plannedAt: number; readonly hidden: boolean }[];
  /** Two in a row cancelled, on that day. */
  readonly cancelledAt: readonly number[];
  readonly signs: readonly number[];
  readonly saidMetAt?: number;
  readonly pausedAt?: number;
  readonly backAt?: number;
  readonly resumedAt?: number;
  readonly trouble?: number;
}

type Random = () => number;
const between = (random: Random, from: number, to: number): number => from + random() * (to - from);

interface Rhythm {
  readonly from: number;
  readonly to: number;
  readonly first?: number;
  readonly hidden?: number;
}

/** About every four weeks, now and then with a gap of six or seven; most plan the next meeting some days after the last. */
function meetingsOf(random: Random, { from, to, first = between(random, 4, 18), hidden = 0.1 }: Rhythm): Course['met'] {
  const all: { at: number; plannedAt: number; hidden: boolean }[] = [];
  for (let at = from + first; at < to;) {
    const before = all.at(-1)?.at ?? from;
    const plannedAt = Math.max(before, Math.min(at - 1, before + between(random, 0, 20)));
    all.push({ at, plannedAt, hidden: all.length > 0 && random() < hidden });
    at += random() < 0.08 ? between(random, 40, 52) : between(random, 21, 35);
  }
  return all;
}

const askedOn = [14, 30, 90, 150, 210] as const;
function answersOf(random: Random, share: number, until = courseDays): number[] {
  return askedOn.filter((one) => one < until && random() < share).map((one) => one + between(random, 0, 3));
}

const courses: Readonly<
  Record<string, { readonly share: number; readonly make: (random: Random) => Omit<Course, 'kind'> }>
> = {
  regular: {
    share: 0.66,
    make: (random) => ({
      met: meetingsOf(random, { from: 0, to: courseDays }),
      ...{ cancelledAt: [], signs: answersOf(random, 0.6) },
    }),
  },
  'slow to begin': {
    share: 0.06,
    make: (random) => ({
      met: meetingsOf(random, { from: 0, to: courseDays, first: between(random, 18, 30) }),
      ...{ cancelledAt: [], signs: answersOf(random, 0.6) },
    }),
  },
  'outside the calendar': {
    share: 0.05,
    make: (random) => ({
      ...{ met: [], cancelledAt: [], signs: answersOf(random, 0.6) },
      ...(random() < 0.6 ? { saidMetAt: 14.5 } : {}),
    }),
  },
  'on a break': {
    share: 0.05,
    make: (random) => {
      const pausedAt = between(random, 40, 120);
      const resumedAt = pausedAt + between(random, 14, 40);
      const before = meetingsOf(random, { from: 0, to: pausedAt });
      const after = meetingsOf(random, { from: resumedAt, to: courseDays });
      return {
        ...{ met: [...before, ...after], cancelledAt: [], signs: [] },
        ...{ pausedAt, backAt: resumedAt, resumedAt },
      };
    },
  },
  'never met': {
    share: 0.06,
    make: (random) => ({ met: [], cancelledAt: [], signs: answersOf(random, 0.3), trouble: 0 }),
  },
  stopped: {
    share: 0.07,
    make: (random) => {
      const met = meetingsOf(random, { from: 0, to: between(random, 25, 170) });
      const trouble = met.at(-1)?.at ?? 0;
      return { met, cancelledAt: [], signs: answersOf(random, 0.25), trouble };
    },
  },
  cancelling: {
    share: 0.03,
    make: (random) => {
      const met = meetingsOf(random, { from: 0, to: between(random, 25, 120) });
      const trouble = (met.at(-1)?.at ?? 0) + between(random, 10, 40);
      return { met, cancelledAt: [trouble], signs: answersOf(random, 0.5), trouble };
    },
  },
  'lost in a break': {
    share: 0.02,
    make: (random) => {
      const pausedAt = between(random, 40, 150);
      const backAt = pausedAt + 30;
      const met = meetingsOf(random, { from: 0, to: pausedAt });
      return { met, ...{ cancelledAt: [], signs: [], pausedAt, backAt, trouble: backAt } };
    },
  },
};

function crowd(seed: number): Course[] {
  const random = randomFrom(seed);
  return Object.entries(courses).flatMap(([kind, { share, make }]) =>
    Array.from({ length: Math.round(share * pairCount) }, () => ({ kind, ...make(random) })),
  );
}

/** What the product would know of the pair on that day. */
function factsOn(course: Course, today: number, history: History): PairFacts {
  const inSight = course.met.filter(({ hidden }) => !hidden);
  const held = inSight.filter(({ at }) => at <= today).map(({ at }) => at);
  const known = inSight.filter(({ plannedAt }) => plannedAt <= today);
  const toCome = known.filter(({ at }) => at > today).map(({ at }) => at);
  const cancelled = course.cancelledAt.findLast((one) => one <= today && !held.some((at) => at > one));
  const isPaused = (course.pausedAt ?? Infinity) <= today && (course.resumedAt ?? Infinity) > today;
  const saidMet = (course.saidMetAt ?? Infinity) <= today;
  const signs = [...held, ...known.map(({ plannedAt }) => plannedAt), ...course.signs.filter((one) => one <= today)];
  const resumed = (course.resumedAt ?? Infinity) <= today ? dayOf(course.resumedAt ?? 0) : 0;
  return {
    ...{ activeAt: begin, now: dayOf(today), zone, endsAt },
    restartedAt: Math.max(resumed, history.doneAt),
    backAt: isPaused ? dayOf(course.backAt ?? 0) : undefined,
    hasMet: saidMet || held.length > 0,
    lastMetAt: held.length > 0 ? dayOf(Math.max(...held)) : undefined,
    nextAt: toCome.length > 0 ? dayOf(Math.min(...toCome)) : undefined,
    cancelledId: cancelled === undefined ? undefined : `m${cancelled}`,
    lastSignAt: dayOf(Math.max(0, ...signs)),
    ...{ hints: history.hints, listed: history.listed, isOnList: false },
  };
}

interface History {
  readonly hints: { key: string; at: number }[];
  readonly listed: Set<string>;
  doneAt: number;
  open: { key: string; on: number } | undefined;
}

interface Line {
  readonly course: Course;
  readonly on: number;
  readonly why: string;
}

/** A coordinator talks with them a week after they came on the list, and notes whether anything was needed. */
const talkedAfter = 7;

/** As the product does it: a look when the last one said so. */
function liveThrough(course: Course): { lines: Line[]; hints: number; tipsBefore: boolean; openOn: number[] } {
  const history: History = { hints: [], listed: new Set(), doneAt: 0, open: undefined };
  const [lines, openOn]: [Line[], number[]] = [[], []];
  let tipsBefore = true;
  for (let today = 7; today <= courseDays;) {
    const facts = factsOn(course, today, history);
    if (history.open) {
      const isOver = today - history.open.on >= talkedAfter;
      const isTrouble = course.trouble !== undefined && today >= course.trouble;
      if (isOver) history.doneAt = facts.now + (isTrouble ? 0 : numbers.rest * day);
      if (!isOver && isStillSo(facts, history.open.key)) openOn.push(today);
      else history.open = undefined;
      today += 1;
      continue;
    }
    const step = nextStep(facts);
    if (step.do === 'wait') {
      today = Math.max(today + 1, Math.ceil((step.until - begin) / day));
      continue;
    }
    const key = keyOf(step.about);
    if (step.do === 'hint') history.hints.push({ key, at: facts.now });
    else {
      tipsBefore &&= history.hints.some(({ at }) => at <= facts.now - (numbers.grace - 1) * day);
      history.listed.add(key);
      history.open = { key, on: today };
      lines.push({ course, on: today, why: step.about.why });
    }
  }
  return { lines, hints: history.hints.length, tipsBefore, openOn };
}

/** The rules are silent in the last two weeks, and a talk so late mends little. */
const lastTrouble = courseDays - 80;
const withinDays = 60;

function judged(seed: number) {
  const all = crowd(seed);
  const lived = all.map(liveThrough);
  const lines = lived.flatMap((one) => one.lines);
  const isRight = ({ course, on }: Line): boolean => course.trouble !== undefined && on >= course.trouble;
  const planted = all.filter(({ trouble }) => trouble !== undefined && trouble <= lastTrouble);
  const found = planted.filter((course) =>
    lines.some((line) => line.course === course && isRight(line) && line.on <= (course.trouble ?? 0) + withinDays),
  );
  const perDay = Array.from(
    { length: courseDays },
    (_, at) => lived.filter(({ openOn }) => openOn.includes(at + 1)).length,
  );
  return {
    ...{ lines, planted, found, wrong: lines.filter((line) => !isRight(line)) },
    ...{ precision: lines.filter(isRight).length / lines.length, recall: found.length / planted.length },
    longest: Math.max(...perDay),
    hints: lived.reduce((sum, one) => sum + one.hints, 0),
    tipsBefore: lived.every((one) => one.tipsBefore),
  };
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

describe('the signals on planted troubles', function () {
  this.timeout(120_000);
  const trials = [1, 2].map(judged);

  it('find nearly all of them, and most lines of the list are about one', () => {
    for (const [at, one] of trials.entries()) {
      const wrong = new Map<string, number>();
      for (const { course, why } of one.wrong)
        wrong.set(`${course.kind}, ${why}`, (wrong.get(`${course.kind}, ${why}`) ?? 0) + 1);
      process.stdout.write(
        `      year ${at + 1}: precision ${percent(one.precision)}, recall ${percent(one.recall)} of ${one.planted.length} in time, ` +
          `${one.lines.length} lines, ${one.hints} tips, at most ${one.longest} at once; not troubles: ` +
          [...wrong].map(([what, count]) => `${what}: ${count}`).join('; ') +
          '\n',
      );
    }
    // A missed pair loses a year, a needless word costs a friendly minute: so recall is held high. Precision falls with every pair that
    // meets without any calendar, of which there are five in a hundred here.
    for (const { precision, recall } of trials) assert.ok(recall >= 0.95 && precision >= 0.7);
  });

  it('never list a pair that did not get a tip some days before', () => {
    for (const { tipsBefore } of trials) assert.ok(tipsBefore);
  });
});
