/** Takes a released result up, or one's own words with where they were heard. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { LongTextField, TextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { addFinding } from '../client.ts';
import type { FindingsPage, NewFinding } from '../model.ts';
import { mayStayOpen } from '../rules.ts';
import { say } from '../words.ts';
import { DecisionFields } from './decision-fields.tsx';

type Typed = Omit<NewFinding, 'offer'> & { readonly picked: string };

const own = 'own';
const blank: Typed = { picked: '', from: '', said: '', why: '', what: '', doing: { who: '', until: '' } };

export function NewFindingSection({ page }: { readonly page: FindingsPage }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const { id, language } = page.programme;
  const { value, set, ...draft } = useDraft(`finding-new-${id}`, blank);
  const isOpen = mayStayOpen(page.programme);
  const send = async (): Promise<void> => {
    const { picked, ...rest } = value;
    const offer = picked === '' || picked === own ? {} : { offer: picked };
    queries.setQueryData(['findings', id], await addFinding(id, { ...rest, ...offer }));
    tell(t(isOpen ? 'added' : 'tell.done'), { intent: 'success' });
  };
  const offers = page.offers.map(({ key, says }) => ({ value: key, label: says }));
  return (
    <Section title={t('new')} lead={t('new.lead')}>
      <Form draft={draft} submit={t('add')} onSubmit={send}>
        {!isOpen && <Notice>{t('new.closed')}</Notice>}
        <ChoiceField
          name="offer"
          label={t('offer')}
          {...(offers.length === 0 ? { hint: t('offer.none') } : {})}
          required
          value={value.picked === '' ? undefined : value.picked}
          onChange={(picked) => set({ picked: picked ?? '' })}
          choices={[...offers, { value: own, label: t('offer.own') }]}
        />
        {value.picked === own && (
          <TextField
            name="from"
            label={t('from')}
            hint={t('from.hint')}
            required
            most={200}
            value={value.from}
            onChange={(from) => set({ from })}
          />
        )}
        <LongTextField
          name="said"
          label={t('said.label')}
          hint={t('said.hint', { language: t(`language.${language}`) })}
          required
          most={300}
          value={value.said}
          onChange={(said) => set({ said })}
        />
        {!isOpen && <DecisionFields value={value} set={set} />}
      </Form>
    </Section>
  );
}
