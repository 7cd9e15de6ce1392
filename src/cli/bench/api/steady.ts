/** Requests at a steady rate, whether those before were answered or not; each is measured from the moment at which it was due. */
import { Agent, request } from 'node:http';
import { pause } from '../../../platform/clock.ts';
import type { Wanted } from './visits.ts';

/** Of whoever waits longer nobody waits for the answer. */
const longestAnswerMs = 10_000;
/** When so many wait, no more are sent, and each that was due counts as failed. */
const mostOpen = 1_500;

export interface Asked {
  readonly method: Wanted['method'];
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  /** When it was due, in milliseconds since the first. */
  readonly at: number;
}

export interface Offer {
  /** Of several each in its turn. */
  readonly url: string | readonly string[];
  /** A second. */
  readonly rate: number;
  readonly seconds: number;
  next(): Wanted;
}

export interface Offered {
  readonly asked: readonly Asked[];
  readonly seconds: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

export function offer({ url, rate, seconds, next }: Offer): Promise<Offered> {
  const urls = typeof url === 'string' ? [url] : url;
  let turn = 0;
  return steadily({ rate, seconds }, () => {
    const wanted = next();
    turn = (turn + 1) % urls.length;
    return { method: wanted.method, path: wanted.path, answered: send(urls[turn]!, wanted) };
  });
}

interface Begun {
  readonly method: Wanted['method'];
  readonly path: string;
  /** The status. */
  readonly answered: Promise<number>;
}

/** Begins one after the other, each when it is due; `seconds` are those in which they were begun. */
export async function steadily(
  { rate, seconds }: Pick<Offer, 'rate' | 'seconds'>,
  begin: () => Begun,
): Promise<Offered> {
  const asked: Asked[] = [];
  const open = new Set<Promise<void>>();
  const begun = performance.now();
  const count = Math.round(rate * seconds);
  const dueAt = (place: number): number => begun + (place * 1000) / rate;
  for (let place = 0; place < count;) {
    for (const now = performance.now(); place < count && dueAt(place) <= now; place += 1) {
      const due = dueAt(place);
      if (open.size >= mostOpen) {
        asked.push({ method: 'GET', path: 'not sent', status: 0, ms: 0, at: due - begun });
        continue;
      }
      const { method, path, answered } = begin();
      const one: Promise<void> = answered.then((status) => {
        asked.push({ method, path, status, ms: performance.now() - due, at: due - begun });
        open.delete(one);
      });
      open.add(one);
    }
    await pause(Math.max(1, dueAt(place) - performance.now()));
  }
  const offeredFor = (performance.now() - begun) / 1000;
  await Promise.all(open);
  return { asked, seconds: offeredFor };
}

/** The status; 0 where there was no answer. */
export function send(url: string, { method, path, token, body }: Wanted): Promise<number> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve) => {
    const asked = request(`${url}/api${path}`, {
      ...{ agent, method, timeout: longestAnswerMs },
      headers: {
        ...{ authorization: `Bearer ${token}`, 'accept-language': 'en' },
        ...(text === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      },
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(0));
    asked.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
      answer.on('error', () => resolve(0));
    });
    asked.end(text);
  });
}
