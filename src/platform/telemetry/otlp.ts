/** To any collector that speaks OTLP over HTTP, as JSON. No keys: one that asks for them stands behind one of the organisation's own. */
import { ExportResultCode, type ExportResult } from '@opentelemetry/core';
import { JsonMetricsSerializer, JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { ResourceMetrics } from '@opentelemetry/sdk-metrics';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { askEntra } from '../entra/ask.ts';
import { describeError, type Log } from '../log.ts';
import type { Outbound } from '../outbound.ts';
import type { Exporters } from './export.ts';
import { outside } from './steps.ts';

type Done = (result: ExportResult) => void;

export function otlpExporters(
  { outbound, log }: { readonly outbound: Outbound; readonly log: Log },
  url: string,
): Exporters {
  const headers = { 'content-type': 'application/json' };
  const post = (path: string, body: Uint8Array | undefined): Promise<number> =>
    body === undefined
      ? Promise.resolve(200)
      : askEntra(outbound, { method: 'POST', url: `${url}/v1/${path}`, headers, body }).then(({ status }) => status);
  return exporters(
    {
      spans: (spans) => post('traces', JsonTraceSerializer.serializeRequest(spans)),
      metrics: (metrics) => post('metrics', JsonMetricsSerializer.serializeRequest(metrics)),
    },
    log,
  );
}

export interface Posts {
  /** Gives the status of the answer. */
  spans(spans: ReadableSpan[]): Promise<number>;
  metrics(metrics: ResourceMetrics): Promise<number>;
}

/** What is refused or not answered is dropped with a line in the log. */
export function exporters({ spans, metrics }: Posts, log: Log): Exporters {
  async function hand(what: string, post: () => Promise<number>, done: Done): Promise<void> {
    let code = ExportResultCode.FAILED;
    try {
      const status = await outside(post);
      if (status >= 300) log.warn({ what, status }, 'telemetry was not taken');
      else code = ExportResultCode.SUCCESS;
    } catch (error) {
      log.warn({ ...describeError(error), what }, 'telemetry could not be handed over');
    }
    done({ code });
  }
  return {
    spans: { export: (some, done) => void hand('traces', () => spans(some), done), shutdown: () => Promise.resolve() },
    metrics: {
      export: (some, done) => void hand('measures', () => metrics(some), done),
      ...{ forceFlush: () => Promise.resolve(), shutdown: () => Promise.resolve() },
    },
  };
}
