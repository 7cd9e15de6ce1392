import { mapAtOnce } from '../../platform/at-once.ts';

const atOnce = 6;

/** Runs `each` over the list, a few at a time; gives how many did it. */
export async function everyone<T>(list: readonly T[], each: (one: T) => Promise<unknown>): Promise<number> {
  await mapAtOnce(list, atOnce, each);
  return list.length;
}
