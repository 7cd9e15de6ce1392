import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ChoiceField, TickField } from '../../ui/choices.tsx';
import { LongTextField } from '../../ui/fields.tsx';
import { Form, useDraft } from '../../ui/form.tsx';
import { useSay } from '../../ui/language.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ScaleField } from '../../ui/scale.tsx';
import { Receipt } from '../people/receipt/components/receipt.tsx';
import { findCheckIn, sendCheckIn, type PairAddress } from './client.ts';
import { ThanksSection } from './components/thanks.tsx';
import {
  items,
  longestNote,
  metAnswers,
  type CheckInView,
  type Item,
  type Met,
  type Rating,
  type Round,
} from './model.ts';
import { say } from './words.ts';

/** One round, to answer or to change; afterwards thanks and what was said. */
export default function CheckInPage({
  programmeId,
  pairId,
  round: address,
}: PairAddress & { readonly round: string }): ReactNode {
  const round: Round = address === 'day-14' ? 'day-14' : 'day-30';
  const t = useSay(say);
  const [isChanging, setChanging] = useState(false);
  const queries = useQueryClient();
  const queryKey = ['check-in', pairId, round];
  const found = useQuery({ queryKey, queryFn: () => findCheckIn({ programmeId, pairId }, round) });
  const kept = async (view: CheckInView): Promise<void> => {
    queries.setQueryData(queryKey, view);
    setChanging(false);
    await queries.invalidateQueries({ queryKey: ['my-check-ins'] });
  };
  return (
    <Page
      title={t(round === 'day-14' ? 'met.title' : 'items.title')}
      lead={t(round === 'day-14' ? 'card.who' : 'items.who')}
      back={{ to: '/', label: t('page.back') }}
      narrow
    >
      <Loaded of={found}>
        {(view) =>
          view.said && !isChanging ? (
            <ThanksSection said={view.said} onChange={() => setChanging(true)} />
          ) : view.round === 'day-14' ? (
            <MetForm view={view} kept={kept} />
          ) : (
            <ItemsForm view={view} kept={kept} />
          )
        }
      </Loaded>
    </Page>
  );
}

interface FormProps {
  readonly view: CheckInView;
  kept(this: void, view: CheckInView): Promise<void>;
}

interface MetDraft {
  readonly met: Met | undefined;
  readonly contact: boolean;
}

function MetForm({ view, kept }: FormProps): ReactNode {
  const t = useSay(say);
  const { said } = view;
  const former = said?.round === 'day-14' ? said : undefined;
  const draft = useDraft<MetDraft>(`check-in-${view.pairId}-14`, {
    met: former?.met,
    contact: former?.contact ?? false,
  });
  const [isMissing, setMissing] = useState(false);
  const { met, contact } = draft.value;
  const send = async (): Promise<void> => {
    setMissing(met === undefined);
    if (met !== undefined) await kept(await sendCheckIn(view, { round: 'day-14', met, contact }));
  };
  return (
    <Section>
      <Form submit={t('items.send')} onSubmit={send}>
        <ChoiceField
          name="met"
          label={t('met.text', { name: view.partner.name })}
          required
          {...(isMissing ? { hint: t('page.choose') } : {})}
          choices={metAnswers.map((value) => ({ value, label: t(`met.${value}`) }))}
          value={met}
          onChange={(value) => draft.set({ met: value })}
        />
        <TickField
          name="contact"
          label={t('contact.label')}
          value={contact}
          onChange={(value) => draft.set({ contact: value })}
        />
      </Form>
      <Receipt of="check-in" />
    </Section>
  );
}

type ItemsDraft = { readonly [item in Item]?: Rating } & { readonly note: string; readonly contact: boolean };

function ItemsForm({ view, kept }: FormProps): ReactNode {
  const t = useSay(say);
  const { said } = view;
  const former = said?.round === 'day-30' ? said : undefined;
  const draft = useDraft<ItemsDraft>(`check-in-${view.pairId}-30`, {
    ...former?.ratings,
    ...{ note: former?.note ?? '', contact: former?.contact ?? false },
  });
  const { note, contact } = draft.value;
  const rate = (item: Item): Rating => draft.value[item] ?? 'skipped';
  const send = async (): Promise<void> => {
    const ratings = {
      ...{ 'open-talks': rate('open-talks'), 'next-step': rate('next-step') },
      ...{ 'more-options': rate('more-options'), 'often-moved': rate('often-moved') },
    };
    await kept(await sendCheckIn(view, { round: 'day-30', ratings, note, contact }));
    draft.clear();
  };
  return (
    <Section>
      <p>{t('items.text', { name: view.partner.name })}</p>
      <Form draft={draft} submit={t('items.send')} onSubmit={send}>
        {items.map((item) => (
          <ScaleField
            key={item}
            name={`ratings.${item}`}
            label={t(`item.${item}`)}
            low={t('scale.low')}
            high={t('scale.high')}
            value={draft.value[item]}
            onChange={(value) => value !== undefined && draft.set({ [item]: value })}
          />
        ))}
        <LongTextField
          name="note"
          label={t('note.label')}
          hint={t('note.who')}
          most={longestNote}
          value={note}
          onChange={(value) => draft.set({ note: value })}
        />
        <TickField
          name="contact"
          label={t('contact.label')}
          value={contact}
          onChange={(value) => draft.set({ contact: value })}
        />
      </Form>
      <Receipt of="check-in" />
    </Section>
  );
}
