import { useState, type ReactNode } from 'react';
import { ChoiceField, TickField } from '../../../ui/choices.tsx';
import { LongTextField } from '../../../ui/fields.tsx';
import { Form, useDraft, type Draft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { ScaleField } from '../../../ui/scale.tsx';
import { Receipt } from '../../people/receipt/components/receipt.tsx';
import { sendCheckIn } from '../client.ts';
import { kindOf, longestNote, type CheckInPage, type NoteReader, type Rating, type RoundKind } from '../model.ts';
import { say } from '../words.ts';
import { useReader } from './confided.tsx';
import type { FormProps } from './met-form.tsx';

interface RatedDraft {
  readonly ratings: Readonly<Record<string, Rating>>;
  /** Empty while it is for an adviser: that stays in this window alone, and no draft of it is kept. */
  readonly note: string;
  readonly noteFor: NoteReader;
  readonly share: boolean;
  readonly contact: boolean;
}

const leads: Readonly<Record<RoundKind, 'items.text' | 'regular.text' | 'close.text' | 'later.text'>> = {
  ...{ met: 'items.text', first: 'items.text', regular: 'regular.text', close: 'close.text', later: 'later.text' },
};

function draftOf({ said, confided }: CheckInPage): RatedDraft {
  const former = said && 'ratings' in said ? said : undefined;
  const { ratings = {}, note = '', share = false, contact = false } = former ?? {};
  const noteFor = note === '' ? 'nobody' : (former?.noteFor ?? 'together');
  return { ratings, note, share, contact, noteFor: confided ? 'adviser' : noteFor };
}

/** Where nothing was confided and nothing is written, nothing is said about a note. */
function noteOf(view: CheckInPage, { note, noteFor }: Pick<RatedDraft, 'note' | 'noteFor'>, apart: string) {
  const chosen = view.readers.includes(noteFor) ? noteFor : 'nobody';
  const text = (chosen === 'adviser' ? apart : note).trim();
  if (text === '') return { note: '', ...(view.confided ? { noteFor: 'nobody' as const } : {}) };
  return { note: text, noteFor: chosen };
}

/** Every other round: scales, an open question with its readers, and the two ticks. */
export function RatedForm({ view, kept }: FormProps): ReactNode {
  const t = useSay(say);
  const { round, partner } = view;
  const draft = useDraft<RatedDraft>(`check-in-${view.pairId}-${round}`, draftOf(view));
  const [apart, setApart] = useState(view.confided?.text ?? '');
  const { ratings, share, contact } = draft.value;
  const send = async (): Promise<void> => {
    const all = Object.fromEntries(view.asks.map(({ id }) => [id, ratings[id] ?? 'skipped']));
    const written = noteOf(view, draft.value, apart);
    await kept(await sendCheckIn(view, { round, ratings: all, ...written, share, contact }));
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
        <Note view={view} draft={draft} apart={apart} setApart={setApart} />
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

interface NoteProps {
  readonly view: CheckInPage;
  readonly draft: Draft<RatedDraft>;
  readonly apart: string;
  setApart(this: void, text: string): void;
}

function Note({ view, draft, apart, setApart }: NoteProps): ReactNode {
  const t = useSay(say);
  const sayReader = useReader(view);
  const { readers, note: label } = view;
  const { note } = draft.value;
  if (label === undefined) return null;
  const noteFor = readers.includes(draft.value.noteFor) ? draft.value.noteFor : 'nobody';
  const isApart = noteFor === 'adviser';
  const choose = (next: NoteReader): void => {
    const text = isApart ? apart : note;
    setApart(next === 'adviser' ? text : '');
    draft.set({ noteFor: next, note: next === 'adviser' ? '' : text });
  };
  return (
    <>
      <LongTextField
        name="note"
        label={label}
        hint={t('note.who')}
        most={longestNote}
        value={isApart ? apart : note}
        onChange={(value) => (isApart ? setApart(value) : draft.set({ note: value }))}
      />
      <ChoiceField
        name="noteFor"
        label={t('reader.label')}
        choices={readers.map((value) => ({
          ...{ value, label: sayReader(value) },
          ...(value === 'adviser' ? { hint: t('reader.adviser.hint') } : {}),
        }))}
        value={noteFor}
        onChange={(value) => choose(value ?? 'nobody')}
      />
    </>
  );
}
