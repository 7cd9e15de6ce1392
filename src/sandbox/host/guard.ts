/** Only this machine, and only the host page itself: pages of other sites in the same browser get nothing. */
import type { NextFunction, Request, RequestHandler, Response } from 'express';

const ours = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;
const loopback = /^(127\.|::1$|::ffff:127\.)/;

/** `Host` is checked against a name that an attacker lets point here, `Origin` against other pages. */
export function onlyFromHere(): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    const why = whyRefused(req);
    if (why === undefined) return next();
    res.status(403).json({ error: why });
  };
}

function whyRefused(req: Request): string | undefined {
  const { host = '', origin } = req.headers;
  if (!loopback.test(req.socket.remoteAddress ?? '')) return 'The sandbox answers this machine only.';
  if (!ours.test(host)) return 'The sandbox is reached as 127.0.0.1 or localhost only.';
  if (origin !== undefined && origin !== `http://${host}`) return 'The sandbox answers its own page only.';
  if (req.headers['sec-fetch-site'] === 'cross-site' && req.method !== 'GET') return 'Not from another site.';
  return undefined;
}
