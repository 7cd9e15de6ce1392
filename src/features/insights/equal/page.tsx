/** For coordinators: whether thanks reach both roles and all parts of the organisation alike. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { ChoiceField } from '../../../ui/choices.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { ListRows, type Column } from '../../../ui/list-rows.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { sayPart, sayRange } from '../funnel/naming/rules.ts';
import { findEqual } from './client.ts';
import { equalCuts, kinds, type EqualCut, type EqualPage, type EqualPart } from './model.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, maxWidth: '72ch' },
  item: { marginBottom: tokens.spacingVerticalS },
  text: { margin: `${tokens.spacingVerticalM} 0`, color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
});

export default function EqualRecognitionPage({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const [by, setBy] = useState<EqualCut>('side');
  const found = useQuery({
    queryKey: ['equal-recognition', programmeId, by],
    queryFn: () => findEqual(programmeId, by),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: `/programmes/${programmeId}/credits`, label: t('back') }}>
      <Loaded of={found}>
        {(page) =>
          page.totals[0]?.from === 0 ? (
            <Empty title={t('empty')} text={t('empty.text')} />
          ) : (
            <Section>
              <ChoiceField
                name="by"
                label={t('by')}
                required
                value={by}
                onChange={(chosen) => setBy(chosen ?? 'side')}
                choices={equalCuts.map((value) => ({ value, label: t(`by.${value}`) }))}
              />
              <Parts page={page} />
            </Section>
          )
        }
      </Loaded>
    </Page>
  );
}

function Parts({ page: { parts, by } }: { readonly page: EqualPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  const nameOf = ({ name }: EqualPart): string =>
    name.kind === 'side' ? t(`side.${name.side}`) : sayPart(language, by === 'side' ? 'source' : by, name);
  const columns: Column<EqualPart>[] = [
    { key: 'part', title: t(`by.${by}`), cell: nameOf },
    ...kinds.map((kind, at) => ({
      ...{ key: kind, title: t(`kind.${kind}`) },
      cell: ({ counts }: EqualPart) => {
        const count = counts[at];
        return count ? sayRange(language, count) : '–';
      },
    })),
  ];
  const sentences = parts.flatMap((one) =>
    kinds.flatMap((kind, at) => {
      const verdict = one.verdicts[at];
      if (verdict !== 'more' && verdict !== 'fewer') return [];
      return [t(verdict, { part: nameOf(one), kind: t(`kind.${kind}`) })];
    }),
  );
  return (
    <>
      <ListRows label={t(`by.${by}`)} rows={parts} columns={columns} rowKey={(one) => one.key} />
      <p className={styles.text}>{t('silent')}</p>
      {sentences.length === 0 ? (
        <p>{t('equal')}</p>
      ) : (
        <ul className={styles.list}>
          {sentences.map((one) => (
            <li key={one} className={styles.item}>
              {one}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.text}>{t('how')}</p>
    </>
  );
}
