import type { ReactNode } from 'react';
import { ChoiceField, TickField } from '../../../ui/choices.tsx';
import { LongTextField } from '../../../ui/fields.tsx';
import { Form, useDraft, type Draft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { ScaleField } from '../../../ui/scale.tsx';
import { Receipt } from '../../people/receipt/components/receipt.tsx';
import { sendCheckIn } from '../client.ts';
import {
  kindOf,
  longestNote,
  type CheckInPage,
  type NoteReader,
  type Rating,
  type RoundKind,
  type SaidRated,
} from '../model.ts';
import { say } from '../words.ts';
import type { FormProps } from './met-form.tsx';

interface RatedDraft {
  readonly ratings: Readonly<Record<string, Rating>>;
  readonly note: string;
  readonly noteFor: NoteReader;
  readonly share: boolean;
  readonly contact: boolean;
}

const leads: Readonly<Record<RoundKind, 'items.text' | 'regular.text' | 'close.text' | 'later.text'>> = {
  ...{ met: 'items.text', first: 'items.text', regular: 'regular.text', close: 'close.text', later: 'later.text' },
};

function draftOf(former: SaidRated | undefined): RatedDraft {
  const { ratings = {}, note = '', share = false, contact = false } = former ?? {};
  return { ratings, note, share, contact, noteFor: note === '' ? 'nobody' : (former?.noteFor ?? 'together') };
}

/** Every other round: scales, an open question with its readers, and the two ticks. */
export function RatedForm({ view, kept }: FormProps): ReactNode {
  const t = useSay(say);
  const { round, partner, said } = view;
  const former = said && 'ratings' in said ? said : undefined;
  const draft = useDraft<RatedDraft>(`check-in-${view.pairId}-${round}`, draftOf(former));
  const { ratings, note, noteFor, share, contact } = draft.value;
  const send = async (): Promise<void> => {
    const all = Object.fromEntries(view.asks.map(({ id }) => [id, ratings[id] ?? 'skipped']));
    const chosen = view.readers.includes(noteFor) ? noteFor : 'nobody';
    await kept(await sendCheckIn(view, { round, ratings: all, note, noteFor: chosen, share, contact }));
    draft.clear();
  };
  return (
    <Section>
      <p>{t(leads[kindOf(round)], { name: partner.name })}</p>
      <Form draft={draft} submit={t('items.send')} onSubmit={send}>
        {view.asks.map(({ id, text, ends }) => (
          <ScaleField
            key={id}
            name={`ratings.${id}`}
            label={text}
            low={ends?.low ?? t('scale.low')}
            high={ends?.high ?? t('scale.high')}
            {...(ends ? { least: 0, most: 10 } : {})}
            value={ratings[id]}
            onChange={(value) => value !== undefined && draft.set({ ratings: { ...ratings, [id]: value } })}
          />
        ))}
        <Note view={view} draft={draft} />
        {view.mayShare && (
          <TickField
            name="share"
            label={t('share.label', { name: partner.name })}
            hint={t('share.who', { name: partner.name })}
            value={share}
            onChange={(value) => draft.set({ share: value })}
          />
        )}
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

function Note({ view, draft }: { readonly view: CheckInPage; readonly draft: Draft<RatedDraft> }): ReactNode {
  const t = useSay(say);
  const { readers, partner, note: label } = view;
  const { note, noteFor } = draft.value;
  if (label === undefined) return null;
  return (
    <>
      <LongTextField
        name="note"
        label={label}
        hint={t('note.who')}
        most={longestNote}
        value={note}
        onChange={(value) => draft.set({ note: value })}
      />
      <ChoiceField
        name="noteFor"
        label={t('reader.label')}
        choices={readers.map((value) => ({ value, label: t(`reader.${value}`, { name: partner.name }) }))}
        value={readers.includes(noteFor) ? noteFor : 'nobody'}
        onChange={(value) => draft.set({ noteFor: value ?? 'nobody' })}
      />
    </>
  );
}
