/**
 * Looks for worlds: starts where one person said something else, and goes on in small steps of others until every figure is again
 * what was told. What it finds is true because it is checked; what it does not find is treated as not there.
 */
import { sharesTold, sumsTold, type Scale, type View, type World } from '../model.ts';

export interface Search {
  enter(view: View): void;
  /** Takes back the view that was entered last. */
  leave(): void;
  /** Whether a world tells the figure of the view that was entered last as it was told. */
  stands(world: World): boolean;
  /** A world in which the person said something else and the fixed ones what they said; best near one of these. */
  find(person: number, fixed: ReadonlySet<number>, near: readonly World[]): World | undefined;
}

/** Shares told of a view, and how often each answer was given now. */
interface Shares {
  readonly place: number;
  readonly counts: Int32Array;
  /** Which of the counts an answer of somebody belongs to. */
  placeOf(this: void, person: number, answer: number): number;
  tell(this: void, counts: Int32Array): readonly number[];
  readonly told: readonly number[];
}

const tries = 8;
const longest = 30;
const looks = 10;
const noise = 8;

export function newSearch(answers: ArrayLike<number>, scale: Scale): Search {
  const { low, high } = scale;
  const first = Int32Array.from(answers);
  const now = Int32Array.from(answers);
  const views: View[] = [];
  const viewsOf: number[][] = Array.from(now, () => []);
  /** By view: the sum now, and the sums that would be told alike. */
  const [sums, from, to]: [number[], number[], number[]] = [[], [], []];
  const shares: Shares[] = [];
  const random = chanceOf(now.length);
  let isLast = new Uint8Array(0);

  const missOf = (place: number, more: number): number => {
    const sum = (sums[place] ?? 0) + more;
    return Math.max(0, (from[place] ?? 0) - sum, sum - (to[place] ?? 0));
  };

  /** By how much all figures together would be further from what was told, were this said. */
  function changeBy(person: number, answer: number): number {
    const more = answer - (now[person] ?? 0);
    let change = 0;
    for (const place of viewsOf[person] ?? []) change += missOf(place, more) - missOf(place, 0);
    for (const one of shares)
      if (isIn(person, one.place)) change += sharesMissIf(one, person, answer) - sharesMiss(one);
    return change;
  }

  const isIn = (person: number, place: number): boolean => viewsOf[person]?.includes(place) ?? false;

  function sharesMissIf(one: Shares, person: number, answer: number): number {
    count(one, person, now[person] ?? 0, answer);
    const miss = sharesMiss(one);
    count(one, person, answer, now[person] ?? 0);
    return miss;
  }

  function count({ counts, placeOf }: Shares, person: number, before: number, after: number): void {
    const [from, to] = [placeOf(person, before), placeOf(person, after)];
    counts[from] = (counts[from] ?? 0) - 1;
    counts[to] = (counts[to] ?? 0) + 1;
  }

  function say(person: number, answer: number): void {
    const before = now[person] ?? 0;
    for (const place of viewsOf[person] ?? []) sums[place] = (sums[place] ?? 0) + answer - before;
    for (const one of shares) if (isIn(person, one.place)) count(one, person, before, answer);
    now[person] = answer;
  }

  function missing(): number[] {
    const off = sums.flatMap((_, place) => (missOf(place, 0) > 0 ? [place] : []));
    return [...off, ...shares.flatMap((one) => (sharesMiss(one) > 0 ? [one.place] : []))];
  }

  /** From such a start, whose figures need not be those that were told, to a world near it. */
  function walk(person: number, start: World, fixed: ReadonlySet<number>): World | undefined {
    const moved = new Set<number>();
    for (const [one, answer] of start) {
      if (fixed.has(one)) continue;
      moved.add(one);
      say(one, answer);
    }
    let off = missing();
    for (let step = 0; step < longest && off.length > 0; step += 1) {
      const best = bestStep(person, fixed, views[off[random(off.length)] ?? 0]?.members ?? []);
      if (!best) break;
      moved.add(best.person);
      say(best.person, best.answer);
      off = missing();
    }
    const changes = [...moved].filter((one) => now[one] !== first[one]);
    const world = off.length === 0 ? new Map(changes.map((one) => [one, now[one] ?? 0] as const)) : undefined;
    for (const one of changes) say(one, first[one] ?? 0);
    return world;
  }

  /** Looks at a few steps of these people; takes the one that brings all figures nearest, now and then any. */
  function bestStep(
    person: number,
    fixed: ReadonlySet<number>,
    members: readonly number[],
  ): { person: number; answer: number } | undefined {
    let best: { person: number; answer: number } | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (let look = 0; look < looks; look += 1) {
      const other = members[random(members.length)] ?? person;
      if (other === person || fixed.has(other)) continue;
      const said = now[other] ?? 0;
      for (const answer of [said - 1, said + 1]) {
        if (answer < low || answer > high) continue;
        const change = changeBy(other, answer) + (random(noise) === 0 ? -1 : 0);
        if (change < least) [least, best] = [change, { person: other, answer }];
      }
    }
    return best;
  }

  function enter(view: View): void {
    const place = views.push(view) - 1;
    let sum = 0;
    const counts = new Int32Array(high - low + 1);
    const placeOf = view.bandOf ?? ((_: number, answer: number): number => answer - low);
    isLast = new Uint8Array(now.length);
    for (const one of view.members) {
      const said = first[one] ?? low;
      sum += said;
      counts[placeOf(one, said)] = (counts[placeOf(one, said)] ?? 0) + 1;
      viewsOf[one]?.push(place);
      isLast[one] = 1;
    }
    sums.push(sum);
    const [least, most] = sumsTold(sum, view, scale);
    from.push(least);
    to.push(most);
    if (view.telling === 'mean') return;
    const tell = (all: Int32Array): number[] => (view.telling === 'counts' ? [...all] : sharesTold(all, view.as));
    shares.push({ place, counts, placeOf, tell, told: tell(counts) });
  }

  return {
    enter,
    leave: () => {
      for (const one of views.pop()?.members ?? []) viewsOf[one]?.pop();
      for (const list of [sums, from, to]) list.pop();
      if (shares.at(-1)?.place === views.length) shares.pop();
    },
    stands: (world) => {
      const place = views.length - 1;
      const inside = [...world].filter(([person]) => isLast[person] === 1);
      const more = inside.reduce((sum, [person, answer]) => sum + answer - (first[person] ?? 0), 0);
      if (missOf(place, more) > 0) return false;
      const told = shares.at(-1);
      if (told?.place !== place) return true;
      for (const [person, answer] of inside) count(told, person, first[person] ?? 0, answer);
      const isSame = sharesMiss(told) === 0;
      for (const [person, answer] of inside) count(told, person, answer, first[person] ?? 0);
      return isSame;
    },
    find: (person, fixed, near) => {
      const said = first[person] ?? low;
      const others = [said + 1, said - 1, said + 2, said - 2].filter((one) => one >= low && one <= high);
      const alone = others.map((one): World => new Map([[person, one]]));
      const starts = [...near, ...alone, ...alone];
      for (let round = 0; round < tries; round += 1) {
        const world = walk(person, starts[round % starts.length] ?? new Map(), fixed);
        if (world?.has(person)) return world;
      }
      return undefined;
    },
  };
}

/** In shares' own steps of half the sum of differences; 0 when they are told alike. */
function sharesMiss({ counts, tell, told }: Shares): number {
  const shares = tell(counts);
  let apart = 0;
  for (let place = 0; place < told.length; place += 1) apart += Math.abs((shares[place] ?? 0) - (told[place] ?? 0));
  return apart === 0 ? 0 : Math.max(1, apart / 10);
}

/** The same for the same start (a linear congruence, Numerical Recipes): what may be told must not depend on chance. */
export function chanceOf(start: number): (below: number) => number {
  let state = start >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}
