/** At a meeting: the open goals with their steps to tick, and a note on each. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import { findGoals, type PairAddress } from '../client.ts';
import { say } from '../words.ts';
import { GoalText } from './goal-text.tsx';
import { goalsKey, useGoalStyles, type GoalProps } from './lines.tsx';
import { AddNote, NoteList } from './notes.tsx';
import { StepList } from './steps.tsx';

export interface ReviewProps {
  readonly at: PairAddress;
  readonly meetingId: string;
}

export default function Review({ at, meetingId }: ReviewProps): ReactNode {
  const t = useSay(say);
  const styles = useGoalStyles();
  const found = useQuery({ queryKey: goalsKey(at), queryFn: () => findGoals(at) });
  const open = (found.data?.goals ?? []).filter(({ dropped, outcome }) => !dropped && outcome === undefined);
  if (!found.data || open.length === 0) return undefined;
  const known = found.data;
  return (
    <Section title={t('review')} lead={t('review.lead')}>
      <ul className={styles.list}>
        {open.map((one) => (
          <li key={one.id} className={styles.line}>
            <div className={styles.text}>
              <GoalText one={one} />
              <Reviewed {...{ at, found: known, one, meetingId }} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Reviewed({ meetingId, ...props }: GoalProps & { readonly meetingId: string }): ReactNode {
  const t = useSay(say);
  const styles = useGoalStyles();
  const notes = props.one.notes.filter((note) => note.meetingId === meetingId);
  return (
    <>
      {props.one.steps.length > 0 && <StepList {...props} />}
      {notes.length > 0 && (
        <>
          <h3 className={styles.head}>{t('review.before')}</h3>
          <NoteList {...props} notes={notes} />
        </>
      )}
      {props.found.open && <AddNote {...props} meetingId={meetingId} />}
    </>
  );
}
