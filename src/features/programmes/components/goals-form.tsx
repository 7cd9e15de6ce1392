/** The goals of a programme: ready ones, of which only the number to reach is chosen, and own ones in words. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Language } from '../../../platform/words.ts';
import { Button } from '../../../ui/button.tsx';
import { ChoiceField, TickField } from '../../../ui/choices.tsx';
import { NumberField, TextField } from '../../../ui/fields.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { partsBy, readyGoalIds, readyGoals, type ReadyGoalId } from '../goals/model.ts';
import { aimOf, measureOf, needsBaseline, readyGoal, sayGoal, unitOf } from '../goals/rules.ts';
import { say as sayGoals } from '../goals/words.ts';
import { mostGoals, type Goal } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  goal: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    margin: 0,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  legend: { fontWeight: tokens.fontWeightSemibold, padding: `0 ${tokens.spacingHorizontalS}` },
  how: { margin: 0, color: tokens.colorNeutralForeground2 },
  foot: { display: 'flex', justifyContent: 'flex-start' },
});

export interface GoalsFormProps {
  readonly goals: readonly Goal[];
  /** The programme's binding language, in which the words of ready goals are kept. */
  readonly language: Language;
  readonly isRunning: boolean;
  onChange(this: void, goals: Goal[]): void;
}

export function GoalsForm({ goals, onChange, ...rest }: GoalsFormProps): ReactNode {
  const t = useSay(sayGoals);
  const styles = useStyles();
  const replace = (at: number, next: Goal): void => onChange(goals.map((one, place) => (place === at ? next : one)));
  return (
    <Section title={t('title')} lead={t('lead')}>
      <div className={styles.fields}>
        {goals.map((goal, at) => (
          <fieldset key={goal.id ?? at} className={styles.goal}>
            <legend className={styles.legend}>{t('number', { number: at + 1 })}</legend>
            <OneGoal {...rest} goal={goal} at={at} onChange={(next) => replace(at, next)} />
            <div className={styles.foot}>
              <Button appearance="subtle" onClick={() => onChange(goals.filter((_, place) => place !== at))}>
                {t('remove', { number: at + 1 })}
              </Button>
            </div>
          </fieldset>
        ))}
        {goals.length < mostGoals && (
          <div className={styles.foot}>
            <Button onClick={() => onChange([...goals, blank])}>{t('add')}</Button>
          </div>
        )}
      </div>
    </Section>
  );
}

const blank: Goal = { text: '', measure: '', target: '' };

interface OneProps extends Omit<GoalsFormProps, 'goals' | 'onChange'> {
  readonly goal: Goal;
  readonly at: number;
  onChange(this: void, goal: Goal): void;
}

function OneGoal(props: OneProps): ReactNode {
  const { goal, at, language, onChange } = props;
  const t = useSay(sayGoals);
  const reader = useLanguage();
  // Another goal is another figure: what was entered about the former one is not about it.
  const choose = (chosen: ReadyGoalId | 'own' | undefined): void =>
    onChange(chosen === undefined || chosen === 'own' ? blank : readyGoal(language, chosen));
  return (
    <>
      <ChoiceField<ReadyGoalId | 'own'>
        name={`goals.${at}.ready`}
        label={t('choose')}
        required
        value={goal.ready ?? 'own'}
        onChange={choose}
        choices={[
          { value: 'own', label: t('choose.own') },
          ...readyGoalIds.map((value) => {
            const area = t(`area.${readyGoals[value].area}`);
            return { value, label: `${area} – ${sayGoal(reader, readyGoal(reader, value)).text}` };
          }),
        ]}
      />
      {goal.ready === undefined ? <OwnGoal {...props} /> : <ReadyOne {...props} />}
    </>
  );
}

function OwnGoal({ goal, at, onChange }: OneProps): ReactNode {
  const t = useSay(say);
  const g = useSay(sayGoals);
  return (
    <>
      <TextField
        name={`goals.${at}.text`}
        label={t('goal.text')}
        required
        most={120}
        value={goal.text}
        onChange={(text) => onChange({ ...goal, text })}
      />
      <TextField
        name={`goals.${at}.measure`}
        label={t('goal.measure')}
        required
        most={120}
        value={goal.measure}
        onChange={(measure) => onChange({ ...goal, measure })}
      />
      <TextField
        name={`goals.${at}.target`}
        label={t('goal.target')}
        hint={g('aim.own.hint')}
        required
        most={60}
        value={goal.target}
        onChange={(target) => onChange({ ...goal, target })}
      />
      <TickField
        name={`goals.${at}.atMost`}
        label={g('at-most')}
        value={goal.atMost === true}
        onChange={(isMost) => {
          const { atMost: _, ...rest } = goal;
          onChange(isMost ? { ...rest, atMost: true } : rest);
        }}
      />
    </>
  );
}

function ReadyOne({ goal, at, language, isRunning, onChange }: OneProps): ReactNode {
  const t = useSay(sayGoals);
  const styles = useStyles();
  const reader = useLanguage();
  const { ready } = goal;
  if (ready === undefined) return undefined;
  const aim = aimOf(goal);
  return (
    <>
      <p className={styles.how}>{t('how', { measure: sayGoal(reader, goal).measure })}</p>
      {needsBaseline(goal) && <p className={styles.how}>{t(isRunning ? 'baseline.late' : 'baseline.change')}</p>}
      {measureOf(goal) === 'survey' && <p className={styles.how}>{t('baseline.survey')}</p>}
      <NumberField
        name={`goals.${at}.aim`}
        label={t(`aim.${unitOf(goal)}`)}
        hint={t('aim.usual', { aim: readyGoals[ready].aim })}
        required
        least={0}
        most={unitOf(goal) === 'percent' || unitOf(goal) === 'points' ? 100 : 100_000}
        value={aim}
        onChange={(next) => onChange({ ...goal, ...readyGoal(language, ready, { ...goal, aim: next ?? 0 }) })}
      />
      {measureOf(goal) === 'reached' && <PartFields {...{ goal, at, onChange }} />}
    </>
  );
}

function PartFields({ goal, at, onChange }: Pick<OneProps, 'goal' | 'at' | 'onChange'>): ReactNode {
  const t = useSay(sayGoals);
  const part = goal.part ?? { by: 'department' as const, name: '' };
  return (
    <>
      <ChoiceField
        name={`goals.${at}.part.by`}
        label={t('part.by')}
        required
        value={part.by}
        onChange={(by) => by && onChange({ ...goal, part: { ...part, by } })}
        choices={partsBy.map((value) => ({ value, label: t(`part.${value}`) }))}
      />
      <TextField
        name={`goals.${at}.part.name`}
        label={t('part.name')}
        required
        most={120}
        value={part.name}
        onChange={(name) => onChange({ ...goal, part: { ...part, name } })}
      />
    </>
  );
}
