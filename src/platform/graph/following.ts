/**
 * What becomes of events in Outlook: who follows a mailbox hears of changes (subscriptions), asks what changed since last time
 * (delta), and reads an event or a series. With the app's own rights, or with those of whoever reads the own calendar.
 */
import { DateTime } from 'luxon';
import { z } from 'zod';
import { Failure } from '../errors.ts';
import type { Graph } from '../graph.ts';
import { instant, type Period } from './events.ts';
import { graphProblemIn, unlessGone } from './problems.ts';

/** An event as it stands in the calendar that was read. */
export interface SeenEvent extends Period {
  readonly eventId: string;
  readonly etag: string | undefined;
  /** When Outlook last changed it; nothing for an occurrence that is as its series has it. */
  readonly changedAt: number | undefined;
  readonly kind: 'single' | 'series' | 'occurrence';
  readonly seriesId: string | undefined;
  readonly cancelled: boolean;
  readonly joinUrl: string | undefined;
  /** People who are asked, and what they said: `none`, `accepted`, `tentativelyAccepted`, `declined`. Nothing where it was not told. */
  readonly answers: readonly { readonly address: string; readonly answer: string }[] | undefined;
}

export interface CalendarChanges {
  readonly changed: readonly SeenEvent[];
  /** Ids of events that are not in the period any more: deleted, or moved out of it. */
  readonly removed: readonly string[];
  /** Where the next question goes on. */
  readonly link: string;
}

export interface Subscription {
  readonly id: string;
  readonly until: number;
}

/** With whose rights a calendar is read: those of a person in the tab, or the app's for somebody's mailbox. */
export type Reader = { readonly assertion: string } | { readonly mailboxOf: string };

/** Every question is Failure `unavailable` with `graph-not-permitted` where the administrator did not allow it. */
export interface Following {
  /** Graph proves first that `address` wants it. Changes and lifecycle notifications go there, with `secret` in each. */
  subscribe(wish: {
    readonly personId: string;
    readonly address: string;
    readonly secret: string;
    readonly until: number;
  }): Promise<Subscription>;
  /** Failure `gone` with `subscription-gone` when Graph has none any more. */
  renew(subscriptionId: string, until: number): Promise<Subscription>;
  /** One that is gone is as good. */
  unsubscribe(subscriptionId: string): Promise<void>;
  /** All of a period, or what changed since a link was given. Failure `gone` with `start-anew` when Graph forgot the link. */
  changes(personId: string, since: { readonly link: string } | Period): Promise<CalendarChanges>;
  /** This and the next throw Failure `event-gone` when the event was deleted. */
  look(reader: Reader, eventId: string): Promise<SeenEvent>;
  occurrences(reader: Reader, seriesId: string, period: Period): Promise<readonly SeenEvent[]>;
}

const inUtc = { Prefer: 'outlook.timezone="UTC", odata.maxpagesize=100' };
/** For a person who waits for a page. */
const patienceOfReaders = 4_000;

const seenEvent = z
  .object({
    id: z.string(),
    '@odata.etag': z.string().optional(),
    start: instant,
    end: instant,
    lastModifiedDateTime: z.string().nullish(),
    type: z.string().nullish(),
    seriesMasterId: z.string().nullish(),
    isCancelled: z.boolean().nullish(),
    onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
    attendees: z
      .array(
        z.object({
          type: z.string().nullish(),
          emailAddress: z.object({ address: z.string().nullish() }),
          status: z.object({ response: z.string().nullish() }).nullish(),
        }),
      )
      .nullish(),
  })
  .transform((event): SeenEvent => ({
    ...{ eventId: event.id, etag: event['@odata.etag'], start: event.start, end: event.end },
    changedAt: millisOf(event.lastModifiedDateTime),
    kind: kindOf(event.type),
    seriesId: event.seriesMasterId ?? undefined,
    cancelled: event.isCancelled ?? false,
    joinUrl: event.onlineMeeting?.joinUrl ?? undefined,
    answers: event.attendees?.filter(isAsked).map(({ emailAddress, status }) => ({
      address: emailAddress.address ?? '',
      answer: status?.response ?? 'none',
    })),
  }));

/** Rooms answer too, and some mailboxes list the organiser. */
function isAsked(one: {
  type?: string | null | undefined;
  status?: { response?: string | null | undefined } | null | undefined;
}): boolean {
  return one.type !== 'resource' && one.status?.response !== 'organizer';
}

