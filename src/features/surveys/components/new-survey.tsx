/** What is planned of a survey, and the step that says when what goes out. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ChoiceField } from '../../../ui/choices.tsx';
import { DateField } from '../../../ui/fields.tsx';
import type { Draft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { Mode } from '../../release/answers/model.ts';
import { listSurveys } from '../client.ts';
import type { AudienceCounts, PartId, SurveyDraft } from '../model.ts';
import { collisionsOf, dayAfter, plannedOf, reminderDays } from '../planning/rules.ts';
import { say } from '../words.ts';
import { questionOf, type Chosen } from './chosen.ts';
import { ModeField } from './mode.tsx';

/** A question of the bank by its id, or one of the coordinator's own. */
export type Ask = NonNullable<SurveyDraft['asks']>[number];

export interface NewSurvey extends Chosen {
  readonly step: 1 | 2 | 3 | 4;
  readonly asks: readonly Ask[];
  readonly partedBy: readonly PartId[];
  readonly closesOn: string;
  readonly reminders: 0 | 1 | 2;
  readonly mode: Mode;
}

/** What is sent of a plan; reminders are spread anew from today on, since a draft may lie for a while. */
export function draftOf(value: NewSurvey, today: string): SurveyDraft {
  const { closesOn, asks, reminders, partedBy, mode } = value;
  const { audience = { kind: 'everybody' }, sample } = questionOf(value);
  const whom = { audience, ...(sample ? { sample } : {}), partedBy: [...partedBy] };
  return { ...whom, closesOn, asks: [...asks], remindOn: reminderDays(today, closesOn, reminders), mode };
}

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL },
  planned: { margin: 0, fontSize: tokens.fontSizeBase400 },
  plan: { paddingInlineStart: tokens.spacingHorizontalXL, lineHeight: '1.6' },
});

interface DateProps {
  readonly draft: Draft<NewSurvey>;
  readonly counts: AudienceCounts;
  /** The draft itself is not among what it may meet. */
  readonly surveyId: string;
}

export const longestDays = 90;

export function DateStep({ draft, counts: { today }, surveyId }: DateProps): ReactNode {
  const { value, set } = draft;
  const t = useSay(say);
  const styles = useStyles();
  return (
    <div className={styles.fields}>
      <DateField
        name="closesOn"
        label={t('new.date.label')}
        hint={t('new.date.hint')}
        required
        least={dayAfter(today, 1)}
        most={dayAfter(today, longestDays)}
        value={value.closesOn}
        onChange={(closesOn) => set({ closesOn })}
      />
      <ChoiceField
        name="remindOn"
        label={t('new.remind')}
        hint={t('new.remind.hint')}
        required
        value={String(value.reminders) as '0' | '1' | '2'}
        onChange={(chosen) => set({ reminders: Number(chosen ?? 0) as NewSurvey['reminders'] })}
        choices={(['0', '1', '2'] as const).map((one) => ({ value: one, label: t(`new.remind.${one}`) }))}
      />
      <ModeField draft={draft} />
      {value.closesOn > today && <Planner value={value} today={today} surveyId={surveyId} />}
    </div>
  );
}

/** When what goes out, and which other survey asks some of the same people about then. */
function Planner({ value, today, surveyId }: { value: NewSurvey; today: string; surveyId: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment('UTC');
  const surveys = useQuery({ queryKey: ['surveys'], queryFn: listSurveys });
  const { audience, closesOn, remindOn = [] } = draftOf(value, today);
  const plan = { audience, closesOn, remindOn, opensOn: today };
  const met = collisionsOf(
    plan,
    (surveys.data ?? []).filter(({ id }) => id !== surveyId),
  );
  return (
    <div>
      <h3 className={styles.planned}>{t('plan.when')}</h3>
      <ol className={styles.plan}>
        {plannedOf(plan).map(({ what, on }) => (
          <li key={`${what} ${on}`}>
            <strong>{t('plan.on', { day: write(Date.parse(`${on}T12:00:00Z`), 'day') })}</strong> {t(`plan.${what}`)}
          </li>
        ))}
      </ol>
      {met.map(({ surveyId: other, title, why }) => (
        <Notice key={other} intent="warning">
          {t(`plan.met.${why}`, { title })}
        </Notice>
      ))}
    </div>
  );
}
