/** One day of the week: a column with hours where there is room, a heading with a list on a phone. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { regionOf } from '../../../../platform/words.ts';
import { phone } from '../look.ts';
import { usePlace } from '../place.ts';
import { firstHour, hourHeight, lastHour } from './hours.ts';

const useStyles = makeStyles({
  day: { minWidth: 0, borderLeft: `1px solid ${tokens.colorNeutralStroke3}` },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    display: 'flex',
    flexDirection: 'column',
    margin: 0,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    [phone]: { flexDirection: 'row', gap: tokens.spacingHorizontalS, alignItems: 'baseline' },
  },
  number: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    color: tokens.colorNeutralForeground1,
  },
  today: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  hours: {
    position: 'relative',
    height: `${(lastHour - firstHour) * hourHeight}px`,
    margin: 0,
    padding: 0,
    backgroundImage: `repeating-linear-gradient(to bottom, transparent 0 ${hourHeight - 1}px, ${tokens.colorNeutralStroke3} ${hourHeight - 1}px ${hourHeight}px)`,
    [phone]: {
      height: 'auto',
      backgroundImage: 'none',
      display: 'flex',
      flexDirection: 'column',
      gap: '4px',
      padding: tokens.spacingHorizontalS,
    },
  },
});

export interface DayColumnProps {
  readonly date: string;
  readonly isToday: boolean;
  readonly children: ReactNode;
}

export function DayColumn({ date, isToday, children }: DayColumnProps): ReactNode {
  const styles = useStyles();
  const [{ lang }] = usePlace();
  const weekday = new Intl.DateTimeFormat(regionOf(lang), { weekday: 'long', timeZone: 'UTC' }).format(
    Date.parse(date),
  );
  return (
    <section className={styles.day}>
      <h2 className={mergeClasses(styles.head, isToday && styles.today)}>
        <span className={mergeClasses(styles.number, isToday && styles.today)}>{Number(date.slice(8))}</span>
        {weekday}
      </h2>
      <ul className={styles.hours}>{children}</ul>
    </section>
  );
}
