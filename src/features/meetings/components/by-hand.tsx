/** Where no calendar can be read: a day and a time, as the two have agreed on them. */
import type { ReactNode } from 'react';
import { DateField, TextField } from '../../../ui/fields.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { keepByHand, moveTo, type PairAddress } from '../client.ts';
import { instantOf } from '../times/model.ts';
import { say } from '../words.ts';

export interface ByHandProps {
  readonly at: PairAddress;
  readonly meetingId: string | undefined;
  readonly minutes: number;
  readonly name: string;
  readonly zone: string;
  readonly onKept: () => Promise<void>;
}

export function ByHand({ at, meetingId, minutes, name, zone, onKept }: ByHandProps): ReactNode {
  const t = useSay(say);
  const draft = useDraft(`meeting-${at.pairId}`, { date: '', time: '10:00' });
  const keep = async (): Promise<void> => {
    const start = instantOf(draft.value.date, draft.value.time, zone);
    await (meetingId === undefined ? keepByHand(at, start, minutes) : moveTo(at, meetingId, start, minutes));
    await onKept();
  };
  return (
    <Section title={t('hand.title')} lead={t('hand.lead', { name })}>
      <Form draft={draft} submit={t('hand.save')} onSubmit={keep}>
        <DateField
          name="start"
          label={t('hand.date')}
          required
          value={draft.value.date}
          onChange={(date) => draft.set({ date })}
        />
        <TextField
          name="time"
          label={t('hand.time')}
          type="time"
          required
          value={draft.value.time}
          onChange={(time) => draft.set({ time })}
        />
      </Form>
    </Section>
  );
}
