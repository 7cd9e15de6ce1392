/** One course of the organisation, from the first draft to its versions. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { Language } from '../../../../platform/words.ts';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded, Waiting } from '../../../../ui/loaded.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Page, Section } from '../../../../ui/page.tsx';
import { openDraft } from '../client.ts';
import { Languages } from './languages.tsx';
import { TextEditor, type Place } from './text-editor.tsx';
import type { EditView } from '../model.ts';
import { say } from '../words.ts';

// What stands below the text, or shows for links only, is fetched beside the page.
const LinkEditor = lazy(() => import('./link-editor.tsx'));
const Publish = lazy(() => import('./publish.tsx'));
const Settings = lazy(() => import('./settings.tsx'));
const Versions = lazy(() => import('./versions.tsx'));

export default function Editor({ ownId }: { readonly ownId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['own-course', ownId], queryFn: () => openDraft(ownId) });
  const title = found.data && (found.data.course.title || t('list.nameless'));
  return (
    <Page
      title={title ?? t('edit.title')}
      lead={found.data && t(`edit.lead.${found.data.course.kind}`)}
      back={{ to: '/courses/own', label: t('title') }}
    >
      <Loaded of={found}>{(view) => <Parts view={view} />}</Loaded>
    </Page>
  );
}

function Parts({ view }: { readonly view: EditView }): ReactNode {
  const t = useSay(say);
  const { course } = view;
  const [place, setPlace] = useState<Place>({ language: course.binding });
  const [unsaved, setUnsaved] = useState<readonly Language[]>([]);
  const noteUnsaved = (language: Language, isUnsaved: boolean): void =>
    setUnsaved((before) => {
      if (before.includes(language) === isUnsaved) return before;
      return isUnsaved ? [...before, language] : before.filter((one) => one !== language);
    });
  return (
    <>
      <Notice intent={course.state === 'published' ? 'success' : 'info'}>{t(`edit.state.${course.state}`)}</Notice>
      {course.kind === 'text' ? (
        <Section title={t('text.title')} lead={t('text.lead')}>
          <Languages view={view} chosen={place.language} onChoose={(language) => setPlace({ language })} />
          <TextEditor key={place.language} view={view} place={place} onUnsaved={noteUnsaved} />
        </Section>
      ) : (
        <Suspense fallback={<Waiting />}>
          <LinkEditor view={view} onUnsaved={noteUnsaved} />
        </Suspense>
      )}
      <Suspense fallback={<Waiting />}>
        <Publish view={view} unsaved={unsaved} onGoTo={setPlace} />
        <Settings view={view} />
        <Versions view={view} />
      </Suspense>
    </>
  );
}
