/** Whose names and which places a text is held against: the directory as it is now. */
import type { Platform } from '../../../platform/platform.ts';
import type { Person } from '../../people/model.ts';
import { allPeople } from '../../people/store.ts';
import type { Known } from './rules.ts';

/** `close` are those who took part, whose names count however they are written. */
export async function knownNames(deps: Platform, close: readonly Person[] = []): Promise<Known> {
  // Who left, and guests, are talked about as well.
  const people = (await allPeople(deps.tables)).map(({ value }) => value);
  const places = [...new Set(people.flatMap(({ site }) => site ?? []))];
  return { people: [...people, ...close], close, places };
}
