/** A meeting as an iCalendar file, for calendars that we cannot reach. The same meeting has the same UID; a change has a higher number. */
import { createEvent, type DateArray } from 'ics';
import type { Meeting } from '../model.ts';

/** No carriage returns and no control characters of a person's text get into the file. */
const clean = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

/** The file's text. `title` and `text` are the sentences of the reader's language. */
export function calendarFile(one: Meeting, { title, text }: { title: string; text: string }): string {
  const { error, value } = createEvent({
    uid: `${one.id}@tandem`,
    sequence: one.sequence,
    method: 'PUBLISH',
    productId: 'tandem',
    title: clean(title),
    description: clean(text),
    start: utcParts(one.start),
    startInputType: 'utc',
    startOutputType: 'utc',
    end: utcParts(one.end),
    endInputType: 'utc',
    endOutputType: 'utc',
    status: one.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    ...(one.joinUrl === undefined ? {} : { url: one.joinUrl }),
  });
  if (error || typeof value !== 'string') throw error ?? new Error('no calendar file');
  return value;
}

function utcParts(instant: number): DateArray {
  const at = new Date(instant);
  return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()];
}
