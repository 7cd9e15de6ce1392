/** A goal as it is read: its words, its day, and what came of it. */
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import type { GoalView } from '../model.ts';
import { say } from '../words.ts';
import { useGoalStyles } from './lines.tsx';

export function GoalText({ one, children }: { readonly one: GoalView; readonly children?: ReactNode }): ReactNode {
  const t = useSay(say);
  const styles = useGoalStyles();
  const write = useMoment('UTC');
  const about = [
    ...(one.until === undefined ? [] : [t('until', { day: write(Date.parse(one.until), 'day') })]),
    ...(one.outcome === undefined ? [] : [t(`outcome.${one.outcome}`)]),
    ...(one.dropped ? [t('aside')] : []),
  ].join(' · ');
  return (
    <>
      <p className={styles.goal}>{one.text}</p>
      {about !== '' && <p className={styles.small}>{about}</p>}
      {children}
    </>
  );
}
