/** A text step by step, from where the reader stopped. */
import { useState, type ReactNode } from 'react';
import { Button, ButtonLink } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { pageOfCourse } from '../../model.ts';
import { say as courseSay } from '../../words.ts';
import type { TextView } from '../model.ts';
import { useFollowing } from './following.ts';
import { InChat } from '../../components/in-chat.tsx';
import { StepView } from './step-view.tsx';

export default function Player({ view }: { readonly view: TextView }): ReactNode {
  const t = useSay(courseSay);
  const follow = useFollowing(view);
  const [place, setPlace] = useState(view.step);
  const last = view.steps.length - 1;
  const onward = useOnce(async () => {
    const next = Math.min(place + 1, last);
    await follow({ step: next, isDone: place === last });
    setPlace(next);
  });
  return (
    <StepView
      {...{ ownId: view.id, language: view.language, place, steps: view.steps, sources: view.sources }}
      foot={
        <>
          {onward.problem && <FormProblem problem={onward.problem} />}
          {place === last && view.doneAt !== undefined ? (
            <ButtonLink to={view.next ? pageOfCourse(view.next.id) : '/courses'} appearance="primary">
              {t(view.next ? 'done.go' : 'courses.title')}
            </ButtonLink>
          ) : (
            <Button appearance="primary" onClick={() => void onward.start()} disabledFocusable={onward.busy}>
              {t(place === last ? 'finish' : 'next')}
            </Button>
          )}
          {place > 0 && <Button onClick={() => setPlace(place - 1)}>{t('back')}</Button>}
          {place === last && <Button onClick={() => window.print()}>{t('page.print')}</Button>}
          <InChat courseId={view.id} />
        </>
      }
    />
  );
}
