/** A step in the words of OpenTelemetry's conventions, where they have one; else under `tandem.`. */
import { SpanKind, type Attributes } from '@opentelemetry/api';
import type { Facts, Kind } from './facts.ts';
import type { EndedStep } from './steps.ts';

const kindsOf: Readonly<Record<Kind, SpanKind>> = {
  request: SpanKind.SERVER,
  activity: SpanKind.INTERNAL,
  send: SpanKind.PRODUCER,
  job: SpanKind.CONSUMER,
  call: SpanKind.CLIENT,
  storage: SpanKind.CLIENT,
};

const namesOf: Readonly<Record<keyof Facts, string>> = {
  method: 'http.request.method',
  route: 'http.route',
  status: 'http.response.status_code',
  service: 'peer.service',
  path: 'url.template',
  store: 'db.collection.name',
  operation: 'db.operation.name',
  rows: 'db.operation.batch.size',
  lane: 'messaging.destination.name',
  activity: 'tandem.activity',
  verb: 'tandem.verb',
  job: 'tandem.job',
  tries: 'tandem.tries',
  outcome: 'tandem.outcome',
  untold: 'tandem.untold',
};

export const kindOf = ({ kind }: Pick<EndedStep, 'kind'>): SpanKind => kindsOf[kind];

/** Short, and the same for all that are alike. */
export function nameOf({ kind, facts }: Pick<EndedStep, 'kind' | 'facts'>): string {
  const { method = '', route, activity, verb, lane, job, service = '', path = '', operation = '', store = '' } = facts;
  switch (kind) {
    case 'request':
      return `${method} ${route ?? 'no route'}`;
    case 'activity':
      return `activity ${verb ?? activity ?? 'other'}`;
    case 'send':
      return `send ${lane ?? ''}`;
    case 'job':
      return `job ${job ?? 'none'}`;
    case 'call':
      return `${service} ${method} ${path}`;
    case 'storage':
      return `storage ${operation} ${store}`;
    default:
      return kind satisfies never;
  }
}

/** `tandem.sampled` is false where the trace is told only because something in it failed. */
export function attributesOf({ kind, facts }: Pick<EndedStep, 'kind' | 'facts'>, sampled: boolean): Attributes {
  const told = Object.entries(facts).map(([name, value]: [string, string | number]) => [
    namesOf[name as keyof Facts],
    value,
  ]);
  const system = { storage: { 'db.system.name': 'azure.storage' }, send: queues, job: queues }[kind as 'storage'] ?? {};
  return { ...system, ...(Object.fromEntries(told) as Attributes), ...(sampled ? {} : { 'tandem.sampled': false }) };
}

const queues = { 'messaging.system': 'azure.storage.queues' } as const;
