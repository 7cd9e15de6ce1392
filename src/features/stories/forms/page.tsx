import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { Page } from '../../../ui/page.tsx';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { findForms } from './client.ts';
import { say } from './words.ts';

const TakeAlong = lazy(async () => ({ default: (await import('./components/take-along.tsx')).TakeAlong }));
const TranslationsSection = lazy(async () => ({
  default: (await import('../translations/components/translations.tsx')).TranslationsSection,
}));
const EffectSection = lazy(async () => ({ default: (await import('../effect/components/effect.tsx')).EffectSection }));

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
      <Suspense>
        <TakeAlong {...{ programmeId, storyId }} />
      </Suspense>
      {forms.data && (
        <Suspense>
          <TranslationsSection {...{ programmeId, storyId }} />
          <EffectSection {...{ programmeId, storyId }} />
        </Suspense>
      )}
    </Page>
  );
}
