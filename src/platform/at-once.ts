/** Work that is done for some at a time, so that neither a service nor this process is overrun. */

/** The answers, in the order of the list. The first failure is thrown; the rest of the work is done all the same. */
export async function mapAtOnce<A, B>(all: readonly A[], most: number, work: (one: A) => Promise<B>): Promise<B[]> {
  const found: B[] = [];
  const waiting = all.entries();
  const hand = async (): Promise<void> => {
    for (const [place, one] of waiting) found[place] = await work(one);
  };
  await Promise.all(Array.from({ length: most }, hand));
  return found;
}
