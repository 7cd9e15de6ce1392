/**
 * What this process is doing, as steps of a trace (W3C Trace Context). A door begins; what it awaits are steps of the same trace, which
 * goes on through the queue into the worker. Outside of a door nothing is a step. Where nobody listens, a trace is its id in the log.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { stopwatch } from '../clock.ts';
import { isFailure } from '../errors.ts';
import { newHex } from '../ids.ts';
import { checked, type Facts, type Kind, type Outcome } from './facts.ts';

export interface EndedStep {
  readonly kind: Kind;
  readonly traceId: string;
  readonly id: string;
  readonly parentId: string | undefined;
  /** Began at this machine time. */
  readonly at: number;
  /** Lasted so many milliseconds. */
  readonly ms: number;
  readonly facts: Facts;
  readonly failed: boolean;
}

export interface Listener {
  /** Each step when it ends. */
  ended?(step: EndedStep): void;
  /** All steps of a trace that were done here, once its first one has ended; what ends later comes by itself. */
  told?(steps: readonly EndedStep[], trace: { readonly sampled: boolean }): void;
}

/** The part of a trace that is done in this process. */
interface Part {
  readonly traceId: string;
  readonly firstId: string;
  readonly sampled: boolean;
  readonly listener: Listener | undefined;
  readonly at: number;
  readonly began: number;
  readonly ended: EndedStep[];
  untold: number;
  isOver: boolean;
}

interface Here {
  readonly part: Part;
  readonly kind: Kind;
  readonly id: string;
  readonly parentId: string | undefined;
  readonly began: number;
  facts: Facts;
}

export interface OpenStep {
  readonly traceId: string;
  /** What is done and awaited in here belongs to it. */
  run<T>(work: () => T): T;
  note(facts: Facts): void;
  /** The first call counts. */
  end(failed: boolean): void;
}

/** Of one trace in one process: a job over thousands of rows is told by its first steps and a count of the others. */
const mostSteps = 400;
const here = new AsyncLocalStorage<Here | undefined>();

/** `00-TRACE-STEP-01`, as the standard writes it; anything else is nobody's trace. */
const header = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]([0-9a-f])$/;
const nothing = /^0+$/;

export interface Beginning {
  readonly listener: Listener | undefined;
  /** Machine time. */
  readonly now: number;
  /** A `traceparent`: this is a part of that trace. */
  readonly from?: string | undefined;
  /** Whether whoever said it decides if the trace is told; otherwise `sampled` does. */
  readonly trusted: boolean;
  readonly sampled: () => boolean;
}

/** Begins what a door does. */
export function begin(kind: Kind, facts: Facts, { listener, now, from, trusted, sampled }: Beginning): OpenStep {
  const [, trace = '', parentId = '', flag = ''] = header.exec(from ?? '') ?? [];
  const follows = trace !== '' && !nothing.test(trace) && !nothing.test(parentId);
  const traceId = follows ? trace : newHex(32);
  const isSampled = listener?.told !== undefined && (follows && trusted ? (parseInt(flag, 16) & 1) === 1 : sampled());
  const [id, began] = [newHex(16), stopwatch()];
  const part: Part = {
    ...{ traceId, firstId: id, sampled: isSampled, listener, at: now, began },
    ...{ ended: [], untold: 0, isOver: false },
  };
  const step: Here = { part, kind, id, parentId: follows ? parentId : undefined, began, facts };
  let open = true;
  return {
    traceId,
    run: (work) => here.run(step, work),
    note: (more) => addTo(step, more),
    end: (failed) => {
      if (!open) return;
      open = false;
      if (part.untold > 0) addTo(step, { untold: part.untold });
      finish(step, failed);
      part.isOver = true;
      listener?.told?.(part.ended, { sampled: isSampled });
    },
  };
}

/** A step of whatever is being done here; of nothing, it is just the work. */
export async function step<T>(kind: Kind, facts: Facts, work: () => Promise<T>): Promise<T> {
  const parent = here.getStore();
  if (!parent?.part.listener) return work();
  const mine: Here = { part: parent.part, kind, id: newHex(16), parentId: parent.id, began: stopwatch(), facts };
  return here.run(mine, async () => {
    try {
      const answer = await work();
      finish(mine, isFault(mine.facts));
      return answer;
    } catch (error) {
      const outcome = outcomeOf(error);
      addTo(mine, { outcome });
      finish(mine, outcome === 'unavailable' || outcome === 'fault');
      throw error;
    }
  });
}

/** What there is to say of the step that is being done here. */
export function note(facts: Facts): void {
  const step = here.getStore();
  if (step) addTo(step, facts);
}

/** Names the step that is being done here, for whoever goes on with it. */
export function traceparent(): string | undefined {
  const step = here.getStore();
  return step && `00-${step.part.traceId}-${step.id}-0${step.part.sampled ? 1 : 0}`;
}

/** The trace that is being done here. */
export const traceId = (): string | undefined => here.getStore()?.part.traceId;

/** What this does belongs to no trace. */
export const outside = <T>(work: () => T): T => here.run(undefined, work);

/** Expected stops by their code; everything else is a fault. */
export const outcomeOf = (error: unknown): Outcome => (isFailure(error) ? error.code : 'fault');

const isFault = ({ status = 0, outcome }: Facts): boolean => status >= 500 || outcome === 'fault';

function addTo(step: Here, facts: Facts): void {
  step.facts = { ...step.facts, ...facts };
}

function finish({ part, kind, id, parentId, began, facts }: Here, failed: boolean): void {
  const { traceId: trace, listener } = part;
  if (!listener) return;
  const at = part.at + (began - part.began);
  const ended = { kind, traceId: trace, id, parentId, at, ms: stopwatch() - began, facts: checked(facts), failed };
  listener.ended?.(ended);
  if (!listener.told) return;
  if (part.isOver) listener.told([ended], { sampled: part.sampled });
  else if (part.ended.length < mostSteps || id === part.firstId) part.ended.push(ended);
  else part.untold += 1;
}
