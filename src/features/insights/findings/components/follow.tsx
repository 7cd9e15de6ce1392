/** Follows a change up: who, until when, and that it is done. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { TickField } from '../../../../ui/choices.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { followFinding } from '../client.ts';
import { say } from '../words.ts';
import type { DecideProps } from './decide.tsx';
import { DoingFields } from './decision-fields.tsx';

export function Follow({ programmeId, one, onClose }: DecideProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const { value, set, ...draft } = useDraft(`finding-follow-${one.id}`, one.doing);
  const send = async (): Promise<void> => {
    const page = await followFinding(programmeId, one.id, { ...value, version: one.version }).finally(
      () => void queries.invalidateQueries({ queryKey: ['findings', programmeId] }),
    );
    queries.setQueryData(['findings', programmeId], page);
    draft.clear();
    onClose();
    tell(t('saved'), { intent: 'success' });
  };
  return (
    <Form draft={draft} submit={t('save')} onSubmit={send} actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
      <DoingFields value={value} at="" onChange={set} />
      <TickField name="isDone" label={t('is-done')} value={value.isDone} onChange={(isDone) => set({ isDone })} />
    </Form>
  );
}
