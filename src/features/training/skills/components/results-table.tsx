/** The figures of a side as a table, with everything that is known of the size of each change. */
import type { ReactNode } from 'react';
import { regionOf } from '../../../../platform/words.ts';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import type { Column } from '../../../../ui/list-rows.tsx';
import { DataList } from '../../../../ui/list.tsx';
import { headcountName } from '../../../surveys/audience/naming/rules.ts';
import type { ChangeLine } from '../../../surveys/rounds/model.ts';
import { say as sayRounds } from '../../../surveys/rounds/words.ts';
import type { ResultLine } from '../results/model.ts';
import { say } from '../words.ts';

type ScaleLine = Extract<ChangeLine, { kind: 'scale' }>;
type Rows = { readonly label: string; readonly lines: readonly ResultLine[] };

export function ResultsTable({ label, lines }: Rows): ReactNode {
  const t = useSay(say);
  const rounds = useSay(sayRounds);
  const language = useLanguage();
  const write = (value: number | undefined, digits = 1): string =>
    value?.toLocaleString(regionOf(language), { minimumFractionDigits: digits, maximumFractionDigits: digits }) ?? '–';
  const signed = (value: number): string =>
    value.toLocaleString(regionOf(language), { minimumFractionDigits: 1, signDisplay: 'exceptZero' });
  const of = (line: ChangeLine, show: (one: ScaleLine) => string): string =>
    line.kind === 'scale' ? show(line) : t('untold.short');
  const column = (key: string, title: string, show: (one: ScaleLine) => string): Column<ResultLine> => ({
    ...{ key, title },
    cell: ({ measured }) => of(measured, show),
  });
  const columns: readonly Column<ResultLine>[] = [
    { key: 'statement', title: t('column.statement'), cell: ({ text }) => text, text: ({ text }) => text },
    column('before', t('column.before'), ({ before }) => write(before)),
    column('after', t('column.after'), ({ after }) => write(after)),
    column('change', rounds('column.change'), ({ effect }) => signed(effect.change)),
    column('between', rounds('column.between'), ({ effect: { interval } }) =>
      interval ? rounds('between', { low: signed(interval[0]), high: signed(interval[1]) }) : rounds('size.few'),
    ),
    column('size', rounds('column.size'), ({ effect }) => rounds(`size.${effect.size}`)),
    column('g', rounds('column.g'), ({ effect }) => write(effect.g, 2)),
    column('who', rounds('column.who'), ({ linked }) =>
      linked ? rounds('who.linked', { people: headcountName(language, linked.people) }) : rounds('who.apart'),
    ),
    {
      ...{ key: 'back', title: t('column.back') },
      cell: ({ looking }) => of(looking, ({ before, effect }) => `${write(before)} (${rounds(`size.${effect.size}`)})`),
    },
  ];
  return <DataList label={label} rows={lines} columns={columns} rowKey={({ text }) => text} empty={null} />;
}
