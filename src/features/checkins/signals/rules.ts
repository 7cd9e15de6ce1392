/**
 * The published rules of the signals, with all their numbers: facts about what a pair does in, the next step out. First the pair gets a
 * kind hint, and only when nothing changed a coordinator reads that it may need a word. What anybody answered is not among the facts.
 * Numbers after evidence.md: no first meeting on day 14 (watch) and 21 (act), two cancellations in a row, no contact for 45 days.
 */
import { beginOfDay, day, daysAfter, hour, localDate } from '../../../platform/clock.ts';
import { signals, type Signal } from './model.ts';

/** Days. A hint comes after `hint`, the list after `list`, and never sooner than `grace` after the hint. */
export const numbers = {
  /** The check-in of day 14 is the hint: it asks whether they have met, and where a time is found. After a break it is a card of its own. */
  'no-first-meeting': { hint: 14, list: 21, awaited: 14 },
  'no-next-date': { hint: 35, list: 49 },
  silence: { hint: 38, list: 45 },
  /** The hint is the offer of a new time, the day after (meetings). */
  'cancelled-twice': { inARow: 2, list: 7 },
  /** After the day on which both were asked whether the break is over. */
  'not-back': { list: 14 },
  grace: 4,
  /** A pair of which a coordinator noted that nothing was needed, such as one that meets outside every calendar, is left alone for so long. */
  rest: 60,
  /** After a hint so long no other one, and in the programme's last days none. */
  betweenHints: 14,
  beforeTheEnd: 14,
  /** A pair is looked at so often at least. */
  look: 7,
} as const;

export interface PairFacts {
  readonly activeAt: number;
  readonly now: number;
  readonly zone: string;
  /** The end of the programme's last day. */
  readonly endsAt: number;
  /** Since when days count anew: the end of the last break, or of a coordinator's word. */
  readonly restartedAt?: number | undefined;
  /** On a break, until both were or will be asked. */
  readonly backAt?: number | undefined;
  /** A meeting was held, or one of the two said so. */
  readonly hasMet: boolean;
  readonly lastMetAt?: number | undefined;
  /** The next that is planned. */
  readonly nextAt?: number | undefined;
  /** The second of two cancelled in a row. */
  readonly cancelledId?: string | undefined;
  /** The last thing that either did: planned or held a meeting, answered, wrote a line. */
  readonly lastSignAt: number;
  /** By key, the oldest first. */
  readonly hints: readonly { readonly key: string; readonly at: number }[];
  /** What stood on the list before, and whether something does now. */
  readonly listed: ReadonlySet<string>;
  readonly isOnList: boolean;
}

export interface Candidate {
  readonly why: Signal;
  /** The same occasion is hinted at once and listed once. */
  readonly occasion: string;
  readonly since: number;
  readonly hintAt: number;
  /** Another card says it already: the check-in of day 14, the offer of a new time, the question whether a break is over. */
  readonly isHintedElsewhere: boolean;
  readonly listAt: number;
}

export type Step =
  | { readonly do: 'hint' | 'list'; readonly about: Candidate }
  /** Nothing now; look again then. */
  | { readonly do: 'wait'; readonly until: number };

/** Days end in the morning, for every pair at the same hour, whenever it began. */
const lookHour = 8 * hour;
export function morningAfter(since: number, days: number, zone: string): number {
  return beginOfDay(localDate(daysAfter(since, days, zone), zone), zone) + lookHour;
}

export const keyOf = ({ why, occasion }: { readonly why: string; readonly occasion: string }): string =>
  `${why} ${occasion}`;

/** Everything that may become a signal if nothing happens, the most urgent first. */
export function candidatesOf(facts: PairFacts): Candidate[] {
  const begins = Math.max(facts.activeAt, facts.restartedAt ?? 0);
  const found = facts.backAt === undefined ? candidatesOfActive(facts, begins) : [notBack(facts.backAt, facts.zone)];
  return found.toSorted((a, b) => signals.indexOf(a.why) - signals.indexOf(b.why));
}

function candidatesOfActive(facts: PairFacts, begins: number): Candidate[] {
  const { lastMetAt, lastSignAt, nextAt, cancelledId, hasMet } = facts;
  const found: Candidate[] = [];
  if (cancelledId !== undefined) found.push(cancelledTwice(facts, cancelledId, begins));
  if (!hasMet && !isAwaited(facts, begins)) found.push(after(facts, 'no-first-meeting', begins));
  if (nextAt !== undefined) return found;
  if (lastMetAt !== undefined) found.push(after(facts, 'no-next-date', Math.max(lastMetAt, begins)));
  if (hasMet) found.push(after(facts, 'silence', Math.max(lastSignAt, begins)));
  return found;
}

