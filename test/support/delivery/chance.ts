/** Faults by chance out of a seed: the same seed draws the same kinds in the same order, however often it is asked. */
import type { FaultKind, Faults } from '../../../src/sandbox/faults.ts';

/** A number from 0 to 1 at each call (mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface ChanceFaults<K extends string = FaultKind> extends Omit<Faults, 'take'> {
  take(): K | undefined;
  /** Ends the trouble. */
  stop(): void;
  total(): number;
}

/** Each request meets a fault with the given chance; `kinds` are drawn with equal chance, one that stands twice twice as often. */
export function chanceFaults<K extends string = FaultKind>(
  seed: number,
  chance: number,
  kinds: readonly K[],
): ChanceFaults<K> {
  const random = randomFrom(seed);
  const met: Record<string, number> = {};
  let running = true;
  return {
    inject: () => undefined,
    clear: () => undefined,
    stop: () => void (running = false),
    met: () => ({ ...met }),
    total: () => Object.values(met).reduce((sum, one) => sum + one, 0),
    take() {
      if (!running || random() >= chance) return undefined;
      const kind = kinds[Math.floor(random() * kinds.length)];
      if (kind) met[kind] = (met[kind] ?? 0) + 1;
      return kind;
    },
  };
}
