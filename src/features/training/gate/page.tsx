/** For coordinators: who has done the courses before the match, whether they are asked for, and exceptions. */
import { makeStyles } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { Button, ButtonLink, TextLink } from '../../../ui/button.tsx';
import { Confirm } from '../../../ui/confirm.tsx';
import { Figure, Figures } from '../../../ui/figure.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded, Waiting } from '../../../ui/loaded.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { sessionsPath } from '../sessions/model.ts';
import { say as sayOfSessions } from '../sessions/words.ts';
import { findTraining, switchGate } from './client.ts';
import type { TrainingPage } from './model.ts';
import { say } from './words.ts';

const Path = lazy(async () => ({ default: (await import('./components/path.tsx')).Path }));
const SkillResults = lazy(async () => ({ default: (await import('../skills/components/results.tsx')).SkillResults }));
const People = lazy(async () => ({ default: (await import('./components/people.tsx')).People }));

export default function TrainingPageView({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const ofSessions = useSay(sayOfSessions);
  const found = useQuery({ queryKey: ['training', programmeId], queryFn: () => findTraining(programmeId) });
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: `/programmes/${programmeId}`, label: t('back') }}>
      <ProgrammeTabs programmeId={programmeId} />
      <Loaded of={found}>
        {(page) => (
          <>
            <Section title={t('figures')}>
              <Figures>
                <Figure value={page.figures.invited} label={t('applied')} />
                <Figure value={page.figures.done} label={t('done')} />
                <Figure value={page.figures.excepted} label={t('excepted')} />
                {page.isOn && <Figure value={page.figures.leftOut} label={t('leftOut')} />}
              </Figures>
            </Section>
            <Gate programmeId={programmeId} page={page} />
            <Suspense fallback={<Waiting lines={6} />}>
              <People programmeId={programmeId} isOn={page.isOn} />
            </Suspense>
            <Suspense fallback={<Waiting lines={6} />}>
              <Path programmeId={programmeId} page={page} />
            </Suspense>
            <Suspense fallback={<Waiting />}>
              <SkillResults programmeId={programmeId} />
            </Suspense>
            <Section title={ofSessions('list.title')} lead={ofSessions('list.lead')}>
              <ButtonLink to={sessionsPath(programmeId)}>{ofSessions('list.open')}</ButtonLink>
            </Section>
            <Together programmeId={programmeId} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Gate({ programmeId, page }: { readonly programmeId: string; readonly page: TrainingPage }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const turn = page.isOn ? 'turnOff' : 'turnOn';
  const doIt = async (): Promise<void> => {
    const next = await switchGate(programmeId, !page.isOn);
    queries.setQueryData(['training', programmeId], next);
    await queries.invalidateQueries({ queryKey: ['trainees', programmeId] });
    tell(t(next.isOn ? 'gate.turned.on' : 'gate.turned.off'));
  };
  return (
    <Section title={t('gate')}>
      <p>{t(page.isOn ? 'gate.on' : 'gate.off')}</p>
      <p>{t('gate.how')}</p>
      <Confirm
        title={t(`gate.${turn}.title`)}
        text={turn === 'turnOn' ? t('gate.turnOn.text', { count: page.figures.leftOut }) : t('gate.turnOff.text')}
        confirm={t(`gate.${turn}`)}
        trigger={<Button>{t(`gate.${turn}`)}</Button>}
        onConfirm={doIt}
      />
    </Section>
  );
}

const useStyles = makeStyles({
  list: { margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', overflowWrap: 'anywhere' },
});

function Together({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Section title={t('together')}>
      <ul className={styles.list}>
        {(['circle', 'resources'] as const).map((one) => (
          <li key={one} className={styles.item}>
            <TextLink to={`/programmes/${programmeId}/${one}`} className={styles.link}>
              {t(`together.${one}`)}
            </TextLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
