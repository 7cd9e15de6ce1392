/** A course to look through, with everything that people can press in it, and nothing that is kept. */
import { useState, type ReactNode } from 'react';
import type { Language } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import type { CourseText } from '../../format/model.ts';
import { say as courseSay } from '../../words.ts';
import { StepView } from './step-view.tsx';

export interface PreviewProps {
  readonly ownId: string;
  readonly course: CourseText;
  readonly language: Language;
  /** Its titles stand below an h3. */
  readonly isDeep?: boolean;
}

export function Preview({ ownId, course, language, isDeep = false }: PreviewProps): ReactNode {
  const t = useSay(courseSay);
  const [wanted, setPlace] = useState(0);
  const last = course.steps.length - 1;
  // A step that was taken out while one looks at it.
  const place = Math.min(wanted, last);
  return (
    <StepView
      {...{ ownId, language, place, steps: course.steps, sources: course.sources }}
      level={isDeep ? 4 : 3}
      foot={
        <>
          {place > 0 && <Button onClick={() => setPlace(place - 1)}>{t('back')}</Button>}
          {place < last && <Button onClick={() => setPlace(place + 1)}>{t('next')}</Button>}
        </>
      }
    />
  );
}
