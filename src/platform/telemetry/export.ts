/**
 * Hands traces and measures over, a batch every few seconds, through `platform/outbound`. A trace is handed over when it is one of the
 * share that was drawn, or when something in it failed. What cannot be handed over is dropped: nobody waits for it.
 */
import { SpanStatusCode, TraceFlags, type SpanContext } from '@opentelemetry/api';
import { millisToHrTime } from '@opentelemetry/core';
import { resourceFromAttributes, type Resource } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, type ReadableSpan, type SpanExporter } from '@opentelemetry/sdk-trace';
import type { PushMetricExporter } from '@opentelemetry/sdk-metrics';
import type { Config } from '../../config.ts';
import { minute, pause } from '../clock.ts';
import { newId } from '../ids.ts';
import type { TelemetryParts } from '../telemetry.ts';
import { productVersion } from '../version.ts';
import { insightsExporters } from './insights.ts';
import { createMeasures, type Measured } from './measures.ts';
import { otlpExporters } from './otlp.ts';
import { attributesOf, kindOf, nameOf } from './spans.ts';
import { outside, type EndedStep, type Listener } from './steps.ts';

export interface Exporters {
  readonly spans: SpanExporter;
  readonly metrics: PushMetricExporter;
}

export interface Export {
  readonly told: NonNullable<Listener['told']>;
  readonly measures: Measured;
  end(): Promise<void>;
}

const every = { traces: 5_000, measures: minute } as const;
/** A process that ends does not wait long for whoever takes its last words. */
const lastWordMs = 1_500;
/** Of traces that are told because something failed, in each minute: an outage of everything says the same a thousand times. */
const mostFailed = 120;

export function createExport(parts: TelemetryParts, settings: NonNullable<Config['telemetry']>): Export {
  const resource = resourceFromAttributes({
    ...{ 'service.name': 'tandem', 'service.version': productVersion, 'service.instance.id': newId() },
  });
  const all = [
    ...(settings.otlp === undefined ? [] : [otlpExporters(parts, settings.otlp)]),
    ...(settings.insights === undefined ? [] : [insightsExporters(parts, settings.insights, settings.share)]),
  ];
  const processors = all.map(
    ({ spans: exporter }) =>
      new BatchSpanProcessor({
        ...{ exporter, scheduledDelayMillis: every.traces, exportTimeoutMillis: 20_000, maxQueueSize: 8_192 },
      }),
  );
  const provider = new MeterProvider({
    resource,
    readers: all.map(
      ({ metrics: exporter }) =>
        new PeriodicExportingMetricReader({
          ...{ exporter, exportIntervalMillis: every.measures, exportTimeoutMillis: 20_000 },
        }),
    ),
  });
  const measures = createMeasures(provider, parts.clock, parts.log);
  const mayTell = failuresAllowed(() => parts.clock.machine());

  return {
    measures,
    told: (steps, { sampled }) => {
      for (const { kind, facts, failed } of steps)
        if (kind === 'request' && failed) measures.requestFailed(facts.route === botRoute ? 'bot' : 'api');
      if (!sampled && !(steps.some(({ failed }) => failed) && mayTell())) return;
      const spans = steps.map((step) => spanOf(step, resource, sampled));
      // The timers of a batch are of no trace.
      outside(() => processors.forEach((one) => spans.forEach((span) => one.onEnd(span))));
    },
    end: async () => {
      const over = Promise.allSettled([...processors.map((one) => one.shutdown()), provider.shutdown()]);
      await Promise.race([over, pause(lastWordMs)]);
    },
  };
}

export const botRoute = '/api/messages';

function failuresAllowed(now: () => number): () => boolean {
  let [from, count] = [0, 0];
  return () => {
    if (now() - from >= minute) [from, count] = [now(), 0];
    count += 1;
    return count <= mostFailed;
  };
}

function spanOf(step: EndedStep, resource: Resource, sampled: boolean): ReadableSpan {
  const { traceId, id, parentId, at, ms, failed } = step;
  const context = (spanId: string): SpanContext => ({ traceId, spanId, traceFlags: TraceFlags.SAMPLED });
  return {
    ...{ name: nameOf(step), kind: kindOf(step), attributes: attributesOf(step, sampled), resource, ended: true },
    ...{ spanContext: () => context(id), ...(parentId === undefined ? {} : { parentSpanContext: context(parentId) }) },
    ...{ startTime: millisToHrTime(at), endTime: millisToHrTime(at + ms), duration: millisToHrTime(ms) },
    status: { code: failed ? SpanStatusCode.ERROR : SpanStatusCode.UNSET },
    ...{ links: [], events: [], droppedAttributesCount: 0, droppedEventsCount: 0, droppedLinksCount: 0 },
    instrumentationScope: { name: 'tandem' },
  };
}
