/** What the host page and its control API look into and act upon: the servers of one running sandbox. */
import type { Connector } from '../connector/server.ts';
import type { SandboxClock } from '../clock/server.ts';
import type { Drain } from '../drain.ts';
import type { Entra } from '../entra/server.ts';
import type { FaultKind } from '../faults.ts';
import type { SandboxGraph } from '../graph/server.ts';
import type { SandboxIds } from '../identity.ts';
import type { Organisation, SandboxPerson } from '../organisation/model.ts';
import type { Collector } from '../traces/server.ts';

export const services = ['graph', 'entra', 'connector', 'tables', 'queues', 'vault', 'model'] as const;
export type Service = (typeof services)[number];

export interface HostWorld {
  readonly ids: SandboxIds;
  readonly organisation: Organisation;
  readonly clock: SandboxClock;
  readonly drain: Drain;
  readonly entra: Pick<Entra, 'tabToken' | 'setConsent'>;
  readonly connector: Connector;
  readonly graph: SandboxGraph;
  /** Throws an Unwelcome for a service that this sandbox runs without. */
  inject(service: Service, kind: FaultKind, count: number): void;
  /** What the language model was asked, where there is one: the body of each request as it came. */
  readonly modelAsked: readonly string[];
  /** What the product told about its own work, where the sandbox listens to it. */
  readonly collector: Pick<Collector, 'text' | 'bodies' | 'measures'> | undefined;
  /** Where the product is reached. */
  readonly appUrl: string;
  readonly story: StoryProgress;
}

/** A new organisation opens in mid-story; the story goes on being told for a while after everything is up. */
export interface StoryProgress {
  /** What is being told now; undefined when nothing is, or nothing is left. */
  chapter(): string | undefined;
  /** Resolves at once when there is nothing to wait for. */
  readonly told: () => Promise<void>;
}

/** A person of the directory as it is now. Throws an Unwelcome when there is none. */
export function personIn(world: HostWorld, id: string): SandboxPerson {
  const person = world.graph.person(id.toLowerCase());
  if (!person)
    throw new Unwelcome(404, `Nobody in the sandbox has the id "${id}". GET /sandbox/people lists everybody.`);
  return person;
}

/** A request that the control API does not carry out; the sentence goes to whoever asked. */
export class Unwelcome extends Error {
  override readonly name = 'Unwelcome';
  readonly status: number;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(status: number, sentence: string, more: Readonly<Record<string, unknown>> = {}) {
    super(sentence);
    this.status = status;
    this.more = more;
  }
}
