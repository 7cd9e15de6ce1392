/** For what can be taken back: it is done at once, and a message at the foot of the page offers to undo it. */
import { useSay } from './language.tsx';
import { tell } from './notice.tsx';
import { say } from './words.ts';

/** Says what was done; `undo` makes it as it was, and is heard of too. */
export function useTakingBack(): (done: string, undo: () => Promise<unknown>) => void {
  const t = useSay(say);
  return (done, undo) =>
    tell(done, {
      undo: () =>
        void undo().then(
          () => tell(t('notice.undone')),
          (error: unknown) => tell(error instanceof Error ? error.message : t('problem.ours'), { intent: 'error' }),
        ),
    });
}
