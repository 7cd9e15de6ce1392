/** The sandbox's clock: what day it is, and the buttons that let time pass. */
import {
  Button,
  makeStyles,
  mergeClasses,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  ProgressBar,
  tokens,
} from '@fluentui/react-components';
import { CalendarClockRegular } from '@fluentui/react-icons/svg/calendar-clock';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { sayDay, sayMoment } from '../../../../platform/words.ts';
import { control, type ClockReading, type Drained } from '../control.ts';
import { useClock } from '../known.ts';
import { middle } from '../look.ts';
import { usePlace } from '../place.ts';
import { say } from '../words.ts';

const zone = 'Europe/Brussels';
const steps = [
  ['day', 1],
  ['week', 7],
  ['month', 30],
] as const;

const useStyles = makeStyles({
  wide: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, [middle]: { display: 'none' } },
  small: { display: 'none', [middle]: { display: 'block' } },
  now: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    '& svg': { fontSize: '18px' },
  },
  steps: { display: 'flex', gap: '2px', margin: 0, padding: 0, border: 'none' },
  step: { minWidth: 0, whiteSpace: 'nowrap' },
  surface: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '280px' },
  told: {
    position: 'fixed',
    zIndex: 30,
    insetInlineEnd: tokens.spacingHorizontalL,
    bottom: '88px',
    maxWidth: 'min(360px, 80vw)',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackgroundInverted,
    color: tokens.colorNeutralForegroundInverted,
    boxShadow: tokens.shadow16,
    ':empty': { display: 'none' },
  },
  line: { position: 'absolute', insetInlineStart: 0, insetInlineEnd: 0, bottom: '-1px' },
});

export function ClockBar(): ReactNode {
  const styles = useStyles();
  const [{ lang }] = usePlace();
  const clock = useClock().data;
  const { move, told, isMoving } = useMoves();
  if (!clock) return null;
  const busy = isMoving || clock.moving !== null || clock.story !== null;
  const buttons = <Steps busy={busy} move={move} />;
  const moment = sayMoment(lang, Date.parse(clock.now), zone);
  return (
    <>
      <div className={styles.wide}>
        <span className={styles.now}>
          <CalendarClockRegular aria-hidden />
          {moment}
        </span>
        {buttons}
      </div>
      <div className={styles.small}>
        <Popover withArrow trapFocus>
          <PopoverTrigger disableButtonEnhancement>
            <Button
              appearance="subtle"
              icon={<CalendarClockRegular />}
              aria-label={say(lang, 'clock.open', { moment })}
            />
          </PopoverTrigger>
          <PopoverSurface className={styles.surface} aria-label={say(lang, 'clock')}>
            <span className={styles.now}>{moment}</span>
            {buttons}
          </PopoverSurface>
        </Popover>
      </div>
      {busy && <ProgressBar className={styles.line} thickness="large" aria-label={say(lang, 'clock.passes')} />}
      <output className={styles.told}>{toldNow(clock, lang) ?? told}</output>
    </>
  );
}

function toldNow({ moving, story, now }: ClockReading, lang: Parameters<typeof say>[0]): string | undefined {
  if (story !== null) return say(lang, 'clock.story', { day: sayDay(lang, Date.parse(now), zone) });
  return moving ? say(lang, 'clock.moving', { ran: moving.ran, day: sayDay(lang, Date.parse(now), zone) }) : undefined;
}

/** What happened is told for a few seconds. */
function useMoves() {
  const [{ lang }] = usePlace();
  const queries = useQueryClient();
  const [told, setTold] = useState('');
  const [isMoving, setMoving] = useState(false);
  const move = async (days: number): Promise<void> => {
    setMoving(true);
    try {
      const { ran, stuck } = await control<Drained>('/clock', { days });
      const wrong = stuck.length > 0 ? ` ${say(lang, 'clock.stuck', { count: stuck.length })}` : '';
      setTold(say(lang, 'clock.done', { ran }) + wrong);
    } catch (error) {
      setTold(error instanceof Error ? error.message : String(error));
    }
    setMoving(false);
    setTimeout(() => setTold(''), 6000);
    await queries.invalidateQueries();
  };
  return { move, told, isMoving };
}

interface StepsProps {
  readonly busy: boolean;
  readonly move: (days: number) => Promise<void>;
}

function Steps({ busy, move }: StepsProps): ReactNode {
  const styles = useStyles();
  const [{ lang }] = usePlace();
  return (
    <fieldset className={styles.steps} aria-label={say(lang, 'clock.on')}>
      {steps.map(([name, days]) => (
        <Button
          key={name}
          size="small"
          className={mergeClasses(styles.step)}
          disabledFocusable={busy}
          onClick={() => void move(days)}
        >
          {say(lang, `clock.${name}`)}
        </Button>
      ))}
    </fieldset>
  );
}
