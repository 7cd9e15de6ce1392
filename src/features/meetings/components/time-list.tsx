/** Free times, one press to choose and one to book; grouped by day, in the reader's zone and the partner's where it differs. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import type { Slot } from '../model.ts';
import { say } from '../words.ts';

export interface TimeListProps {
  readonly slots: readonly Slot[];
  readonly zone: string;
  readonly partnerZone?: string;
  readonly name: string;
  readonly chosen: number | undefined;
  readonly setChosen: (start: number) => void;
  readonly busy: boolean;
  onBook(this: void): Promise<void>;
}

const useStyles = makeStyles({
  days: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0 },
  day: { listStyleType: 'none' },
  date: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  times: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, margin: 0, padding: 0, border: 'none' },
  other: { marginInlineStart: tokens.spacingHorizontalXS, color: 'inherit', fontWeight: tokens.fontWeightRegular },
  book: { marginTop: tokens.spacingVerticalXL },
});

export function TimeList({
  slots,
  zone,
  partnerZone,
  name,
  chosen,
  setChosen,
  busy,
  onBook,
}: TimeListProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const mine = useMoment(zone);
  const theirs = useMoment(partnerZone ?? zone);
  const id = useId();
  const days = [...new Set(slots.map(({ start }) => mine(start, 'day')))];
  const picked = slots.find(({ start }) => start === chosen);
  return (
    <>
      <ul className={styles.days}>
        {days.map((date, place) => (
          <li key={date} className={styles.day}>
            <h3 id={`${id}-${place}`} className={styles.date}>
              {date}
            </h3>
            <fieldset className={styles.times} aria-labelledby={`${id}-${place}`}>
              {slots
                .filter(({ start }) => mine(start, 'day') === date)
                .map(({ start, end }) => (
                  <Button
                    key={start}
                    appearance={start === chosen ? 'primary' : 'outline'}
                    aria-pressed={start === chosen}
                    onClick={() => setChosen(start)}
                  >
                    {`${mine(start, 'time')}–${mine(end, 'time')}`}
                    {partnerZone && (
                      <span
                        className={styles.other}
                      >{`(${t('slot.partner', { time: theirs(start, 'time'), name })})`}</span>
                    )}
                  </Button>
                ))}
            </fieldset>
          </li>
        ))}
      </ul>
      {picked && (
        <div className={styles.book}>
          <Button appearance="primary" size="large" disabledFocusable={busy} onClick={() => void onBook()}>
            {busy ? t('booking') : t('book', { time: mine(picked.start) })}
          </Button>
        </div>
      )}
    </>
  );
}
