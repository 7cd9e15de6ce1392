/** Trouble on request: the next answers of a sandbox server go wrong, in the ways in which the real service goes wrong. */
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { ServerResponse } from 'node:http';

export const faultKinds = ['429', '503', '504', 'hang', 'reset', 'reset-after-commit', 'truncated', 'html'] as const;
export type FaultKind = (typeof faultKinds)[number];

/** Faults that spoil the answer to work that was done; all others come instead of the work. */
export type LateFault = 'reset-after-commit' | 'truncated';

export function isLate(kind: FaultKind): kind is LateFault {
  return kind === 'reset-after-commit' || kind === 'truncated';
}

export interface Faults {
  /** The next `count` requests meet this fault; what was asked before comes first. */
  inject(kind: FaultKind, count: number): void;
  /** Takes one fault from the queue, if any waits. */
  take(): FaultKind | undefined;
  clear(): void;
  /** How many of each kind were met so far. */
  met(): Readonly<Record<string, number>>;
}

export function newFaults(): Faults {
  let waiting: { kind: FaultKind; left: number }[] = [];
  const met: Record<string, number> = {};
  return {
    inject: (kind, count) => void waiting.push({ kind, left: count }),
    clear: () => void (waiting = []),
    met: () => ({ ...met }),
    take() {
      while (waiting[0] && waiting[0].left <= 0) waiting.shift();
      const next = waiting[0];
      if (!next) return undefined;
      next.left -= 1;
      met[next.kind] = (met[next.kind] ?? 0) + 1;
      return next.kind;
    },
  };
}

const refusals = {
  '429': { code: 'TooManyRequests', message: 'Too many requests. Try again later.' },
  '503': { code: 'ServiceUnavailable', message: 'The service is temporarily unavailable.' },
  '504': { code: 'GatewayTimeout', message: 'The gateway did not receive a timely response.' },
} as const;

let throttled = 0;

/** Answers with an early fault. A hanging request stays open until the caller gives up or the server closes. */
export function answerFault(kind: Exclude<FaultKind, LateFault>, res: ServerResponse): void {
  if (kind === 'hang') return;
  if (kind === 'reset') {
    res.socket?.resetAndDestroy();
    return;
  }
  if (kind === 'html') {
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    res.end('<!DOCTYPE html><html><head><title>Sign in to the network</title></head><body>Welcome</body></html>');
    return;
  }
  // Both kinds occur in the wild, so that callers have to manage without the header too.
  const retry = kind === '429' && throttled++ % 2 === 0 ? { 'retry-after': '1' } : {};
  res.writeHead(Number(kind), { 'content-type': 'application/json', ...retry });
  res.end(JSON.stringify({ error: refusals[kind] }));
}

/** Half of the answer under the length of the whole one, then the line is cut. */
export function sendTruncated(res: ServerResponse, whole: Buffer): void {
  if (whole.length < 2) {
    res.socket?.resetAndDestroy();
    return;
  }
  res.setHeader('content-length', whole.length);
  res.write(whole.subarray(0, Math.floor(whole.length / 2)), () => res.socket?.destroy());
}

/** Puts the faults before the routes of an Express server. */
export function faultGate(faults: Faults): RequestHandler {
  return (_req: Request, res: Response, next: NextFunction) => {
    const kind = faults.take();
    if (kind === undefined) return next();
    if (!isLate(kind)) return answerFault(kind, res);
    spoilEnd(res, kind);
    return next();
  };
}

function spoilEnd(res: Response, kind: LateFault): void {
  const spoiled = (chunk?: unknown): Response => {
    if (kind === 'reset-after-commit') res.socket?.resetAndDestroy();
    else sendTruncated(res, Buffer.isBuffer(chunk) ? chunk : Buffer.from(typeof chunk === 'string' ? chunk : ''));
    return res;
  };
  res.end = spoiled;
}
