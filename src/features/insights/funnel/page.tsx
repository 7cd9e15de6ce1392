/** For coordinators: how many people get how far, by what, against the organisation, and what to do about it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Bars } from '../../../ui/bars.tsx';
import { ChoiceField } from '../../../ui/choices.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { ListRows, type Column } from '../../../ui/list-rows.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { findFunnel } from './client.ts';
import { PaperButton } from './components/paper-button.tsx';
import { PartList } from './components/part-list.tsx';
import { cuts, steps, type Before, type Cut, type FunnelPage } from './model.ts';
import { sayHint, sayRange } from './naming/rules.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, maxWidth: '72ch' },
  item: { marginBottom: tokens.spacingVerticalS },
  text: { margin: `0 0 ${tokens.spacingVerticalL}`, color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
});

export default function FunnelPageView({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const [by, setBy] = useState<Cut>('source');
  const found = useQuery({
    queryKey: ['funnel', programmeId, by],
    queryFn: () => findFunnel(programmeId, by),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: `/programmes/${programmeId}/recruitment`, label: t('back') }}>
      <ProgrammeTabs programmeId={programmeId} />
      <Loaded of={found}>
        {(page) =>
          (page.totals[0]?.from ?? 0) === 0 ? (
            <Empty title={t('empty')} text={t('empty.text')} />
          ) : (
            <>
              <Way page={page} />
              <Hints page={page} />
              <Section title={t('parts')}>
                <ChoiceField
                  name="by"
                  label={t('by')}
                  required
                  value={by}
                  onChange={(chosen) => setBy(chosen ?? 'source')}
                  choices={cuts.map((value) => ({ value, label: t(`by.${value}`) }))}
                />
                <PartList page={page} />
              </Section>
              {page.before && <WithBefore before={page.before} />}
              <Section title={t('take-along')}>
                <PaperButton programmeId={programmeId} />
              </Section>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

interface Shown {
  readonly page: FunnelPage;
}

function Way({ page: { totals, people } }: Shown): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  const bars = steps.flatMap((name, at) => {
    const total = totals[at];
    if (!total) return [];
    return [{ label: t(`step.${name}`), value: total.from, text: sayRange(language, total) }];
  });
  return (
    <Section title={t('way')}>
      <p className={styles.text}>{t('way.people', { people })}</p>
      <Bars label={t('way')} bars={bars} />
      <p className={styles.text}>{t('way.how')}</p>
    </Section>
  );
}

function Hints({ page }: Shown): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  return (
    <Section title={t('hints')}>
      {page.hints.length === 0 ? (
        <p className={styles.text}>{t('hints.none')}</p>
      ) : (
        <ul className={styles.list}>
          {page.hints.map((one) => (
            <li key={sayHint(language, one)} className={styles.item}>
              {sayHint(language, one)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

type Line = Before['lines'][number];

function WithBefore({ before: { name, lines } }: { readonly before: Before }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const share = (value: number | undefined): string => (value === undefined ? t('verdict.too-few') : `${value} %`);
  const columns: Column<Line>[] = [
    { key: 'step', title: t('step'), cell: (one) => t(`step.${one.step}`) },
    { key: 'now', title: t('before.now'), cell: (one) => share(one.now) },
    { key: 'then', title: t('before.then'), cell: (one) => share(one.earlier) },
    { key: 'said', title: t('before.said'), cell: (one) => t(`before.${one.verdict}`) },
  ];
  return (
    <Section title={t('before', { name })}>
      <p className={styles.text}>{t('before.lead')}</p>
      {lines.length === 0 ? (
        <p className={styles.text}>{t('before.none')}</p>
      ) : (
        <ListRows label={t('before', { name })} rows={lines} columns={columns} rowKey={(one) => one.step} />
      )}
    </Section>
  );
}
