import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { ListRows, type Column } from '../../../../ui/list-rows.tsx';
import { Empty } from '../../../../ui/loaded.tsx';
import { Moment } from '../../../../ui/moment.tsx';
import { Section } from '../../../../ui/page.tsx';
import type { AuditLine, AuditPage } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  text: { margin: `${tokens.spacingVerticalM} 0`, color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
});

export interface AuditListProps {
  /** Newest first. */
  readonly pages: readonly AuditPage[];
  readonly busy: boolean;
  /** Absent when nothing older is there. */
  readonly onMore?: () => void;
}

export function AuditList({ pages, busy, onMore }: AuditListProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const columns: Column<AuditLine>[] = [
    { key: 'at', title: t('col.at'), cell: ({ at }) => <Moment at={at} /> },
    {
      ...{ key: 'what', title: t('col.what') },
      cell: ({ what, detail }) =>
        detail ? t('with', { deed: t(`deed.${what}`), detail: t(`detail.${detail}`) }) : t(`deed.${what}`),
    },
    { key: 'who', title: t('col.who'), cell: ({ who }) => t(`who.${who}`) },
  ];
  const lines = pages.flatMap((page) => page.lines);
  if (lines.length === 0 && !onMore) return <Empty title={t('empty')} text={t('empty.text')} />;
  return (
    <Section>
      {lines.length > 0 && (
        <ListRows label={t('title')} rows={lines} columns={columns} rowKey={({ number }) => String(number)} />
      )}
      {onMore && (
        <>
          <p className={styles.text}>{t('more.text')}</p>
          <Button disabledFocusable={busy} onClick={onMore}>
            {t('more')}
          </Button>
        </>
      )}
    </Section>
  );
}
