/** Decisions about messages: whose turn it is, what is over a person's budget, what is told together, what may be tried again. */
import { day, localDate, minute } from '../../../platform/clock.ts';
import { idOf } from '../../../platform/ids.ts';
import { nextWorkingMoment } from '../rules.ts';
import { topics, type ChosenWays, type MessageWay, type Person, type Topic, type WorkingHours } from '../model.ts';
import type { Letterbox, SendRule, Sent, WaitReason, Which } from './model.ts';

/** Unsolicited messages to one person in a month (design.md 1, evidence.md). */
export const mostInAMonth = 2;
const month = 30 * day;
/** What nobody asked for is never the third message of a day. */
const mostInADay = 2;
/** So many that wait for the same moment come as one. */
const digestFrom = 3;
/** Who waits in line for longer than this after its moment has left the line: it was stopped, or failed. */
const abandonedMs = 15 * minute;
/** A message on its way without a word for so long is not under way any more: a lease is over by then. */
const longestWayMs = 90_000;
const lineStepMs = 5_000;
/** A try without an answer is over by then: a call to Teams is given up after 15 s. */
const secondTryAfterMs = 20_000;

export const emptyLetterbox: Letterbox = { sent: [], waiting: [], digested: [], inTab: [] };

/** What a guest who is a mentor is told: of the own pair, its meetings and talks about it, what came of what was asked there, and the course. */
export const isForGuests = (kind: string): boolean =>
  /^(pairs|meetings|checkins|training)\.|^insights\.tell-findings$|^recognition\.event-/.test(kind);

/** Guests are invited to nothing, and read no stories. */
export const topicsFor = ({ kind }: Pick<Person, 'kind'>): Topic[] =>
  topics.filter((topic) => kind !== 'guest' || (topic !== 'invitations' && topic !== 'stories'));

/** How a message comes to somebody who chose so; a mail only where one can be sent, else a card. */
export function wayOf({ topic }: Pick<SendRule, 'topic'>, ways: ChosenWays | undefined, canMail: boolean): MessageWay {
  const chosen = (topic && ways?.[topic]) ?? 'chat';
  return chosen === 'mail' && !canMail ? 'chat' : chosen;
}

/** What was chosen with what is chosen now: a card, which is what comes without a choice, is not kept. */
export function withWays(before: ChosenWays | undefined, wanted: ChosenWays): ChosenWays {
  const all = Object.entries({ ...before, ...wanted });
  return Object.fromEntries(all.filter(([, way]) => way !== 'chat'));
}

export interface Wanted extends Which {
  /** It answers something that the person just did: now, whatever else is. */
  readonly answers: boolean;
  /** Nobody asked for it: it counts for the month's budget. */
  readonly unsolicited: boolean;
  /** Its receiver wants no word of it, and finds it in the tab. */
  readonly quiet?: boolean;
}

export interface Moment {
  /** Domain time. */
  readonly now: number;
  readonly machine: number;
  readonly hours: WorkingHours;
}

export type Turn =
  /** Now; `covers` are the others that are told in the same card, when there are enough of them. */
  | { readonly is: 'go'; readonly again: boolean; readonly covers: readonly Which[] }
  | { readonly is: 'wait'; readonly until: number; readonly why: WaitReason }
  | { readonly is: 'in-tab' }
  /** It was told in a card together with others. */
  | { readonly is: 'told' }
  /** Twice on its way, and never an answer: nobody knows whether it arrived. */
  | { readonly is: 'perhaps' };

/** What becomes of a message at this moment. `isOver` says that the message on its way has come to its end. */
export function turnOf(box: Letterbox, wanted: Wanted, { now, machine, hours }: Moment, isOver: boolean): Turn {
  if (box.digested.includes(wanted.sendId)) return { is: 'told' };
  if (wanted.quiet) return { is: 'in-tab' };
  const { sending } = box;
  const again = sending?.sendId === wanted.sendId;
  const left = again ? sending.since + secondTryAfterMs - machine : 0;
  if (left > 0) return { is: 'wait', until: now + left, why: 'no-answer' };
  if (again && sending.again) return { is: 'perhaps' };
  if (wanted.answers) return { is: 'go', again, covers: [] };

  const moment = nextWorkingMoment(now, hours);
  if (moment > now) return { is: 'wait', until: moment, why: 'not-at-work' };
  if (again) return { is: 'go', again, covers: [] };
  if (wanted.unsolicited && unsolicitedIn(box, now) >= mostInAMonth) return { is: 'in-tab' };
  if (sending && !isOver && machine - sending.since < longestWayMs)
    return { is: 'wait', until: now + lineStepMs, why: 'in-order' };
  const line = box.waiting.filter(({ until }) => until <= now && now - until < abandonedMs);
  const place = line.findIndex(({ sendId }) => sendId === wanted.sendId);
  if (place > 0 || (place < 0 && line.length > 0)) return { is: 'wait', until: now + lineStepMs, why: 'in-order' };
  if (wanted.unsolicited && sentToday(box, now, hours.zone) >= mostInADay)
    return { is: 'wait', until: nextDayAtWork(now, hours), why: 'enough-today' };
  return {
    is: 'go',
    again,
    covers: line.length >= digestFrom ? line.filter((one) => one.sendId !== wanted.sendId) : [],
  };
}

