/** One appointment in the week; those that the product booked stand out, and open to show who comes and where. */
import {
  Link,
  makeStyles,
  mergeClasses,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components';
import { VideoRegular } from '@fluentui/react-icons/svg/video';
import { useState, type CSSProperties, type ReactNode } from 'react';
import { regionOf, sayMoment, type Language } from '../../../../platform/words.ts';
import type { CalendarItem } from '../control.ts';
import { phone } from '../look.ts';
import { usePlace } from '../place.ts';
import { say } from '../words.ts';
import { Doings } from './doings.tsx';
import { firstHour, hourHeight, lastHour } from './hours.ts';
import { minutesIn } from './week.ts';

const useStyles = makeStyles({
  place: {
    listStyleType: 'none',
    position: 'absolute',
    insetInlineStart: '2px',
    insetInlineEnd: '6px',
    top: 'var(--top)',
    height: 'var(--height)',
    [phone]: { position: 'static', height: 'auto' },
  },
  block: {
    display: 'block',
    boxSizing: 'border-box',
    width: '100%',
    height: '100%',
    padding: '2px 6px',
    overflow: 'hidden',
    border: 'none',
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    textAlign: 'start',
  },
  booked: {
    cursor: 'pointer',
    borderLeftColor: tokens.colorBrandStroke1,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  over: { textDecorationLine: 'line-through', opacity: 0.75 },
  time: { fontWeight: tokens.fontWeightRegular },
  surface: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '320px' },
  details: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, maxWidth: '320px' },
  subject: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  join: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Guest = NonNullable<CalendarItem['attendees']>[number];

export interface AppointmentProps {
  readonly entry: CalendarItem;
  readonly zone: string;
  readonly personId: string;
}

export function Appointment({ entry, zone, personId }: AppointmentProps): ReactNode {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const text = <Words entry={entry} zone={zone} />;
  return (
    <li className={styles.place} style={placeOf(entry, zone)}>
      {entry.booked ? (
        <Popover withArrow trapFocus open={isOpen} onOpenChange={(_, { open }) => setOpen(open)}>
          <PopoverTrigger disableButtonEnhancement>
            <button
              type="button"
              className={mergeClasses(styles.block, styles.booked, entry.isCancelled && styles.over)}
            >
              {text}
            </button>
          </PopoverTrigger>
          <PopoverSurface className={styles.surface}>
            <Details entry={entry} zone={zone} />
            {!entry.isCancelled && <Doings {...{ entry, zone, personId }} onDone={() => setOpen(false)} />}
          </PopoverSurface>
        </Popover>
      ) : (
        <div className={styles.block}>{text}</div>
      )}
    </li>
  );
}

/** From the top of the day, in pixels; what lies outside the hours is pushed to their edge. */
function placeOf({ start, end }: CalendarItem, zone: string): CSSProperties {
  const most = (lastHour - firstHour) * hourHeight;
  const from = Date.parse(start);
  const top = Math.min(most - 20, Math.max(0, ((minutesIn(zone, from) - firstHour * 60) / 60) * hourHeight));
  const height = Math.min(most - top, Math.max(20, ((Date.parse(end) - from) / 3_600_000) * hourHeight - 2));
  return { '--top': `${top}px`, '--height': `${height}px` } as CSSProperties;
}

function guestOf(lang: Language, { name, address, response = 'none' }: Guest): string {
  const said = response === 'none' ? '' : ` (${say(lang, `calendar.said.${response}`)})`;
  return `${name || address}${said}`;
}

function Words({ entry, zone }: Omit<AppointmentProps, 'personId'>): ReactNode {
  const styles = useStyles();
  const [{ lang }] = usePlace();
  const format = new Intl.DateTimeFormat(regionOf(lang), { hour: '2-digit', minute: '2-digit', timeZone: zone });
  return (
    <>
      {entry.subject} <span className={styles.time}>{format.format(Date.parse(entry.start))}</span>
    </>
  );
}

function Details({ entry, zone }: Omit<AppointmentProps, 'personId'>): ReactNode {
  const styles = useStyles();
  const [{ lang }] = usePlace();
  return (
    <div className={styles.details}>
      <h3 className={styles.subject}>{entry.subject}</h3>
      <span>{sayMoment(lang, Date.parse(entry.start), zone)}</span>
      {entry.isCancelled && <span>{say(lang, 'calendar.cancelled')}</span>}
      {(entry.attendees ?? []).length > 0 && (
        <span className={styles.quiet}>{entry.attendees?.map((one) => guestOf(lang, one)).join(', ')}</span>
      )}
      {entry.joinUrl && (
        <Link className={styles.join} href={entry.joinUrl} target="_blank" rel="noreferrer">
          <VideoRegular aria-hidden />
          {say(lang, 'calendar.join')}
        </Link>
      )}
    </div>
  );
}
