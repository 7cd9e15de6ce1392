/** Where a pair stands, and which of what was agreed belongs on the page of a meeting. */
import { day } from '../../../platform/clock.ts';
import type { Meeting } from '../model.ts';
import type { Phase } from '../questions/model.ts';
import type { Agreed, AgreedView, Doer } from './model.ts';

/** Looking back begins so long before the programme ends. */
const lookingBack = 42 * day;

export interface PhaseFacts {
  /** Of this meeting. */
  readonly start: number;
  /** Meetings of the pair that are held or planned before it. */
  readonly before: number;
  /** The end of the programme. */
  readonly endsAt: number;
}

/** The first talk, then goals, then what happens, and towards the end a look back. */
export function phaseOf({ start, before, endsAt }: PhaseFacts): Phase {
  if (before === 0) return 'first';
  if (endsAt - start < lookingBack) return 'back';
  return before === 1 ? 'goals' : 'middle';
}

/** What was agreed at this meeting and at the one before, and what is still to be done; in the order in which it was. */
export function agreedFor(all: readonly Agreed[], at: Meeting, meetings: readonly Meeting[]): Agreed[] {
  const last = meetings.filter(({ start, state }) => state === 'planned' && start < at.start).at(-1);
  const shown = all.filter((one) => !one.done || one.meetingId === at.id || one.meetingId === last?.id);
  return shown.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

export function viewOfAgreed(one: Agreed, reader: string, meetingId: string): AgreedView {
  const { id, text, until, done, by } = one;
  const dated = until === undefined ? {} : { until };
  return {
    id,
    text,
    who: doerFor(one.who, reader),
    done,
    mine: by === reader,
    before: one.meetingId !== meetingId,
    ...dated,
  };
}

function doerFor(who: readonly string[], reader: string): Doer {
  if (who.length > 1) return 'both';
  return who[0] === reader ? 'me' : 'partner';
}
