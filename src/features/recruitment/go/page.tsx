import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { Loaded, Waiting } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { arrive } from '../client.ts';
import { say } from '../words.ts';

const ApplyPageView = lazy(() => import('../apply/page.tsx'));

/** Where the links of cards, mails and posters lead: it is kept by which one somebody came, and then they can apply. */
export default function GoPageView({ code }: { readonly code: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['go', code], queryFn: () => arrive(code), staleTime: Infinity });
  if (found.data)
    return (
      <Suspense
        fallback={
          <Page title={t('go.title')} narrow>
            <Waiting lines={3} />
          </Page>
        }
      >
        <ApplyPageView programmeId={found.data.programmeId} />
      </Suspense>
    );
  return (
    <Page title={t('go.title')} narrow>
      <Loaded of={found}>{() => undefined}</Loaded>
    </Page>
  );
}
