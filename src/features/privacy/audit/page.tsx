/** For coordinators: what was done in their programme that is noted for good, newest first. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { findAudit } from './client.ts';
import { AuditList } from './components/audit-list.tsx';
import { say } from './words.ts';

export default function AuditOfProgrammePage({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useInfiniteQuery({
    queryKey: ['audit', programmeId],
    queryFn: ({ pageParam }) => findAudit(programmeId, pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: `/programmes/${programmeId}/settings`, label: t('back') }}>
      <Loaded of={found}>
        {({ pages }) => (
          <AuditList
            pages={pages}
            busy={found.isFetchingNextPage}
            {...(found.hasNextPage ? { onMore: () => void found.fetchNextPage() } : {})}
          />
        )}
      </Loaded>
    </Page>
  );
}
