/** Where nobody is free: what comes closest and whom it would disturb; ticked and asked about in one press. */
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ChoicesField } from '../../../../ui/choices.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import type { DisturbingTime } from '../model.ts';
import { say } from '../words.ts';

export interface CloseTimesProps {
  readonly times: readonly DisturbingTime[];
  readonly zone: string;
  readonly name: string;
  ask(this: void, starts: readonly number[]): Promise<unknown>;
}

const tickedAtFirst = 3;

export function CloseTimes({ times, zone, name, ask }: CloseTimesProps): ReactNode {
  const t = useSay(say);
  const moment = useMoment(zone);
  const fewest = [...times].sort((a, b) => a.whom.length - b.whom.length).slice(0, tickedAtFirst);
  const [chosen, setChosen] = useState<readonly string[]>(fewest.map(({ start }) => String(start)));
  const { start, busy, problem } = useOnce(() => ask(chosen.map(Number)));
  return (
    <>
      <ChoicesField
        name="starts"
        label={t('close.choose')}
        required
        value={chosen}
        onChange={setChosen}
        choices={times.map((one) => ({
          value: String(one.start),
          label: moment(one.start),
          hint: one.whom.map(({ who, status }) => t(`close.${who}.${status}`, { name })).join(' '),
        }))}
      />
      <Button
        appearance="primary"
        size="large"
        disabledFocusable={busy || chosen.length === 0}
        onClick={() => void (chosen.length > 0 && start())}
      >
        {t('close.ask', { name })}
      </Button>
      {problem && <FormProblem problem={problem} />}
    </>
  );
}
