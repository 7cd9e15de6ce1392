/** Calls of pages to our own API: with the person's token and language; what goes wrong comes back as one Problem. */
import { packageHeader } from '../platform/package-header.ts';
import type { Language } from '../platform/words.ts';
import { connection } from './connection.ts';
import { forgetToken, tabToken } from './host.ts';
import { keptInSession } from './kept-here.ts';
import { say } from './words.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface FieldMessage {
  /** The path of the field in the body, such as `answers.hours`. */
  readonly field: string;
  /** A sentence in the reader's language that says what to do. */
  readonly message: string;
}

/** Every failed call: `detail` is a sentence for the reader, `fields` stand next to their fields. Status 0: no answer. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly code: string;
  readonly reason: string;
  readonly fields: readonly FieldMessage[];

  constructor(status: number, told: Partial<Omit<Problem, 'status'>> & { detail: string }) {
    super(told.detail);
    this.status = status;
    this.title = told.title ?? '';
    this.detail = told.detail;
    this.code = told.code ?? 'unavailable';
    this.reason = told.reason ?? '';
    this.fields = told.fields ?? [];
  }
}

let language: Language = 'en';

/** The language that the server answers in; set once by the shell. */
export function askIn(next: Language): void {
  language = next;
}

/** Of the app's package, in the address that it opens: the server learns which ones are in use. */
const opened = new URLSearchParams(globalThis.location?.search).get('package');

/**
 * Calls `/api` + path and gives the parsed answer (undefined for 204). Throws Problem only.
 * Reads are tried again for some seconds; a refused token is renewed once. What the route `gives` is what T must be.
 */
export async function ask<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const answer = await patiently(method, path, body);
  return answer.status === 204 ? noContent() : answer.json();
}

/** A file of our API under its name; made for what stands in `body` where there is one. A link could not fetch it: the token goes in a header. */
export async function askForFile(path: string, body?: unknown): Promise<File> {
  const answer = await patiently(body === undefined ? 'GET' : 'POST', path, body);
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'file';
  return new File([await answer.blob()], name, { type: answer.headers.get('content-type') ?? '' });
}

/** A service that is started anew is there again within these: whoever only reads need not notice. */
const waitsMs = [400, 800, 1_600, 3_200];

async function patiently(method: Method, path: string, body: unknown): Promise<Response> {
  for (const wait of navigator.onLine ? waitsMs : waitsMs.slice(0, 1))
    try {
      return await once(method, path, body);
    } catch (error) {
      if (!(error instanceof Problem) || !mayTryAgain(method, error)) throw error;
      if (error.status === 401) {
        forgetToken();
        break;
      }
      await pause(wait);
    }
  return lastTry(method, path, body);
}

async function lastTry(method: Method, path: string, body: unknown): Promise<Response> {
  try {
    return await once(method, path, body);
  } catch (error) {
    if (error instanceof Problem && error.status === 401) connection.set('session-lost');
    if (error instanceof Problem && error.status === 0) connection.set('offline');
    throw error;
  }
}

/** `withQuery('/people', { text: 'an' })`; what is undefined is left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return text === '' ? path : `${path}?${text}`;
}

const mayTryAgain = (method: Method, problem: Problem): boolean =>
  problem.status === 401 || (method === 'GET' && [0, 502, 503, 504].includes(problem.status));

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function once(method: Method, path: string, body: unknown): Promise<Response> {
  const key = method === 'GET' ? undefined : await keyFor(`${method} ${path} ${JSON.stringify(body)}`);
  const answer = await send(method, path, body, key?.value);
  if (!answer.ok) throw await problemFrom(answer);
  key?.answered();
  answered();
  return answer;
}

/**
 * What was sent and not answered keeps its key in this browser session: the same words sent again count once, whatever became of
 * the first answer. Other words are another wish, and so are the same ones after a yes.
 */
async function keyFor(sent: string): Promise<{ readonly value: string; answered(): void }> {
  // What was sent is named and not kept.
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sent));
  const place = `key/${[...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  const value = keptInSession.get(place) ?? crypto.randomUUID();
  keptInSession.set(place, value);
  return { value, answered: () => keptInSession.remove(place) };
}

/** The server may give what it read a moment ago; not to whoever has just changed something, perhaps through another process. */
const justChangedMs = 20_000;
let changedAt = -justChangedMs;

async function send(method: Method, path: string, body: unknown, key: string | undefined): Promise<Response> {
  const headers: Record<string, string> = { authorization: `Bearer ${await token()}`, 'accept-language': language };
  if (opened !== null) headers[packageHeader] = opened;
  if (method !== 'GET') changedAt = performance.now();
  else if (performance.now() - changedAt < justChangedMs) headers['cache-control'] = 'no-cache';
  if (key !== undefined) headers['idempotency-key'] = key;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const told = body === undefined ? {} : { body: JSON.stringify(body) };
  return fetch(`/api${path}`, { method, headers, ...told }).catch(() => {
    if (method !== 'GET') connection.set('offline');
    throw new Problem(0, { detail: say(language, 'problem.offline') });
  });
}

const noContent = (): ReturnType<Response['json']> => Promise.resolve(undefined);

async function token(): Promise<string> {
  return tabToken().catch(() => {
    throw sessionLost();
  });
}

function sessionLost(): Problem {
  return new Problem(401, { code: 'not-signed-in', detail: say(language, 'problem.session') });
}

async function problemFrom(answer: Response): Promise<Problem> {
  if (answer.status === 401) return sessionLost();
  const told: unknown = await answer.json().catch(() => undefined);
  if (textIn(told, 'reason') === 'forgotten') connection.set('forgotten');
  else answered();
  const detail = textIn(told, 'detail') ?? say(language, 'problem.ours');
  const title = textIn(told, 'title') ?? '';
  const code = textIn(told, 'code') ?? 'unavailable';
  return new Problem(answer.status, {
    title,
    detail,
    code,
    reason: textIn(told, 'reason') ?? '',
    fields: fieldsIn(told),
  });
}

/** Whoever is forgotten stays so, whatever else is answered, until they come back. */
function answered(): void {
  if (connection.is() !== 'forgotten') connection.set('fine');
}

function partOf(told: unknown, key: string): unknown {
  return typeof told === 'object' && told !== null ? Reflect.get(told, key) : undefined;
}

function textIn(told: unknown, key: string): string | undefined {
  const found = partOf(told, key);
  return typeof found === 'string' ? found : undefined;
}

function fieldsIn(told: unknown): FieldMessage[] {
  const fields = partOf(told, 'fields');
  if (!Array.isArray(fields)) return [];
  return fields.map((one) => ({ field: textIn(one, 'field') ?? '', message: textIn(one, 'message') ?? '' }));
}
