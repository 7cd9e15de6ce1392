/** Own days without a meeting: chosen from feasts or by date, each with its reader, and taken away again with one press. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { DateField } from '../../../../ui/fields.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { audiences, mostDays, usualForTimes, type Passport } from '../model.ts';
import { say } from '../words.ts';
import { EntryField, useEntryList } from './entry-field.tsx';

/** Its calendars come after the page. */
const FeastsField = lazy(async () => ({ default: (await import('./feasts-field.tsx')).FeastsField }));

const useStyles = makeStyles({
  add: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  none: { color: tokens.colorNeutralForeground2, marginTop: 0 },
  part: { marginTop: tokens.spacingVerticalXL },
});

export interface DaysFieldProps {
  readonly value: Passport['days'];
  readonly today: string;
  readonly onChange: (value: Passport['days']) => void;
}

export function DaysField({ value, today, onChange }: DaysFieldProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const list = useEntryList();
  const write = useMoment('UTC');
  const [typed, setTyped] = useState('');
  const isFull = value.length >= mostDays;
  const add = (dates: readonly string[]): void => {
    const known = new Set(value.map(({ date }) => date));
    const fresh = [...new Set(dates)].filter((date) => !known.has(date));
    const all = [...value, ...fresh.map((date) => ({ date, for: usualForTimes }))];
    onChange(all.slice(0, mostDays).sort((a, b) => (a.date < b.date ? -1 : 1)));
  };
  const addTyped = (): void => {
    if (typed === '' || isFull) return;
    add([typed]);
    setTyped('');
  };
  return (
    <>
      {value.length === 0 && <p className={styles.none}>{t('days.none')}</p>}
      <ul className={list.list}>
        {value.map((one) => (
          <EntryField
            key={one.date}
            label={write(Date.parse(one.date), 'day')}
            value={one.for}
            audiences={audiences}
            onChange={(reader) =>
              onChange(value.map((each) => (each === one ? { ...one, for: reader ?? usualForTimes } : each)))
            }
          >
            <Button
              appearance="subtle"
              aria-label={t('days.remove', { date: write(Date.parse(one.date), 'day') })}
              onClick={() => onChange(value.filter((each) => each !== one))}
            >
              {t('days.removing')}
            </Button>
          </EntryField>
        ))}
      </ul>
      <div className={`${styles.add} ${styles.part}`}>
        <DateField name="days" label={t('days.add')} value={typed} onChange={setTyped} />
        <Button disabledFocusable={typed === '' || isFull} onClick={addTyped}>
          {t('days.adding')}
        </Button>
      </div>
      <div className={styles.part}>
        <Suspense>
          <FeastsField today={today} onAdd={add} />
        </Suspense>
      </div>
    </>
  );
}
