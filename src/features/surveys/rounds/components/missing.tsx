/** Who answered, and who is missing: of everybody, and of each part where that shows of nobody whether they answered. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import type { Column } from '../../../../ui/list-rows.tsx';
import { DataList } from '../../../../ui/list.tsx';
import { Section } from '../../../../ui/page.tsx';
import type { PartRate } from '../../../release/missing/model.ts';
import { useHeadcount } from '../../components/sayings.ts';
import type { RoundsView } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  text: { margin: 0, lineHeight: '1.55', maxWidth: '68ch' },
  untold: { color: tokens.colorNeutralForeground2 },
});

export function Missing({ rounds: { overall, rates, least } }: { readonly rounds: RoundsView }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const countOf = useHeadcount();
  if (overall === undefined) return null;
  const isTold = rates.some(({ rate }) => rate !== undefined);
  const columns: readonly Column<PartRate>[] = [
    { key: 'part', title: t('missing.part'), cell: nameOf, sort: nameOf, text: nameOf },
    { key: 'asked', title: t('missing.asked'), cell: ({ asked }) => countOf(asked) },
    {
      key: 'rate',
      title: t('missing.rate'),
      cell: ({ rate }) =>
        rate === undefined ? <span className={styles.untold}>{t('missing.untold')}</span> : `${rate} %`,
      sort: ({ rate }) => rate ?? -1,
    },
  ];
  return (
    <Section title={t('missing.title')} lead={t('missing.lead')}>
      <div className={styles.stack}>
        <p className={styles.text}>
          {t('missing.overall', { rate: overall })} {!isTold && t('missing.none')}
          {isTold && !least && t('missing.even')}
          {least?.rate !== undefined && t('missing.least', { name: nameOf(least), rate: least.rate })}
        </p>
        {isTold && (
          <DataList label={t('missing.title')} rows={rates} columns={columns} rowKey={nameOf} empty={null} first={12} />
        )}
      </div>
    </Section>
  );
}

const nameOf = ({ part: { value } }: PartRate): string => value;
