/** For coordinators: every goal of the programme with its answer, and figures to enter where only they know them. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { findGoals } from './client.ts';
import { AnswerCard } from './components/answer-card.tsx';
import { EnterFigure } from './components/enter-figure.tsx';
import type { GoalsPage } from './model.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  text: { margin: `0 0 ${tokens.spacingVerticalL}`, color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
  links: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

export default function GoalsPageView({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['goals', programmeId], queryFn: () => findGoals(programmeId) });
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: `/programmes/${programmeId}`, label: t('back') }}>
      <ProgrammeTabs programmeId={programmeId} />
      <Loaded of={found}>
        {(page) => (page.answers.length === 0 ? <NoGoals programmeId={programmeId} /> : <Goals page={page} />)}
      </Loaded>
    </Page>
  );
}

function NoGoals({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const settings = <ButtonLink to={`/programmes/${programmeId}/settings`}>{t('settings')}</ButtonLink>;
  return <Empty title={t('none')} text={t('none.text')} action={settings} />;
}

function Goals({ page: { programme, today, answers } }: { readonly page: GoalsPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const base = `/programmes/${programme.id}`;
  return (
    <>
      <Section title={programme.name}>
        {!programme.isOver && <p className={styles.text}>{t('running')}</p>}
        <div className={styles.list}>
          {answers.map((one) => (
            <AnswerCard key={one.goalId} one={one}>
              {one.measure === 'by-hand' && <EnterFigure programmeId={programme.id} one={one} today={today} />}
            </AnswerCard>
          ))}
        </div>
      </Section>
      <Section title={t('how')}>
        <p className={styles.text}>{t('how.text')}</p>
        <div className={styles.links}>
          <ButtonLink to={`${base}/quality`}>{t('quality')}</ButtonLink>
          <ButtonLink to={`${base}/settings`} appearance="subtle">
            {t('change')}
          </ButtonLink>
        </div>
      </Section>
    </>
  );
}
