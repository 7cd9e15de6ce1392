/** What one learns from, and what comes of it: courses, the look at what one can do, circles, resources, badges. */
import type { ReactNode } from 'react';
import { TextLink } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import type { Home } from '../model.ts';
import { skillsPath } from '../rules.ts';
import { say } from '../words.ts';
import { Lines, useLineStyles } from './lines.tsx';

export function Courses({ courses }: Pick<Home, 'courses'>): ReactNode {
  const t = useSay(say);
  const styles = useLineStyles();
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
            {doneAt !== undefined && t('home.courses.done')}
            {doneAt === undefined &&
              (step === 0 ? t('home.courses.new') : t('home.courses.step', { step: step + 1, steps }))}
          </span>
        </>
      )}
    </Lines>
  );
}

export function Skills({ skills }: Pick<Home, 'skills'>): ReactNode {
  const t = useSay(say);
  const styles = useLineStyles();
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

export function Together({ home: { circles, resources } }: { readonly home: Home }): ReactNode {
  const t = useSay(say);
  const styles = useLineStyles();
  const lines = [
    ...circles.map((one) => ({ ...one, to: 'circle' as const })),
    ...resources.map((one) => ({ ...one, to: 'resources' as const })),
  ];
  return (
    <Lines title={t('home.together')} of={lines} keyOf={({ to, programmeId }) => `${to}-${programmeId}`}>
      {(one) => (
        <>
          <TextLink to={`/programmes/${one.programmeId}/${one.to}`} className={styles.link}>
            {t(`home.together.${one.to}`, { programme: one.programmeName })}
          </TextLink>
          {one.to === 'circle' && (
            <span className={styles.quiet}>
              {one.joined ? t('home.together.recent', { count: one.recent }) : t('home.together.join')}
            </span>
          )}
        </>
      )}
    </Lines>
  );
}

/** For whoever has begun something: what follows from it is asked for on its page alone. */
export function Recognition({ home: { pairs, courses } }: { readonly home: Home }): ReactNode {
  const t = useSay(say);
  const styles = useLineStyles();
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
