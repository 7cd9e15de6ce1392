/** Ways to tamper with an audit log, by chance: for whoever can write its blobs and its head, but has no vault. */
import type { Random } from '../../src/sandbox/organisation/random.ts';

/** A log as it lies in the store: texts of blobs by name, and the head row. */
export interface Lying {
  readonly blobs: Map<string, Buffer>;
  head: string | undefined;
}

export interface Spoiling {
  readonly kind: 'change' | 'insert' | 'delete' | 'reorder' | 'cut' | 'head';
  readonly name: string;
  spoil(this: void, log: Lying, random: Random, heads: readonly string[]): void;
}

const newline = '\n';
const linesIn = (text: Buffer): string[] => text.toString('utf8').split(newline).slice(0, -1);
const joined = (lines: readonly string[]): Buffer => Buffer.from(lines.map((one) => one + newline).join(''));
const names = (log: Lying): string[] => [...log.blobs.keys()].toSorted();

function inOne(change: (lines: string[], random: Random) => string[]): Spoiling['spoil'] {
  return (log, random) => {
    const name = random.pick(names(log));
    log.blobs.set(name, joined(change(linesIn(log.blobs.get(name)!), random)));
  };
}

const at = (lines: readonly string[], random: Random): number => random.between(0, lines.length - 1);
function two(all: readonly string[], random: Random): [string, string] {
  const place = at(all, random);
  return [all[place]!, all[(place + random.between(1, all.length - 1)) % all.length]!];
}
/** All digits of a line's hash are others: made by somebody without the key. */
const forged = (line: string): string =>
  line.replace(/"hash":"(\w+)"\}$/, (_, hash: string) => `"hash":"${hash.split('').toReversed().join('')}"}`);

/** The last `count` entries are gone, and blobs that are empty by then. */
function cutLast(log: Lying, count: number): void {
  for (let left = count; left > 0;) {
    const name = names(log).at(-1)!;
    const lines = linesIn(log.blobs.get(name)!);
    if (lines.length <= left) log.blobs.delete(name);
    else log.blobs.set(name, joined(lines.slice(0, -left)));
    left -= Math.min(left, lines.length);
  }
}

/** A head that fits what is there, but for the seal. */
function forgeHead(log: Lying): void {
  const name = names(log).at(-1)!;
  const { number, hash } = JSON.parse(linesIn(log.blobs.get(name)!).at(-1)!) as { number: number; hash: string };
  const length = log.blobs.get(name)!.length;
  log.head = JSON.stringify({ ...JSON.parse(log.head!), number, hash, blob: Number(name.slice(0, 12)), length });
}

