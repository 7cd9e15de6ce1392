/** The first two steps of a new survey: whom it asks, and until when. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ChoiceField, ChoicesField } from '../../../ui/choices.tsx';
import { DateField } from '../../../ui/fields.tsx';
import type { Draft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { AudienceCounts, SurveyDraft } from '../model.ts';
import { say } from '../words.ts';

export interface NewSurvey {
  readonly step: 1 | 2 | 3;
  readonly kind: 'everybody' | 'departments';
  readonly departments: readonly string[];
  readonly closesOn: string;
}

export function draftOf({ kind, departments, closesOn }: NewSurvey): SurveyDraft {
  return { audience: kind === 'everybody' ? { kind } : { kind, departments: [...departments] }, closesOn };
}

/** How many people it asks. */
export function sizeOf({ kind, departments }: NewSurvey, counts: AudienceCounts): number {
  if (kind === 'everybody') return counts.everybody;
  return counts.departments.reduce((sum, one) => sum + (departments.includes(one.name) ? one.people : 0), 0);
}

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL },
  size: { fontWeight: tokens.fontWeightSemibold },
});

interface AudienceProps {
  readonly draft: Draft<NewSurvey>;
  readonly counts: AudienceCounts;
}

export function AudienceFields({ draft: { value, set }, counts }: AudienceProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const count = sizeOf(value, counts);
  const isSmall = count > 0 && count < counts.least;
  return (
    <div className={styles.fields}>
      <ChoiceField
        name="audience"
        label={t('new.audience.label')}
        required
        value={value.kind}
        onChange={(kind) => kind && set({ kind })}
        choices={[
          { value: 'everybody', label: t('new.everybody', { count: counts.everybody }) },
          { value: 'departments', label: t('new.departments') },
        ]}
      />
      {value.kind === 'departments' && (
        <ChoicesField
          name="departments"
          label={t('new.departments.label')}
          required
          value={value.departments}
          onChange={(departments) => set({ departments })}
          choices={counts.departments.map(({ name, people }) => ({
            value: name,
            label: name,
            hint: t('new.people', { count: people }),
          }))}
        />
      )}
      <output className={styles.size}>{t('new.size', { count })}</output>
      {isSmall && <Notice intent="warning">{t('new.small', { least: counts.least })}</Notice>}
    </div>
  );
}

interface DateProps {
  readonly draft: Draft<NewSurvey>;
  readonly least: string;
  readonly most: string;
}

export function DateStep({ draft: { value, set }, least, most }: DateProps): ReactNode {
  const t = useSay(say);
  return (
    <DateField
      name="closesOn"
      label={t('new.date.label')}
      hint={t('new.date.hint')}
      required
      {...{ least, most }}
      value={value.closesOn}
      onChange={(closesOn) => set({ closesOn })}
    />
  );
}
