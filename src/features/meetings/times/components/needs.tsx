/** What the partner wants one to know, beside everything that is about a meeting; nothing where they said nothing. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { regionOf } from '../../../../platform/words.ts';
import { weekdays } from '../../../people/model.ts';
import type { PartnerNeeds } from '../../../people/passport/model.ts';
import type { PairAddress } from '../../model.ts';
import { findNeeds } from '../client.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

export function Needs({ at, name }: { readonly at: PairAddress; readonly name: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const found = useQuery({ queryKey: ['needs', at.pairId], queryFn: () => findNeeds(at) });
  const lines = useLines(found.data);
  if (lines.length === 0) return undefined;
  return (
    <Notice title={t('needs.title', { name })}>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** A week that began on a Monday, for the names of days. */
const monday = Date.UTC(2024, 0, 1);

function useLines(told: PartnerNeeds | undefined): string[] {
  const t = useSay(say);
  const region = regionOf(useLanguage());
  const write = useMoment('UTC');
  if (!told) return [];
  const { needs, words, speak, halves, days } = told;
  const names = new Intl.DisplayNames([region], { type: 'language' });
  const listOf = (type: 'conjunction' | 'disjunction', all: readonly string[]): string =>
    new Intl.ListFormat(region, { type }).format(all);
  const weekday = new Intl.DateTimeFormat(region, { weekday: 'long', timeZone: 'UTC' });
  const halfOf = ({ half }: PartnerNeeds['halves'][number]): string => {
    const [name, part = ''] = half.split('-');
    const day = weekday.format(monday + weekdays.findIndex((one) => one === name) * 86_400_000);
    return t('needs.half', { day, part });
  };
  const marked = (mark: 'rather' | 'never'): string[] => {
    const all = halves.filter((one) => one.mark === mark).map(halfOf);
    return all.length === 0 ? [] : [t(`needs.${mark}`, { list: listOf('conjunction', all) })];
  };
  const dates = days.map((date) => write(Date.parse(date), 'day'));
  return [
    ...needs.map((one) => t(`needs.${one}`)),
    ...(words === undefined ? [] : [words]),
    ...(speak.length > 0
      ? [
          t('needs.speak', {
            list: listOf(
              'disjunction',
              speak.map((one) => names.of(one) ?? one),
            ),
          }),
        ]
      : []),
    ...marked('rather'),
    ...marked('never'),
    ...(dates.length > 0 ? [t('needs.days', { list: listOf('conjunction', dates) })] : []),
  ];
}
