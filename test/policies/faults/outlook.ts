/** Calendars that keep what is booked in them: the same transaction id is the same event, as in Outlook, and what was asked is noted. */
import { Failure } from '../../../src/platform/errors.ts';
import { idOf } from '../../../src/platform/ids.ts';
import type { BookedEvent, Calendar } from '../../../src/platform/calendar.ts';

export function watchedOutlook(breathe: () => void) {
  let events = new Map<string, BookedEvent & { transactionId: string }>();
  let asked: string[] = [];

  function note(what: string): void {
    breathe();
    asked.push(what);
  }

  function keep(transactionId: string, start: number, end: number): BookedEvent {
    const known = [...events.values()].find((one) => one.transactionId === transactionId);
    if (known) return known;
    const eventId = `event-${idOf(transactionId)}`;
    const made = { eventId, etag: 'e', start, end, joinUrl: undefined, cancelled: false, answers: [], transactionId };
    events.set(eventId, made);
    return made;
  }

  /** What the world was made with lies in calendars, too. */
  const known = (eventId: string): BookedEvent => {
    const found = events.get(eventId);
    if (found?.cancelled) throw new Failure('gone', 'event-gone');
    return found ?? { eventId, etag: 'e', start: 0, end: 0, joinUrl: undefined, cancelled: false, answers: [] };
  };

  function cancel(eventId: string): void {
    const found = known(eventId);
    events.set(eventId, { ...found, cancelled: true, transactionId: eventId });
  }

  const calendar: Partial<Calendar> = {
    book: async (_, { start, end, transactionId }) => {
      note(`book ${transactionId}`);
      return keep(transactionId, start, end);
    },
    move: async (_, eventId, { start, end }) => {
      note(`move ${eventId} ${start}`);
      return { ...known(eventId), start, end };
    },
    invite: async (_, eventId, { start, end, attendees }) => {
      note(`invite ${eventId} ${start} ${attendees.length}`);
      return { ...known(eventId), start, end };
    },
    cancel: async (_, eventId) => {
      note(`cancel ${eventId}`);
      cancel(eventId);
    },
    findBooked: async (_, { transactionId }) => {
      breathe();
      return [...events.values()].find((one) => one.transactionId === transactionId);
    },
  };

  return {
    calendar,
    /** The events there are, and what else people in them were told: each thing once, however often it was asked. */
    told: (): string[] => [...new Set(asked)],
    /** What was asked until now belongs to the scene. */
    hush: (): void => {
      asked = [];
    },
    forget: (): void => {
      [events, asked] = [new Map(), []];
    },
  };
}
