/** The steps of a goal: ticked off, added and removed by the mentee, read by both. */
import type { ReactNode } from 'react';
import { TickField } from '../../../../ui/choices.tsx';
import { DateField, TextField } from '../../../../ui/fields.tsx';
import { Form, FormProblem, useDraft, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { addStep, removeStep, tickStep } from '../client.ts';
import { longestStep, type GoalView } from '../model.ts';
import { say } from '../words.ts';
import { Remove, useGoalsRefresh, useGoalStyles, type GoalProps } from './lines.tsx';

export function Steps(props: GoalProps): ReactNode {
  const t = useSay(say);
  const styles = useGoalStyles();
  const { found, one } = props;
  const mayWrite = found.open && found.mine && !one.dropped;
  return (
    <>
      <h3 className={styles.head}>{t('steps')}</h3>
      {one.steps.length === 0 ? (
        <p className={styles.quiet}>{t(mayWrite ? 'steps.none' : 'steps.none.theirs')}</p>
      ) : (
        <StepList {...props} mayRemove={mayWrite} />
      )}
      {mayWrite && <AddStep {...props} />}
    </>
  );
}

export function StepList(props: GoalProps & { readonly mayRemove?: boolean }): ReactNode {
  const styles = useGoalStyles();
  return (
    <ul className={styles.list}>
      {props.one.steps.map((step) => (
        <Step key={step.id} {...props} step={step} />
      ))}
    </ul>
  );
}

type StepProps = GoalProps & { readonly step: GoalView['steps'][number]; readonly mayRemove?: boolean };

function Step({ at, found, one, step, mayRemove }: StepProps): ReactNode {
  const t = useSay(say);
  const styles = useGoalStyles();
  const write = useMoment('UTC');
  const refresh = useGoalsRefresh(at);
  const tick = useOnce(async () => {
    await tickStep(at, one.id, step.id, !step.done);
    await refresh();
  });
  const about = [
    ...(step.until === undefined ? [] : [t('until', { day: write(Date.parse(step.until), 'day') })]),
    ...(step.done && !(found.open && found.mine) ? [t('step.done')] : []),
  ].join(' · ');
  return (
    <li className={styles.line}>
      <span className={styles.text}>
        {found.open && found.mine ? (
          <TickField name={step.id} label={step.text} value={step.done} onChange={() => void tick.start()} />
        ) : (
          step.text
        )}
        {about !== '' && <span className={styles.small}>{about}</span>}
      </span>
      {mayRemove && (
        <Remove
          label={t('step.remove', { text: step.text })}
          remove={async () => {
            await removeStep(at, one.id, step.id);
            await refresh();
          }}
        />
      )}
      {tick.problem && <FormProblem problem={tick.problem} />}
    </li>
  );
}

function AddStep({ at, one }: GoalProps): ReactNode {
  const t = useSay(say);
  const refresh = useGoalsRefresh(at);
  const draft = useDraft(`goal-step-${one.id}`, { text: '', until: '' });
  const { text, until } = draft.value;
  const keep = async (): Promise<void> => {
    await addStep(at, one.id, { text, ...(until === '' ? {} : { until }) });
    await refresh();
  };
  return (
    <Form draft={draft} submit={t('step.add')} onSubmit={keep}>
      <TextField
        name="text"
        label={t('step.text')}
        required
        most={longestStep}
        value={text}
        onChange={(next) => draft.set({ text: next })}
      />
      <DateField name="until" label={t('step.until')} value={until} onChange={(next) => draft.set({ until: next })} />
    </Form>
  );
}