export const spoilings: readonly Spoiling[] = [
  {
    ...{ kind: 'change', name: 'another byte' },
    spoil: (log, random) => {
      const name = random.pick(names(log));
      const text = Buffer.from(log.blobs.get(name)!);
      const place = random.between(0, text.length - 1);
      text[place] = (text[place]! + random.between(1, 255)) % 256;
      log.blobs.set(name, text);
    },
  },
  {
    ...{ kind: 'change', name: 'another outcome' },
    spoil: inOne((lines, random) => {
      const place = at(lines, random);
      return lines.with(place, lines[place]!.replace(/"outcome":"\w+"/, '"outcome":"other"'));
    }),
  },
  {
    ...{ kind: 'change', name: 'somebody else, with a new hash' },
    spoil: inOne((lines, random) => {
      const place = at(lines, random);
      return lines.with(place, forged(lines[place]!.replace(/"who":"\w+"/, '"who":"product"')));
    }),
  },
  {
    ...{ kind: 'change', name: 'a space that changes no value' },
    spoil: inOne((lines, random) => {
      const place = at(lines, random);
      return lines.with(place, lines[place]!.replace('{', '{ '));
    }),
  },
  {
    ...{ kind: 'insert', name: 'a line of another place' },
    spoil: inOne((lines, random) => lines.toSpliced(at(lines, random), 0, lines[at(lines, random)]!)),
  },
  {
    ...{ kind: 'insert', name: 'a line that was made up' },
    spoil: inOne((lines, random) => {
      const place = at(lines, random);
      return lines.toSpliced(place, 0, forged(lines[place]!));
    }),
  },
  {
    ...{ kind: 'insert', name: 'a made-up entry that follows the last' },
    spoil: (log) => {
      const name = names(log).at(-1)!;
      const lines = linesIn(log.blobs.get(name)!);
      const last = JSON.parse(lines.at(-1)!) as { number: number; hash: string };
      const next = forged(JSON.stringify({ ...last, number: last.number + 1, before: last.hash, hash: last.hash }));
      log.blobs.set(name, joined([...lines, next]));
    },
  },
  { kind: 'insert', name: 'an empty line', spoil: inOne((lines, random) => lines.toSpliced(at(lines, random), 0, '')) },
  {
    ...{ kind: 'insert', name: 'a blob under another name' },
    spoil: (log, random) => {
      const name = random.pick(names(log));
      log.blobs.set(random.pick([`${random.between(1000, 9000)}`, 'x', name.replace('0', '1')]), log.blobs.get(name)!);
    },
  },
  {
    ...{ kind: 'delete', name: 'a line' },
    spoil: inOne((lines, random) => lines.toSpliced(at(lines, random), 1)),
  },
  {
    ...{ kind: 'delete', name: 'several lines' },
    spoil: inOne((lines, random) => lines.toSpliced(at(lines, random), random.between(1, 10))),
  },
  { kind: 'delete', name: 'a whole blob', spoil: (log, random) => void log.blobs.delete(random.pick(names(log))) },
  {
    ...{ kind: 'reorder', name: 'two lines of a blob' },
    spoil: inOne((lines, random) => {
      const one = at(lines, random);
      const other = (one + random.between(1, lines.length - 1)) % lines.length;
      return lines.with(one, lines[other]!).with(other, lines[one]!);
    }),
  },
  {
    ...{ kind: 'reorder', name: 'two blobs' },
    spoil: (log, random) => {
      const [one, other] = two(names(log), random);
      const [first, second] = [log.blobs.get(one)!, log.blobs.get(other)!];
      log.blobs.set(one, second).set(other, first);
    },
  },
  {
    ...{ kind: 'reorder', name: 'a line that moves to another blob' },
    spoil: (log, random) => {
      const [one, other] = two(names(log), random);
      const [from, to] = [linesIn(log.blobs.get(one)!), linesIn(log.blobs.get(other)!)];
      const [line = ''] = from.splice(at(from, random), 1);
      log.blobs.set(one, joined(from)).set(other, joined(to.toSpliced(at(to, random), 0, line)));
    },
  },
  { kind: 'cut', name: 'the last entries', spoil: (log, random) => cutLast(log, random.between(1, 100)) },
  {
    ...{ kind: 'cut', name: 'the end in the middle of a line' },
    spoil: (log, random) => {
      const name = names(log).at(-1)!;
      const text = log.blobs.get(name)!;
      log.blobs.set(name, text.subarray(0, text.length - random.between(1, Math.min(300, text.length))));
    },
  },
  {
    ...{ kind: 'cut', name: 'the whole last blob' },
    spoil: (log) => void log.blobs.delete(names(log).at(-1)!),
  },
  {
    ...{ kind: 'cut', name: 'the last entries, with a head that fits but for the seal' },
    spoil: (log, random) => {
      cutLast(log, random.between(1, 100));
      forgeHead(log);
    },
  },
  {
    ...{ kind: 'cut', name: 'the last entries, with a genuine head that is too new' },
    spoil: (log, random, heads) => {
      const cut = random.between(3, 100);
      cutLast(log, cut);
      log.head = heads[heads.length - random.between(1, cut - 1)];
    },
  },
  {
    ...{ kind: 'cut', name: 'the last entries, with a genuine head that is too old' },
    spoil: (log, random, heads) => {
      const cut = random.between(1, 50);
      cutLast(log, cut);
      log.head = heads[heads.length - cut - random.between(3, 100)];
    },
  },
  { kind: 'cut', name: 'the last entries and the head', spoil: cutWithHead },
  {
    ...{ kind: 'head', name: 'an older genuine head' },
    spoil: (log, random, heads) => void (log.head = heads[random.between(0, heads.length - 3)]),
  },
  {
    ...{ kind: 'head', name: 'another number in the head' },
    spoil: (log, random) => {
      const head = JSON.parse(log.head!) as { number: number };
      log.head = JSON.stringify({ ...head, number: head.number + random.pick([-1, 1, -7, 40]) });
    },
  },
  { kind: 'head', name: 'a head that is gone', spoil: (log) => void (log.head = undefined) },
];

function cutWithHead(log: Lying, random: Random): void {
  cutLast(log, random.between(1, 100));
  log.head = undefined;
}
