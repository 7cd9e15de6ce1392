/**
 * All that may be said of a step in traces, measures and the log: a closed list of facts, each a number or a word of a closed set. Who
 * did it, to whom, and what was written has no place in it; a word that is not in its set is told as `other`.
 */
import type { FailureCode } from '../errors.ts';
import { register } from '../kept.ts';
import type { Lane } from '../queues.ts';
import { pathPatterns, services } from './paths.ts';

/** What a step is: a request of the API or the bot, an activity in chat, a task put on a queue, a job, a call that leaves, the storage. */
export const kinds = ['request', 'activity', 'send', 'job', 'call', 'storage'] as const;
export type Kind = (typeof kinds)[number];

const failureCodes = {
  ...{ 'bad-input': true, 'not-signed-in': true, 'not-found': true, conflict: true, gone: true, unavailable: true },
} satisfies Record<FailureCode, true>;
const lanes = { usual: true, campaign: true } satisfies Record<Lane, true>;

export const outcomes = [
  ...(Object.keys(failureCodes) as FailureCode[]),
  // A job: over, again at a later time, failed and tried again, failed for good, in another's hands, over before.
  ...(['done', 'again', 'failed', 'given-up', 'taken', 'over'] as const),
  // A press: answered, a card of before, not for this person; and whatever is our fault.
  ...(['answered', 'stale', 'refused', 'fault'] as const),
] as const;
export type Outcome = (typeof outcomes)[number];

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
const activities = [
  'message',
  'invoke',
  'installationUpdate',
  'conversationUpdate',
  'messageReaction',
  'event',
] as const;
const operations = ['read', 'range', 'scan', 'commit', 'drop', 'append', 'list', 'put', 'remove'] as const;

/** Words that the doors name when they are put together: their tables are the closed sets. */
export type Named = 'route' | 'verb' | 'job';

export interface Facts {
  readonly method?: string;
  /** A pattern of the route table, never an address. */
  readonly route?: string;
  readonly status?: number;
  readonly activity?: string;
  readonly verb?: string;
  readonly job?: string;
  readonly lane?: string;
  /** Which try of the task, the call or the storage operation this was, or how many it took. */
  readonly tries?: number;
  readonly outcome?: Outcome;
  readonly service?: string;
  /** A pattern of the path, never a path. */
  readonly path?: string;
  /** A table, or a container of blobs. */
  readonly store?: string;
  readonly operation?: (typeof operations)[number];
  /** Rows in a batch. */
  readonly rows?: number;
  /** Steps that were too many to be told. */
  readonly untold?: number;
}

const anyNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const oneOf = (words: Iterable<string>): ((value: unknown) => boolean) => {
  const set = new Set<unknown>(words);
  return (value) => set.has(value);
};
const named: Readonly<Record<Named, Set<string>>> = { route: new Set(), verb: new Set(), job: new Set() };
const oneNamed = (of: Named) => (value: unknown) => named[of].has(value as string);

const checks: Readonly<Record<keyof Facts, (value: unknown) => boolean>> = {
  method: oneOf(methods),
  route: oneNamed('route'),
  verb: oneNamed('verb'),
  job: oneNamed('job'),
  activity: oneOf(activities),
  lane: oneOf(Object.keys(lanes)),
  outcome: oneOf(outcomes),
  service: oneOf(services),
  path: oneOf(pathPatterns),
  store: oneOf([...Object.keys(register), 'audit-blobs', 'copies-blobs']),
  operation: oneOf(operations),
  status: anyNumber,
  tries: anyNumber,
  rows: anyNumber,
  untold: anyNumber,
};

/** A door says which words are its own. */
export function nameWords(of: Named, words: Iterable<string>): void {
  for (const word of words) named[of].add(word);
}

/** Facts of the list only, and nothing but numbers and words of their sets. */
export function checked(facts: Facts): Facts {
  const told = Object.entries(facts).flatMap(([name, value]: [string, unknown]) => {
    const check = Object.hasOwn(checks, name) ? checks[name as keyof Facts] : undefined;
    if (!check || value === undefined) return [];
    return [[name, check(value) ? value : typeof value === 'string' ? 'other' : 0]];
  });
  return Object.fromEntries(told) as Facts;
}
