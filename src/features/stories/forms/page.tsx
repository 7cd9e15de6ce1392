import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { Page } from '../../../ui/page.tsx';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { EffectSection } from '../effect/components/effect.tsx';
import { TranslationsSection } from '../translations/components/translations.tsx';
import { findForms } from './client.ts';
import { TakeAlong } from './components/take-along.tsx';
import { say } from './words.ts';

export interface StoryFormsPageProps {
  readonly programmeId: string;
  readonly storyId: string;
}

/** For coordinators, of one published story: the forms to take along, its translations, and what it brings. */
export default function StoryFormsPage({ programmeId, storyId }: StoryFormsPageProps): ReactNode {
  const t = useSay(say);
  const forms = useQuery({ queryKey: ['story-forms', storyId], queryFn: () => findForms(programmeId, storyId) });
  return (
    <Page
      title={forms.data?.title ?? t('page.title')}
      lead={t('page.lead')}
      back={{ to: `/programmes/${programmeId}/stories`, label: t('page.back') }}
    >
      <ProgrammeTabs programmeId={programmeId} />
      <TakeAlong {...{ programmeId, storyId }} />
      {forms.data && (
        <>
          <TranslationsSection {...{ programmeId, storyId }} />
          <EffectSection {...{ programmeId, storyId }} />
        </>
      )}
    </Page>
  );
}
