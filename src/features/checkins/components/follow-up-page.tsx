import { useQuery, useQueryClient } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Person } from '../../../ui/person.tsx';
import { findFollowUps, followUp } from '../client.ts';
import type { WordView } from '../model.ts';
import { say } from '../words.ts';
import { NotesSection } from './notes.tsx';
import { ResponseSection, ResultsSection } from './results.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalM} 0`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  why: { flex: '1 1 200px' },
  since: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** For coordinators: who may need a word, how many answered, and what was released. */
export default function FollowUpPage({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['follow-ups', programmeId], queryFn: () => findFollowUps(programmeId) });
  return (
    <Page
      title={t('words.title')}
      lead={t('words.lead')}
      back={{ to: `/programmes/${programmeId}`, label: t('page.programme') }}
      action={<ButtonLink to={`/programmes/${programmeId}/check-ins/rounds`}>{t('plan.title')}</ButtonLink>}
    >
      <Loaded of={found}>
        {({ words, notes, figures }) => (
          <>
            <Section title={t('words.list')}>
              <WordList programmeId={programmeId} words={words} />
            </Section>
            <NotesSection programmeId={programmeId} notes={notes} />
            <ResponseSection figures={figures} />
            <ResultsSection figures={figures} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function WordList({
  programmeId,
  words,
}: {
  readonly programmeId: string;
  readonly words: readonly WordView[];
}): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  if (words.length === 0) return <Empty title={t('words.none')} text={t('words.none.text')} />;
  return (
    <ul className={styles.list}>
      {words.map((word) => (
        <WordLine key={word.id} programmeId={programmeId} word={word} />
      ))}
    </ul>
  );
}

function WordLine({ programmeId, word }: { readonly programmeId: string; readonly word: WordView }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const write = useMoment();
  const queries = useQueryClient();
  const go = (to: 'taken' | 'done') => async (): Promise<void> => {
    try {
      await followUp(programmeId, word.id, to);
      tell(t('words.saved'));
    } finally {
      await queries.invalidateQueries({ queryKey: ['follow-ups', programmeId] });
    }
  };
  const take = useOnce(go('taken'));
  const end = useOnce(go('done'));
  const problem = take.problem ?? end.problem;
  return (
    <li className={styles.line}>
      <div>
        {word.people.map((one) => (
          <Person key={one.id} name={one.name} job={one.jobTitle} />
        ))}
      </div>
      <div className={styles.why}>
        <div>{t(`words.${word.why}`)}</div>
        <div className={styles.since}>
          {t('words.since', { day: write(word.since, 'day') })}
          {word.takenBy && ` · ${t('words.taken', { name: word.takenBy.name })}`}
        </div>
      </div>
      <div className={styles.actions}>
        {word.state === 'open' && (
          <Button onClick={() => void take.start()} disabledFocusable={take.busy}>
            {t('words.take')}
          </Button>
        )}
        <Button appearance="subtle" onClick={() => void end.start()} disabledFocusable={end.busy}>
          {t('words.done')}
        </Button>
      </div>
      {problem && <FormProblem problem={problem} />}
    </li>
  );
}
