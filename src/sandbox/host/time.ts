/** Control API: the clock that is moved on, what happens on the way, and what seeded people do. */
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { daysAfter, hour } from '../../platform/clock.ts';
import type { Acts } from '../acts/table.ts';
import { asked } from './asked.ts';
import { Unwelcome, type HostWorld } from './world.ts';

const zone = 'Europe/Brussels';
const wish = z
  .strictObject({
    days: z.number().min(0).max(3660).optional(),
    hours: z.number().min(0).max(87_840).optional(),
    to: z.iso.datetime({ offset: true }).or(z.iso.date()).optional(),
    step: z.enum(['minute', 'hour']).optional(),
  })
  .refine(({ days, hours, to }) => (to === undefined ? days !== undefined || hours !== undefined : true), {
    error: 'say {days}, {hours} or {to}',
  })
  .refine(({ days, hours, to }) => to === undefined || (days === undefined && hours === undefined), {
    error: 'say either {to}, or {days} and {hours}',
  });
type Wish = z.infer<typeof wish>;

const act = z.looseObject({ what: z.string() });

export function timeRoutes(world: HostWorld, acts: Acts): Router {
  const { clock, drain, graph, story } = world;
  const routes = Router();
  routes.get('/sandbox/clock', (_req: Request, res: Response) => {
    const moving = drain.moving();
    const under = moving && { from: isoOf(moving.from), to: isoOf(moving.to), ran: moving.ran };
    res.json({ now: isoOf(clock.now()), moving: under ?? null, story: story.chapter() ?? null });
  });
  routes.post('/sandbox/clock', async (req: Request, res: Response) => {
    const wanted = asked(wish, req.body);
    // The story moves the clock through the past: whoever comes then waits for today.
    await story.told();
    // What changed in Outlook just now is heard of before the clock goes on, and what comes late before it is told.
    await graph.quiet();
    const moved = await drain.moveTo(targetOf(wanted, clock.now()), wanted.step);
    await graph.quiet();
    res.json(moved);
  });
  routes.post('/sandbox/act', async (req: Request, res: Response) => {
    const { what, ...details } = asked(act, req.body);
    const found = Object.hasOwn(acts, what) ? acts[what] : undefined;
    const names = Object.keys(acts);
    if (!found)
      throw new Unwelcome(400, `Nobody knows how to act "${what}"; but: ${names.join(', ')}.`, { acts: names });
    await story.told();
    res.json((await found(details)) ?? {});
  });
  return routes;
}

function targetOf({ days = 0, hours = 0, to }: Wish, now: number): number {
  if (to === undefined) return daysAfter(now, Math.floor(days), zone) + (days % 1) * 24 * hour + hours * hour;
  const target = Date.parse(to);
  if (target < now) throw new Unwelcome(400, `The sandbox's clock cannot go back: it is ${isoOf(now)} already.`);
  return target;
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}
