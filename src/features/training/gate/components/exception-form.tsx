/** An exception for one person, with a reason that the person reads. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { LongTextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { grantException } from '../client.ts';
import type { Trainee } from '../model.ts';
import { say } from '../words.ts';

interface ExceptionFormProps {
  readonly programmeId: string;
  readonly person: Trainee['person'];
  onClose(this: void): void;
}

export function ExceptionForm({ programmeId, person, onClose }: ExceptionFormProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const { id: personId, name } = person;
  const draft = useDraft(`exception-${programmeId}-${personId}`, { why: '' });
  const save = async (): Promise<void> => {
    await grantException(programmeId, { personId, why: draft.value.why });
    await Promise.all(
      ['trainees', 'training'].map((key) => queries.invalidateQueries({ queryKey: [key, programmeId] })),
    );
    tell(t('except.saved', { name }));
    onClose();
  };
  return (
    <Dialog title={t('except.for', { name })} onClose={onClose}>
      <p>{t('except.text', { name })}</p>
      <Form
        draft={draft}
        submit={t('except.save')}
        onSubmit={save}
        actions={<Button onClick={onClose}>{t('except.cancel')}</Button>}
      >
        <LongTextField
          name="why"
          label={t('except.why')}
          hint={t('except.why.hint', { name })}
          required
          most={500}
          value={draft.value.why}
          onChange={(why) => draft.set({ why })}
        />
      </Form>
    </Dialog>
  );
}
