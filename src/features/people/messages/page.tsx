/** How messages come: for each topic as a card, by mail, or only in the tab; and what always comes, with the reason. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ChoiceField } from '../../../ui/choices.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { messageWays, type ChosenWays } from '../model.ts';
import { Receipt } from '../receipt/components/receipt.tsx';
import { findMessageChoices, saveWays } from './client.ts';
import type { MessageChoices } from './model.ts';
import { say } from './words.ts';

const key = ['message-choices'] as const;

export default function MessagesPage(): ReactNode {
  const t = useSay(say);
  const choices = useQuery({ queryKey: key, queryFn: findMessageChoices });
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: '/', label: t('back') }} narrow>
      <Loaded of={choices}>{(found) => <Choices found={found} />}</Loaded>
      <Always />
    </Page>
  );
}

function Choices({ found }: { readonly found: MessageChoices }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const draft = useDraft<ChosenWays>('message-ways', found.ways);
  const save = async (): Promise<void> => {
    const { ways = {} } = await saveWays(draft.value);
    queries.setQueryData(key, { ...found, ways });
    await queries.invalidateQueries({ queryKey: ['home'] });
    tell(t('saved'));
  };
  const offered = messageWays.filter((way) => way !== 'mail' || found.byMail);
  return (
    <Section title={t('choose')} lead={t(found.byMail ? 'choose.lead' : 'choose.lead.noMail')}>
      <Form draft={draft} submit={t('save')} onSubmit={save}>
        {found.topics.map((topic) => (
          <ChoiceField
            key={topic}
            name={`ways.${topic}`}
            label={t(`topic.${topic}`)}
            hint={t(`topic.${topic}.hint`)}
            required
            value={wayIn(draft.value[topic], offered)}
            onChange={(way) => way && draft.set({ [topic]: way })}
            choices={offered.map((way) => ({ value: way, label: t(`way.${way}`) }))}
          />
        ))}
        <Receipt of="preferences" />
      </Form>
    </Section>
  );
}

/** Whoever chose mail before it was switched off gets cards. */
const wayIn = (chosen: ChosenWays[keyof ChosenWays], offered: readonly string[]) =>
  chosen !== undefined && offered.includes(chosen) ? chosen : 'chat';

const always = ['yours', 'match', 'meetings', 'talk', 'task'] as const;

function Always(): ReactNode {
  const t = useSay(say);
  return (
    <Section title={t('always')} lead={t('always.lead')}>
      <ul>
        {always.map((one) => (
          <li key={one}>{t(`always.${one}`)}</li>
        ))}
      </ul>
    </Section>
  );
}
