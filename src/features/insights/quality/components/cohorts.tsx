/** Pairs by the month in which they began: a table, on a phone cards. */
import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { ListRows, type Column } from '../../../../ui/list-rows.tsx';
import { Section } from '../../../../ui/page.tsx';
import { regionOf } from '../../../../platform/words.ts';
import type { CohortLine, LineKey, QualityPage } from '../model.ts';
import { sayNumber, sayShare } from '../telling/saying/rules.ts';
import { say } from '../words.ts';

export function Cohorts({ page: { cohorts, lines, isOver } }: { readonly page: QualityPage }): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const month = (one: string): string =>
    new Intl.DateTimeFormat(regionOf(language), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      Date.parse(`${one}-15`),
    );
  const share = (one: CohortLine, key: LineKey): string => {
    const found = one.told.find((line) => line.key === key);
    return found ? sayShare(language, found.told) : t('too-few');
  };
  const columns: Column<CohortLine>[] = [
    {
      key: 'cohort',
      title: t('cohort'),
      cell: ({ from, to }) => (from === to ? month(from) : `${month(from)} – ${month(to)}`),
    },
    { key: 'pairs', title: t('cohort.pairs'), cell: ({ pairs }) => sayNumber(language, pairs) },
    ...lines.map(({ key }) => ({
      key,
      title: t(key === 'dated' && isOver ? 'line.dated.over' : `line.${key}`),
      cell: (one: CohortLine) => share(one, key),
    })),
    {
      key: 'hours',
      title: t('cohort.hours'),
      cell: ({ hours }) => (hours === undefined ? t('too-few') : sayNumber(language, hours)),
    },
  ];
  return (
    <Section title={t('cohorts')} lead={t(cohorts.length === 0 ? 'cohorts.none' : 'cohorts.lead')}>
      {cohorts.length > 0 && (
        <ListRows label={t('cohorts')} rows={cohorts} columns={columns} rowKey={({ from }) => from} />
      )}
    </Section>
  );
}
