/** The own notes, and after the talk three lines for oneself: what was typed stays in this window until it is kept. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LongTextField, TextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { keepOwn } from '../client.ts';
import { longestLine, longestOwn, ownLines } from '../model.ts';
import { say } from '../words.ts';
import type { NotesProps } from './lines.tsx';

export function OwnNotesSection({ at, found, queryKey }: NotesProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  // The version that was there when typing began goes along: another window's words are not overwritten.
  const draft = useDraft(`meeting-own-${at.meetingId}`, found.own);
  const keep = async (): Promise<void> => {
    await keepOwn(at, draft.value);
    await queries.invalidateQueries({ queryKey });
    tell(t('own.kept'), { intent: 'success' });
  };
  const { version } = draft.value;
  const asks = found.meeting.past || ownLines.some((line) => found.own[line] !== '');
  return (
    <Section title={t('own.title')} lead={t(asks ? 'own.lead.after' : 'own.lead')}>
      <Form draft={draft} submit={t('own.save')} onSubmit={keep}>
        {asks &&
          ownLines.map((line) => (
            <TextField
              key={line}
              name={line}
              label={t(`own.${line}`)}
              most={longestLine}
              value={draft.value[line]}
              onChange={(words) => draft.set({ [line]: words, version })}
            />
          ))}
        <LongTextField
          name="text"
          label={t('own.text')}
          most={longestOwn}
          value={draft.value.text}
          onChange={(text) => draft.set({ text, version })}
        />
      </Form>
    </Section>
  );
}
