/** When and where an event is, until when things can be done, and what people are nominated for. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { WhenWhere } from '../../../training/sessions/components/when-where.tsx';
import type { EventFacts, ShownCriterion } from '../model.ts';
import { say } from '../words.ts';
import { useCriterion } from './criterion.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

export function Criteria({ ids, of }: { readonly ids: readonly string[]; readonly of: readonly ShownCriterion[] }) {
  const styles = useStyles();
  const nameOf = useCriterion(of);
  return (
    <ul className={styles.list}>
      {ids.map((id) => (
        <li key={id} dir="auto">
          {nameOf(id)}
        </li>
      ))}
    </ul>
  );
}

interface FactsProps {
  readonly of: Pick<EventFacts, 'start' | 'zone' | 'minutes' | 'place' | 'online' | 'closesAt' | 'juryAt'>;
  readonly criteria: readonly ShownCriterion[];
  readonly joinUrl?: string | undefined;
}

export function Facts({ of: one, criteria, joinUrl }: FactsProps): ReactNode {
  const t = useSay(say);
  const write = useMoment(one.zone);
  return (
    <WhenWhere of={one} joinUrl={joinUrl} later={t('online.later')}>
      <dt>{t('fact.nominations')}</dt>
      <dd>{write(one.closesAt - 1, 'day')}</dd>
      <dt>{t('fact.answers')}</dt>
      <dd>{write(one.juryAt - 1, 'day')}</dd>
      <dt>{t('fact.criteria')}</dt>
      <dd>
        <Criteria ids={criteria.map(({ id }) => id)} of={criteria} />
      </dd>
    </WhenWhere>
  );
}
