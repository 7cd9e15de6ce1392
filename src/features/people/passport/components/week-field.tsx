/** The half days of a week: as usual, best, or not then. A list of its own for each, which every phone and screen reader knows. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Select } from '../../../../ui/select.tsx';
import { regionOf } from '../../../../platform/words.ts';
import { weekdays } from '../../model.ts';
import { marks, parts, type HalfDays } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  week: {
    display: 'grid',
    gridTemplateColumns: 'minmax(64px, auto) 1fr 1fr',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    alignItems: 'center',
    '& select': { minWidth: 0, paddingInline: tokens.spacingHorizontalS },
  },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** A week that began on a Monday, for the names of days. */
const monday = Date.UTC(2024, 0, 1);

export interface WeekFieldProps {
  readonly value: HalfDays;
  readonly onChange: (value: HalfDays) => void;
}

export function WeekField({ value, onChange }: WeekFieldProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const region = regionOf(useLanguage());
  const nameOf = (place: number, weekday: 'long' | 'short'): string =>
    new Intl.DateTimeFormat(region, { weekday, timeZone: 'UTC' }).format(monday + place * 86_400_000);
  return (
    <div className={styles.week}>
      <span aria-hidden />
      {parts.map((part) => (
        <span key={part} className={styles.head} aria-hidden>
          {t(`part.${part}`)}
        </span>
      ))}
      {weekdays.map((weekday, place) => [
        <span key={weekday} aria-hidden>
          {nameOf(place, 'short')}
        </span>,
        ...parts.map((part) => {
          const half = `${weekday}-${part}` as const;
          return (
            <Select
              key={half}
              label={t('half', { day: nameOf(place, 'long'), part: t(`part.${part}`) })}
              value={value[half] ?? ''}
              onChange={(mark) => onChange(withMark(value, half, mark))}
            >
              <option value="">{t('mark.usual')}</option>
              {marks.map((one) => (
                <option key={one} value={one}>
                  {t(`mark.${one}`)}
                </option>
              ))}
            </Select>
          );
        }),
      ])}
    </div>
  );
}

function withMark(value: HalfDays, half: keyof HalfDays, mark: string): HalfDays {
  const { [half]: _, ...others } = value;
  const chosen = marks.find((one) => one === mark);
  return chosen === undefined ? others : { ...others, [half]: chosen };
}
