/** All released figures of a survey as one table. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { regionOf } from '../../../platform/words.ts';
import { Button } from '../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { DataList, type Column } from '../../../ui/list.tsx';
import { Section } from '../../../ui/page.tsx';
import type { SupportItemId } from '../questions/model.ts';
import { supportTexts } from '../questions/rules.ts';
import { say } from '../words.ts';
import type { ItemResult } from './likert.tsx';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalL },
  table: { width: '100%' },
});

export function FiguresTable({ items }: { readonly items: readonly ItemResult[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.stack}>
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('results.table')}
      </Button>
      {isOpen && (
        <div className={styles.table}>
          <Table items={items} />
        </div>
      )}
    </div>
  );
}

function Table({ items }: { readonly items: readonly ItemResult[] }): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const texts = supportTexts(language);
  const write = (mean: number): string => mean.toLocaleString(regionOf(language), { minimumFractionDigits: 1 });
  const columns: readonly Column<ItemResult>[] = [
    {
      key: 'question',
      title: t('results.question'),
      cell: ({ figure }) => texts.items[figure.itemId as SupportItemId].text,
    },
    ...texts.scale.map((title, point): Column<ItemResult> => ({
      key: String(point),
      title,
      cell: ({ figure }) => (figure.state === 'shown' ? `${figure.shares[point] ?? 0} %` : '–'),
    })),
    {
      key: 'average',
      title: t('results.average'),
      cell: ({ figure }) => (figure.state === 'shown' ? write(figure.mean) : '–'),
    },
  ];
  return (
    <Section>
      <DataList
        label={t('results.table')}
        rows={items}
        columns={columns}
        rowKey={({ figure }) => figure.itemId}
        empty={null}
      />
    </Section>
  );
}
