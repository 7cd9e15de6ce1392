/**
 * What the product tells of its own work to whoever runs it: traces, measures, and with them the id on each line of the log. It goes to
 * Application Insights or to any address that speaks OTLP, where an administrator named one; else nothing of that is even loaded.
 * Promise: what is told is of a closed list (`telemetry/facts.ts`), in which nothing of a person has a place.
 */
import type { Config } from '../config.ts';
import { systemClock, type Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { Outbound } from './outbound.ts';
import type { Sources } from './telemetry/measures.ts';
import type { Facts, Kind, Outcome } from './telemetry/facts.ts';
import { begin, type Listener, type OpenStep } from './telemetry/steps.ts';

export { nameWords, type Facts, type Outcome } from './telemetry/facts.ts';
export { note, outcomeOf, step, traceId, traceparent, type OpenStep } from './telemetry/steps.ts';

/** Measures of how long a job took; named by the job. */
export const durations = ['tandem.match.duration'] as const;
export type Duration = (typeof durations)[number];

export interface Telemetry {
  /** A request, of which only the trace's id is taken from outside; or a job, which goes on with the trace that asked for it. */
  begin(kind: Extract<Kind, 'request' | 'job'>, facts: Facts, from?: string): OpenStep;
  jobEnded(job: string, outcome: Outcome): void;
  took(what: Duration, ms: number): void;
  /** Where measures that the product knows anyway are read, once a minute. */
  observe(sources: Sources): void;
  /** Hands over what is left, or gives up on it soon. */
  end(): Promise<void>;
}

/** Ids for the log, and nobody who listens. */
export const quietTelemetry: Telemetry = told(undefined, systemClock, 0);

export interface TelemetryParts {
  readonly config: Config;
  readonly outbound: Outbound;
  readonly clock: Clock;
  readonly log: Log;
}

export async function createTelemetry(parts: TelemetryParts): Promise<Telemetry> {
  const { config, clock, log } = parts;
  const inLog = ['debug', 'trace'].includes(config.logLevel) ? logged(log) : undefined;
  if (!config.telemetry) return told(inLog, clock, 0);
  const { createExport } = await import('./telemetry/export.ts');
  const exported = createExport(parts, config.telemetry);
  const listener: Listener = { ...inLog, told: exported.told };
  return { ...told(listener, clock, config.telemetry.share), ...exported.measures, end: exported.end };
}

function told(listener: Listener | undefined, clock: Clock, share: number): Telemetry {
  const sampled = (): boolean => Math.random() < share;
  return {
    begin: (kind, facts, from) =>
      begin(kind, facts, { listener, now: clock.machine(), from, trusted: kind === 'job', sampled }),
    jobEnded: () => undefined,
    took: () => undefined,
    observe: () => undefined,
    end: () => Promise.resolve(),
  };
}

/** Each step is a line, for whoever looks at the log of one process closely. */
function logged(log: Log): Listener {
  return {
    ended: ({ kind, traceId, ms, failed, facts }) =>
      log.debug({ traceId, step: kind, ms: Math.round(ms * 10) / 10, ...facts, ...(failed ? { failed } : {}) }, 'step'),
  };
}
