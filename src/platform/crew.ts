/**
 * Several threads that call one pure function of one module for us, with what they all share given once. Results come in
 * the order of the calls, whichever thread was first.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

export interface Crew<Args extends readonly unknown[], Result, Progress = never> {
  /** `heard` gets what the function yields, where it is a generator. */
  run(args: Args, heard?: (progress: Progress) => void): Promise<Result>;
  stop(): Promise<void>;
}

export interface CrewWish {
  readonly module: URL;
  /** The exported function: is called with `shared`, then the arguments. */
  readonly name: string;
  /** Typed arrays in it are put into memory that all threads see. */
  readonly shared: unknown;
  /** Default: as many as the machine has processors. */
  readonly threads?: number | undefined;
}

interface Call {
  readonly args: readonly unknown[];
  readonly heard: ((progress: never) => void) | undefined;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

type ThreadAnswer = { readonly progress: unknown } | { readonly error: unknown } | { readonly result: unknown };

/** In what is built, each function that runs in threads is a file of its own, named after it, beside the server (`cli/build.ts`). */
const isBuilt = !import.meta.url.endsWith('.ts');

export function startCrew<Args extends readonly unknown[], Result, Progress = never>(
  wish: CrewWish,
): Crew<Args, Result, Progress> {
  const { name, threads = availableParallelism() } = wish;
  const module = isBuilt ? new URL(`./thread-${name}.mjs`, import.meta.url) : wish.module;
  const waiting: Call[] = [];
  const workerData = { module: module.href, name, shared: inSharedMemory(wish.shared) };
  const crew = Array.from({ length: threads }, () => {
    return new Worker(new URL('./crew-thread.mjs', import.meta.url), { workerData });
  });
  const idle = [...crew];
  const busy = new Map<Worker, Call>();
  const next = (): void => {
    while (idle.length > 0 && waiting.length > 0) {
      const [worker, call] = [idle.pop()!, waiting.shift()!];
      busy.set(worker, call);
      worker.postMessage(call.args);
    }
  };
  for (const worker of crew) {
    worker.on('message', (answer: ThreadAnswer) => {
      const call = busy.get(worker);
      if ('progress' in answer) return call?.heard?.(answer.progress as never);
      busy.delete(worker);
      idle.push(worker);
      if ('error' in answer) call?.reject(answer.error);
      else call?.resolve(answer.result);
      return next();
    });
    worker.on('error', (error) => {
      for (const call of [...busy.values(), ...waiting.splice(0)]) call.reject(error);
    });
  }
  return {
    run: (args, heard) =>
      new Promise<Result>((resolve, reject) => {
        waiting.push({ args, heard, resolve: (result) => resolve(result as Result), reject });
        next();
      }),
    stop: async () => {
      await Promise.all(crew.map((worker) => worker.terminate()));
    },
  };
}

function inSharedMemory(value: unknown): unknown {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const list = value as Int32Array;
    const copy = new (list.constructor as typeof Int32Array)(new SharedArrayBuffer(list.byteLength));
    copy.set(list);
    return copy;
  }
  if (Array.isArray(value)) return value.map(inSharedMemory);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inSharedMemory(one)]));
}
