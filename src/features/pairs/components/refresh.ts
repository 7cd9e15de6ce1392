import { useQueryClient } from '@tanstack/react-query';
import { tell } from '../../../ui/notice.tsx';
import type { PairView } from '../model.ts';

/** Reads the pair anew wherever it is shown, and says what was done. */
export function useRefresh({ programmeId, id }: Pick<PairView, 'programmeId' | 'id'>): (told: string) => Promise<void> {
  const queries = useQueryClient();
  return async (told) => {
    await queries.invalidateQueries({ queryKey: ['pair', programmeId, id] });
    await queries.invalidateQueries({ queryKey: ['my-pairs'] });
    tell(told);
  };
}
