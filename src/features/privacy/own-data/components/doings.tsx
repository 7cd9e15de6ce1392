/** What was done with the reader's data, and by whom as far as that may be said. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import type { Column } from '../../../../ui/list-rows.tsx';
import { DataList } from '../../../../ui/list.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { Moment } from '../../../../ui/moment.tsx';
import { Section } from '../../../../ui/page.tsx';
import type { AuditLine } from '../../audit/model.ts';
import { say as sayDeed } from '../../audit/words.ts';
import { findDoings } from '../../client.ts';
import { say } from '../../words.ts';

export function Doings(): ReactNode {
  const t = useSay(say);
  const d = useSay(sayDeed);
  const found = useQuery({ queryKey: ['own-data', 'doings'], queryFn: findDoings });
  const columns: Column<AuditLine>[] = [
    { key: 'at', title: d('col.at'), cell: ({ at }) => <Moment at={at} /> },
    { key: 'what', title: d('col.what'), cell: ({ what }) => d(`deed.${what}`) },
    { key: 'who', title: d('col.who'), cell: ({ who }) => d(`who.${who}`) },
  ];
  return (
    <Section title={t('data.doings')} lead={t('data.doings.lead')}>
      <Loaded of={found}>
        {(lines) => (
          <DataList
            {...{ label: t('data.doings'), rows: lines, columns, empty: <p>{t('data.doings.none')}</p>, first: 10 }}
            rowKey={({ number }) => String(number)}
          />
        )}
      </Loaded>
    </Section>
  );
}
