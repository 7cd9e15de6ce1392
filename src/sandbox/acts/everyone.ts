const atOnce = 6;

/** Runs `each` over the list, a few at a time; gives how many did it. */
export async function everyone<T>(list: readonly T[], each: (one: T) => Promise<unknown>): Promise<number> {
  const waiting = [...list];
  const hand = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await each(one);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  return list.length;
}
