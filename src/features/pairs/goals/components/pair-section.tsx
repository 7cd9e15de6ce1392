/** On the page of a pair: its goals in short, and the way to them. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { Section } from '../../../../ui/page.tsx';
import type { PairSectionProps } from '../../components/sections.tsx';
import { findGoals, type PairAddress } from '../client.ts';
import type { GoalsView } from '../model.ts';
import { say } from '../words.ts';
import { GoalText } from './goal-text.tsx';
import { goalsKey, useGoalStyles } from './lines.tsx';

export default function GoalsSection({ programmeId, pairId, pair }: PairSectionProps): ReactNode {
  const isShown = pair.state !== 'ended' || pair.ending === 'together' || pair.side === 'mentee';
  return isShown ? <Shown at={{ programmeId, pairId }} name={pair.partner.name} side={pair.side} /> : undefined;
}

interface ShownProps {
  readonly at: PairAddress;
  readonly name: string;
  readonly side: GoalsView['side'];
}

function Shown({ at, name, side }: ShownProps): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: goalsKey(at), queryFn: () => findGoals(at) });
  if (found.data && !found.data.open && found.data.goals.length === 0) return undefined;
  return (
    <Section title={t(side === 'mentee' ? 'title.mine' : 'title.theirs', { name })}>
      <Loaded of={found}>{(one) => <Short at={at} found={one} />}</Loaded>
    </Section>
  );
}

function Short({ at, found }: { readonly at: PairAddress; readonly found: GoalsView }): ReactNode {
  const t = useSay(say);
  const styles = useGoalStyles();
  const path = `/programmes/${at.programmeId}/pairs/${at.pairId}/goals`;
  const { name } = found.partner;
  const shown = found.goals.filter(({ dropped }) => !dropped);
  return (
    <>
      {shown.length === 0 && <p className={styles.quiet}>{t(found.mine ? 'none.mine' : 'none.theirs', { name })}</p>}
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map((one) => {
            const next = one.outcome === undefined ? one.steps.find(({ done }) => !done) : undefined;
            return (
              <li key={one.id} className={styles.line}>
                <span className={styles.text}>
                  <GoalText one={one}>
                    {next && <span className={styles.small}>{t('next', { step: next.text })}</span>}
                  </GoalText>
                </span>
              </li>
            );
          })}
        </ul>
      )}
      <div className={styles.row}>
        {found.goals.length > 0 && <ButtonLink to={path}>{t('open')}</ButtonLink>}
        {found.mine && found.open && found.goals.length === 0 && (
          <ButtonLink to={`${path}/new`}>{t('make')}</ButtonLink>
        )}
      </div>
    </>
  );
}
