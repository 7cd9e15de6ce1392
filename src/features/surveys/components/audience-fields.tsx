/** The step that says whom a survey asks: everybody, or certain people, all of them or as many as chance draws; counted while one chooses. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { keepPreviousData, queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ChoiceField } from '../../../ui/choices.tsx';
import type { Draft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RulesBuilder } from '../audience/components/rules-builder.tsx';
import type { AudienceAnswer } from '../audience/model.ts';
import { sizeAudience } from '../client.ts';
import type { AudienceCounts } from '../model.ts';
import { say } from '../planning/words.ts';
import { questionOf, type Chosen } from './chosen.ts';
import { SampleFields } from './sample-fields.tsx';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL },
  size: { fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

const nobody: AudienceAnswer = { people: 0, asked: 0, hindered: [] };

/** How many a choice would ask; nobody as long as it is not complete. */
export function sizeOf(value: Chosen) {
  const { audience, ...sample } = questionOf(value);
  return queryOptions({
    queryKey: ['surveys', 'size', audience, sample],
    queryFn: () => (audience ? sizeAudience({ audience, ...sample }) : nobody),
    staleTime: 30_000,
  });
}

export function useSize(value: Chosen): UseQueryResult<AudienceAnswer> {
  return useQuery({ ...sizeOf(value), placeholderData: keepPreviousData });
}

export interface AudienceProps {
  readonly draft: Pick<Draft<Chosen>, 'value' | 'set'>;
  readonly counts: AudienceCounts;
}

export function AudienceFields({ draft, counts }: AudienceProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { value, set } = draft;
  const size = useSize(value).data;
  const isSmall = size !== undefined && size.asked > 0 && size.asked < counts.least;
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
          { value: 'chosen', label: t('new.chosen') },
        ]}
      />
      {value.kind === 'chosen' && <RulesBuilder value={value} onChange={set} counts={counts} />}
      {size && <SampleFields draft={draft} people={size.people} />}
      <div>
        <output className={styles.size}>{size && t('new.size', { count: size.asked })}</output>
        {size && <Hindered hindered={size.hindered} />}
      </div>
      {isSmall && <Notice intent="warning">{t('new.small', { least: counts.least })}</Notice>}
    </div>
  );
}

function Hindered({ hindered }: Pick<AudienceAnswer, 'hindered'>): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const count = hindered.reduce((sum, one) => sum + one.accounts, 0);
  if (count === 0) return null;
  return (
    <details>
      <summary>{t('hindered', { count })}</summary>
      <ul className={styles.list}>
        {hindered.map(({ why, accounts }) => (
          <li key={why}>{t(`hindered.${why}`, { count: accounts })}</li>
        ))}
      </ul>
    </details>
  );
}
