/** What is a person's own: pairs, meetings, courses, what they said, applications. A part without anything is not shown. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { TextLink } from '../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Section } from '../../../ui/page.tsx';
import { Person } from '../../../ui/person.tsx';
import { sayRound } from '../../checkins/rounds/words.ts';
import type { Home } from '../model.ts';
import { applyPath, pairPath, skillsPath } from '../rules.ts';
import { PairActions } from './pair-actions.tsx';
import { TakeBack } from './take-back.tsx';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `0 ${tokens.spacingHorizontalL}`,
    minHeight: '44px',
    listStyleType: 'none',
  },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', overflowWrap: 'anywhere' },
  doings: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalL },
  quiet: { color: tokens.colorNeutralForeground2 },
  foot: { color: tokens.colorNeutralForeground2, marginBottom: 0 },
});

export function Mine({ home }: { readonly home: Home }): ReactNode {
  return (
    <>
      <KeptBack of={home.keptBack} />
      <Pairs pairs={home.pairs} />
      <Meetings meetings={home.meetings} />
      <Skills skills={home.skills} />
      <Courses courses={home.courses} />
      <Recognition home={home} />
      <Said said={home.said} />
      <Applications applications={home.applications} />
      <Helping helping={home.helping} />
    </>
  );
}

function KeptBack({ of }: { readonly of: Home['keptBack'] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
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
  'checkins',
  'training',
  'recognition',
  'stories',
  'insights',
] as const;

function keptKind(kind: string): (typeof keptKinds)[number] {
  return keptKinds.find((one) => kind === one || kind.startsWith(`${one}.`)) ?? 'recruitment';
}

interface LinesProps<T> {
  readonly title: string;
  readonly lead?: string;
  readonly foot?: ReactNode;
  readonly of: readonly T[];
  keyOf(this: void, one: T): string;
  children(this: void, one: T): ReactNode;
}

function Lines<T>({ title, lead, foot, of, keyOf, children }: LinesProps<T>): ReactNode {
  const styles = useStyles();
  if (of.length === 0) return null;
  return (
    <Section title={title} lead={lead}>
      <ul className={styles.list}>
        {of.map((one) => (
          <li key={keyOf(one)} className={styles.item}>
            {children(one)}
          </li>
        ))}
      </ul>
      {foot !== undefined && <p className={styles.foot}>{foot}</p>}
    </Section>
  );
}

function Pairs({ pairs }: Pick<Home, 'pairs'>): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
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
  const styles = useStyles();
  return (
    <Lines title={t('home.meetings')} of={meetings} keyOf={({ id }) => id}>
      {({ start, programmeId, pairId, partner, joinUrl }) => (
        <>
          <TextLink to={pairPath(programmeId, pairId)} className={styles.link}>
            <span>
              <Moment at={start} /> {t('home.meetings.with', { name: partner.name })}
            </span>
          </TextLink>
          {joinUrl !== undefined && (
            <TextLink to={joinUrl} className={styles.link}>
              {t('home.meetings.join')}
            </TextLink>
          )}
        </>
      )}
    </Lines>
  );
}

function Courses({ courses }: Pick<Home, 'courses'>): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Lines
      title={t('home.courses')}
      foot={
        <TextLink to="/courses" className={styles.link}>
          {t('home.courses.all')}
        </TextLink>
      }
      of={courses}
      keyOf={({ id }) => id}
    >
      {({ id, title, step, steps, doneAt }) => (
        <>
          <TextLink to={`/courses/${id}`} className={styles.link}>
            {title}
          </TextLink>
          <span className={styles.quiet}>
            {doneAt === undefined ? t('home.courses.step', { step: step + 1, steps }) : t('home.courses.done')}
          </span>
        </>
      )}
    </Lines>
  );
}

/** For whoever has begun something: what follows from it is asked for on its page alone. */
function Recognition({ home: { pairs, courses } }: { readonly home: Home }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const hasBegun =
    pairs.some(({ activeAt }) => activeAt !== undefined) || courses.some(({ doneAt }) => doneAt !== undefined);
  if (!hasBegun) return null;
  return (
    <Section title={t('home.recognition')}>
      <TextLink to="/me/recognition" className={styles.link}>
        {t('home.recognition.open')}
      </TextLink>
    </Section>
  );
}

function Skills({ skills }: Pick<Home, 'skills'>): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Lines
      title={t('home.skills')}
      lead={t('home.skills.lead')}
      of={skills}
      keyOf={({ programmeId, side }) => `${programmeId}-${side}`}
    >
      {(one) => (
        <>
          <TextLink to={skillsPath(one)} className={styles.link}>
            {t(`home.skills.${one.side}`, { programme: one.programmeName })}
          </TextLink>
          <span className={styles.quiet}>{t(`home.skills.${one.due ?? 'said'}`)}</span>
        </>
      )}
    </Lines>
  );
}

function Said({ said }: Pick<Home, 'said'>): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const styles = useStyles();
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
  const styles = useStyles();
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
  const styles = useStyles();
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
