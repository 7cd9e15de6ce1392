import { useQuery } from '@tanstack/react-query';
import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { lazy, Suspense, type ReactNode } from 'react';
import { Button, ButtonLink, TextLink } from '../../../ui/button.tsx';
import { useDownload } from '../../../ui/download.ts';
import { FormProblem } from '../../../ui/form.tsx';
import { useLanguageNames, useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { fetchCertificate, findMyCourses } from '../client.ts';
import { pageOfCourse, type CourseLine, type CoursesPage } from '../model.ts';
import { SkillsOffer } from '../skills/components/offer.tsx';
import { say } from '../words.ts';

const Upcoming = lazy(() => import('../sessions/components/upcoming.tsx'));
const OwnCourses = lazy(() => import('../own/components/own-courses.tsx'));

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', overflowWrap: 'anywhere' },
  facts: { color: tokens.colorNeutralForeground2, margin: 0 },
  seen: { color: tokens.colorNeutralForeground2, margin: `${tokens.spacingVerticalXL} 0 0` },
  bar: { marginBottom: tokens.spacingVerticalL },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalXL },
});

/** "My courses": the path with what is done, courses for later with when they help, and everything else one can read. */
export default function MyCoursesPage(): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['my-courses'], queryFn: findMyCourses });
  return (
    <Page title={t('courses.title')} lead={t('courses.lead')} back={{ to: '/', label: t('page.home') }} narrow>
      <Loaded of={found}>{(page) => <Courses page={page} />}</Loaded>
    </Page>
  );
}

function Courses({ page }: { readonly page: CoursesPage }): ReactNode {
  const t = useSay(say);
  const { path, later, others } = page;
  return (
    <>
      <Gates page={page} />
      {path.length > 0 && <Path path={path} />}
      <Suspense>
        <Upcoming />
      </Suspense>
      <SkillsOffer />
      <Suspense>
        <OwnCourses but={path} />
      </Suspense>
      {page.certificates.length > 0 && <Certificates page={page} />}
      {later.length > 0 && (
        <Section title={t('courses.later')} lead={t('courses.later.lead')}>
          <Lines courses={later} hasMoments />
        </Section>
      )}
      {others.length > 0 && (
        <Section
          title={t(path.length > 0 ? 'courses.others' : 'courses.title')}
          lead={t(path.length > 0 ? 'courses.others.lead' : 'courses.all.lead')}
        >
          <Lines courses={others} />
        </Section>
      )}
    </>
  );
}

function Gates({ page: { gates } }: { readonly page: CoursesPage }): ReactNode {
  const t = useSay(say);
  return gates.map(({ programmeName: programme, missing, exception }) => (
    <Notice key={programme}>
      {exception === undefined
        ? t('courses.gate', { programme, missing })
        : t('courses.exception', { programme, why: exception })}
    </Notice>
  ));
}

function Path({ path }: { readonly path: readonly CourseLine[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const done = path.filter(({ doneAt }) => doneAt !== undefined).length;
  const minutes = path.reduce((sum, one) => sum + one.minutes, 0);
  const counts = { done, count: path.length, minutes };
  const next = path.find(({ doneAt }) => doneAt === undefined);
  return (
    <Section title={t('courses.path')} lead={t('courses.path.lead', counts)}>
      <ProgressBar className={styles.bar} value={done / path.length} aria-label={t('courses.path.bar', counts)} />
      <Lines courses={path} />
      {next && (
        <div className={styles.foot}>
          <ButtonLink to={pageOfCourse(next.id)} appearance="primary">
            {t(next.step > 0 ? 'courses.goOn' : 'courses.start', { title: next.title })}
          </ButtonLink>
        </div>
      )}
      <p className={styles.seen}>{t('courses.seen')}</p>
    </Section>
  );
}

const momentIds = ['first-meeting', 'when-it-does-not-work', 'cultural-competence', 'feedback'] as const;

function Lines({
  courses,
  hasMoments = false,
}: {
  readonly courses: readonly CourseLine[];
  readonly hasMoments?: boolean;
}): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const names = useLanguageNames();
  const nameOf = ({ language }: CourseLine): string => (language === undefined ? '' : names(language));
  return (
    <ul className={styles.list}>
      {courses.map((one) => {
        const moment = hasMoments ? momentIds.find((id) => id === one.id) : undefined;
        return (
          <li key={one.id} className={styles.item}>
            <TextLink to={pageOfCourse(one.id)} className={styles.link} lang={one.language}>
              {one.title}
            </TextLink>
            {moment && <p className={styles.facts}>{t(`helps.${moment}`)}</p>}
            <p className={styles.facts}>
              {[t('courses.minutes', { minutes: one.minutes }), nameOf(one), stateOf(t, one)]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function stateOf(t: ReturnType<typeof useSay<Parameters<typeof say>[1]>>, { doneAt, step, steps }: CourseLine): string {
  if (doneAt !== undefined) return t('courses.state.done');
  return step > 0 ? t('courses.state.begun', { step: step + 1, steps }) : '';
}

function Certificates({ page: { certificates } }: { readonly page: CoursesPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Section title={t('courses.certificate')} lead={t('courses.certificate.lead')}>
      <ul className={styles.list}>
        {certificates.map((one) => (
          <li key={one.programmeId} className={styles.item}>
            <Certificate one={one} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Certificate({ one }: { readonly one: CoursesPage['certificates'][number] }): ReactNode {
  const t = useSay(say);
  const { start, busy, problem } = useDownload(() => fetchCertificate(one.programmeId));
  return (
    <>
      {problem && <FormProblem problem={problem} />}
      <Button disabledFocusable={busy} onClick={() => void start()}>
        {t('courses.certificate.get', { programme: one.programmeName })}
      </Button>
    </>
  );
}
