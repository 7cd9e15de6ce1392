/** When and where an event is, until when things can be done, and what people are nominated for. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { TextLink } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Moment, useMoment } from '../../../../ui/moment.tsx';
import type { EventFacts, ShownCriterion } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(90px, max-content) 1fr',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    '& dt': { fontWeight: tokens.fontWeightSemibold },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** A criterion in the reader's language; an own one in its own. */
export function useCriterion(criteria: readonly ShownCriterion[]): (id: string) => string {
  const t = useSay(say);
  return (id) => criteria.find((one) => one.id === id)?.text ?? t(`criterion.${id}` as 'criterion.doors');
}

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
  const styles = useStyles();
  const write = useMoment(one.zone);
  return (
    <dl className={styles.facts}>
      <dt>{t('fact.when')}</dt>
      <dd>
        <Moment at={one.start} zone={one.zone} />
      </dd>
      <dt>{t('fact.long')}</dt>
      <dd>{t('minutes', { minutes: one.minutes })}</dd>
      {one.place !== '' && (
        <>
          <dt>{t('fact.where')}</dt>
          <dd dir="auto">{one.place}</dd>
        </>
      )}
      {one.online && (
        <>
          <dt>{t('fact.online')}</dt>
          <dd>
            {joinUrl === undefined ? (
              t('online.later')
            ) : (
              <TextLink to={joinUrl} inText>
                {t('online.join')}
              </TextLink>
            )}
          </dd>
        </>
      )}
      <dt>{t('fact.nominations')}</dt>
      <dd>{write(one.closesAt - 1, 'day')}</dd>
      <dt>{t('fact.answers')}</dt>
      <dd>{write(one.juryAt - 1, 'day')}</dd>
      <dt>{t('fact.criteria')}</dt>
      <dd>
        <Criteria ids={criteria.map(({ id }) => id)} of={criteria} />
      </dd>
    </dl>
  );
}
