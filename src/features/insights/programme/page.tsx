/** The first page of a programme for its coordinators: what is next, the seven steps, what waits, the path, what did not arrive. */
import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Bars } from '../../../ui/bars.tsx';
import { ButtonLink, TextLink } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Steps } from '../../../ui/steps.tsx';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { findOverview } from '../client.ts';
import { Lost } from './components/lost.tsx';
import { StageSection } from './components/stage.tsx';
import { Waits } from '../components/waits.tsx';
import { say } from './words.ts';
import type { Overview, StepName } from './model.ts';
import { pathOfAction, pathOfStep } from './rules.ts';

const useStyles = makeStyles({
  text: { color: tokens.colorNeutralForeground2, margin: `0 0 ${tokens.spacingVerticalL}` },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
    gap: `${tokens.spacingVerticalXL} 48px`,
  },
  h3: { margin: `0 0 ${tokens.spacingVerticalM}` },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
});

export default function ProgrammePage({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const write = useMoment();
  const found = useQuery({ queryKey: ['overview', programmeId], queryFn: () => findOverview(programmeId) });
  const programme = found.data?.programme;
  const day = (date: string): string => write(Date.parse(date), 'day');
  const dates = programme && t('programme.dates', { from: day(programme.startsOn), to: day(programme.endsOn) });
  return (
    <Page
      title={programme?.name ?? t('programme.title')}
      lead={dates}
      back={{ to: '/programmes', label: t('programme.back') }}
    >
      <ProgrammeTabs programmeId={programmeId} />
      <Loaded of={found}>
        {(one) => (
          <>
            <NextAction one={one} />
            <Waiting one={one} />
            <Map one={one} />
            <PathBars one={one} />
            <StageSection one={one} />
            <Lost one={one} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function NextAction({ one }: { readonly one: Overview }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Section title={t(`act.${one.next}`, { count: one.words })}>
      <p className={styles.text}>{t(`act.${one.next}.text`)}</p>
      <ButtonLink to={pathOfAction(one)} appearance="primary">
        {t(`act.${one.next}.do`)}
      </ButtonLink>
    </Section>
  );
}

function Map({ one }: { readonly one: Overview }): ReactNode {
  const t = useSay(say);
  const line = (name: StepName): string => {
    switch (name) {
      case 'support':
        return t(`line.support.${one.support}`);
      case 'recruitment':
        return t('line.recruitment', { mentees: one.recruitment.mentees, mentors: one.recruitment.mentors });
      case 'matching':
        return t(`line.matching.${one.matching.proposal}`, {
          active: one.matching.active,
          waiting: one.matching.waitingAnswers,
        });
      case 'training':
        return t('line.training', { done: one.training.done, invited: one.training.invited });
      case 'checkins':
        return t(`line.checkins.${one.checkIns?.answered ?? 'none'}`);
      case 'thanks':
        return t('line.thanks', { count: one.thanks });
      case 'stories':
        return t('line.stories', { count: one.stories.published });
      default:
        return name satisfies never;
    }
  };
  const steps = one.steps.map(({ name, state }) => {
    return { key: name, title: t(`step.${name}`), line: line(name), state, to: pathOfStep(name, one) };
  });
  return (
    <Section title={t('programme.map')}>
      <Steps label={t('programme.map')} steps={steps} />
    </Section>
  );
}

function Waiting({ one }: { readonly one: Overview }): ReactNode {
  const t = useSay(say);
  if (one.waiting.length === 0) return null;
  return (
    <Section title={t('waits.title')}>
      <Waits one={one} />
    </Section>
  );
}

function PathBars({ one }: { readonly one: Overview }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { recruitment, training, matching, meetings } = one;
  const people = [
    { label: t('path.invited'), value: recruitment.invited },
    { label: t('path.applied'), value: training.invited },
    { label: t('path.trained'), value: training.done },
  ];
  const pairs = [
    { label: t('path.matched'), value: matching.matched },
    { label: t('path.active'), value: matching.active },
    { label: t('path.planned'), value: meetings.planned },
    { label: t('path.met'), value: meetings.met },
  ];
  return (
    <Section title={t('path.title')} lead={t('path.lead')}>
      <div className={styles.columns}>
        <div>
          <h3 className={styles.h3}>{t('path.people')}</h3>
          <Bars label={t('path.people')} bars={people} />
        </div>
        <div>
          <h3 className={styles.h3}>{t('path.pairs')}</h3>
          <Bars label={t('path.pairs')} bars={pairs} />
          <TextLink to={`/programmes/${one.programme.id}/pairs`} className={styles.link}>
            {t('line.all-pairs')}
          </TextLink>
        </div>
      </div>
    </Section>
  );
}
