/** Asking the circle: a question in one sentence, what it is about, and as much more as helps. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded, Waiting } from '../../../../ui/loaded.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Page } from '../../../../ui/page.tsx';
import { circlePath, findCircle } from '../client.ts';
import { circleKey } from '../components/keys.ts';
import { say } from '../words.ts';

const Ask = lazy(async () => ({ default: (await import('../components/ask-form.tsx')).Ask }));

export default function AskPage({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({
    queryKey: circleKey(programmeId, 'asking'),
    queryFn: () => findCircle(programmeId, {}),
    // The id in it is for one question.
    gcTime: 0,
  });
  return (
    <Page title={t('ask')} lead={t('ask.lead')} back={{ to: circlePath(programmeId), label: t('title') }} narrow>
      <Loaded of={found}>
        {(page) => {
          if (page.seat === 'mentor' && !page.joined) return <Notice>{t('ask.join')}</Notice>;
          if (!page.open) return <Notice>{t('over')}</Notice>;
          return (
            <Suspense fallback={<Waiting lines={6} />}>
              <Ask programmeId={programmeId} page={page} />
            </Suspense>
          );
        }}
      </Loaded>
    </Page>
  );
}
