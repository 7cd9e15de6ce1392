/**
 * The door for what Outlook tells: Graph posts here, without any sign-in. It proves first that we want it (the handshake); then each
 * notification is believed by its secret alone, answered at once, and what it is about is read later by the worker.
 */
import { json, Router, type Request, type Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { notices } from '../features/meetings/following/model.ts';
import { hear } from '../features/meetings/following/hearing/usecases.ts';
import { noticesPath } from '../features/meetings/following/subscribing/usecases.ts';
import { escapeMarkup } from '../platform/markup.ts';
import type { Platform } from '../platform/platform.ts';

/** How many notifications may be none of ours in a minute, in each process; then all wait, and Graph tries again. */
const mostForeign = 300;
const seconds = 60;
const longestToken = 2_000;

export function notificationDoor(deps: Platform): Router {
  const foreign = new RateLimiterMemory({ points: mostForeign, duration: seconds });
  const key = 'all';

  async function listen(req: Request, res: Response): Promise<void> {
    const { validationToken } = req.query;
    if (typeof validationToken === 'string') return shake(res, validationToken);
    const left = (await foreign.get(key))?.remainingPoints ?? mostForeign;
    if (left <= 0) return void res.status(429).set('Retry-After', String(seconds)).end();
    const body = notices.safeParse(req.body);
    const count = body.success ? await hear(deps, body.data.value) : 1;
    if (count > 0) {
      await foreign.penalty(key, count);
      deps.log.warn({ count }, 'notifications were not ours');
    }
    if (!body.success) return void res.status(400).end();
    // Also for what is not ours: whoever guesses learns nothing.
    res.status(202).end();
  }

  return Router().post(noticesPath, json({ limit: '256kb' }), listen);
}

/** Graph's own tokens hold nothing that is markup; whoever sends something else gets it back harmless. */
function shake(res: Response, token: string): void {
  if (token.length > longestToken) return void res.status(400).end();
  res.status(200).set('Content-Type', 'text/plain; charset=utf-8').send(escapeMarkup(token));
}
