/** The measures and their names, which dashboards and alerts use: they are for good. What the product knows anyway is read, not counted anew. */
import type { Attributes } from '@opentelemetry/api';
import type { MeterProvider } from '@opentelemetry/sdk-metrics';
import { minute, type Clock } from '../clock.ts';
import { describeError, type Log } from '../log.ts';
import type { Line } from '../outbox/line.ts';
import type { Duration, Telemetry } from '../telemetry.ts';
import { checked, type Facts } from './facts.ts';
import type { Service } from './paths.ts';

export interface Sources {
  /** The tasks that are due, by lane. */
  line(): Promise<Line>;
  /** Tasks that have used all their tries. */
  failed(): Promise<readonly unknown[]>;
  /** What this process sent and what was refused for its pace: since its start, and in the last whole minute. */
  sent(): { readonly lastMinute: number; readonly throttled: number };
  /** Calls of this process that failed, by service, since its start. */
  failures(): Readonly<Partial<Record<Service, number>>>;
}

export interface Measured extends Pick<Telemetry, 'jobEnded' | 'took' | 'observe'> {
  /** A request that ended by a fault of ours. */
  requestFailed(door: 'api' | 'bot'): void;
}

/** Seconds: a proposal for 60 people takes less than one, for 20,000 some minutes. */
const boundaries = [0.1, 0.3, 1, 3, 10, 30, 60, 120, 300, 600, 1_800];

export function createMeasures(provider: MeterProvider, clock: Clock, log: Log): Measured {
  const meter = provider.getMeter('tandem');
  const outcomes = meter.createCounter('tandem.job.outcome', { description: 'Runs of jobs, by how they ended' });
  const took: Record<Duration, (seconds: number) => void> = (() => {
    const match = meter.createHistogram('tandem.match.duration', {
      ...{
        description: 'How long a proposal was computed',
        unit: 's',
        advice: { explicitBucketBoundaries: boundaries },
      },
    });
    return { 'tandem.match.duration': (seconds) => match.record(seconds) };
  })();
  const requests = { api: 0, bot: 0 };
  return {
    jobEnded: (job, outcome) => outcomes.add(1, attributes({ job, outcome })),
    took: (what, ms) => took[what](ms / 1_000),
    requestFailed: (door) => void (requests[door] += 1),
    observe: (sources) => {
      observeQueue(provider, sources, clock, log);
      observeSends(provider, sources, requests);
    },
  };
}

function observeQueue(provider: MeterProvider, sources: Sources, clock: Clock, log: Log): void {
  const meter = provider.getMeter('tandem');
  const age = meter.createObservableGauge('tandem.queue.age', {
    ...{ description: 'Since when the oldest task of a lane has been due', unit: 's' },
  });
  const poison = meter.createObservableGauge('tandem.queue.poison', {
    description: 'Tasks that have used all their tries, 200 at most',
  });
  meter.addBatchObservableCallback(
    async (result) => {
      try {
        const [line, failed] = await Promise.all([sources.line(), sources.failed()]);
        for (const { lane, oldest } of line.lanes)
          result.observe(
            age,
            oldest === undefined ? 0 : Math.max(0, clock.now() - oldest) / 1_000,
            attributes({ lane }),
          );
        result.observe(poison, failed.length);
      } catch (error) {
        // No value is the truth then, and an alert of its own.
        log.warn(describeError(error), 'the line could not be measured');
      }
    },
    [age, poison],
  );
}

function observeSends(
  provider: MeterProvider,
  sources: Sources,
  requests: Readonly<Record<'api' | 'bot', number>>,
): void {
  const meter = provider.getMeter('tandem');
  meter
    .createObservableGauge('tandem.send.rate', {
      ...{ description: 'Messages a second that this process sent in the last whole minute', unit: '1/s' },
    })
    .addCallback((result) => result.observe((sources.sent().lastMinute * 1_000) / minute));
  meter
    .createObservableCounter('tandem.send.throttled', {
      description: 'Messages that were refused for their pace (429)',
    })
    .addCallback((result) => result.observe(sources.sent().throttled));
  meter
    .createObservableCounter('tandem.http.failures', {
      description: 'Calls of a service without an answer or with 5xx, and requests of a door that ended by our fault',
    })
    .addCallback((result) => {
      for (const [service, count] of Object.entries({ ...requests, ...sources.failures() }))
        result.observe(count, { service });
    });
}

function attributes(facts: Facts): Attributes {
  return { ...checked(facts) };
}
