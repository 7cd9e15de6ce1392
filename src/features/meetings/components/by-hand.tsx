/** Where no calendar can be read: a day and a time, as the two have agreed on them. */
import { useRef, type ReactNode } from 'react';
import { DateField, TextField } from '../../../ui/fields.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { Problem } from '../../../ui/http.ts';
import { useSay } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { keepByHand, moveTo } from '../client.ts';
import type { PairAddress } from '../model.ts';
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
  const confirming = useRef<number>(undefined);
  /** The partner has just planned another time: whoever then sends the same time again confirms it. */
  const keepNew = async (start: number): Promise<void> => {
    try {
      await keepByHand(at, start, minutes, confirming.current === start);
    } catch (error) {
      if (error instanceof Problem && error.reason === 'partner-planned') confirming.current = start;
      throw error;
    }
  };
  const keep = async (): Promise<void> => {
    const start = instantOf(draft.value.date, draft.value.time, zone);
    if (meetingId !== undefined) await moveTo(at, meetingId, start, minutes);
    else await keepNew(start);
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
