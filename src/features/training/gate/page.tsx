/** For coordinators: who has done the courses before the match, whether they are asked for, and exceptions. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
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
            <Courses courses={page.courses} />
            <Section title={ofSessions('list.title')} lead={ofSessions('list.lead')}>
              <ButtonLink to={sessionsPath(programmeId)}>{ofSessions('list.open')}</ButtonLink>
            </Section>
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
  h3: { margin: `${tokens.spacingVerticalL} 0 0` },
  list: { margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', overflowWrap: 'anywhere' },
});

function Courses({ courses }: Pick<TrainingPage, 'courses'>): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Section title={t('path')} lead={t('path.lead')}>
      {(['mentee', 'mentor'] as const).map((role) => (
        <div key={role}>
          <h3 className={styles.h3}>{t(`path.${role}`)}</h3>
          <ul className={styles.list}>
            {courses
              .filter(({ side }) => side === role)
              .map(({ id, title, minutes }) => (
                <li key={id} className={styles.item}>
                  <TextLink to={`/courses/${id}/whole`} className={styles.link}>
                    {t('path.course', { title, minutes })}
                  </TextLink>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
