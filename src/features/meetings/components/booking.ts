/** What every press that plans a meeting has in common: knowing of another one, and where it leads. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useLocation } from 'wouter';
import { useOnce } from '../../../ui/form.tsx';
import { closeDialog, currentHost } from '../../../ui/host.ts';
import { tell } from '../../../ui/notice.tsx';
import type { PairAddress } from '../model.ts';

/** One booking at a time; `startKnowing` is the same wish once more, knowing of the meeting of which the problem tells. */
export function useBooking(
  book: (knowing: boolean) => Promise<unknown>,
): ReturnType<typeof useOnce> & { startKnowing(this: void): Promise<void> } {
  const knowing = useRef(false);
  const once = useOnce(() => book(knowing.current));
  const startKnowing = async (): Promise<void> => {
    knowing.current = true;
    await once.start().finally(() => (knowing.current = false));
  };
  return { ...once, startKnowing };
}

/** Says what was done: the lists are read again, the dialog closes with `what`, or the tab goes back to the pair. */
export function useDone({ programmeId, pairId }: PairAddress): (what: string, said: string) => Promise<void> {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  return async (what, said) => {
    await queries.invalidateQueries();
    tell(said, { intent: 'success' });
    if (currentHost()?.inDialog) closeDialog(what);
    else navigate(`/programmes/${programmeId}/pairs/${pairId}`);
  };
}