/** A first meeting that is planned soon after day 21 is waited for. */
function isAwaited({ nextAt, zone }: PairFacts, begins: number): boolean {
  const { list, awaited } = numbers['no-first-meeting'];
  return nextAt !== undefined && nextAt <= daysAfter(begins, list + awaited, zone);
}

function after(
  { activeAt, now, zone }: PairFacts,
  why: 'no-first-meeting' | 'no-next-date' | 'silence',
  since: number,
): Candidate {
  const { hint, list } = numbers[why];
  const at = (days: number): number => morningAfter(since, days, zone);
  // Whoever had a date on that day, and lost it later, gets a card.
  const isHintedElsewhere = why === 'no-first-meeting' && since === activeAt && now < at(hint + numbers.grace);
  return { why, occasion: String(since), since, hintAt: at(hint), isHintedElsewhere, listAt: at(list) };
}

function cancelledTwice({ now, hints, zone }: PairFacts, occasion: string, since: number): Candidate {
  const key = keyOf({ why: 'cancelled-twice', occasion });
  const noticedAt = hints.find((one) => one.key === key)?.at ?? now;
  const listAt = morningAfter(noticedAt, numbers['cancelled-twice'].list, zone);
  return { why: 'cancelled-twice', occasion, since, hintAt: noticedAt, isHintedElsewhere: true, listAt };
}

function notBack(backAt: number, zone: string): Candidate {
  const listAt = morningAfter(backAt, numbers['not-back'].list, zone);
  const occasion = String(backAt);
  return { why: 'not-back', occasion, since: backAt, hintAt: backAt, isHintedElsewhere: true, listAt };
}

/** The next step for a pair. Whoever got a hint about it, whichever it was, has had one. */
export function nextStep(facts: PairFacts): Step {
  const { now, zone } = facts;
  const later = morningAfter(now, numbers.look, zone);
  if (facts.isOnList || now > daysAfter(facts.endsAt, -numbers.beforeTheEnd, zone)) return { do: 'wait', until: later };
  const open = candidatesOf(facts).filter((one) => !facts.listed.has(keyOf(one)));
  let until = later;
  for (const about of open) {
    const hinted = hintFor(about, facts);
    const due = hinted === undefined ? hintDue(about, facts) : Math.max(about.listAt, graceAfter(hinted, zone));
    if (due <= now) return { do: hinted === undefined ? 'hint' : 'list', about };
    until = Math.min(until, due);
  }
  return { do: 'wait', until };
}

/** When the pair got a hint since it began; where the hint is another feature's card only that of the same occasion. */
function hintFor(about: Candidate, { hints }: PairFacts): number | undefined {
  const { isHintedElsewhere, since } = about;
  return hints.findLast(({ key, at }) => key === keyOf(about) || (!isHintedElsewhere && at >= since))?.at;
}

function hintDue({ isHintedElsewhere, hintAt }: Candidate, { hints, zone }: PairFacts): number {
  const last = hints.at(-1)?.at;
  if (last === undefined || isHintedElsewhere) return hintAt;
  return Math.max(hintAt, morningAfter(last, numbers.betweenHints, zone));
}

const graceAfter = (at: number, zone: string): number => morningAfter(at, numbers.grace, zone);

/** Whether what stands on the list is still so: what the two do changes the occasion, or ends it. */
export function isStillSo(facts: PairFacts, key: string): boolean {
  return candidatesOf(facts).some((one) => keyOf(one) === key);
}

interface Urgent {
  readonly why: string;
  readonly since: number;
  readonly remindOn?: string | undefined;
}

/** Who asked for it first, then what somebody put off until today, then the signals in their order; the oldest first. */
export function byUrgency(order: readonly string[]): (a: Urgent, b: Urgent) => number {
  const rank = ({ why, remindOn }: Urgent): number =>
    why === order[0] ? 0 : remindOn === undefined ? 1 + order.indexOf(why) : 1;
  return (a, b) => rank(a) - rank(b) || a.since - b.since;
}

export const weeksBetween = (from: number, to: number): number => Math.max(0, Math.floor((to - from) / (7 * day)));
