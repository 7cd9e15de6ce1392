/** Decisions about rounds: what sending an application means today, and when the waiting list is looked at. */
import { DateTime } from 'luxon';
import type { Stage } from '../../programmes/model.ts';
import { isSent, type Application } from '../model.ts';
import type { Applying, Round, WaitingLine } from './model.ts';

export const usualLookDays = 28;

export const numberOf = (round: Round | undefined): number => round?.number ?? 1;

/** The first round is open while a programme recruits or is being matched, a later one also while it runs; each until its last day. */
export function applyingAt(stage: Stage, round: Round | undefined, today: string): Applying {
  if (stage === 'prepare' || stage === 'close') return 'closed';
  if (isMatched(stage, round)) return 'list';
  return round === undefined || today <= round.closesOn ? 'open' : 'list';
}

/** The match of this round was published. */
export function isMatched(stage: Stage, round: Round | undefined): boolean {
  return stage === 'run' && (numberOf(round) === 1 || round?.matched === true);
}

/** What a new last day does: a round whose match is out is over, any other becomes longer. */
export function nextOf(stage: Stage, round: Round | undefined): 'longer' | 'next-round' | undefined {
  if (stage === 'prepare' || stage === 'close') return undefined;
  return isMatched(stage, round) ? 'next-round' : 'longer';
}

/** The round with a new last day. A longer round keeps the day of the list where that still comes after the last one. */
export function withLastDay(stage: Stage, round: Round | undefined, closesOn: string): Round {
  if (nextOf(stage, round) === 'next-round') return { closesOn, number: numberOf(round) + 1 };
  const { looksOn, ...rest } = round ?? {};
  return { ...rest, closesOn, ...(looksOn !== undefined && looksOn > closesOn ? { looksOn } : {}) };
}

/** The day on which coordinators look at the list. */
export function lookDayOf(round: Round): string {
  return round.looksOn ?? DateTime.fromISO(round.closesOn).plus({ days: usualLookDays }).toISODate() ?? round.closesOn;
}

type Before = Pick<Application, 'status' | 'waits'>;

/**
 * Where an application stands once it is sent; nothing where it cannot be. Whoever had no place in this round waits for the next,
 * also when this one becomes longer; whoever applied in time keeps the answers of that day.
 */
export function statusWhenSent(
  before: Before | undefined,
  { applying, number }: { readonly applying: Applying; readonly number: number },
): Pick<Application, 'status' | 'waits'> | undefined {
  const hadNoPlace = before?.waits?.why === 'not-chosen' && before.waits.round === number;
  if (applying === 'closed') return undefined;
  if (hadNoPlace) return { status: 'waiting', waits: { why: 'not-chosen', round: number } };
  if (applying === 'open') return { status: 'applied' };
  if (before?.status === 'applied') return undefined;
  const late = before?.status === 'waiting' ? before.waits : undefined;
  return { status: 'waiting', waits: late ?? { why: 'late', round: number } };
}

/** True for an application that the round as it is now takes in: the late ones of a round that became longer, all of an earlier one. */
export function isTakenUp({ status, waits }: Before, number: number): boolean {
  if (status !== 'waiting') return false;
  return waits === undefined || waits.why === 'late' || waits.round < number;
}

/** Why somebody stands on the list that coordinators see; nothing for whoever does not, and before the first match nobody is unmatched. */
export function whyListed(one: Application, stage: Stage): WaitingLine['why'] | undefined {
  if (!isSent(one)) return undefined;
  if (one.status === 'waiting') return one.waits?.why ?? 'late';
  return one.waited && (stage === 'run' || stage === 'close') ? 'unmatched' : undefined;
}
