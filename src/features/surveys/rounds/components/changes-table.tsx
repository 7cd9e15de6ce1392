/** Before and after as tables: scales with everything that is known of the size of a change, and choices by answer. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { regionOf } from '../../../../platform/words.ts';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import type { Column } from '../../../../ui/list-rows.tsx';
import { DataList } from '../../../../ui/list.tsx';
import { useHeadcount } from '../../components/sayings.ts';
import type { Question } from '../../questions/model.ts';
import { nameIn } from '../../questions/rules.ts';
import type { ChangeLine } from '../model.ts';
import { say } from '../words.ts';
import type { ScaleLine } from './changes.tsx';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, width: '100%' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400 },
});

export interface ScalesProps {
  readonly questions: readonly Question[];
  readonly lines: readonly ScaleLine[];
}

export function ChangesTable({ questions, lines }: ScalesProps): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const countOf = useHeadcount();
  const nameOf = ({ itemId }: ScaleLine): string => {
    const question = questions.find(({ id }) => id === itemId);
    return question ? nameIn(question, language) : itemId;
  };
  const write = (value: number | undefined, digits = 1): string =>
    value?.toLocaleString(regionOf(language), { minimumFractionDigits: digits, maximumFractionDigits: digits }) ?? '–';
  const signed = (value: number): string =>
    value.toLocaleString(regionOf(language), { minimumFractionDigits: 1, signDisplay: 'exceptZero' });
  const columns: readonly Column<ScaleLine>[] = [
    { key: 'question', title: t('column.question'), cell: nameOf, text: nameOf },
    { key: 'before', title: t('before'), cell: ({ before }) => write(before) },
    { key: 'after', title: t('after'), cell: ({ after }) => write(after) },
    {
      key: 'change',
      title: t('column.change'),
      cell: ({ effect }) => signed(effect.change),
      sort: ({ effect }) => effect.change,
    },
    {
      key: 'between',
      title: t('column.between'),
      cell: ({ effect: { interval } }) =>
        interval ? t('between', { low: signed(interval[0]), high: signed(interval[1]) }) : t('size.few'),
    },
    { key: 'size', title: t('column.size'), cell: ({ effect }) => t(`size.${effect.size}`) },
    { key: 'g', title: t('column.g'), cell: ({ effect }) => write(effect.g, 2) },
    { key: 'delta', title: t('column.delta'), cell: ({ effect }) => write(effect.delta, 2) },
    {
      key: 'who',
      title: t('column.who'),
      cell: ({ linked }) => (linked ? t('who.linked', { people: String(countOf(linked.people)) }) : t('who.apart')),
    },
  ];
  return (
    <DataList label={t('changes.title')} rows={lines} columns={columns} rowKey={({ itemId }) => itemId} empty={null} />
  );
}

interface OptionLine {
  readonly id: string;
  readonly label: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

export function OptionsTable({ questions, lines }: { questions: readonly Question[]; lines: readonly ChangeLine[] }) {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  const tables = lines.flatMap((line) => {
    const question = questions.find(({ id }) => id === line.itemId);
    return line.kind === 'options' && question ? [{ line, question }] : [];
  });
  if (tables.length === 0) return null;
  const write = (share: number | undefined): string => (share === undefined ? t('untold.short') : `${share} %`);
  const columns: readonly Column<OptionLine>[] = [
    { key: 'option', title: t('column.option'), cell: ({ label }) => label, text: ({ label }) => label },
    { key: 'before', title: t('before'), cell: ({ before }) => write(before) },
    { key: 'after', title: t('after'), cell: ({ after }) => write(after), sort: ({ after }) => -(after ?? -1) },
  ];
  return (
    <div className={styles.stack}>
      <h3 className={styles.title}>{t('options.title')}</h3>
      {tables.map(({ line, question }) => (
        <div key={line.itemId} className={styles.stack}>
          <p className={styles.title}>{question.text[language]}</p>
          <DataList
            label={question.text[language]}
            rows={line.options.map(({ id, before, after }): OptionLine => {
              const label = question.options?.find((one) => one.id === id)?.text[language] ?? id;
              return { id, label, before, after };
            })}
            columns={columns}
            rowKey={({ id }) => id}
            empty={null}
          />
        </div>
      ))}
    </div>
  );
}
