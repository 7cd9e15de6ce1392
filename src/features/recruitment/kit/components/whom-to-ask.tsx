/** Whom people from outside can ask: written on posters and on the page without sign-in. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { TextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { say } from '../words.ts';
import { saveAsk } from '../client.ts';
import type { KitPage } from '../model.ts';

export function WhomToAsk({ page }: { readonly page: KitPage }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const { id } = page.programme;
  const draft = useDraft(`kit-ask-${id}`, { ask: page.ask });
  const save = async (): Promise<void> => {
    await saveAsk(id, draft.value.ask);
    tell(t('kit.ask.saved'));
    await queries.invalidateQueries({ queryKey: ['kit', id] });
    // From here on what is kept counts, whoever changes it.
    draft.clear();
  };
  return (
    <Section title={t('kit.ask')} lead={t('kit.ask.lead')}>
      <Form draft={draft} submit={t('kit.ask.save')} onSubmit={save}>
        <TextField
          {...{ name: 'ask', label: t('kit.ask.label'), most: 120, value: draft.value.ask }}
          onChange={(ask) => draft.set({ ask })}
        />
      </Form>
    </Section>
  );
}
