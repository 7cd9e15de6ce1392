/** For coordinators: how the programme goes, on one page, in figures of many and in plain words. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Bars } from '../../../ui/bars.tsx';
import { ButtonLink } from '../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { say as sayCheckIn } from '../../checkins/words.ts';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { findQuality } from './client.ts';
import { Cohorts } from './components/cohorts.tsx';
import { CostSection } from './components/cost.tsx';
import { WaitingSection } from './components/waiting.tsx';
import type { QualityPage } from './model.ts';
import { middleOf, sayNumber, sayShare } from './telling/saying/rules.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  text: { margin: `0 0 ${tokens.spacingVerticalL}`, color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
});

export default function QualityPageView({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['quality', programmeId], queryFn: () => findQuality(programmeId) });
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: `/programmes/${programmeId}`, label: t('back') }}>
      <ProgrammeTabs programmeId={programmeId} />
      <Loaded of={found}>
        {(page) => (
          <>
            <Pairs page={page} />
            <Said page={page} />
            <OwnGoals page={page} />
            <Goals page={page} />
            <Section title={t('skills')} lead={t('skills.lead')}>
              <ButtonLink to={`/programmes/${programmeId}/training`}>{t('skills.open')}</ButtonLink>
            </Section>
            <Cohorts page={page} />
            <WaitingSection waiting={page.waiting} />
            <CostSection page={page} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

export interface Shown {
  readonly page: QualityPage;
}

function Pairs({ page: { pairs, lines, hours, at, isOver } }: Shown): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const styles = useStyles();
  const write = useMoment();
  if (pairs.kind !== 'exact')
    return pairs.kind === 'under-5' ? (
      <Empty title={t('empty')} text={t('empty.text')} />
    ) : (
      <Section title={t('pairs')}>
        <p className={styles.text}>{t('pairs.few')}</p>
      </Section>
    );
  const bars = lines.map(({ key, told }) => ({
    label: t(key === 'dated' && isOver ? 'line.dated.over' : `line.${key}`),
    value: told ? middleOf(told) : 0,
    text: told ? sayShare(language, told) : t('too-few'),
  }));
  return (
    <Section title={t('pairs')} lead={t('pairs.lead', { count: pairs.people })}>
      <Bars label={t('pairs')} bars={bars} full={100} />
      {hours?.value !== undefined && <p>{t('hours.value', { hours: Math.round(hours.value * 10) / 10 })}</p>}
      <p className={styles.text}>{t('counted', { moment: write(at) })}</p>
    </Section>
  );
}

function Said({ page: { said } }: Shown): ReactNode {
  const t = useSay(say);
  const item = useSay(sayCheckIn);
  const language = useLanguage();
  const styles = useStyles();
  const number = (one: number): string => sayNumber(language, one);
  const bars = (said?.lines ?? []).map(({ item: id, mean, interval }) => {
    const text =
      mean === undefined
        ? t('too-few')
        : interval
          ? t('said.value', { mean: number(mean), from: number(interval.from), to: number(interval.to) })
          : t('said.bare', { mean: number(mean) });
    return { label: item(`item.${id}`), value: mean ?? 0, text };
  });
  return (
    <Section title={t('said')} {...(said ? { lead: t('said.lead') } : {})}>
      {said ? <Bars label={t('said')} bars={bars} full={5} /> : <p className={styles.text}>{t('said.none')}</p>}
    </Section>
  );
}

const words = ['reached', 'partly', 'not'] as const;

function OwnGoals({ page: { ownGoals } }: Shown): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  if (!ownGoals) return undefined;
  const bars = words.flatMap((word) => {
    const share = ownGoals[word];
    return share === undefined ? [] : [{ label: t(`own.${word}`), value: share, text: t('own.share', { share }) }];
  });
  return (
    <Section title={t('own')} lead={t('own.lead')}>
      {bars.length > 0 ? (
        <Bars label={t('own')} bars={bars} full={100} />
      ) : (
        <p className={styles.text}>{t('own.none')}</p>
      )}
    </Section>
  );
}

function Goals({ page: { goals, programme } }: Shown): ReactNode {
  const t = useSay(say);
  return (
    <Section title={t('goals')} lead={t('goals.line', goals)}>
      <ButtonLink to={`/programmes/${programme.id}/goals`}>{t('goals.open')}</ButtonLink>
    </Section>
  );
}
