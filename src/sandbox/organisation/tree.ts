/** Who leads whom in one department. */
import type { Random } from './random.ts';

export interface Place {
  /** Index of the manager in the department, or null for who leads it. */
  readonly manager: number | null;
  /** 0 for who leads the department. */
  readonly depth: number;
  readonly leads: boolean;
}

/** A tree in breadth-first order with five to eleven people for each manager, eight on average. */
export function reportingLines(size: number, random: Random): Place[] {
  const managers: (number | null)[] = size > 0 ? [null] : [];
  for (let manager = 0; managers.length < size; manager += 1) {
    const span = random.between(5, 11);
    for (let report = 0; report < span && managers.length < size; report += 1) managers.push(manager);
  }
  const leading = new Set(managers);
  const places: Place[] = [];
  for (const [index, manager] of managers.entries()) {
    const depth = manager === null ? 0 : (places[manager]?.depth ?? 0) + 1;
    places.push({ manager, depth, leads: leading.has(index) });
  }
  return places;
}
