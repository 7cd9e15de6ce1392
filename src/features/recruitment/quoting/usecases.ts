/** Quotes come from a later feature, which knows what may be quoted now; it is handed over where the doors are put together (`quoting`). */
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import type { Call } from '../model.ts';
import type { Quotable, Quote, QuoteRef } from './model.ts';

export interface QuoteFinder {
  list(this: void, deps: Platform, caller: Caller): Promise<Quotable[]>;
  /** Nothing once it was withdrawn, is over, or has other words. */
  find(this: void, deps: Platform, ref: QuoteRef): Promise<Quote | undefined>;
}

export interface Quoting extends Platform {
  readonly quotes?: QuoteFinder;
}

/** Routes, jobs or buttons as they are, with a way to find quotes. */
export function quoting<Door extends { run(deps: Platform, ...asked: never[]): unknown }>(
  quotes: QuoteFinder,
  doors: readonly Door[],
): Door[] {
  return doors.map((door) => ({
    ...door,
    run: (deps: Platform, ...asked: never[]) => door.run({ ...deps, quotes } as Quoting, ...asked),
  }));
}

/** What may be quoted of a call at this moment. */
export async function quoteOf(deps: Quoting, call: Pick<Call, 'quote'> | undefined): Promise<Quote | undefined> {
  return call?.quote && deps.quotes ? deps.quotes.find(deps, call.quote) : undefined;
}

/** Before it is sent: what was taken back meanwhile is said, and not left out unseen. */
export async function requireQuote(deps: Quoting, call: Pick<Call, 'quote'>): Promise<void> {
  if (call.quote && !(await quoteOf(deps, call))) throw new Failure('conflict', 'quote-gone');
}

export async function quotablesFor(deps: Quoting, caller: Caller, programmeId: string): Promise<Quotable[]> {
  await coordinatedProgramme(deps, caller, programmeId);
  return deps.quotes ? deps.quotes.list(deps, caller) : [];
}
