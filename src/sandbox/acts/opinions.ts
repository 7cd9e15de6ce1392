/** What seeded people say to the questions of a survey's page: different for each, leaning to the good side, the same at every run. */
import type { AskedQuestion, Said } from '../../features/surveys/questions/model.ts';
import type { Random } from '../organisation/random.ts';

/** One in fifteen prefers not to say. */
export function opinionOn({ id, kind, options = [], most, range }: AskedQuestion, random: Random): Said {
  if (random.chance(1 / 15)) return null;
  const ids = options.map((option) => option.id);
  const shuffled = ids.map((one) => ({ one, place: random.next() })).toSorted((a, b) => a.place - b.place);
  const mixed = shuffled.map(({ one }) => one);
  switch (kind) {
    case 'agree':
      return random.weighted([1, 2, 3, 4, 5].map((value) => ({ value, weight: [1, 2, 4, 8, 6][value - 1] ?? 1 })))
        .value;
    case 'zero-ten':
      return Math.min(10, random.between(3, 7) + random.between(0, 4));
    case 'number':
      return random.between(range?.least ?? 0, Math.min(range?.most ?? 0, (range?.least ?? 0) + 6));
    case 'one':
      return mixed[0] ?? null;
    case 'several':
      return mixed.slice(0, random.between(1, Math.min(most ?? 3, ids.length)));
    case 'rank':
      return mixed;
    case 'short':
    case 'long':
      return random.chance(0.4)
        ? `${id}: ${random.pick(['more time', 'a clear start', 'somebody who listens', 'less mail'])}`
        : '';
    default:
      return kind satisfies never;
  }
}
