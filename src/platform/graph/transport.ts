/** The middleware of the Graph client: our own last link, which calls out through `outbound`, and when to try again. */
import { RetryHandler, RetryHandlerOptions } from '@microsoft/microsoft-graph-client';
import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import type { Clock } from '../clock.ts';
import { isFailure } from '../errors.ts';
import { responseOf, type Outbound, type OutboundAnswer } from '../outbound.ts';

/** Milliseconds for one request with all its tries where nothing else is said, and for one try of them. */
const usualBudget = 15_000;
const deadline = 10_000;

/** Two more tries after 429, 503 and 504, if what Graph asks us to wait fits into the budget. */
export function retryWithin(clock: Clock, started: number, budget = usualBudget): RetryHandler {
  const worthIt = (
    _delay: number,
    _attempt: number,
    _request: unknown,
    _options: unknown,
    answer: Response,
  ): boolean => {
    const wait = answer.headers.get('retry-after');
    const seconds = wait === null ? 3 : Number(wait);
    return clock.machine() - started + seconds * 1000 < budget - 1000;
  };
  return new RetryHandler(new RetryHandlerOptions(0.2, 2, worthIt));
}

export class OutboundLink implements Middleware {
  readonly #outbound: Outbound;
  readonly #clock: Clock;
  readonly #started: number;
  readonly #budget: number;
  #turns = 0;

  constructor(outbound: Outbound, clock: Clock, started: number, budget = usualBudget) {
    this.#outbound = outbound;
    this.#clock = clock;
    this.#started = started;
    this.#budget = budget;
  }

  async execute(context: Context): Promise<void> {
    const { request: url } = context;
    if (typeof url !== 'string') throw new TypeError('the Graph client asks by address only');
    const { method = 'GET', headers, body } = context.options ?? {};
    const send = (): Promise<OutboundAnswer> =>
      this.#outbound.call({
        turn: (this.#turns += 1),
        method,
        url,
        headers: Object.fromEntries(new Headers(headers as Record<string, string>)),
        ...(typeof body === 'string' ? { body } : {}),
        deadline: Math.max(1, Math.min(deadline, this.#budget - (this.#clock.machine() - this.#started))),
      });
    const answer = await send().catch((problem: unknown) => {
      if (method !== 'GET' || !this.#hasTime() || !isFailure(problem) || problem.reason !== 'no-answer') throw problem;
      return send();
    });
    context.response = responseOf(answer);
  }

  /** A connection that breaks at once is tried once more; one that hung until its deadline is not. */
  #hasTime(): boolean {
    return this.#clock.machine() - this.#started < Math.min(deadline, this.#budget) / 2;
  }
}
