/** Door for whoever runs the product: does this process live, and is it ready. The answers name nobody and nothing of the installation. */
import express, { type Express, type RequestHandler } from 'express';
import type { Readiness } from '../platform/readiness.ts';

/** Live: the process answers, whatever else is away. Ready: it can do its work; 503 and why otherwise. */
export function addHealth(app: Express, readiness: Pick<Readiness, 'hindrances'>): void {
  app.get('/health/live', (_req, res) => void res.json({ live: true }));
  app.get('/health/ready', async (_req, res) => {
    const because = await readiness.hindrances();
    if (because.length === 0) res.json({ ready: true });
    else res.status(503).json({ ready: false, because });
  });
}

/** While the process ends each answer closes its connection, so that the next request goes to another process. */
export function politely({ isEnding }: Pick<Readiness, 'isEnding'>): RequestHandler {
  return (_req, res, next) => {
    if (isEnding()) res.set('Connection', 'close');
    next();
  };
}

/** A worker has no other door. */
export function healthAlone(readiness: Readiness): Express {
  const app = express().disable('x-powered-by').disable('etag');
  app.use(politely(readiness));
  addHealth(app, readiness);
  app.use((_req, res) => void res.status(404).end());
  return app;
}
