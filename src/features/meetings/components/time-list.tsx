/** Free times: the chosen one with its reason and one press to book it; below it the others by day, to choose instead. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { StarFilled } from '@fluentui/react-icons/svg/star';
import { useId, useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import type { PairAddress } from '../model.ts';
import { RoomChoice } from '../rooms/components/room-choice.tsx';
import type { SuggestedTime } from '../times/model.ts';
import { say as sayTimes } from '../times/words.ts';
import { say } from '../words.ts';
import { BookingProblem } from './booking-problem.tsx';
import { useBooking } from './booking.ts';

export interface HowBooked {
  /** Although the partner has just planned another time. */
  readonly knowing: boolean;
  /** The address of a room; online without one. */
  readonly room: string | undefined;
}

export interface TimeListProps {
  readonly at: PairAddress;
  readonly minutes: number;
  readonly slots: readonly SuggestedTime[];
  readonly zone: string;
  readonly partnerZone?: string | undefined;
  readonly name: string;
  /** What the button does: it says it with `{time}`. */
  readonly moves: boolean;
  readonly chosen: number | undefined;
  readonly setChosen: (start: number) => void;
  book(this: void, start: number, how: HowBooked): Promise<unknown>;
}

const useStyles = makeStyles({
  picked: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalL,
    marginBottom: tokens.spacingVerticalXL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  kicker: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  when: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  book: { marginTop: tokens.spacingVerticalM, maxWidth: '100%' },
  days: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0 },
  day: { listStyleType: 'none' },
  title: { margin: `0 0 ${tokens.spacingVerticalM}`, fontSize: tokens.fontSizeBase400 },
  date: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  times: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, margin: 0, padding: 0, border: 'none' },
  other: { marginInlineStart: tokens.spacingHorizontalXS, color: 'inherit', fontWeight: tokens.fontWeightRegular },
  star: { color: tokens.colorBrandForeground1 },
});

export function TimeList(props: TimeListProps): ReactNode {
  const { slots, chosen } = props;
  const picked = slots.find(({ start }) => start === chosen) ?? slots.find(({ best }) => best) ?? slots[0];
  if (!picked) return undefined;
  return (
    <>
      <Picked {...props} picked={picked} />
      {slots.length > 1 && <Others {...props} picked={picked} />}
    </>
  );
}

type WithPicked = TimeListProps & { readonly picked: SuggestedTime };

function Picked({ at, minutes, picked, zone, partnerZone, name, moves, book }: WithPicked): ReactNode {
  const [t, tt] = [useSay(say), useSay(sayTimes)];
  const styles = useStyles();
  const mine = useMoment(zone);
  const theirs = useMoment(partnerZone ?? zone);
  const reason = useReason(zone);
  const [room, setRoom] = useState<string>();
  const { start, startKnowing, busy, problem } = useBooking((knowing) => book(picked.start, { knowing, room }));
  const button = moves ? tt('move', { time: mine(picked.start) }) : t('book', { time: mine(picked.start) });
  return (
    <div className={styles.picked}>
      <output>
        <span className={styles.kicker}>{tt(picked.best ? 'best' : 'picked')}</span>
        <br />
        <span className={styles.when}>
          {mine(picked.start, 'weekday')}, {mine(picked.start, 'time')}–{mine(picked.end, 'time')}
        </span>
        {partnerZone && (
          <>
            <br />
            {t('slot.partner', { time: theirs(picked.start, 'time'), name })}
          </>
        )}
        <br />
        {reason(picked)}
      </output>
      {!moves && <RoomChoice key={picked.start} {...{ at, start: picked.start, minutes, room, setRoom }} />}
      <Button
        className={styles.book}
        appearance="primary"
        size="large"
        disabledFocusable={busy}
        onClick={() => void start()}
      >
        {busy ? t('booking') : button}
      </Button>
      {problem && <BookingProblem {...{ at, problem, busy }} onKnowing={startKnowing} />}
    </div>
  );
}

/** Why a time is suggested, in a sentence. */
function useReason(zone: string): (one: SuggestedTime) => string {
  const t = useSay(sayTimes);
  const clock = useMoment(zone);
  return ({ start, mine, earliest }) => {
    const part = clock(start, 'time') < '12:30' ? 'morning' : 'afternoon';
    if (mine) return t(earliest ? 'reason.mine-earliest' : 'reason.mine', { part });
    return t(earliest ? 'reason.earliest' : 'reason.free');
  };
}

function Others({ picked, slots, zone, partnerZone, name, setChosen }: WithPicked): ReactNode {
  const [t, tt] = [useSay(say), useSay(sayTimes)];
  const styles = useStyles();
  const mine = useMoment(zone);
  const theirs = useMoment(partnerZone ?? zone);
  const id = useId();
  const days = [...new Set(slots.map(({ start }) => mine(start, 'weekday')))];
  return (
    <>
      <h3 className={styles.title}>{tt('others')}</h3>
      <ul className={styles.days}>
        {days.map((date, place) => (
          <li key={date} className={styles.day}>
            <h4 id={`${id}-${place}`} className={styles.date}>
              {date}
            </h4>
            <fieldset className={styles.times} aria-labelledby={`${id}-${place}`}>
              {slots
                .filter(({ start }) => mine(start, 'weekday') === date)
                .map((one) => (
                  <Button
                    key={one.start}
                    appearance={one === picked ? 'primary' : 'outline'}
                    aria-pressed={one === picked}
                    onClick={() => setChosen(one.start)}
                    {...(one.mine
                      ? {
                          icon: (
                            <StarFilled className={mergeClasses(one !== picked && styles.star)} title={tt('liked')} />
                          ),
                        }
                      : {})}
                  >
                    {`${mine(one.start, 'time')}–${mine(one.end, 'time')}`}
                    {partnerZone && (
                      <span className={styles.other}>
                        {`(${t('slot.partner', { time: theirs(one.start, 'time'), name })})`}
                      </span>
                    )}
                  </Button>
                ))}
            </fieldset>
          </li>
        ))}
      </ul>
    </>
  );
}
