/** A collector of what the product tells about its own work, over OTLP/HTTP; it keeps the last minutes. */
import express, { type Request, type Response } from 'express';
import { groupedBy } from '../../platform/grouped.ts';
import { listen } from '../loopback.ts';
import { metricRequest, traceRequest, type Measure, type Span } from './model.ts';
import { treeOf } from './tree.ts';

export interface Collector {
  readonly url: string;
  readonly spans: readonly Span[];
  readonly measures: readonly Measure[];
  /** Bodies of requests as they came. */
  readonly bodies: readonly string[];
  /** The traces with a step of this name as text, the last one last; of all where there is none. */
  text(name?: string): string;
  close(): Promise<void>;
}

/** Some minutes of a busy day, in 100 MB. */
const usually = { spans: 20_000, measures: 4_000, bodies: 100 } as const;

/** `most`: how many of the last ones are kept. */
export async function startCollector(
  most: { readonly [part in keyof typeof usually]: number } = usually,
): Promise<Collector> {
  const [spans, measures, bodies]: [Span[], Measure[], string[]] = [[], [], []];
  const app = express().disable('x-powered-by');
  app.use(express.text({ type: 'application/json', limit: '20mb' }));
  app.post('/v1/traces', (req: Request<unknown, unknown, string>, res: Response) => {
    keep(bodies, [req.body], most.bodies);
    keep(spans, traceRequest.parse(JSON.parse(req.body)), most.spans);
    res.json({});
  });
  app.post('/v1/metrics', (req: Request<unknown, unknown, string>, res: Response) => {
    keep(bodies, [req.body], most.bodies);
    keep(measures, metricRequest.parse(JSON.parse(req.body)), most.measures);
    res.json({});
  });
  const { url, close } = await listen(app, 0);
  return { url, spans, measures, bodies, text: (name) => treesWith(spans, name), close };
}

function keep<T>(all: T[], more: readonly T[], limit: number): void {
  all.push(...more);
  all.splice(0, Math.max(0, all.length - limit));
}

function treesWith(spans: readonly Span[], name: string | undefined): string {
  const traces = groupedBy(spans, (one) => one.traceId);
  const wanted = [...traces.values()].filter((all) => name === undefined || all.some((one) => one.name === name));
  const sorted = wanted.toSorted(
    (one, other) => Math.min(...one.map(({ at }) => at)) - Math.min(...other.map(({ at }) => at)),
  );
  return sorted.map(treeOf).join('\n');
}
