/** For coordinators: the courses that the organisation adds itself, two ways to begin one, and with an id the editor of that course. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Language } from '../../../platform/words.ts';
import { Button, TextLink } from '../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import type { Column } from '../../../ui/list-rows.tsx';
import { DataList } from '../../../ui/list.tsx';
import { Loaded, Waiting } from '../../../ui/loaded.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { createCourse, listDrafts } from './client.ts';
import { LanguageField } from './components/language-field.tsx';
import type { CourseLine, OwnKind, OwnList } from './model.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalL },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

const Editor = lazy(() => import('./components/editor.tsx'));

export default function OwnCoursesPage({ ownId }: { readonly ownId?: string }): ReactNode {
  if (ownId === undefined) return <List />;
  return (
    <Suspense fallback={<Waiting />}>
      <Editor ownId={ownId} />
    </Suspense>
  );
}

function List(): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['own-courses'], queryFn: listDrafts });
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: '/programmes', label: t('back') }}>
      <Loaded of={found}>
        {(list) => (
          <>
            <Begin list={list} />
            <Courses list={list} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Begin({ list }: { readonly list: OwnList }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [, goTo] = useLocation();
  const [binding, setBinding] = useState<Language>(list.binding);
  const kind = useRef<OwnKind>('text');
  const begin = useOnce(async () => {
    const { ownId } = await createCourse(kind.current, binding);
    goTo(`/courses/own/${ownId}/edit`);
  });
  const press = (which: OwnKind): void => {
    kind.current = which;
    void begin.start();
  };
  return (
    <Section title={t('new.title')} lead={t('new.lead')}>
      <LanguageField label={t('binding')} hint={t('binding.hint')} value={binding} onChange={setBinding} />
      {begin.problem && <FormProblem problem={begin.problem} />}
      <div className={styles.row}>
        <Button appearance="primary" disabledFocusable={begin.busy} onClick={() => press('text')}>
          {t('new.text')}
        </Button>
        <Button disabledFocusable={begin.busy} onClick={() => press('link')}>
          {t('new.link')}
        </Button>
      </div>
    </Section>
  );
}

function Courses({ list }: { readonly list: OwnList }): ReactNode {
  const t = useSay(say);
  const write = useMoment();
  const styles = useStyles();
  const columns: Column<CourseLine>[] = [
    {
      key: 'title',
      title: t('list.course'),
      cell: (one) => <TextLink to={`/courses/own/${one.id}/edit`}>{one.title || t('list.nameless')}</TextLink>,
      text: (one) => one.title,
      sort: (one) => one.title,
    },
    { key: 'state', title: t('list.state'), cell: (one) => t(`state.${one.state}`), sort: (one) => one.state },
    {
      key: 'languages',
      title: t('list.languages'),
      cell: (one) => one.languages.map((language) => t(`language.${language}`)).join(', ') || t('list.no-language'),
    },
    {
      key: 'readers',
      title: t('list.readers'),
      cell: (one) => t(one.colleaguesOnly ? 'readers.colleagues' : 'readers.all'),
    },
    {
      key: 'changed',
      title: t('list.changed'),
      cell: (one) => write(one.changedAt, 'day'),
      sort: (one) => -one.changedAt,
    },
  ];
  return (
    <Section title={t('list.title')}>
      <DataList
        label={t('list.title')}
        rows={list.courses}
        columns={columns}
        rowKey={({ id }) => id}
        empty={<p className={styles.quiet}>{t('list.none')}</p>}
      />
    </Section>
  );
}
