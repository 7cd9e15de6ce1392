/** What the product hands over about its work, as OTLP writes it in JSON: the part that the sandbox reads. */
import { z } from 'zod';

const value = z.union([
  z.object({ stringValue: z.string() }).transform((one) => one.stringValue),
  z.object({ intValue: z.coerce.number() }).transform((one) => one.intValue),
  z.object({ doubleValue: z.number() }).transform((one) => one.doubleValue),
  z.object({ boolValue: z.boolean() }).transform((one) => one.boolValue),
]);
const attributes = z
  .array(z.object({ key: z.string(), value }))
  .default([])
  .transform((all) => Object.fromEntries(all.map((one) => [one.key, one.value])));

const nanos = z.coerce.bigint();
export const span = z
  .object({
    traceId: z.string().regex(/^[0-9a-f]{32}$/),
    spanId: z.string().regex(/^[0-9a-f]{16}$/),
    parentSpanId: z.string().optional(),
    name: z.string(),
    kind: z.number(),
    startTimeUnixNano: nanos,
    endTimeUnixNano: nanos,
    attributes,
    status: z.object({ code: z.number().optional() }).optional(),
  })
  .transform(({ startTimeUnixNano: start, endTimeUnixNano: end, status, parentSpanId, ...one }) => ({
    ...{ ...one, parentId: parentSpanId, failed: status?.code === 2 },
    /** Milliseconds since 1970, and for how long. */
    ...{ at: Number(start) / 1e6, ms: Number(end - start) / 1e6 },
  }));
export type Span = z.infer<typeof span>;

export const traceRequest = z
  .object({ resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(span) })) })) })
  .transform(({ resourceSpans }) => resourceSpans.flatMap((one) => one.scopeSpans).flatMap(({ spans }) => spans));

const point = z.object({
  attributes,
  asDouble: z.number().optional(),
  asInt: z.coerce.number().optional(),
  count: z.coerce.number().optional(),
  sum: z.number().optional(),
});
const points = z.object({ dataPoints: z.array(point) });
export const metricRequest = z
  .object({
    resourceMetrics: z.array(
      z.object({
        scopeMetrics: z.array(
          z.object({
            metrics: z.array(
              z.object({
                name: z.string(),
                unit: z.string().optional(),
                gauge: points.optional(),
                sum: points.optional(),
                histogram: points.optional(),
              }),
            ),
          }),
        ),
      }),
    ),
  })
  .transform(({ resourceMetrics }) =>
    resourceMetrics
      .flatMap(({ scopeMetrics }) => scopeMetrics)
      .flatMap(({ metrics }) => metrics)
      .flatMap(({ name, gauge, sum, histogram }) =>
        (gauge ?? sum ?? histogram)!.dataPoints.map((one) => ({
          name,
          attributes: one.attributes,
          value: one.asDouble ?? one.asInt ?? one.sum ?? 0,
        })),
      ),
  );
export type Measure = z.infer<typeof metricRequest>[number];
