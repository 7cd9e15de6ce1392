/** How and when a call goes out: as a card or a mail, on a day to come, spread over several days. */
import type { ReactNode } from 'react';
import { ChoiceField } from '../../../ui/choices.tsx';
import { DateField, NumberField } from '../../../ui/fields.tsx';
import { useSay } from '../../../ui/language.tsx';
import { callWays, type CallDraft } from '../model.ts';
import { say } from '../kit/words.ts';

export interface Timing {
  readonly by: 'chat' | 'mail';
  /** Empty: at once. */
  readonly sendOn: string;
  readonly overDays: number | undefined;
}

export const startTiming: Timing = { by: 'chat', sendOn: '', overDays: undefined };

/** What of it goes into the call: only what is not usual. */
export function timingOf({ by, sendOn, overDays }: Timing): Pick<CallDraft, 'by' | 'sendOn' | 'overDays'> {
  return {
    ...(by === 'mail' ? { by } : {}),
    ...(sendOn === '' ? {} : { sendOn }),
    ...(overDays === undefined || overDays === 1 ? {} : { overDays }),
  };
}

interface CallTimingProps {
  readonly value: Timing;
  readonly onChange: (part: Partial<Timing>) => void;
}

export function CallTiming({ value, onChange }: CallTimingProps): ReactNode {
  const t = useSay(say);
  return (
    <>
      <ChoiceField
        {...{ name: 'by', label: t('timing.by'), required: true, value: value.by }}
        onChange={(by) => onChange({ by: by ?? 'chat' })}
        choices={callWays.map((way) => ({ value: way, label: t(`timing.${way}`), hint: t(`timing.${way}.for`) }))}
      />
      <DateField
        {...{ name: 'sendOn', label: t('timing.on'), hint: t('timing.on.hint'), value: value.sendOn }}
        onChange={(sendOn) => onChange({ sendOn })}
      />
      <NumberField
        {...{ name: 'overDays', label: t('timing.days'), hint: t('timing.days.hint'), least: 1, most: 20 }}
        value={value.overDays}
        onChange={(overDays) => onChange({ overDays })}
      />
    </>
  );
}
