/** Each request as the first step of a trace, by the pattern of its route: an address has ids in it. */
import type { RequestHandler, Response } from 'express';
import type { Route } from '../platform/doors.ts';
import { nameWords, type Telemetry } from '../platform/telemetry.ts';

/** Doors beside the route table; the parts of them that are ids are not told. */
const beside = [
  ...['/api/messages', '/api/openapi.json', '/notifications', '/tab', '/kiosk'],
  ...['/go', '/meeting', '/certificate', '/badges', '/stop'],
] as const;
/** Asked every few seconds by whatever keeps the process running. */
const unasked = /^\/health\//;

export function tracedRequests(telemetry: Telemetry, routes: readonly Pick<Route, 'path'>[]): RequestHandler {
  nameWords('route', [...beside, ...routes.map(({ path }) => `/api${path}`)]);
  return (req, res, next) => {
    const { method, path } = req;
    if (unasked.test(path)) return next();
    const step = telemetry.begin('request', { method }, req.get('traceparent'));
    res.once('close', () => {
      const { statusCode: status, writableFinished } = res;
      step.note({ route: routeOf(path, res), ...(writableFinished ? { status } : { outcome: 'gone' }) });
      step.end(writableFinished && status >= 500);
    });
    step.run(next);
  };
}

/** The route that took it says its own pattern; of the others the first part of the address tells which one it is. */
function routeOf(path: string, res: Response): string {
  const route: unknown = res.locals['route'];
  if (typeof route === 'string') return `/api${route}`;
  return beside.find((one) => path === one || path.startsWith(`${one}/`)) ?? 'other';
}
