/** When a pair looks back: what came of each goal, said by the mentee and read by both. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import { findGoals, type PairAddress } from '../client.ts';
import { say } from '../words.ts';
import { GoalText } from './goal-text.tsx';
import { goalsKey, useGoalStyles } from './lines.tsx';
import { Outcome } from './outcome.tsx';

export default function AtEnd({ at }: { readonly at: PairAddress }): ReactNode {
  const t = useSay(say);
  const styles = useGoalStyles();
  const found = useQuery({ queryKey: goalsKey(at), queryFn: () => findGoals(at) });
  const counted = (found.data?.goals ?? []).filter(({ dropped }) => !dropped);
  if (!found.data || counted.length === 0) return undefined;
  const known = found.data;
  return (
    <Section title={t('end.title')}>
      <ul className={styles.list}>
        {counted.map((one) => (
          <li key={one.id} className={styles.line}>
            <div className={styles.text}>
              <GoalText one={one} />
              {known.mine && <Outcome {...{ at, found: known, one }} />}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
