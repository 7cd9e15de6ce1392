/** What counts: the questions, their weights, the rules, tried on a sample while a weight moves; then a proposal is made with it. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { TabsLater } from '../../programmes/components/tabs-later.tsx';
import { loadAims } from './client.ts';
import { AimsForm } from './components/aims-form.tsx';
import { say } from './words.ts';

export default function WhatCountsPage({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['matching-aims', programmeId], queryFn: () => loadAims(programmeId) });
  const lead = found.data && t('page.lead', { programme: found.data.programmeName });
  return (
    <Page
      title={t('page.title')}
      lead={lead}
      back={{ to: `/programmes/${programmeId}/matching`, label: t('page.back') }}
    >
      <TabsLater programmeId={programmeId} />
      <Loaded of={found}>{(standing) => <AimsForm programmeId={programmeId} standing={standing} />}</Loaded>
    </Page>
  );
}
