import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Everything about one circle begins with it. */
export const circleKey = (programmeId: string, ...of: readonly unknown[]): readonly unknown[] => [
  'circle',
  programmeId,
  ...of,
];

/** After a change: the circle, and the line on the first page. */
export function useCircleRefresh(programmeId: string): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await queries.invalidateQueries({ queryKey: circleKey(programmeId) });
    await queries.invalidateQueries({ queryKey: ['home'] });
  }, [queries, programmeId]);
}
