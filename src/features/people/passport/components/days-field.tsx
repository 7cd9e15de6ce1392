/** Own days without a meeting: a day is added, and each one is taken away again with one press. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { DateField } from '../../../../ui/fields.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { mostDays } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  days: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, margin: 0, padding: 0 },
  day: { listStyleType: 'none' },
  add: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  none: { color: tokens.colorNeutralForeground2, marginTop: 0 },
});

export interface DaysFieldProps {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

export function DaysField({ value, onChange }: DaysFieldProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment('UTC');
  const [typed, setTyped] = useState('');
  const isFull = value.length >= mostDays;
  const add = (): void => {
    if (typed === '' || isFull) return;
    onChange([...new Set([...value, typed])].sort((a, b) => (a < b ? -1 : 1)));
    setTyped('');
  };
  return (
    <>
      {value.length === 0 && <p className={styles.none}>{t('days.none')}</p>}
      <ul className={styles.days}>
        {value.map((date) => (
          <li key={date} className={styles.day}>
            <Button
              icon={<DismissRegular />}
              iconPosition="after"
              aria-label={t('days.remove', { date: write(Date.parse(date), 'day') })}
              onClick={() => onChange(value.filter((one) => one !== date))}
            >
              {write(Date.parse(date), 'day')}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.add}>
        <DateField name="days" label={t('days.add')} value={typed} onChange={setTyped} />
        <Button disabledFocusable={typed === '' || isFull} onClick={add}>
          {t('days.adding')}
        </Button>
      </div>
    </>
  );
}