const fields = 'id,start,end,lastModifiedDateTime,type,seriesMasterId,isCancelled,onlineMeeting,attendees';

const removed = z.object({ id: z.string(), '@removed': z.unknown().refine((one) => one !== undefined) });
const page = z.object({
  value: z.array(z.union([removed, seenEvent])),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

const subscription = z
  .object({ id: z.string(), expirationDateTime: z.string() })
  .transform(({ id, expirationDateTime }): Subscription => ({ id, until: Date.parse(expirationDateTime) }));

export function createFollowing(graph: Graph): Following {
  return {
    subscribe: ({ personId, address, secret, until }) =>
      graph.ask({
        call: 'POST /subscriptions',
        body: {
          ...{ changeType: 'created,updated,deleted', resource: `users/${personId}/events`, clientState: secret },
          ...{ notificationUrl: address, lifecycleNotificationUrl: address },
          expirationDateTime: new Date(until).toISOString(),
        },
        gives: subscription,
      }),
    renew: async (id, until) => {
      const body = { expirationDateTime: new Date(until).toISOString() };
      const asked = graph.ask({ call: 'PATCH /subscriptions/{id}', ids: [id], body, gives: subscription });
      return asked.catch((error: unknown) => {
        if (graphProblemIn(error)?.status !== 404) throw error;
        throw new Failure('gone', 'subscription-gone', { cause: error });
      });
    },
    unsubscribe: async (id) => {
      const asked = graph.ask({ call: 'DELETE /subscriptions/{id}', ids: [id], gives: z.unknown() });
      await asked.catch((error: unknown) => {
        if (graphProblemIn(error)?.status !== 404) throw error;
      });
    },
    changes: (personId, since) => changesOf(graph, personId, since),
    look: (reader, eventId) =>
      unlessGone(
        'assertion' in reader
          ? graph.ask({ call: 'GET /me/events/{id}', ids: [eventId], ...asReader(reader.assertion), gives: seenEvent })
          : graph.ask({
              call: 'GET /users/{id}/events/{id}',
              ids: [reader.mailboxOf, eventId],
              ...asApp,
              gives: seenEvent,
            }),
      ),
    occurrences: (reader, seriesId, { start, end }) => {
      const query = { startDateTime: isoOf(start), endDateTime: isoOf(end), $select: fields, $top: 100 };
      return unlessGone(
        'assertion' in reader
          ? graph.askAll({
              ...{ call: 'GET /me/events/{id}/instances', ids: [seriesId], ...asReader(reader.assertion), query },
              each: seenEvent,
            })
          : graph.askAll({
              ...{ call: 'GET /users/{id}/events/{id}/instances', ids: [reader.mailboxOf, seriesId], ...asApp, query },
              each: seenEvent,
            }),
      );
    },
  };
}

const asApp = { headers: inUtc, query: { $select: fields } };
const asReader = (assertion: string) => ({ ...asApp, as: assertion, within: patienceOfReaders });

async function changesOf(
  graph: Graph,
  personId: string,
  since: { readonly link: string } | Period,
): Promise<CalendarChanges> {
  const first =
    'link' in since
      ? { link: since.link }
      : { ids: [personId], query: { startDateTime: isoOf(since.start), endDateTime: isoOf(since.end) } };
  const found: z.infer<typeof page>['value'] = [];
  for (let next: typeof first | { link: string } = first; ;) {
    const asked = graph.ask({ call: 'GET /users/{id}/calendarView/delta', ...next, headers: inUtc, gives: page });
    const got = await asked.catch((error: unknown) => {
      if (graphProblemIn(error)?.status !== 410) throw error;
      throw new Failure('gone', 'start-anew', { cause: error });
    });
    found.push(...got.value);
    const link = got['@odata.nextLink'];
    if (link === undefined) return sorted(found, got['@odata.deltaLink'] ?? '');
    next = { link };
  }
}

function sorted(found: z.infer<typeof page>['value'], link: string): CalendarChanges {
  const changed = found.flatMap((one) => ('eventId' in one ? [one] : []));
  return { changed, removed: found.flatMap((one) => ('eventId' in one ? [] : [one.id])), link };
}

function kindOf(type: string | null | undefined): SeenEvent['kind'] {
  if (type === 'seriesMaster') return 'series';
  return type === 'occurrence' || type === 'exception' ? 'occurrence' : 'single';
}

function millisOf(text: string | null | undefined): number | undefined {
  const time = DateTime.fromISO(text ?? '');
  return time.isValid ? time.toMillis() : undefined;
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
