import { useQuery, useQueryClient } from '@tanstack/react-query';
import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { FormProblem, useOnce } from '../../ui/form.tsx';
import { useSay } from '../../ui/language.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { findCourse, saveProgress } from './client.ts';
import { AskedStep } from './components/asked-step.tsx';
import { BoxedStep } from './components/boxed-step.tsx';
import { InChat } from './components/in-chat.tsx';
import { Sources } from './components/sources.tsx';
import { pageOfCourse, type CourseView } from './model.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalXL },
  heading: { outlineStyle: 'none', marginTop: tokens.spacingVerticalL, lineHeight: tokens.lineHeightBase500 },
  /** Clear of the bar at the top when the focus scrolls to it. */
  done: { outlineStyle: 'none', scrollMarginTop: '64px' },
  position: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The player: one step at a time, from where the person stopped, in the tab or in chat; a link may name a step (`?step=3`). */
export default function CoursePage({ courseId }: { readonly courseId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['course', courseId], queryFn: () => findCourse(courseId) });
  const lead = found.data && t('lead', { minutes: found.data.minutes });
  return (
    <Page
      title={found.data?.title ?? t('page.title')}
      lead={lead}
      back={{ to: '/courses', label: t('page.courses') }}
      narrow
    >
      <Loaded of={found}>{(course) => <Player key={course.id} course={course} />}</Loaded>
    </Page>
  );
}

function Player({ course }: { readonly course: CourseView }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const queries = useQueryClient();
  const [search] = useSearchParams();
  const wanted = Number(search.get('step'));
  const isDone = course.doneAt !== undefined;
  const [place, setPlace] = useState(course.steps[wanted - 1] ? wanted - 1 : isDone ? 0 : course.step);
  const heading = useFocusOnChange<HTMLHeadingElement>(place);
  const done = useFocusOnChange<HTMLDivElement>(isDone);
  const last = course.steps.length - 1;
  const save = async (step: number, ends: boolean): Promise<void> => {
    queries.setQueryData(['course', course.id], await saveProgress(course.id, step, ends));
    await queries.invalidateQueries({ queryKey: ['my-courses'] });
    await queries.invalidateQueries({ queryKey: ['home'] });
    if (!ends) setPlace(step);
  };
  const onward = useOnce(() => save(Math.min(place + 1, last), place === last));
  const step = course.steps[place];
  const position = t('position', { step: place + 1, steps: course.steps.length });
  if (!step) return undefined;
  return (
    <>
      {isDone && (
        <div ref={done} tabIndex={-1} className={styles.done}>
          <Notice intent="success" title={t('done.title')}>
            {t('done.text', { title: course.title })}{' '}
            {course.next &&
              t('done.next', { title: course.next.title, minutes: course.next.minutes }).replaceAll('**', '')}
          </Notice>
        </div>
      )}
      <Section>
        <ProgressBar value={(place + 1) / course.steps.length} aria-label={position} />
        <h2 ref={heading} tabIndex={-1} className={styles.heading}>
          {step.title}
        </h2>
        <p className={styles.position}>{position}</p>
        <Markdown text={step.text} />
        {step.box && <BoxedStep box={step.box} />}
        {step.asked && <AskedStep key={place} asked={step.asked} />}
        {onward.problem && <FormProblem problem={onward.problem} />}
        <div className={styles.foot}>
          {place === last && isDone ? (
            <ButtonLink to={course.next ? pageOfCourse(course.next.id) : '/courses'} appearance="primary">
              {t(course.next ? 'done.go' : 'page.courses')}
            </ButtonLink>
          ) : (
            <Button appearance="primary" onClick={() => void onward.start()} disabledFocusable={onward.busy}>
              {t(place === last ? 'finish' : 'next')}
            </Button>
          )}
          {place > 0 && <Button onClick={() => setPlace(place - 1)}>{t('back')}</Button>}
          {!isDone && <InChat courseId={course.id} />}
          {isDone && place < last && (
            <Button appearance="subtle" onClick={() => setPlace(last)}>
              {t('box.take-away')}
            </Button>
          )}
          <ButtonLink to={`/courses/${course.id}/whole`} appearance="subtle">
            {t('page.whole')}
          </ButtonLink>
        </div>
      </Section>
      {place === last && <Sources sources={course.sources} />}
    </>
  );
}

/** Takes the focus to what is new (a step, the end), so that a screen reader goes on there; not when the page opens. */
function useFocusOnChange<Place extends HTMLElement>(value: number | boolean) {
  const place = useRef<Place>(null);
  const shown = useRef(value);
  useEffect(() => {
    if (shown.current !== value) place.current?.focus();
    shown.current = value;
  }, [value]);
  return place;
}
