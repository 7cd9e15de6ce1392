/** What was foretold of surveys, held against what was released: programmes of 60 to 600 people, whose people answer by other rules. */
import { availableParallelism } from 'node:os';
import { foretell, sharesOf, type Outcome } from '../../../test/support/foretold.ts';
import { startCrew } from '../../platform/crew.ts';
import type { BenchWish, Figures } from '../bench.ts';

const programmes = { usual: 240, full: 1000 };
const inPiece = 10;

interface Piece {
  readonly outcomes: readonly Outcome[];
  readonly ms: readonly number[];
}

/** For a thread: so many programmes from this one on. */
export function foretellSome(_: null, first: number, count: number): Piece {
  const all = Array.from({ length: count }, (_unused, place) => foretell(first + place));
  return { outcomes: all.flatMap(({ outcomes }) => outcomes), ms: all.map(({ ms }) => ms) };
}

export async function benchForecast({ full }: BenchWish): Promise<Figures> {
  const count = full ? programmes.full : programmes.usual;
  const crew = startCrew<[number, number], Piece>({
    ...{ module: new URL(import.meta.url), name: 'foretellSome', shared: null, threads: availableParallelism() },
  });
  try {
    const firsts = Array.from({ length: count / inPiece }, (_, place) => place * inPiece);
    const pieces = await Promise.all(firsts.map((first) => crew.run([first, inPiece])));
    const ms = pieces.flatMap((one) => one.ms).toSorted((a, b) => a - b);
    return { programmes: count, ...figuresOf(pieces.flatMap(({ outcomes }) => outcomes)), ...timesOf(ms) };
  } finally {
    await crew.stop();
  }
}

function timesOf(ms: readonly number[]): Figures {
  return { 'forecast-ms-median': ms[Math.floor(ms.length / 2)] ?? 0, 'forecast-ms-most': ms.at(-1) ?? 0 };
}

function figuresOf(outcomes: readonly Outcome[]): Figures {
  const whole = sharesOf(outcomes);
  const parts = (['question', 'part', 'crossing'] as const).flatMap((about) =>
    (['will', 'will-not'] as const).map((verdict) => {
      const lines = outcomes.filter((one) => one.about === about && one.verdict === verdict);
      return [`${about}-${verdict}-right`, sharesOf(lines).right] as const;
    }),
  );
  return {
    lines: whole.lines,
    'share-right': whole.right,
    'share-left-open': whole.open,
    'told-of-left-open': whole.toldOfOpen,
    'share-right-k-only': whole.rightByFloor,
    ...Object.fromEntries(parts),
  };
}
