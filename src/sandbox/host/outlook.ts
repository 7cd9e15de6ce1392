/** Control API: a person's calendar, mail and activity feed, as the product wrote to them. */
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { day, localDate } from '../../platform/clock.ts';
import type { GraphAnswer } from '../graph/answers.ts';
import type { CalendarEntry } from '../graph/entries.ts';
import { instantAt } from '../graph/zones.ts';
import { asked } from './asked.ts';
import { personIn, Unwelcome, type HostWorld } from './world.ts';

const whose = z.looseObject({ personId: z.string() });
const span = z.looseObject({
  personId: z.string(),
  /** The first local day; today where none is named. */
  from: z.iso.date().optional(),
  days: z.coerce.number().int().min(1).max(366).optional(),
  /** `all` tells the other appointments of the organisation too, which the product did not write. */
  show: z.enum(['booked', 'all']).default('booked'),
});

const doings = ['move', 'repeat', 'remove', 'forward', 'cancel', 'accept', 'tentativelyAccept', 'decline'] as const;
type Doing = (typeof doings)[number];
const place = z.looseObject({ entryId: z.string(), doing: z.enum(doings) });
const wish = z.strictObject({
  personId: z.string(),
  /** For `move`: UTC. */
  start: z.iso.datetime().optional(),
  end: z.iso.datetime().optional(),
  /** For `forward`: an address. */
  to: z.email().optional(),
  /** For `repeat`: how many weeks. */
  times: z.int().min(2).max(52).default(4),
});

export function outlookRoutes(world: HostWorld): Router {
  const { graph } = world;
  const routes = Router();
  routes.get('/sandbox/calendar', (req: Request, res: Response) => {
    res.json(calendarOf(world, asked(span, req.query)));
  });
  routes.post('/sandbox/calendar/:entryId/:doing', async (req: Request, res: Response) => {
    const { entryId, doing } = asked(place, req.params);
    res.json(await inOutlook(world, entryId, doing, asked(wish, req.body)));
  });
  routes.get('/sandbox/mail', (req: Request, res: Response) => {
    res.json(graph.mailOf(personIn(world, asked(whose, req.query).personId).id));
  });
  routes.get('/sandbox/notifications', (req: Request, res: Response) => {
    res.json(graph.notificationsOf(personIn(world, asked(whose, req.query).personId).id));
  });
  return routes;
}

/** What a person does in Outlook itself: through Graph, with the own rights, so that the product hears of it as it would. */
async function inOutlook(
  world: HostWorld,
  entryId: string,
  doing: Doing,
  { personId, ...wanted }: z.infer<typeof wish>,
) {
  const person = personIn(world, personId);
  const path = `/me/events/${encodeURIComponent(entryId)}`;
  const answer = await askFor(doing, wanted, (method, below, body) =>
    world.graph.asPerson(person.id, method, `${path}${below}`, body),
  );
  if (answer.status < 400) return {};
  const said = z.object({ error: z.object({ message: z.string() }) }).safeParse(answer.body);
  throw new Unwelcome(answer.status, said.data?.error.message ?? 'Outlook does not do that.');
}

type Ask = (method: string, below: string, body?: unknown) => Promise<GraphAnswer>;

function askFor(doing: Doing, wanted: Omit<z.infer<typeof wish>, 'personId'>, ask: Ask): Promise<GraphAnswer> {
  switch (doing) {
    case 'move':
      return ask('PATCH', '', { start: utc(wanted.start), end: utc(wanted.end) });
    case 'repeat':
      return ask('PATCH', '', { recurrence: weekly(wanted.times) });
    case 'remove':
      return ask('DELETE', '');
    case 'forward':
      return ask('POST', '/forward', { toRecipients: [{ emailAddress: { address: wanted.to, name: wanted.to } }] });
    case 'cancel':
    case 'accept':
    case 'tentativelyAccept':
    case 'decline':
      return ask('POST', `/${doing}`, { comment: '' });
    default:
      return doing satisfies never;
  }
}

const utc = (instant: string | undefined) => ({ dateTime: instant?.slice(0, 19), timeZone: 'UTC' });
const weekly = (times: number) => ({
  pattern: { type: 'weekly', interval: 1 },
  range: { type: 'numbered', numberOfOccurrences: times },
});

function calendarOf(world: HostWorld, { personId, from, days, show }: z.infer<typeof span>) {
  const person = personIn(world, personId);
  const zone = person.mailbox?.ianaZone ?? 'Europe/Brussels';
  // Without a first day: all that was booked in the half year behind and the year ahead.
  const first = from ?? localDate(world.clock.now() - (days === undefined ? 182 * day : 0), zone);
  const start = instantAt(zone, first, 0);
  const end = start + (days ?? (from === undefined ? 550 : 7)) * day;
  const entries = world.graph.calendarOf(person.id, new Date(start), new Date(end));
  return entries.filter(({ event }) => show === 'all' || event !== undefined).map(shownEntry);
}

function shownEntry({ id, subject, start, end, status, location, event }: CalendarEntry) {
  const times = { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
  if (!event) return { id, subject, ...times, status, location, booked: false };
  const { isCancelled, isAllDay, attendees, joinUrl, organiserId, body, transactionId } = event;
  const isHidden = event.hideAttendees === true && event.personId !== organiserId;
  const others = { attendees: isHidden ? [] : attendees };
  const said = { isCancelled, isAllDay, ...others, joinUrl, organiserId, transactionId, body: body.content };
  return {
    id,
    subject,
    ...times,
    status,
    location,
    booked: true,
    isOrganiser: organiserId === event.personId,
    ...said,
  };
}
