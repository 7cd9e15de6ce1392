/** What each of the two keeps of a version, one line for each person. */
import type { Story } from '../../model.ts';

type Keeping = Pick<Story, 'keptBy'>;

/** With what this person keeps now; what they kept of these words before stays. */
export function withKept({ keptBy = [] }: Keeping, by: string, keys: readonly string[] = []): Keeping {
  const before = keysOf({ keptBy }, by);
  const all = [...new Set([...before, ...keys])];
  if (all.length === 0) return keptBy.length > 0 ? { keptBy } : {};
  return { keptBy: [...keptBy.filter((one) => one.by !== by), { by, keys: all }] };
}

export const keysOf = ({ keptBy = [] }: Keeping, by: string): string[] =>
  keptBy.filter((one) => one.by === by).flatMap(({ keys }) => keys);
