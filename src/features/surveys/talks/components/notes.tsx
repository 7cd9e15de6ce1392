/** Notes without names: written, or taken out of a transcript, which stays on this machine until its names are replaced. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ChoiceField, TickField } from '../../../../ui/choices.tsx';
import { LongTextField } from '../../../../ui/fields.tsx';
import { Form, FormProblem, useDraft, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Empty } from '../../../../ui/loaded.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import type { Found } from '../../names/model.ts';
import { dropNote, findGuide, keepNotes } from '../client.ts';
import { longestNote, type Note, type NoteDraft, type TalkPage } from '../model.ts';
import { isSettling } from '../closing/rules.ts';
import { mayAnybodyBeQuoted } from '../rules.ts';
import { NoteThemes, Share } from '../../themes/components/note-themes.tsx';
import { say } from '../words.ts';
import { NamesFound } from './names-found.tsx';
import { Transcript } from './transcript.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  note: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: {
    flex: '1 1 280px',
    margin: 0,
    maxWidth: '68ch',
    lineHeight: '1.55',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  themes: { flex: '1 1 100%' },
  small: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export function Notes({ talk }: { readonly talk: TalkPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const guide = useQuery({ queryKey: ['talk-guide', talk.purpose], queryFn: () => findGuide(talk.purpose) });
  const questions = (guide.data?.questions ?? []).map(({ id, text }) => ({ id, text: text[talk.language] }));
  return (
    <>
      {talk.state === 'asking' && (
        <>
          <Section title={t('note.title')} lead={t('note.lead')}>
            <NewNote talk={talk} questions={questions} />
          </Section>
          <Section title={t('transcript.title')} lead={t('transcript.lead')}>
            <Transcript talk={talk} />
          </Section>
        </>
      )}
      <Section title={t('notes.title', { count: talk.notes.length })}>
        {talk.notes.length === 0 ? (
          <Empty title={t('notes.none')} text={t('notes.none.next')} />
        ) : (
          <ul className={styles.list} aria-label={t('notes.title', { count: talk.notes.length })}>
            {talk.notes.map((note) => (
              <NoteLine
                key={note.id}
                talk={talk}
                note={note}
                about={questions.find(({ id }) => id === note.about)?.text}
              />
            ))}
          </ul>
        )}
      </Section>
      {talk.state === 'closed' && !isSettling(talk) && <Share talk={talk} />}
    </>
  );
}

interface NoteProps {
  readonly talk: TalkPage;
  readonly note: Note;
  readonly about: string | undefined;
}

function NoteLine({ talk, note, about }: NoteProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const settling = isSettling(talk);
  const { start, busy, problem } = useOnce(async () => {
    await dropNote(talk.id, note.id);
    await queries.invalidateQueries({ queryKey: ['talks', talk.id] });
    tell(t('note.gone'));
  });
  return (
    <li className={styles.note}>
      <p className={styles.text}>
        {about !== undefined && <span className={styles.small}>{about}</span>}
        {note.text}
        {note.mayQuote && <span className={styles.small}>{t('note.quotable')}</span>}
      </p>
      {!talk.isShared && !settling && (
        <Button appearance="subtle" disabledFocusable={busy} onClick={() => void start()}>
          {t('note.remove')}
        </Button>
      )}
      {problem && <FormProblem problem={problem} />}
      {!settling && (
        <div className={styles.themes}>
          <NoteThemes talk={talk} note={note} />
        </div>
      )}
    </li>
  );
}

interface Writing {
  readonly about: string;
  readonly text: string;
  readonly mayQuote: boolean;
}

const blank: Writing = { about: '', text: '', mayQuote: false };

interface NewNoteProps {
  readonly talk: TalkPage;
  readonly questions: readonly { readonly id: string; readonly text: string }[];
}

function NewNote({ talk, questions }: NewNoteProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const draft = useDraft<Writing>(`talk-note-${talk.id}`, blank);
  const { value, set } = draft;
  const canQuote = mayAnybodyBeQuoted(talk.people);
  const [found, setFound] = useState<readonly Found[]>([]);
  const [notNames, setNotNames] = useState<readonly string[]>([]);
  const keep = async (): Promise<void> => {
    const note: NoteDraft = {
      text: value.text,
      mayQuote: value.mayQuote && canQuote,
      ...(value.about ? { about: value.about } : {}),
    };
    const outcome = await keepNotes(talk.id, { notes: [note], notNames: [...notNames] });
    setFound(outcome.outcome === 'names' ? (outcome.notes[0]?.found ?? []) : []);
    if (outcome.outcome === 'names') return;
    draft.clear();
    setNotNames([]);
    await queries.invalidateQueries({ queryKey: ['talks', talk.id] });
    tell(t('note.kept'));
  };
  return (
    <Form submit={t('note.keep')} onSubmit={keep}>
      <ChoiceField
        name="notes.0.about"
        label={t('note.about')}
        value={value.about === '' ? undefined : value.about}
        onChange={(about = '') => set({ about })}
        choices={questions.map(({ id, text }) => ({ value: id, label: text }))}
        choicesIn={talk.language}
      />
      <LongTextField
        name="notes.0.text"
        label={t('note.text')}
        hint={t('note.text.hint')}
        required
        most={longestNote}
        value={value.text}
        onChange={(text) => {
          set({ text });
          setFound([]);
        }}
      />
      {canQuote && (
        <TickField
          name="notes.0.mayQuote"
          label={t('note.quote')}
          hint={t('note.quote.hint')}
          value={value.mayQuote}
          onChange={(mayQuote) => set({ mayQuote })}
        />
      )}
      <NamesFound
        found={found}
        text={value.text}
        onText={(text, left) => {
          set({ text });
          setFound(left);
        }}
        onNoName={(words) => {
          setNotNames([...notNames, words]);
          setFound(found.filter((one) => one.words !== words));
        }}
      />
    </Form>
  );
}
