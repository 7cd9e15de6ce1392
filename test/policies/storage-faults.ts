/**
 * Storage faults on everything that writes: each write of each use case meets each fault, the person does what people do (the same
 * once more), the worker runs what is due, and the end is held against the end of a calm day (trust.md 4 and 6).
 */
import type { Job } from '../../src/platform/doors.ts';
import { bucketOf } from '../../src/platform/ids.ts';
import { storageFaults, type StorageFault } from '../support/tables-in-trouble.ts';
import { chanceIn, compare, type End } from './faults/end-states.ts';
import { known } from './faults/known.ts';
import { brokenBesides, type Broken } from './faults/invariants.ts';
import { startScene, type Scene } from './faults/scene.ts';
import { doorsThatWrite, type Door } from './faults/use-cases.ts';
import type { Cell } from './matrix.ts';

export interface Finding {
  readonly door: string;
  readonly fault: StorageFault;
  /** Which write of how many. */
  readonly at: number;
  readonly of: number;
  readonly wrong: 'lost' | 'doubled' | 'over capacity';
  readonly what: readonly string[];
}

export interface Swept {
  readonly useCases: number;
  readonly faults: number;
  readonly findings: readonly Finding[];
  /** Cards that came twice after a lost answer, under the same send id. */
  readonly repeated: number;
  /** Doors that change nothing in any cell, besides those that only show something. */
  readonly neverWrites: readonly string[];
  /** Two calm days do not end alike: then nothing can be said of faults. */
  readonly restless: readonly string[];
}

export interface SweepWish {
  /** One of so many faults of each use case; all where it is absent. */
  readonly oneOf?: number;
  /** One of so many use cases. */
  readonly doorsOneOf?: number;
  readonly only?: RegExp;
  /** Use cases besides those of the product: to test the sweep itself. */
  readonly jobs?: readonly Job[];
  readonly doors?: readonly Door[];
  say?(line: string): void;
}

interface UseCase {
  readonly door: string;
  readonly cell: Cell;
  readonly calm: End;
  /** Of the same on another calm day. */
  readonly again: End;
  readonly broken: Broken;
  readonly byChance: ReadonlySet<string>;
  /** For each write, whether somebody else could have been first. */
  readonly changesRow: readonly boolean[];
}

export async function sweepStorageFaults(wish: SweepWish = {}): Promise<Swept> {
  const { oneOf = 1, doorsOneOf = 1, only = /./, jobs = [], say = () => undefined } = wish;
  const isChosen = ({ name }: Door): boolean => only.test(name) && bucketOf(name, doorsOneOf) === 0;
  const doors = wish.doors ?? doorsThatWrite().filter(isChosen);
  const scene = await startScene(jobs);
  const swept = {
    ...{ useCases: 0, faults: 0, repeated: 0, findings: [] as Finding[] },
    ...{ neverWrites: [] as string[], restless: [] as string[] },
  };
  try {
    for (const door of doors) {
      const found = await calmOf(scene, door);
      if (!found) {
        if (!door.isReading) swept.neverWrites.push(door.name);
        continue;
      }
      swept.useCases += 1;
      const again = compare(found.calm, found.again, found.byChance);
      for (const one of [...again.lost, ...again.doubled]) swept.restless.push(`${door.name}: ${one}`);
      for (const [fault, at] of faultsFor(found, oneOf)) {
        const { findings, repeated, met } = await tryOne(scene, found, fault, at);
        swept.findings.push(...findings);
        for (const one of findings) say(lineOf(one));
        swept.repeated += repeated;
        if (met) swept.faults += 1;
      }
    }
    return swept;
  } finally {
    await scene.close();
  }
}

export const lineOf = ({ door, fault, at, of, wrong, what }: Finding): string =>
  `${door}, ${fault} at write ${at} of ${of}, ${wrong}: ${what.map((one) => one.slice(0, 300)).join(' | ')}`;

const isKnown = (one: Finding): boolean => known[one.door]?.only.test(lineOf(one)) === true;

export const countKnown = (findings: readonly Finding[]): number => findings.filter(isKnown).length;

/** Findings that are not on the list of those that are known. */
export const unknownFindings = ({ findings }: Pick<Swept, 'findings'>): string[] =>
  findings.filter((one) => !isKnown(one)).map(lineOf);

export const countOf = (findings: readonly Finding[], wrong: Finding['wrong']): number =>
  findings.filter((one) => one.wrong === wrong).length;

export function summaryOf({ useCases, faults, findings, neverWrites }: Swept): string {
  const fresh = findings.filter((one) => !isKnown(one));
  const counts = (['lost', 'doubled', 'over capacity'] as const).map((one) => `${one} ${countOf(fresh, one)}`);
  const old = new Set(findings.filter(isKnown).map(({ door }) => door));
  const rest = `known: ${old.size} use cases of ${Object.keys(known).length}; write nothing: ${neverWrites.length}`;
  return `storage faults: ${useCases} use cases, ${faults} faults: ${counts.join(', ')} (${rest})`;
}

/** The first cell in which it is done and leaves something; nothing where there is none. */
async function calmOf(scene: Scene, { name, cells }: Door): Promise<UseCase | undefined> {
  for (const cell of cells.slice(0, mostCells)) {
    const { isDone, writes, end, broken, changesRow } = await scene.play(cell);
    const leaves = end.rows.length + end.cards.length + end.outside.length > 0;
    if (!isDone || writes === 0 || !leaves) continue;
    const { end: again } = await scene.play(cell);
    return { door: name, cell, calm: end, again, byChance: chanceIn(end, again), broken, changesRow };
  }
  return undefined;
}

const mostCells = 24;

function faultsFor({ door, changesRow }: UseCase, oneOf: number): [StorageFault, number][] {
  const all = changesRow.flatMap((changes, place) =>
    storageFaults
      .filter((fault) => changes || (fault !== 'conflict' && fault !== 'storm'))
      .map((fault): [StorageFault, number] => [fault, place + 1]),
  );
  // Work that takes many writes is done in steps that are mostly alike: a sample takes few of them.
  const fewer = oneOf === 1 ? 1 : Math.max(oneOf, Math.ceil(all.length / mostFaults));
  return all.filter(([fault, at]) => bucketOf(`${door} ${fault} ${at}`, fewer) === 0);
}

const mostFaults = 12;

async function tryOne(
  scene: Scene,
  { door, cell, calm, broken, byChance, changesRow }: UseCase,
  fault: StorageFault,
  at: number,
) {
  const came = await scene.play(cell, fault, at);
  const { lost, doubled, repeated } = compare(calm, came.end, byChance);
  const over = brokenBesides(came.broken, [broken, scene.broken]);
  const findings = (
    [
      ['lost', lost],
      ['doubled', doubled],
      ['over capacity', over],
    ] as const
  ).flatMap(([wrong, what]): Finding[] =>
    what.length > 0 ? [{ door, fault, at, of: changesRow.length, wrong, what }] : [],
  );
  return { findings, repeated, met: came.met };
}
