/** Why a message did not arrive: final (`Undeliverable`, shown to the coordinator) or passing (`TryLater`, for the worker). */
import { Failure } from '../errors.ts';
import { outcomeOf } from './outcomes.ts';

export const undeliverableReasons = [
  ...(['blocked', 'not-installed', 'disabled-by-admin', 'not-permitted', 'refused'] as const),
  ...(['no-chat', 'message-gone', 'unknown-person', 'card-too-large'] as const),
  // By mail: the product's own mailbox is not ready, or the address was refused.
  ...(['mail-not-set-up', 'mail-refused'] as const),
] as const;
export type UndeliverableReason = (typeof undeliverableReasons)[number];

/** Trying again will not help: somebody has to do something first. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
  readonly reason: UndeliverableReason;

  constructor(reason: UndeliverableReason, options: { cause?: unknown } = {}) {
    super(`undeliverable: ${reason}`, options.cause === undefined ? undefined : { cause: options.cause });
    this.reason = reason;
  }
}

/** Trying again may help, not before `retryAfterMs` where the service said so. */
export class TryLater extends Failure {
  readonly retryAfterMs: number | undefined;
  /** Nobody knows whether it was taken: what is sent again may be there twice. */
  readonly mayHaveArrived: boolean;

  constructor(
    reason: string,
    options: { cause?: unknown; retryAfterMs?: number | undefined; mayHaveArrived?: boolean } = {},
  ) {
    super('unavailable', reason, options.cause === undefined ? {} : { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs;
    this.mayHaveArrived = options.mayHaveArrived ?? false;
  }
}

/** Mended once where it happens; whoever hears of it afterwards hears that it did not help. */
export class NeedsRepair extends Error {
  override readonly name = 'NeedsRepair';
  readonly by: 'new-chat' | 'install';

  constructor(by: 'new-chat' | 'install', options: { cause?: unknown } = {}) {
    super(`needs repair: ${by}`, options);
    this.by = by;
  }
}

/** A refusal as a service gave it: `code` is its own word for the reason. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: string;
  readonly retryAfterMs: number | undefined;

  constructor(status: number, code: string, retryAfterMs: number | undefined) {
    super(`refused with ${status} ${code}`.trim());
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** The JSON of an answer; anything from 400 on is thrown as a Refusal, and what is no JSON is an answer to ask for again. */
export function jsonOf(answer: Answered, now: number): unknown {
  const text = new TextDecoder().decode(answer.body);
  if (answer.status >= 400)
    throw new Refusal(answer.status, codeIn(text), waitIn(answer.headers.get('retry-after'), now));
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new TryLater('bad-answer', { cause, mayHaveArrived: true });
  }
}

/** Bot connector and Graph both answer `{error: {code}}`; Teams sometimes puts the true code one level down. */
function codeIn(text: string): string {
  const found = [...text.matchAll(/"(?:sub)?code"\s*:\s*"([\w.]{1,60})"/gi)].map((match) => match[1] ?? '');
  return found.join(' ');
}

/** Retry-After is a number of seconds or a date. */
function waitIn(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

/** The error for whoever sends. */
export function meaningOf(refusal: Refusal): Error {
  const { status, code, retryAfterMs } = refusal;
  const outcome = outcomeOf(status, code);
  switch (outcome.is) {
    case 'again':
      return new TryLater('teams-busy', { cause: refusal, retryAfterMs });
    case 'unknown':
      return new TryLater('teams-busy', { cause: refusal, retryAfterMs, mayHaveArrived: true });
    case 'repair':
      return new NeedsRepair(outcome.by, { cause: refusal });
    case 'final':
      return new Undeliverable(outcome.reason, { cause: refusal });
    case 'done':
      return refusal;
    default:
      return outcome satisfies never;
  }
}
