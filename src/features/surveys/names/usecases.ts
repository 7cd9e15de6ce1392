/** Whose names and which places a text is held against: the directory as it is now. */
import type { Platform } from '../../../platform/platform.ts';
import type { Person } from '../../people/model.ts';
import { candidates } from '../../people/usecases.ts';
import type { Known } from './rules.ts';

/** `close` are those who took part, whose names count however they are written. */
export async function knownNames(deps: Platform, close: readonly Person[] = []): Promise<Known> {
  const people = await candidates(deps);
  const places = [...new Set(people.flatMap(({ site }) => site ?? []))];
  return { people: [...people, ...close], close, places };
}
