/**
 * Draws people as different as can be: each next one comes from the department and the site of which there are fewest so far, and
 * among equals a lot decides, which the seed makes the same again. In a group nobody stands above another.
 */
import { idOf } from '../../../../platform/ids.ts';
import type { Invited } from '../model.ts';

export interface Drawable {
  readonly id: string;
  readonly department?: string | undefined;
  readonly site?: string | undefined;
  /** Ids of all managers above. */
  readonly above: readonly string[];
}

export interface Draw {
  readonly seed: string;
  readonly wanted: number;
  /** Whoever holds a place already: the next ones are to differ from them. */
  readonly placed: readonly Drawable[];
  /** In a group nobody may stand above another. */
  readonly isGroup: boolean;
}

export interface Drawn {
  readonly id: string;
  readonly because: Invited['because'];
}

export function drawPeople(all: readonly Drawable[], { seed, wanted, placed, isGroup }: Draw): Drawn[] {
  const lots = new Map(all.map(({ id }) => [id, idOf(seed, id)]));
  const lotOf = ({ id }: Drawable): string => lots.get(id) ?? id;
  const group = [...placed];
  const drawn: Drawn[] = [];
  let left = all.toSorted((a, b) => (lotOf(a) < lotOf(b) ? -1 : 1));
  while (drawn.length < wanted) {
    if (isGroup) left = left.filter((one) => !group.some((other) => isInLine(one, other)));
    const next = left.reduce<Drawable | undefined>(
      (best, one) => (best === undefined || likeness(one, group) < likeness(best, group) ? one : best),
      undefined,
    );
    if (!next) break;
    drawn.push({ id: next.id, because: reasonFor(next, group) });
    group.push(next);
    left = left.filter(({ id }) => id !== next.id);
  }
  return drawn;
}

export const isInLine = (one: Drawable, other: Drawable): boolean =>
  one.above.includes(other.id) || other.above.includes(one.id);

/** How many of the others share the department, and how many the site: an unknown one is shared with nobody. */
function likeness(one: Drawable, group: readonly Drawable[]): number {
  return group.reduce(
    (sum, other) => sum + Number(shares(one, other, 'department')) + Number(shares(one, other, 'site')),
    0,
  );
}

function shares(one: Drawable, other: Drawable, what: 'department' | 'site'): boolean {
  return one[what] !== undefined && one[what] === other[what];
}

function reasonFor(one: Drawable, group: readonly Drawable[]): Invited['because'] {
  const isNew = (what: 'department' | 'site'): boolean =>
    one[what] !== undefined && !group.some((other) => shares(one, other, what));
  if (isNew('department')) return isNew('site') ? 'both' : 'department';
  return isNew('site') ? 'site' : 'lot';
}
