/**
 * Solves the transportation problem exactly, in whole numbers. Levels first (`coverage.ts`): they part the mentees for whom
 * there are enough places from the mentors for whom too many compete, and each part is solved from its scarce side
 * (`augmenting.ts`), which makes the searches short.
 */
import { Augmenting } from './augmenting.ts';
import { levelsOf, type Levels } from './coverage.ts';
import { drop, gainOf, sidesOf, type Sides } from './sides.ts';
import type { Flow, Transport } from './transport.ts';
import { emptyFlow } from './transport.ts';

export function solveTransport(transport: Transport): Flow {
  const levels = levelsOf(transport);
  const flow = emptyFlow(transport);
  const sides = sidesOf(transport, flow);
  const fromMentees = new Augmenting(sides, 'mentees');
  const fromMentors = new Augmenting(sides, 'mentors');

  setPrices(sides, levels, transport);
  holdToOne(transport, sides, levels);
  for (let i = 0; i < transport.wants.length; i++) fromMentees.fill(i);
  raiseFurther(transport, sides, levels);
  settle(sides, fromMentees, fromMentors);
  return flow;
}

/** The same from any prices and pairs, which are changed in place: no more than `wants` and `capacity` of anybody. */
export function resolveTransport(transport: Transport, flow: Flow): void {
  const sides = sidesOf(transport, flow);
  settle(sides, new Augmenting(sides, 'mentees'), new Augmenting(sides, 'mentors'));
}

function settle(sides: Sides, fromMentees: Augmenting, fromMentors: Augmenting): void {
  settlePrices(sides);
  for (let i = 0; i < sides.mentees.units.length; i++) fromMentees.fill(i);
  for (let j = 0; j < sides.mentors.units.length; j++) fromMentors.fill(j);
}

/** Levels that mentors can only be had at by a first pair are solved from the mentors; the others begin without level. */
function setPrices({ mentees, mentors }: Sides, levels: Levels, { further }: Transport): void {
  for (let j = 0; j < mentors.price.length; j++) {
    const gain = levels.mentor[j]!;
    if (gain <= further) continue;
    let worth = 0;
    for (let at = mentors.start[j]!; at < mentors.start[j + 1]!; at++) {
      if (levels.mentee[mentors.other[at]!] === gain) worth = Math.max(worth, mentors.weight[at]!);
    }
    mentors.price[j] = gain + worth;
  }
  for (let i = 0; i < mentees.price.length; i++) {
    mentees.price[i] = levels.mentee[i]! > further ? -levels.mentee[i]! : leastPrice(mentees, mentors, i);
  }
}

/** The lowest price of mentee i at which none of the edges is a bargain. */
function leastPrice({ start, other, weight, first }: Sides['mentees'], { price }: Sides['mentors'], i: number): number {
  let least = -first[i]!;
  for (let at = start[i]!; at < start[i + 1]!; at++) least = Math.max(least, weight[at]! - price[other[at]!]!);
  return least;
}

/** Further pairs come after the first ones. */
function holdToOne({ first, further }: Transport, { mentees: { units } }: Sides, levels: Levels): void {
  for (let i = 0; i < units.length; i++) {
    if (levels.mentee[i] !== further) continue;
    units[i] = Math.min(units[i]!, first[i]! > further ? 1 : 0);
  }
}

/**
 * Prices at the level of further pairs, where about as many mentees want another mentor as there are places: so both
 * sides are near to what they are short of.
 */
function raiseFurther({ wants, further }: Transport, { mentees, mentors }: Sides, levels: Levels): void {
  const prices: number[] = [];
  for (let i = 0; i < wants.length; i++) {
    mentees.units[i] = wants[i]!;
    if (levels.mentee[i] !== further) continue;
    for (let place = mentees.load[i]!; place < wants[i]!; place++) prices.push(mentees.price[i]!);
  }
  if (prices.length === 0) return;
  let places = 0;
  for (let j = 0; j < mentors.price.length; j++)
    if (levels.mentor[j] === further) places += mentors.units[j]! - mentors.load[j]!;
  const clearing = prices.toSorted((a, b) => b - a)[Math.min(places, prices.length - 1)]!;
  for (let i = 0; i < wants.length; i++) if (levels.mentee[i] === further) mentees.price[i]! -= further + clearing;
  for (let j = 0; j < mentors.price.length; j++)
    if (levels.mentor[j] === further) mentors.price[j]! += further + clearing;
}

/** Raises the prices of mentees to where no unused edge is a bargain, and gives up used edges that are too dear then. */
function settlePrices(sides: Sides): void {
  const { mentees, mentors, used, weight } = sides;
  for (let i = 0; i < mentees.price.length; i++) {
    const first = mentees.start[i]!;
    const last = mentees.start[i + 1]!;
    let price = Math.max(mentees.price[i]!, -gainOf(mentees, i, mentees.load[i]!));
    for (let at = first; at < last; at++) {
      if (!used[mentees.edge[at]!]) price = Math.max(price, mentees.weight[at]! - mentors.price[mentees.other[at]!]!);
    }
    mentees.price[i] = price;
    for (let slot = mentees.slotStart[i]! + mentees.load[i]! - 1; slot >= mentees.slotStart[i]!; slot--) {
      const e = mentees.slots[slot]!;
      if (weight[e]! < price + mentors.price[mentors.nodeOf[e]!]!) drop(sides, e);
    }
  }
}
