/** The half days of a week: as usual, best, or not then. A list of its own for each, which every phone and screen reader knows. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Select } from '../../../../ui/select.tsx';
import { regionOf } from '../../../../platform/words.ts';
import { weekdays } from '../../model.ts';
import { audiences, halfDays, marks, parts, usualForTimes, type HalfDay, type Passport } from '../model.ts';
import { say } from '../words.ts';
import { EntryField, useEntryList } from './entry-field.tsx';

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
  readonly value: Passport['halves'];
  readonly onChange: (value: Passport['halves']) => void;
}

/** The name of a weekday by its place. */
function useDayName(): (place: number, weekday: 'long' | 'short') => string {
  const region = regionOf(useLanguage());
  return (place, weekday) =>
    new Intl.DateTimeFormat(region, { weekday, timeZone: 'UTC' }).format(monday + place * 86_400_000);
}

/** The grid says when; below it each half day that was marked says for whom. */
export function WeekField(props: WeekFieldProps): ReactNode {
  return (
    <>
      <Week {...props} />
      <Readers {...props} />
    </>
  );
}

function Week({ value, onChange }: WeekFieldProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const nameOf = useDayName();
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
              value={value.find((one) => one.half === half)?.mark ?? ''}
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

function Readers({ value, onChange }: WeekFieldProps): ReactNode {
  const t = useSay(say);
  const list = useEntryList();
  const nameOf = useDayName();
  if (value.length === 0) return undefined;
  const labelOf = (half: HalfDay): string => {
    const [weekday = '', part = ''] = half.split('-');
    const day = nameOf(
      weekdays.findIndex((one) => one === weekday),
      'long',
    );
    return t('half', { day, part: t(`part.${part as (typeof parts)[number]}`) });
  };
  return (
    <ul className={list.list} aria-label={t('week.readers')}>
      {value.map((one) => (
        <EntryField
          key={one.half}
          label={t('half.marked', { half: labelOf(one.half), mark: t(`mark.${one.mark}`) })}
          value={one.for}
          audiences={audiences}
          onChange={(reader) =>
            onChange(value.map((each) => (each === one ? { ...one, for: reader ?? usualForTimes } : each)))
          }
        />
      ))}
    </ul>
  );
}

/** A half day that is marked anew is for planning alone until its writer says otherwise. */
function withMark(value: Passport['halves'], half: HalfDay, chosen: string): Passport['halves'] {
  const mark = marks.find((one) => one === chosen);
  const before = value.find((one) => one.half === half);
  const others = value.filter((one) => one.half !== half);
  const all = mark === undefined ? others : [...others, { half, mark, for: before?.for ?? usualForTimes }];
  return all.sort((a, b) => halfDays.indexOf(a.half) - halfDays.indexOf(b.half));
}
