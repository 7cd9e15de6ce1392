/** The connector client's HTTP, through `outbound`: its hosts, its deadline, its counters. */
import type { Clock } from '../clock.ts';
import type { Outbound } from '../outbound.ts';
import { isFailure } from '../errors.ts';
import type { Pulse } from '../pulse.ts';
import { jsonOf, meaningOf, Refusal, TryLater } from './delivery.ts';

const deadline = 15_000;

export interface ConnectorRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A refusal is thrown here, below the SDK's own retries: those would sleep in a worker, uncounted by the pace. */
export async function askConnector(
  { outbound, clock, pulse }: { readonly outbound: Outbound; readonly clock: Clock; readonly pulse: Pulse },
  { body, ...request }: ConnectorRequest,
): Promise<{ readonly status: number; readonly bodyAsText: string }> {
  const content = typeof body === 'string' ? { body } : {};
  const answer = await outbound.call({ ...request, ...content, deadline });
  if (answer.status === 429) pulse.count('throttled');
  else if (answer.status < 400 && request.method !== 'GET') pulse.count('sent');
  const parsed = jsonOf(answer, clock.machine());
  return { status: answer.status, bodyAsText: parsed === undefined ? '' : JSON.stringify(parsed) };
}

/** What the client's errors mean for whoever sends. */
export async function understood<A>(call: Promise<A>): Promise<A> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Refusal) throw meaningOf(error);
    // The line broke somewhere on the way there or back; only what was never connected did surely not arrive.
    if (isFailure(error, 'unavailable') && error.reason === 'no-answer')
      throw new TryLater('no-answer', { cause: error, mayHaveArrived: !wasNeverConnected(error.cause) });
    throw error;
  }
}

function wasNeverConnected(error: unknown): boolean {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return (
    inner instanceof Error && 'code' in inner && ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(String(inner.code))
  );
}
