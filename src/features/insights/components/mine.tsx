/** What is a person's own: pairs, meetings, courses, what they said, applications. A part without anything is not shown. */
import type { ReactNode } from 'react';
import { TextLink } from '../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Person } from '../../../ui/person.tsx';
import { sayRound } from '../../checkins/rounds/words.ts';
import type { Home } from '../model.ts';
import { applyPath, pairPath } from '../rules.ts';
import { Courses, Recognition, Skills, Together } from './learning.tsx';
import { Lines, useLineStyles } from './lines.tsx';
import { PairActions } from './pair-actions.tsx';
import { TakeBack } from './take-back.tsx';
import { say } from '../words.ts';

export function Mine({ home }: { readonly home: Home }): ReactNode {
  return (
    <>
      <KeptBack of={home.keptBack} />
      <Pairs pairs={home.pairs} />
      <Meetings meetings={home.meetings} />
      <Skills skills={home.skills} />
      <Courses courses={home.courses} />
      <Together home={home} />
      <Recognition home={home} />
      <Said said={home.said} />
      <Applications applications={home.applications} />
      <Helping helping={home.helping} />
    </>
  );
}

function KeptBack({ of }: { readonly of: Home['keptBack'] }): ReactNode {
  const t = useSay(say);
  const styles = useLineStyles();
  return (
    <Lines title={t('home.kept')} lead={t('home.kept.lead')} of={of} keyOf={({ path, at }) => `${path} ${at}`}>
      {({ kind, path, at }) => (
        <>
          <TextLink to={path} className={styles.link}>
            {t(`kept.${keptKind(kind)}`)}
          </TextLink>
          <span className={styles.quiet}>
            <Moment at={at} />
          </span>
        </>
      )}
    </Lines>
  );
}

const keptKinds = [
  'recruitment',
  'surveys.ask-talk',
  'surveys',
  'checkins.hint',
  'checkins',
  'meetings.suggest',
  'meetings',
  'pairs',
  'training.invite-session',
  'training.ask-session',
  'training',
  'recognition.tell-credit',
  'recognition.event-invite',
  'recognition',
  'stories',
  'insights',
] as const;

function keptKind(kind: string): (typeof keptKinds)[number] {
  return keptKinds.find((one) => kind === one || kind.startsWith(`${one}.`)) ?? 'recruitment';
}

function Pairs({ pairs }: Pick<Home, 'pairs'>): ReactNode {
  const t = useSay(say);
  const styles = useLineStyles();
  return (
    <Lines title={t('home.pairs')} foot={t('home.pairs.change')} of={pairs} keyOf={({ id }) => id}>
      {(pair) => (
        <>
          <Person name={pair.partner.name} job={`${pair.programmeName} · ${t(`pair.${pair.state}`)}`} />
          <TextLink
            to={pairPath(pair.programmeId, pair.id)}
            className={styles.link}
            aria-label={`${t('home.pairs.open')}, ${pair.partner.name}`}
          >
            {t('home.pairs.open')}
          </TextLink>
          <PairActions pair={pair} />
        </>
      )}
    </Lines>
  );
}

function Meetings({ meetings }: Pick<Home, 'meetings'>): ReactNode {
  const t = useSay(say);
  const styles = useLineStyles();
  return (
    <Lines title={t('home.meetings')} of={meetings} keyOf={({ id }) => id}>
      {({ id, start, zone, programmeId, pairId, partner, joinUrl }) => (
        <>
          <TextLink to={pairPath(programmeId, pairId)} className={styles.link}>
            <span>
              <Moment at={start} zone={zone} /> {t('home.meetings.with', { name: partner.name })}
            </span>
          </TextLink>
          <span className={styles.doings}>
            <TextLink
              to={`${pairPath(programmeId, pairId)}/meetings/${id}/preparation`}
              className={styles.link}
              aria-label={`${t('home.meetings.prepare')}, ${partner.name}`}
            >
              {t('home.meetings.prepare')}
            </TextLink>
            {joinUrl !== undefined && (
              <TextLink to={joinUrl} className={styles.link}>
                {t('home.meetings.join')}
              </TextLink>
            )}
          </span>
        </>
      )}
    </Lines>
  );
}

function Said({ said }: Pick<Home, 'said'>): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const styles = useLineStyles();
  return (
    <Lines
      title={t('home.said')}
      lead={t('home.said.lead')}
      of={said}
      keyOf={({ pairId, round }) => `${pairId}-${round}`}
    >
      {({ programmeId, pairId, round, partner, at }) => (
        <>
          <TextLink to={`${pairPath(programmeId, pairId)}/check-ins/${round}`} className={styles.link}>
            {t('home.said.of', { round: sayRound(language, round), name: partner.name })}
          </TextLink>
          {at !== undefined && (
            <span className={styles.quiet}>
              <Moment at={at} style="day" />
            </span>
          )}
        </>
      )}
    </Lines>
  );
}

function Helping({ helping }: Pick<Home, 'helping'>): ReactNode {
  const t = useSay(say);
  const styles = useLineStyles();
  return (
    <Lines
      title={t('home.helping')}
      lead={t('home.helping.lead')}
      of={helping}
      keyOf={({ programmeId }) => programmeId}
    >
      {({ programmeId, name }) => (
        <TextLink to={`/programmes/${programmeId}/help-apply`} className={styles.link}>
          {name}
        </TextLink>
      )}
    </Lines>
  );
}

/** What one goes to the application for. */
const doingOf = { draft: 'finish', applied: 'change', waiting: 'change', withdrawn: 'again' } as const;

function Applications({ applications }: Pick<Home, 'applications'>): ReactNode {
  const t = useSay(say);
  const styles = useLineStyles();
  return (
    <Lines title={t('home.applications')} of={applications} keyOf={({ programmeId }) => programmeId}>
      {(one) => (
        <>
          <span>
            {one.programmeName} <span className={styles.quiet}>· {t(`home.applications.${one.status}`)}</span>
          </span>
          <span className={styles.doings}>
            {one.open && (
              <TextLink to={applyPath(one.programmeId)} className={styles.link}>
                {t(`home.applications.${doingOf[one.status]}`)}
              </TextLink>
            )}
            {one.mayTakeBack && <TakeBack application={one} />}
          </span>
        </>
      )}
    </Lines>
  );
}
