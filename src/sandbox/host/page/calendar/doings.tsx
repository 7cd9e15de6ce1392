/** What a person does with an appointment in Outlook itself: move and call off the own, answer those of others. */
import { Button, Field, Input, makeStyles, MessageBar, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { control, type CalendarItem } from '../control.ts';
import { usePlace } from '../place.ts';
import { say } from '../words.ts';
import { dateIn, instantIn, timeIn } from './week.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

interface DoingsProps {
  readonly entry: CalendarItem;
  readonly personId: string;
  readonly zone: string;
  onDone(): void;
}

export function Doings(props: DoingsProps): ReactNode {
  const { entry, personId, zone, onDone } = props;
  const styles = useStyles();
  const [{ lang }] = usePlace();
  const [isMoving, setMoving] = useState(false);
  const queries = useQueryClient();
  const doing = useMutation({
    mutationFn: ({ what, more }: { what: string; more?: object }) =>
      control(`/calendar/${encodeURIComponent(entry.id)}/${what}`, { personId, ...more }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['calendar'] });
      onDone();
    },
  });
  const button = (word: Parameters<typeof say>[1], what: string): ReactNode => (
    <Button disabledFocusable={doing.isPending} onClick={() => doing.mutate({ what })}>
      {say(lang, word)}
    </Button>
  );
  const move = (start: number): void =>
    doing.mutate({ what: 'move', more: { start: isoOf(start), end: isoOf(start + lengthOf(entry)) } });
  return (
    <>
      {entry.isOrganiser ? (
        <div className={styles.row}>
          <Button aria-expanded={isMoving} onClick={() => setMoving(!isMoving)}>
            {say(lang, 'calendar.move')}
          </Button>
          {button('calendar.call-off', 'cancel')}
        </div>
      ) : (
        <div className={styles.row}>
          {button('calendar.accept', 'accept')}
          {button('calendar.tentative', 'tentativelyAccept')}
          {button('calendar.decline', 'decline')}
        </div>
      )}
      {isMoving && <Move start={Date.parse(entry.start)} zone={zone} onChosen={move} />}
      {doing.error && <MessageBar intent="error">{doing.error.message}</MessageBar>}
    </>
  );
}

interface MoveProps {
  readonly start: number;
  readonly zone: string;
  onChosen(start: number): void;
}

function Move({ start, zone, onChosen }: MoveProps): ReactNode {
  const styles = useStyles();
  const [{ lang }] = usePlace();
  const [date, setDate] = useState(dateIn(zone, start));
  const [time, setTime] = useState(timeIn(zone, start));
  const choose = (event: FormEvent): void => {
    event.preventDefault();
    if (date !== '' && time !== '') onChosen(instantIn(zone, date, time));
  };
  return (
    <form className={styles.form} onSubmit={choose}>
      <Field label={say(lang, 'calendar.day')}>
        <Input type="date" value={date} onChange={(_, { value }) => setDate(value)} />
      </Field>
      <Field label={say(lang, 'calendar.time')}>
        <Input type="time" value={time} onChange={(_, { value }) => setTime(value)} />
      </Field>
      <div>
        <Button type="submit" appearance="primary">
          {say(lang, 'calendar.save')}
        </Button>
      </div>
    </form>
  );
}

const lengthOf = ({ start, end }: CalendarItem): number => Date.parse(end) - Date.parse(start);
const isoOf = (instant: number): string => new Date(instant).toISOString();
