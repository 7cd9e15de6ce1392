/** Notes on how a goal is going, by either of the two; the newest first. */
import type { ReactNode } from 'react';
import { LongTextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { addNote, takeBackNote } from '../client.ts';
import { longestNote, type GoalView } from '../model.ts';
import { say } from '../words.ts';
import { Remove, useGoalsRefresh, useGoalStyles, type GoalProps } from './lines.tsx';

export function Notes(props: GoalProps): ReactNode {
  const t = useSay(say);
  const styles = useGoalStyles();
  const { found, one } = props;
  return (
    <>
      <h3 className={styles.head}>{t('notes')}</h3>
      {one.notes.length === 0 ? (
        <p className={styles.quiet}>{t('notes.none')}</p>
      ) : (
        <NoteList {...props} notes={one.notes} />
      )}
      {found.open && !one.dropped && <AddNote {...props} />}
    </>
  );
}

type NotesProps = GoalProps & { readonly notes: GoalView['notes'] };

export function NoteList({ at, found, one, notes }: NotesProps): ReactNode {
  const t = useSay(say);
  const styles = useGoalStyles();
  const write = useMoment();
  const refresh = useGoalsRefresh(at);
  return (
    <ul className={styles.list}>
      {notes.map(({ id, text, mine, at: when }) => (
        <li key={id} className={styles.line}>
          <span className={styles.text}>
            {text}
            <span className={styles.small}>
              {t(mine ? 'note.mine' : 'note.theirs', { name: found.partner.name, day: write(when, 'day') })}
            </span>
          </span>
          {mine && (
            <Remove
              label={t('note.remove', { text })}
              remove={async () => {
                await takeBackNote(at, one.id, id);
                await refresh();
              }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** `meetingId`: written at that meeting. */
export function AddNote({ at, one, meetingId }: GoalProps & { readonly meetingId?: string }): ReactNode {
  const t = useSay(say);
  const refresh = useGoalsRefresh(at);
  const draft = useDraft(`goal-note-${one.id}-${meetingId ?? ''}`, { text: '' });
  const keep = async (): Promise<void> => {
    await addNote(at, one.id, { text: draft.value.text, ...(meetingId === undefined ? {} : { meetingId }) });
    await refresh();
  };
  return (
    <Form draft={draft} submit={t('note.add')} onSubmit={keep}>
      <LongTextField
        name="text"
        label={t('note.text')}
        hint={t('note.hint')}
        required
        most={longestNote}
        value={draft.value.text}
        onChange={(text) => draft.set({ text })}
      />
    </Form>
  );
}
