/** What came of a goal, as the mentee says; kept at each change. */
import type { ReactNode } from 'react';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { sayOutcome } from '../client.ts';
import { goalOutcomes, type GoalOutcome } from '../model.ts';
import { say } from '../words.ts';
import { useGoalsRefresh, type GoalProps } from './lines.tsx';

const open = 'open';

export function Outcome({ at, found, one }: GoalProps): ReactNode {
  const t = useSay(say);
  const refresh = useGoalsRefresh(at);
  const keep = async (outcome: GoalOutcome | null): Promise<void> => {
    await sayOutcome(at, one.id, outcome);
    await refresh();
    tell(t('said'), { intent: 'success' });
  };
  const byWord: Readonly<Record<string, ReturnType<typeof useOnce>>> = {
    reached: useOnce(() => keep('reached')),
    partly: useOnce(() => keep('partly')),
    not: useOnce(() => keep('not')),
    [open]: useOnce(() => keep(null)),
  };
  const problem = Object.values(byWord).find((each) => each.problem)?.problem;
  return (
    <>
      <ChoiceField<GoalOutcome | typeof open>
        name={`outcome-${one.id}`}
        label={t('say')}
        hint={t('say.hint', { name: found.partner.name })}
        required
        value={one.outcome ?? open}
        onChange={(chosen) => void byWord[chosen ?? open]?.start()}
        choices={[
          ...goalOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) })),
          { value: open, label: t('say.open') },
        ]}
      />
      {problem && <FormProblem problem={problem} />}
    </>
  );
}
