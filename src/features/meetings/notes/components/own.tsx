/** The own notes: what was typed stays in this window until it is kept. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LongTextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { keepOwn } from '../client.ts';
import { longestOwn } from '../model.ts';
import { say } from '../words.ts';
import type { NotesProps } from './lines.tsx';

export function OwnNotesSection({ at, found, queryKey }: NotesProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  // The version that was there when typing began goes along: another window's words are not overwritten.
  const draft = useDraft(`meeting-own-${at.meetingId}`, found.own);
  const keep = async (): Promise<void> => {
    await keepOwn(at, { text: draft.value.text, version: draft.value.version });
    await queries.invalidateQueries({ queryKey });
    tell(t('own.kept'), { intent: 'success' });
  };
  return (
    <Section title={t('own.title')}>
      <Form draft={draft} submit={t('own.save')} onSubmit={keep}>
        <LongTextField
          name="text"
          label={t('own.text')}
          most={longestOwn}
          value={draft.value.text}
          onChange={(text) => draft.set({ text, version: draft.value.version })}
        />
      </Form>
    </Section>
  );
}
