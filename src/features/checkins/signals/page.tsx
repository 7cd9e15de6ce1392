/** For coordinators: who may need a word and what to do, by which rules somebody gets here, how many answered, and what was released. */
import { useQuery } from '@tanstack/react-query';
import { makeStyles } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Empty, Loaded, Waiting } from '../../../ui/loaded.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { NotesSection } from '../components/notes.tsx';
import { findFollowUps } from './client.ts';
import { SignalRules } from './components/signal-rules.tsx';
import type { WordList } from './model.ts';
import { say as sayCheckIns } from '../words.ts';
import { say } from './words.ts';

const WordLine = lazy(async () => ({ default: (await import('./components/word-line.tsx')).WordLine }));
const loadResults = () => import('../components/results.tsx');
const ResponseSection = lazy(async () => ({ default: (await loadResults()).ResponseSection }));
const ResultsSection = lazy(async () => ({ default: (await loadResults()).ResultsSection }));

const useStyles = makeStyles({ list: { margin: 0, padding: 0, listStyleType: 'none' } });

/** So many are shown at first: a list that nobody sees the end of is not worked through. */
const shownAtFirst = 12;

export default function FollowUpPage({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const ofCheckIns = useSay(sayCheckIns);
  const found = useQuery({ queryKey: ['follow-ups', programmeId], queryFn: () => findFollowUps(programmeId) });
  return (
    <Page
      title={t('page.title')}
      lead={t('page.lead')}
      back={{ to: `/programmes/${programmeId}`, label: t('page.programme') }}
      action={<ButtonLink to={`/programmes/${programmeId}/check-ins/rounds`}>{ofCheckIns('plan.title')}</ButtonLink>}
    >
      <ProgrammeTabs programmeId={programmeId} />
      <Loaded of={found}>
        {({ notes, figures, ...list }) => (
          <>
            <Section title={t('list.title')}>
              <Words programmeId={programmeId} list={list} />
              <SignalRules />
            </Section>
            <NotesSection programmeId={programmeId} notes={notes} />
            <Suspense fallback={<Waiting />}>
              <ResponseSection figures={figures} />
              <ResultsSection figures={figures} />
            </Suspense>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Words({ programmeId, list }: { readonly programmeId: string; readonly list: WordList }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const [whole, setWhole] = useState(false);
  const { words, later } = list;
  const shown = whole ? words : words.slice(0, shownAtFirst);
  const rest = words.length - shown.length;
  return (
    <>
      {words.length === 0 && <Empty title={t('list.none')} text={t('list.none.text')} />}
      <Suspense fallback={<Waiting />}>
        <ul className={styles.list}>
          {shown.map((word) => (
            <WordLine key={word.id} programmeId={programmeId} word={word} />
          ))}
        </ul>
      </Suspense>
      {rest > 0 && <Button onClick={() => setWhole(true)}>{t('list.rest', { count: rest })}</Button>}
      {later > 0 && <p>{t('list.later', { count: later })}</p>}
    </>
  );
}
