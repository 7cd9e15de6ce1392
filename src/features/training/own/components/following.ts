import { useQueryClient } from '@tanstack/react-query';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { say as courseSay } from '../../words.ts';
import { followOwnCourse } from '../client.ts';
import type { ReadView, WorkDraft } from '../model.ts';

export const keyOf = (ownId: string) => ['own-reading', ownId] as const;

/** Keeps what was pressed; the answer of the server is what the page shows next. */
export function useFollowing(view: ReadView): (work: Omit<WorkDraft, 'version'>) => Promise<void> {
  const t = useSay(courseSay);
  const queries = useQueryClient();
  return async (work) => {
    const wasDone = view.doneAt !== undefined;
    queries.setQueryData(keyOf(view.id), await followOwnCourse(view.id, { ...work, version: view.version }));
    for (const key of ['my-own-courses', 'my-courses', 'home']) await queries.invalidateQueries({ queryKey: [key] });
    if (work.isDone && !wasDone) tell(t('done.title'));
  };
}
