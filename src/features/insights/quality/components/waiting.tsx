/** Those with a partner against those who wait, in what both were asked. */
import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { ListRows, type Column } from '../../../../ui/list-rows.tsx';
import { Section } from '../../../../ui/page.tsx';
import type { Quality } from '../model.ts';
import { sayShare } from '../telling/saying/rules.ts';
import { say } from '../words.ts';

type Line = Exclude<Quality['waiting'], string>[number];

export function WaitingSection({ waiting }: { readonly waiting: Quality['waiting'] }): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  if (typeof waiting === 'string') return <Section title={t('waiting')} lead={t(`waiting.${waiting}`)} />;
  const columns: Column<Line>[] = [
    { key: 'what', title: t('waiting.what'), cell: ({ text }) => text[language] },
    { key: 'taking', title: t('waiting.taking'), cell: ({ taking }) => sayShare(language, taking) },
    { key: 'waits', title: t('waiting.waits'), cell: (one) => sayShare(language, one.waiting) },
    { key: 'says', title: t('waiting.says'), cell: ({ says }) => t(`says.${says}`) },
  ];
  return (
    <Section title={t('waiting')} lead={t('waiting.lead')}>
      <ListRows label={t('waiting')} rows={waiting} columns={columns} rowKey={({ itemId }) => itemId} />
    </Section>
  );
}