/** It counts for the month's budget. */
export function isUnsolicited({ unsolicited, invitation }: SendRule): boolean {
  return unsolicited === true || invitation === true;
}

function unsolicitedIn({ sent }: Letterbox, now: number): number {
  return sent.filter(({ at, unsolicited }) => unsolicited && now - at < month).length;
}

function sentToday({ sent }: Letterbox, now: number, zone: string): number {
  const today = localDate(now, zone);
  return sent.filter(({ at }) => localDate(at, zone) === today).length;
}

function nextDayAtWork(now: number, hours: WorkingHours): number {
  const today = localDate(now, hours.zone);
  let later = now;
  while (localDate(later, hours.zone) === today) later += 60 * minute;
  // The clock of a person begins a day on the hour, or at its half in a few places: from there to the start of work.
  return nextWorkingMoment(later - (later % (30 * minute)), hours);
}

/** The letterbox when a message sets out; a second try counts once. */
export function settingOut(box: Letterbox, wanted: Wanted, moment: Moment, turn: Turn & { is: 'go' }): Letterbox {
  const { now, machine } = moment;
  const covered = new Set(turn.covers.map(({ sendId }) => sendId));
  // What answers the person is no news to them, and uses nothing of a day or a month.
  const counts = !turn.again && !wanted.answers;
  return {
    ...box,
    sending: { ...whichOf(wanted), since: machine, again: turn.again, counted: counts },
    sent: [...recent(box, now), ...(counts ? [{ at: now, unsolicited: wanted.unsolicited }] : [])],
    waiting: box.waiting.filter(({ sendId }) => sendId !== wanted.sendId && !covered.has(sendId)),
    digested: [...box.digested, ...covered].slice(-50),
  };
}

/** The letterbox when a message that set out has surely not arrived: the next try is its first. */
export function turnedBack({ sending, ...box }: Letterbox): Letterbox {
  return { ...box, sent: sending?.counted ? box.sent.slice(0, -1) : box.sent };
}

/** The letterbox with a message in line; the same when it stands there already. */
export function inLine(box: Letterbox, wanted: Which, now: number, until: number): Letterbox {
  const before = box.waiting.find(({ sendId }) => sendId === wanted.sendId);
  if (before && before.until >= now) return box;
  const line = box.waiting.filter((one) => one.sendId !== wanted.sendId && now - one.until < abandonedMs);
  const one = { ...whichOf(wanted), since: before?.since ?? now, until };
  return { ...box, waiting: [...line, one].sort((a, b) => a.since - b.since).slice(-50) };
}

/** The letterbox without a message that will not be sent; the same when it does not wait. */
export function outOfLine(box: Letterbox, sendId: string): Letterbox {
  const waiting = box.waiting.filter((one) => one.sendId !== sendId);
  return waiting.length === box.waiting.length ? box : { ...box, waiting };
}

export function keptInTab(box: Letterbox, wanted: Which, now: number): Letterbox {
  const others = box.inTab.filter(({ sendId, at }) => sendId !== wanted.sendId && now - at < month);
  return {
    ...outOfLine(box, wanted.sendId),
    inTab: [...others, { ...whichOf(wanted), at: now }].slice(-20),
  };
}

/** What was kept back in the last month, the newest first. */
export function inTabNow(box: Letterbox, now: number): Letterbox['inTab'] {
  return box.inTab.filter(({ at }) => now - at < month).toReversed();
}

const recent = (box: Letterbox, now: number): Letterbox['sent'] => box.sent.filter(({ at }) => now - at < month);
const whichOf = ({ sendId, table, partition, kind }: Which): Which => ({ sendId, table, partition, kind });

type Data = Readonly<Record<string, string>>;

/** Which of several sends of one kind, out of what the job was given: a call, a round of check-ins, a proposal. */
export const roundOf = (data: Data): string => data['callId'] ?? data['round'] ?? data['proposalId'] ?? '';

/** All messages of one kind and round are one send. */
export const groupOf = (kind: string, round: string): string => idOf('send', kind, round);

/** True when what stood in the way can be mended, and the message was kept in a way that it can be made anew. */
export function mayBeSentAgain({ state, reason, data }: Pick<Sent, 'state' | 'reason' | 'data'>): boolean {
  if (data === undefined) return false;
  if (state === 'stopped') return true;
  if (state !== 'failed' || reason === undefined) return false;
  // Their own wish, or nobody is there any more.
  return reason !== 'do-not-ask' && reason !== 'left' && reason !== 'unknown-person';
}

/** Without what is about a programme, a survey or a talk; the same letterbox where nothing is. */
export function withoutPartition(box: Letterbox, partition: string): Letterbox {
  const { sending, waiting, inTab, ...rest } = box;
  const isOther = (one: Pick<Which, 'partition'>): boolean => one.partition !== partition;
  if ([...(sending ? [sending] : []), ...waiting, ...inTab].every(isOther)) return box;
  const kept = sending && isOther(sending) ? { sending } : {};
  return { ...rest, ...kept, waiting: waiting.filter(isOther), inTab: inTab.filter(isOther) };
}
