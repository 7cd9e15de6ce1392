/** Control API: a person's calendar, mail and activity feed, as the product wrote to them. */
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { day, localDate } from '../../platform/clock.ts';
import type { CalendarEntry } from '../graph/entries.ts';
import { instantAt } from '../graph/zones.ts';
import { asked } from './asked.ts';
import { personIn, type HostWorld } from './world.ts';

const whose = z.looseObject({ personId: z.string() });
const span = z.looseObject({
  personId: z.string(),
  /** The first local day; today where none is named. */
  from: z.iso.date().optional(),
  days: z.coerce.number().int().min(1).max(366).optional(),
  /** `all` tells the other appointments of the organisation too, which the product did not write. */
  show: z.enum(['booked', 'all']).default('booked'),
});

export function outlookRoutes(world: HostWorld): Router {
  const { graph } = world;
  const routes = Router();
  routes.get('/sandbox/calendar', (req: Request, res: Response) => {
    res.json(calendarOf(world, asked(span, req.query)));
  });
  routes.get('/sandbox/mail', (req: Request, res: Response) => {
    res.json(graph.mailOf(personIn(world, asked(whose, req.query).personId).id));
  });
  routes.get('/sandbox/notifications', (req: Request, res: Response) => {
    res.json(graph.notificationsOf(personIn(world, asked(whose, req.query).personId).id));
  });
  return routes;
}

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
  const said = { isCancelled, isAllDay, attendees, joinUrl, organiserId, transactionId, body: body.content };
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
