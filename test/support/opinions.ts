/** Organisations with opinions, drawn from a seed: people with five attributes and an answer from 1 to 5. */
import type { Answered, Attribute } from '../../src/features/release/cuts/model.ts';
import { createRandom } from '../../src/sandbox/organisation/random.ts';

const sizes = { department: 6, site: 5, language: 4, role: 3, gender: 2 };
/** Of 20,000 people: 311 views of everybody, by one and by two attributes. */
export const largeSizes: typeof sizes = { department: 8, site: 7, language: 5, role: 4, gender: 3 };

export const fiveAttributes: readonly Attribute[] = Object.keys(sizes).map((id) => ({ id }));

/** `looks`: how often somebody looked at the whole while answers came. */
export function opinions(people: number, seed: number, looks = 0, counts = sizes): Answered[] {
  const random = createRandom('opinions', people, seed);
  return Array.from({ length: people }, (_, place) => {
    const of = Object.fromEntries(
      Object.entries(counts).map(([id, size]) => {
        const values = Array.from({ length: size }, (_unused, value) => ({ value, weight: 1 / (1 + 0.4 * value) }));
        return [id, `${id}-${random.weighted(values).value}`];
      }),
    );
    const leaning =
      3.2 + 0.15 * (of['department'] ?? '').length * random.next() - 0.5 * Number(of['gender'] === 'gender-1');
    const spread = (random.next() + random.next() + random.next() - 1.5) * 2;
    const value = Math.max(1, Math.min(5, Math.round(leaning + spread)));
    return { of, value, since: (1 + Math.floor((place * (looks + 1)) / people)) % (looks + 1) };
  });
}
