/**
 * To Application Insights, with a token of the managed identity: the connection string names the place and proves nothing. Written here
 * against the service's own format (the `Request`, `RemoteDependency` and `Metric` envelopes of track v2.1) and checked against what
 * Microsoft's exporter makes of the same spans. That one would cost twice the start and call hosts of its own choice.
 */
import { SpanKind, SpanStatusCode, type HrTime } from '@opentelemetry/api';
import { hrTimeToMilliseconds } from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';
import {
  AggregationTemporality,
  DataPointType,
  type MetricData,
  type ResourceMetrics,
} from '@opentelemetry/sdk-metrics';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import type { Config } from '../../config.ts';
import { askEntra } from '../entra/ask.ts';
import { keptToken } from '../entra/kept-token.ts';
import { managedIdentityToken } from '../entra/managed-identity.ts';
import type { TelemetryParts } from '../telemetry.ts';
import type { Exporters } from './export.ts';
import { exporters } from './otlp.ts';

type Insights = NonNullable<NonNullable<Config['telemetry']>['insights']>;
type Envelope = Readonly<Record<string, unknown>>;

const audience = 'https://monitor.azure.com';

export function insightsExporters(parts: TelemetryParts, { key, url }: Insights, share: number): Exporters {
  const token = keptToken(parts.clock, () => managedIdentityToken(parts, audience));
  async function track(envelopes: readonly Envelope[]): Promise<number> {
    if (envelopes.length === 0) return 200;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await token()}` };
    const body = JSON.stringify(envelopes);
    const { status } = await askEntra(parts.outbound, { method: 'POST', url: `${url}/v2.1/track`, headers, body });
    // Some of it was taken, and the rest would be refused again.
    return status === 206 ? 200 : status;
  }
  const { spans, metrics } = exporters(
    {
      spans: (some) => track(some.map((span) => envelopeOfSpan(span, key, share))),
      metrics: (some) => track(envelopesOfMetrics(some, key)),
    },
    parts.log,
  );
  // Each number is of the time since the one before: the service adds them up.
  return { spans, metrics: { ...metrics, selectAggregationTemporality: () => AggregationTemporality.DELTA } };
}

const tagsOf = ({ attributes }: Resource): Record<string, string> => ({
  'ai.cloud.role': String(attributes['service.name']),
  'ai.cloud.roleInstance': String(attributes['service.instance.id']),
  'ai.application.ver': String(attributes['service.version']),
});

export function envelopeOfSpan(span: ReadableSpan, key: string, share: number): Envelope {
  const isRequest = span.kind === SpanKind.SERVER || span.kind === SpanKind.CONSUMER;
  const { traceId, spanId } = span.spanContext();
  const parentId = span.parentSpanContext?.spanId;
  const tags = {
    ...{ ...tagsOf(span.resource), 'ai.operation.id': traceId },
    ...(parentId === undefined ? {} : { 'ai.operation.parentId': parentId }),
    ...(isRequest ? { 'ai.operation.name': span.name } : {}),
  };
  const isSampled = span.attributes['tandem.sampled'] !== false;
  return {
    ...{ ver: 1, name: `Microsoft.ApplicationInsights.${isRequest ? 'Request' : 'RemoteDependency'}`, iKey: key },
    ...{ time: isoOf(span.startTime), sampleRate: isSampled ? share * 100 : 100, tags },
    data: {
      baseType: isRequest ? 'RequestData' : 'RemoteDependencyData',
      baseData: {
        ...{ ver: 2, id: spanId, name: span.name, duration: lengthOf(span.duration), properties: propertiesOf(span) },
        success: span.status.code !== SpanStatusCode.ERROR,
        ...(isRequest ? { responseCode: codeOf(span) } : { resultCode: codeOf(span), ...dependencyOf(span) }),
      },
    },
  };
}

const codeOf = ({ attributes }: ReadableSpan): string => String(attributes['http.response.status_code'] ?? 0);

function dependencyOf({ kind, attributes }: ReadableSpan): { readonly type: string; readonly target?: string } {
  if (kind === SpanKind.PRODUCER)
    return { type: 'Queue Message', target: String(attributes['messaging.destination.name']) };
  if (kind === SpanKind.INTERNAL) return { type: 'InProc' };
  const store = attributes['db.collection.name'];
  if (store !== undefined) return { type: 'Azure table', target: String(store) };
  return { type: 'Http', target: String(attributes['peer.service']) };
}

const propertiesOf = ({ attributes }: ReadableSpan): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)]));

function envelopesOfMetrics({ resource, scopeMetrics }: ResourceMetrics, key: string): Envelope[] {
  return scopeMetrics
    .flatMap(({ metrics }) => metrics)
    .flatMap((metric) =>
      metric.dataPoints.map(({ endTime, attributes }, place) => ({
        ...{ ver: 1, name: 'Microsoft.ApplicationInsights.Metric', iKey: key, time: isoOf(endTime), sampleRate: 100 },
        tags: tagsOf(resource),
        data: {
          baseType: 'MetricData',
          baseData: {
            ...{
              ver: 2,
              metrics: [{ name: metric.descriptor.name, dataPointType: 'Aggregation', ...sizeOf(metric, place) }],
            },
            properties: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)])),
          },
        },
      })),
    );
}

function sizeOf(metric: MetricData, place: number): Readonly<Record<string, number>> {
  if (metric.dataPointType === DataPointType.HISTOGRAM) {
    const { sum = 0, count = 0, min = 0, max = 0 } = metric.dataPoints[place]?.value ?? {};
    return { value: sum, count, min, max };
  }
  const value = metric.dataPoints[place]?.value;
  return { value: typeof value === 'number' ? value : 0, count: 1 };
}

const isoOf = (time: HrTime): string => new Date(hrTimeToMilliseconds(time)).toISOString();

/** `hh:mm:ss.fff`, with days and a point before it where there are any. */
function lengthOf(duration: HrTime): string {
  const all = Math.max(0, Math.round(hrTimeToMilliseconds(duration)));
  const [days, rest] = [Math.floor(all / 86_400_000), new Date(all % 86_400_000).toISOString()];
  return `${days > 0 ? `${days}.` : ''}${rest.slice(11, -1)}`;
}
