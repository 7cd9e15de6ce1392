/** Chooses a day: the last one of this round, that of the next round, or the one on which the list is looked at. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { DateField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { say } from '../../choosing/words.ts';
import { letApply, setLookDay } from '../client.ts';

const words = {
  longer: { lead: 'round.longer.lead', label: 'round.day', submit: 'round.longer', done: 'round.saved' },
  'next-round': { lead: 'round.next.lead', label: 'round.day', submit: 'round.next', done: 'round.saved' },
  look: { lead: undefined, label: 'list.day', submit: 'list.day.save', done: 'list.day.saved' },
} as const;

export interface DayFormProps {
  readonly programmeId: string;
  readonly which: keyof typeof words;
  /** The day that holds now. */
  readonly start: string;
}

export function DayForm({ programmeId, which, start }: DayFormProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const draft = useDraft(
    `round-${programmeId}-${which}-${start}`,
    useMemo(() => ({ day: start }), [start]),
  );
  const { lead, label, submit, done } = words[which];
  const save = async (): Promise<void> => {
    await (which === 'look' ? setLookDay : letApply)(programmeId, draft.value.day);
    tell(t(done), { intent: 'success' });
    draft.clear();
    await queries.invalidateQueries();
  };
  return (
    <Form draft={draft} submit={t(submit)} onSubmit={save}>
      {lead && <p>{t(lead)}</p>}
      <DateField name="day" label={t(label)} required value={draft.value.day} onChange={(day) => draft.set({ day })} />
    </Form>
  );
}
