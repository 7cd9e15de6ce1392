/** One more theme, in the coordinator's own words. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { TextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { addTheme } from '../client.ts';
import { say } from '../words.ts';

const blank = { name: '' };

export function OwnTheme(): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const draft = useDraft('own-theme', blank);
  const add = async (): Promise<void> => {
    await addTheme(draft.value.name);
    draft.clear();
    await queries.invalidateQueries({ queryKey: ['themes'] });
  };
  return (
    <Form submit={t('own.add')} onSubmit={add}>
      <TextField
        name="name"
        label={t('own.name')}
        hint={t('own.hint')}
        required
        most={60}
        value={draft.value.name}
        onChange={(name) => draft.set({ name })}
      />
    </Form>
  );
}
