/** Outlook's events and free/busy answers: their shapes, and how they become instants. */
import { DateTime } from 'luxon';
import { z } from 'zod';
import { mailboxSettings, workingHoursIn, type WorkingHours } from './users.ts';
import { ianaZone } from './zones.ts';

const graphTime = z.object({ dateTime: z.string(), timeZone: z.string().nullish() });

/** Milliseconds since 1970 for Graph's local time with a zone beside it. */
export const instant = graphTime.transform(({ dateTime, timeZone }, problems) => {
  const time = DateTime.fromISO(dateTime, { zone: ianaZone(timeZone) ?? 'utc' });
  if (time.isValid) return time.toMillis();
  problems.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});

/** Graph's form of an instant: the local time of this IANA zone, so that the event stays there when clocks change. */
export function graphTimeOf(at: number, zone: string): { dateTime: string; timeZone: string } {
  return { dateTime: DateTime.fromMillis(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ss"), timeZone: zone };
}

export interface Period {
  readonly start: number;
  readonly end: number;
}

/** `status` as Outlook shows it to colleagues: tentative, busy, oof, unknown. */
export interface BusyPeriod extends Period {
  readonly status?: string;
}

/** `hours` as the mailbox has them, where the answer says. */
export type FreeBusy =
  | { readonly busy: readonly BusyPeriod[]; readonly hours?: WorkingHours }
  | { readonly problem: 'no-mailbox' | 'unknown' };

const schedule = z.object({
  scheduleId: z.string(),
  scheduleItems: z.array(z.object({ status: z.string(), start: instant, end: instant })).default([]),
  workingHours: mailboxSettings.shape.workingHours.nullish().catch(undefined),
  error: z.object({ responseCode: z.string().optional() }).nullish(),
});
export const schedules = z.object({ value: z.array(schedule) });

/** Working elsewhere is working; a tentative meeting is somebody's plan. */
const taken = new Set(['busy', 'tentative', 'oof', 'unknown']);
const withoutMailbox = new Set([
  'ErrorMailRecipientNotFound',
  'ErrorNonExistentMailbox',
  'MailboxNotEnabledForRESTAPI',
  'ErrorMailboxNotFound',
]);

export function freeBusyIn({ error, scheduleItems, workingHours }: z.infer<typeof schedule>): FreeBusy {
  if (error) return { problem: withoutMailbox.has(error.responseCode ?? '') ? 'no-mailbox' : 'unknown' };
  const busy = scheduleItems.map((one) => ({ ...one, status: one.status.toLowerCase() }));
  return {
    busy: busy.filter(({ status }) => taken.has(status)).toSorted((one, other) => one.start - other.start),
    ...(workingHours ? { hours: workingHoursIn({ workingHours, timeZone: undefined }) } : {}),
  };
}

export interface BookedEvent extends Period {
  readonly eventId: string;
  readonly etag: string | undefined;
  readonly joinUrl: string | undefined;
  readonly cancelled: boolean;
  /** What those who were asked have said so far: `none`, `accepted`, `tentativelyAccepted`, `declined`. */
  readonly answers: readonly { readonly address: string; readonly answer: string }[];
}

export const outlookEvent = z
  .object({
    id: z.string(),
    '@odata.etag': z.string().optional(),
    start: instant,
    end: instant,
    isCancelled: z.boolean().nullish(),
    transactionId: z.string().nullish(),
    onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
    attendees: z
      .array(
        z.object({
          emailAddress: z.object({ address: z.string().nullish() }),
          status: z.object({ response: z.string().nullish() }).nullish(),
        }),
      )
      .default([]),
  })
  .transform((event): BookedEvent & { transactionId: string | undefined } => ({
    eventId: event.id,
    etag: event['@odata.etag'],
    start: event.start,
    end: event.end,
    joinUrl: event.onlineMeeting?.joinUrl ?? undefined,
    cancelled: event.isCancelled ?? false,
    answers: event.attendees.map(({ emailAddress, status }) => ({
      address: emailAddress.address ?? '',
      answer: status?.response ?? 'none',
    })),
    transactionId: event.transactionId ?? undefined,
  }));

export const eventFields = 'id,start,end,isCancelled,transactionId,onlineMeeting,attendees';
