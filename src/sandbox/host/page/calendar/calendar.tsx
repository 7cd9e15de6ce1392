/** A person's week: what was booked with the product, before the background of the daily work. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { regionOf } from '../../../../platform/words.ts';
import { control, type CalendarItem, type ShownPerson } from '../control.ts';
import { useClock } from '../known.ts';
import { phone } from '../look.ts';
import { Nothing } from '../nothing.tsx';
import { usePlace } from '../place.ts';
import { Scroller } from '../scroller.tsx';
import { say } from '../words.ts';
import { Appointment } from './appointment.tsx';
import { DayColumn } from './day-column.tsx';
import { dateIn, mondayOf, plusDays } from './week.ts';

const useStyles = makeStyles({
  all: { display: 'grid', gridTemplateRows: 'auto auto minmax(0, 1fr)', height: '100%' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  next: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`, color: tokens.colorNeutralForeground2 },
  week: {
    display: 'grid',
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    overflowY: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    [phone]: { gridTemplateColumns: '1fr', alignContent: 'start' },
  },
});

const entriesOf = (person: ShownPerson, query: string) => ({
  queryKey: ['calendar', person.id, query],
  queryFn: () => control<CalendarItem[]>(`/calendar?personId=${person.id}${query}`),
  enabled: person.hasMailbox,
  refetchInterval: 3000,
});

export function CalendarView({ person }: { readonly person: ShownPerson }): ReactNode {
  const [{ lang }] = usePlace();
  const clock = useClock().data;
  if (!person.hasMailbox) return <Nothing title={say(lang, 'app.calendar')} text={say(lang, 'calendar.none')} />;
  return clock ? <Week person={person} now={Date.parse(clock.now)} /> : null;
}

interface WeekProps {
  readonly person: ShownPerson;
  readonly now: number;
}

function Week({ person, now }: WeekProps): ReactNode {
  const styles = useStyles();
  const [{ lang }] = usePlace();
  const today = dateIn(person.timeZone, now);
  const [chosen, setChosen] = useState<string>();
  const booked = useQuery(entriesOf(person, '')).data?.filter(({ isCancelled }) => !isCancelled) ?? [];
  const nextOne = booked.find(({ end }) => Date.parse(end) > now);
  const pointer = nextOne ?? booked.at(-1);
  const monday = chosen ?? mondayOf(today);
  const entries = useQuery(entriesOf(person, `&from=${monday}&days=5&show=all`)).data ?? [];
  const days = [0, 1, 2, 3, 4].map((step) => plusDays(monday, step));
  return (
    <div className={styles.all}>
      <div className={styles.head}>
        <Button onClick={() => setChosen(undefined)}>{say(lang, 'calendar.today')}</Button>
        <Button
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label={say(lang, 'calendar.before')}
          onClick={() => setChosen(plusDays(monday, -7))}
        />
        <Button
          appearance="subtle"
          icon={<ChevronRightRegular />}
          aria-label={say(lang, 'calendar.after')}
          onClick={() => setChosen(plusDays(monday, 7))}
        />
        <h1 className={styles.title}>{spanOf(regionOf(lang), monday)}</h1>
      </div>
      <div className={styles.next}>
        {pointer ? (
          <Button
            appearance="transparent"
            onClick={() => setChosen(mondayOf(dateIn(person.timeZone, Date.parse(pointer.start))))}
          >
            {say(lang, nextOne ? 'calendar.next' : 'calendar.last', { subject: pointer.subject })}
          </Button>
        ) : (
          say(lang, 'calendar.empty')
        )}
      </div>
      <Scroller className={styles.week} aria-label={spanOf(regionOf(lang), monday)}>
        {days.map((date) => (
          <DayColumn key={date} date={date} isToday={date === today}>
            {entries
              .filter(({ start }) => dateIn(person.timeZone, Date.parse(start)) === date)
              .map((entry) => (
                <Appointment key={entry.id} entry={entry} zone={person.timeZone} personId={person.id} />
              ))}
          </DayColumn>
        ))}
      </Scroller>
    </div>
  );
}

function spanOf(region: string, monday: string): string {
  const format = new Intl.DateTimeFormat(region, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.formatRange(Date.parse(monday), Date.parse(plusDays(monday, 4)));
}
