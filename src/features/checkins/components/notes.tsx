/** What people wrote for the coordinators, with their names, until somebody of the team has read it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Section } from '../../../ui/page.tsx';
import { Person } from '../../../ui/person.tsx';
import { readNote } from '../client.ts';
import type { NoteLine } from '../model.ts';
import { sayRound } from '../rounds/words.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    padding: `${tokens.spacingVerticalM} 0`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'center' },
  text: { margin: `${tokens.spacingVerticalS} 0`, whiteSpace: 'pre-line', overflowWrap: 'anywhere', maxWidth: '64ch' },
  at: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface NotesProps {
  readonly programmeId: string;
  readonly notes: readonly NoteLine[];
}

export function NotesSection({ programmeId, notes }: NotesProps): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  if (notes.length === 0) return null;
  return (
    <Section title={t('notes.title')} lead={t('notes.lead')}>
      <ul className={styles.list}>
        {notes.map((note) => (
          <Note key={`${note.pairId} ${note.person.id} ${note.round}`} programmeId={programmeId} note={note} />
        ))}
      </ul>
    </Section>
  );
}

function Note({ programmeId, note }: { readonly programmeId: string; readonly note: NoteLine }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const language = useLanguage();
  const queries = useQueryClient();
  const { person, text, round, at } = note;
  const read = useOnce(async () => {
    await readNote(programmeId, note);
    await queries.invalidateQueries({ queryKey: ['follow-ups', programmeId] });
  });
  return (
    <li className={styles.line}>
      <div className={styles.head}>
        <Person name={person.name} {...(person.jobTitle ? { job: person.jobTitle } : {})} />
        <Button
          appearance="subtle"
          aria-label={t('notes.read.name', { name: person.name })}
          disabledFocusable={read.busy}
          onClick={() => void read.start()}
        >
          {t('notes.read')}
        </Button>
      </div>
      <p className={styles.text} dir="auto">
        {text}
      </p>
      <span className={styles.at}>
        {sayRound(language, round)} · <Moment at={at} style="day" />
      </span>
      {read.problem && <FormProblem problem={read.problem} />}
    </li>
  );
}
