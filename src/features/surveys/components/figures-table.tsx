/** All released figures of a survey's agree scales as one table; the others have theirs beside their bars. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { regionOf } from '../../../platform/words.ts';
import { Button } from '../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import type { Column } from '../../../ui/list-rows.tsx';
import { DataList } from '../../../ui/list.tsx';
import { Section } from '../../../ui/page.tsx';
import type { ItemResult } from '../model.ts';
import { points, type Question } from '../questions/model.ts';
import { say } from '../words.ts';

export interface TableProps {
  readonly questions: readonly Question[];
  readonly items: readonly ItemResult[];
}

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalL },
  table: { width: '100%' },
});

export function FiguresTable({ questions, items }: TableProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const scales = questions.filter(({ kind }) => kind === 'agree');
  if (scales.length === 0) return null;
  return (
    <div className={styles.stack}>
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('results.table')}
      </Button>
      {isOpen && (
        <div className={styles.table}>
          <Table questions={scales} items={items} />
        </div>
      )}
    </div>
  );
}

function Table({ questions, items }: TableProps): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const texts = new Map(questions.map(({ id, text }) => [id, text[language]]));
  const write = (mean: number): string => mean.toLocaleString(regionOf(language), { minimumFractionDigits: 1 });
  const columns: readonly Column<ItemResult>[] = [
    {
      key: 'question',
      title: t('results.question'),
      cell: ({ figure }) => texts.get(figure.itemId),
    },
    ...points.map((name, point): Column<ItemResult> => ({
      key: String(name),
      title: t(`scale.${name}`),
      cell: ({ figure }) => (figure.state === 'shown' ? `${figure.shares[point] ?? 0} %` : '–'),
    })),
    {
      key: 'average',
      title: t('results.average'),
      cell: ({ figure }) => (figure.state === 'shown' ? write(figure.mean) : '–'),
    },
    ...(['from', 'to'] as const).map((end): Column<ItemResult> => ({
      key: end,
      title: t(`results.${end}`),
      cell: ({ interval }) => (interval ? write(interval[end]) : '–'),
    })),
  ];
  return (
    <Section>
      <DataList
        label={t('results.table')}
        rows={items.filter(({ figure }) => texts.has(figure.itemId))}
        columns={columns}
        rowKey={({ figure }) => figure.itemId}
        empty={null}
      />
    </Section>
  );
}
