/** A meeting as an iCalendar file, for calendars that we cannot reach. The same meeting has the same UID; a change has a higher number. */
import { createEvent, type DateArray } from 'ics';
import type { Meeting } from '../model.ts';

/** No carriage returns and no control characters of a person's text get into the file. */
const clean = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

export interface FileTexts {
  /** Sentences of the reader's language. */
  readonly title: string;
  readonly text: string;
  readonly organiser?: { readonly name: string; readonly email: string };
}

/** The file's text: to be added or changed while the meeting is planned, to be cancelled when it is. RFC 5545 and 5546. */
export function calendarFile(one: Meeting, { title, text, organiser }: FileTexts): string {
  const isOff = one.state === 'cancelled';
  const { error, value } = createEvent({
    uid: `${one.id}@tandem`,
    sequence: one.sequence,
    method: isOff ? 'CANCEL' : 'PUBLISH',
    productId: 'tandem',
    title: clean(title),
    description: clean(text),
    start: utcParts(one.start),
    startInputType: 'utc',
    startOutputType: 'utc',
    end: utcParts(one.end),
    endInputType: 'utc',
    endOutputType: 'utc',
    status: isOff ? 'CANCELLED' : 'CONFIRMED',
    classification: 'PRIVATE',
    busyStatus: isOff ? 'FREE' : 'BUSY',
    ...(isOff
      ? {}
      : { alarms: [{ action: 'display', description: clean(title), trigger: { before: true, minutes: 15 } }] }),
    ...(organiser ? { organizer: { name: clean(organiser.name), email: organiser.email } } : {}),
    ...(one.joinUrl === undefined ? {} : { url: one.joinUrl }),
  });
  if (error || typeof value !== 'string') throw error ?? new Error('no calendar file');
  return value;
}

function utcParts(instant: number): DateArray {
  const at = new Date(instant);
  return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()];
}
