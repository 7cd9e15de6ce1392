/** What people wrote for the advisers in a check-in, the oldest first: the words, how to speak with them, and "I have read it". */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Section } from '../../../ui/page.tsx';
import { Person } from '../../../ui/person.tsx';
import { readNote } from '../client.ts';
import type { Advising, NoteToAdviser } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  one: {
    padding: `${tokens.spacingVerticalL} 0`,
    ':first-child': { paddingTop: 0 },
    ':last-child': { paddingBottom: 0 },
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  text: { margin: `${tokens.spacingVerticalM} 0`, whiteSpace: 'pre-line', overflowWrap: 'anywhere', maxWidth: '64ch' },
  facts: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  line: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    color: tokens.colorNeutralForeground2,
    lineHeight: '1.55',
    overflowWrap: 'anywhere',
    maxWidth: '64ch',
  },
});

type Show = (this: void, now: Advising) => void;

export function Noted({ notes, show }: { readonly notes: readonly NoteToAdviser[]; readonly show: Show }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  if (notes.length === 0) return null;
  return (
    <Section title={t('noted.title')} lead={t('noted.lead')}>
      <ul className={styles.list}>
        {notes.map((one) => (
          <OneNote key={one.id} one={one} show={show} />
        ))}
      </ul>
    </Section>
  );
}

function OneNote({ one, show }: { readonly one: NoteToAdviser; readonly show: Show }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment();
  const read = useOnce(async () => show(await readNote(one.id)));
  const { name, jobTitle, department, site } = one.person;
  const facts = [department, site, one.mail].filter((fact) => fact !== undefined).join(' · ');
  const day = write(one.goesOn, 'day');
  return (
    <li className={styles.one}>
      <Person name={name} job={jobTitle} />
      {facts !== '' && <p className={styles.facts}>{t('noted.facts', { facts })}</p>}
      <p className={styles.text} dir="auto">
        {one.text}
      </p>
      <p className={styles.line}>
        {t('noted.since', { day: write(one.at, 'day') })} ·{' '}
        {one.readAt === undefined ? t('noted.open', { day }) : t('noted.done', { at: write(one.readAt, 'day'), day })}
      </p>
      <p className={styles.line}>{t('noted.how')}</p>
      {read.problem && <FormProblem problem={read.problem} />}
      {one.readAt === undefined && (
        <Button
          aria-label={t('noted.read.name', { name })}
          disabledFocusable={read.busy}
          onClick={() => void read.start()}
        >
          {t('noted.read')}
        </Button>
      )}
    </li>
  );
}
