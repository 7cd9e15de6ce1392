/**
 * Whose answer is still open after everything that was told. A world is another way in which people may have answered that gives the
 * very same figures; while there is one in which somebody said something else, nobody can know what that person said. One answer may
 * be known besides (everybody knows the own one), so each person needs worlds that no single other answer rules out.
 */
import type { Scale, View, World } from './model.ts';
import { newSearch, type Search } from './search/rules.ts';

export interface Worlds {
  /** Takes the view in unless somebody's answer would then no longer be open, as far as can be proved; false when it was refused. */
  admit(view: View): boolean;
}

const rounds = 6;

/** `watched`: the people whose answer must stay open. */
export function newWorlds(answers: ArrayLike<number>, scale: Scale, watched: readonly number[]): Worlds {
  const search = newSearch(answers, scale);
  const known = new Map<number, readonly World[]>(watched.map((one) => [one, [alone(one, answers[one] ?? 0, scale)]]));
  return {
    admit: (view) => {
      search.enter(view);
      const changed: [number, readonly World[]][] = [];
      for (const [person, worlds] of known) {
        const left = worlds.filter((world) => search.stands(world));
        if (left.length === worlds.length) continue;
        const found = worldsOf(search, person, { left, near: worlds });
        if (!found) {
          search.leave();
          return false;
        }
        changed.push([person, found]);
      }
      for (const [person, worlds] of changed) known.set(person, worlds);
      return true;
    },
  };
}

/** Before anything was told anybody may have said anything. */
function alone(person: number, said: number, { high }: Scale): World {
  return new Map([[person, said < high ? said + 1 : said - 1]]);
}

interface Start {
  readonly left: readonly World[];
  readonly near: readonly World[];
}

/** Worlds of which no single other answer rules out all; nothing when they were not found. */
function worldsOf(search: Search, person: number, { left, near }: Start): World[] | undefined {
  const worlds = [...left];
  for (let round = 0; round < rounds; round += 1) {
    const critical = inAll(worlds, person);
    if (worlds.length > 0 && critical.size === 0) return worlds;
    const one = search.find(person, critical, near);
    if (one) worlds.push(one);
    else if (critical.size < 2) return undefined;
    else return oneByOne(search, person, { worlds, critical, near });
  }
  return undefined;
}

interface OneByOne {
  readonly worlds: World[];
  readonly critical: ReadonlySet<number>;
  readonly near: readonly World[];
}

function oneByOne(search: Search, person: number, { worlds, critical, near }: OneByOne): World[] | undefined {
  for (const other of critical) {
    if (worlds.some((world) => !world.has(other))) continue;
    const one = search.find(person, new Set([other]), near);
    if (!one) return undefined;
    worlds.push(one);
  }
  return worlds;
}

/** Who else said something else in every one of these worlds. */
function inAll(worlds: readonly World[], person: number): Set<number> {
  const [start, ...more] = worlds;
  const all = [...(start?.keys() ?? [])].filter((one) => one !== person && more.every((world) => world.has(one)));
  return new Set(all);
}
