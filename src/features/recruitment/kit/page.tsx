import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Borrowed } from '../../programmes/components/borrowed.tsx';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { say } from './words.ts';
import { findKit } from './client.ts';
import { Findings } from './components/findings.tsx';
import { Posts, TrySelf } from './components/sending.tsx';
import { Texts } from './components/texts.tsx';

const Networks = lazy(async () => ({ default: (await import('./components/networks.tsx')).Networks }));
const WhomToAsk = lazy(async () => ({ default: (await import('./components/whom-to-ask.tsx')).WhomToAsk }));

/** For coordinators: the call of a programme in every form and language. */
export default function KitPageView({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['kit', programmeId], queryFn: () => findKit(programmeId) });
  const back = { to: `/programmes/${programmeId}/recruitment`, label: t('kit.back') };
  return (
    <Page title={t('kit.title')} lead={t('kit.lead')} back={back}>
      <ProgrammeTabs programmeId={programmeId} />
      <Loaded of={found}>
        {(page) => (
          <>
            <Section title={t('wording.words')} lead={t('wording.lead')}>
              <Borrowed programmeId={programmeId} languages={page.borrowed} />
              <Findings findings={page.findings} />
            </Section>
            <Texts page={page} />
            <TrySelf programmeId={programmeId} />
            <Posts page={page} />
            <Suspense>
              <Networks programmeId={programmeId} />
              <WhomToAsk page={page} />
            </Suspense>
          </>
        )}
      </Loaded>
    </Page>
  );
}
