/** What Outlook tells of a meeting: whether the partner comes, who else is invited, that it repeats; and which were cancelled there. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { TextLink } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Moment } from '../../../../ui/moment.tsx';
import type { MeetingView } from '../../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
  },
  when: { display: 'block', textDecorationLine: 'line-through' },
  item: { listStyleType: 'none', color: tokens.colorNeutralForeground2 },
});

interface InOutlookProps {
  readonly one: MeetingView;
  /** The partner's. */
  readonly name: string;
  /** Where another time is found. */
  readonly move: string;
}

export function InOutlook({ one, name, move }: InOutlookProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { partnerAnswer, others, repeats, mine } = one;
  if (partnerAnswer === undefined && others === undefined && !repeats) return null;
  return (
    <span className={styles.line}>
      {partnerAnswer !== undefined && <span>{t(`${mine ? 'partner' : 'own'}.${partnerAnswer}`, { name })}</span>}
      {partnerAnswer === 'declined' && mine && <TextLink to={move}>{t('find')}</TextLink>}
      {others !== undefined && <span>{t('others', { count: others })}</span>}
      {repeats && <span>{t('repeats')}</span>}
    </span>
  );
}

export function CalledOff({ start, zone }: { readonly start: number; readonly zone: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <li className={styles.item}>
      {t('calledOff')}
      <span className={styles.when}>
        <Moment at={start} zone={zone} />
      </span>
      {t('calledOff.text')}
    </li>
  );
}
