import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { Loaded, Waiting } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { loadPair } from '../../pairs/client.ts';
import { findOwn } from '../client.ts';
import { say } from '../words.ts';

const WriteForm = lazy(async () => ({ default: (await import('../components/write-form.tsx')).WriteForm }));

export interface WriteProps {
  readonly programmeId: string;
  readonly pairId: string;
}

/** One of the two writes; nobody sees it before the other agrees. */
export default function WriteStoryPage({ programmeId, pairId }: WriteProps): ReactNode {
  const t = useSay(say);
  const pair = useQuery({ queryKey: ['pair', programmeId, pairId], queryFn: () => loadPair(programmeId, pairId) });
  const own = useQuery({ queryKey: ['own-story', pairId], queryFn: () => findOwn(programmeId, pairId) });
  const name = pair.data?.partner.name ?? '';
  return (
    <Page
      title={t('write.title')}
      lead={t('write.lead', { name })}
      back={{ to: `/programmes/${programmeId}/pairs/${pairId}`, label: t('back.pair') }}
      narrow
    >
      <Loaded of={own}>
        {({ story }) => (
          <Suspense fallback={<Waiting lines={8} />}>
            <WriteForm {...{ programmeId, pairId, name, story }} />
          </Suspense>
        )}
      </Loaded>
    </Page>
  );
}
