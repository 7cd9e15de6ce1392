/** Thanks from the programme: for its coordinators, and for its sponsor by a link. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { AskedMost } from '../load/components/asked-most.tsx';
import { findCredits } from './client.ts';
import { CreditForm } from './components/form.tsx';
import { Given } from './components/given.tsx';
import { SponsorLink } from './components/sponsor.tsx';
import { say } from './words.ts';

export default function CreditsPage({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['credits', programmeId], queryFn: () => findCredits(programmeId) });
  return (
    <Page
      title={t('page.title')}
      lead={t('page.lead', { programme: found.data?.programmeName ?? '…' })}
      back={{ to: `/programmes/${programmeId}/thanks`, label: t('page.back') }}
      narrow
    >
      <Loaded of={found}>
        {(page) => (
          <>
            <CreditForm programmeId={programmeId} page={page} />
            <Section title={t('given.title')}>
              <Given page={page} />
            </Section>
            {page.as === 'coordinator' && <AskedMost programmeId={programmeId} />}
            <SponsorLink {...(page.sponsor ? { sponsor: page.sponsor } : {})} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
