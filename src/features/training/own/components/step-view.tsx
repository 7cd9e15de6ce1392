/** One step of an own course as people see it: in the player, in the preview, and in an earlier version. */
import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Language } from '../../../../platform/words.ts';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import { AskedStep } from '../../components/asked-step.tsx';
import { BoxedStep } from '../../components/boxed-step.tsx';
import type { Step } from '../../format/model.ts';
import { say as courseSay } from '../../words.ts';
import { CourseText } from './course-text.tsx';

const useStyles = makeStyles({
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalXL },
  heading: { outlineStyle: 'none', marginTop: tokens.spacingVerticalL, overflowWrap: 'anywhere' },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface StepViewProps {
  readonly ownId: string;
  readonly steps: readonly Step[];
  readonly sources: readonly string[];
  /** Of the text, for voices that read it out. */
  readonly language: Language;
  readonly place: number;
  /** Of its title: 2 is a section of its own, deeper ones lie within one. */
  readonly level?: 2 | 3 | 4;
  /** Buttons, and what went wrong. */
  readonly foot: ReactNode;
}

export function StepView({ ownId, steps, sources, language, place, level = 2, foot }: StepViewProps): ReactNode {
  const styles = useStyles();
  const t = useSay(courseSay);
  const heading = useFocusOnChange(place);
  const step = steps[place];
  const position = t('position', { step: place + 1, steps: steps.length });
  const Heading = `h${level}` as const;
  if (!step) return undefined;
  const shown = (
    <>
      <ProgressBar value={(place + 1) / steps.length} aria-label={position} />
      <div lang={language}>
        <Heading ref={heading} tabIndex={-1} className={styles.heading}>
          {step.title}
        </Heading>
        <p className={styles.small}>{position}</p>
        <CourseText ownId={ownId} text={step.text} />
        {step.box && <BoxedStep box={step.box} />}
        {step.asked && <AskedStep key={place} asked={step.asked} />}
      </div>
      <div className={styles.foot}>{foot}</div>
      {place === steps.length - 1 && (
        <div className={styles.small} lang={language}>
          <p>{t('sources')}</p>
          <ul>
            {sources.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
  return level === 2 ? <Section>{shown}</Section> : shown;
}

/** Takes the focus to the heading of a new step, so that a screen reader goes on there; not at the first one. */
function useFocusOnChange(place: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(place);
  useEffect(() => {
    if (shown.current !== place) heading.current?.focus();
    shown.current = place;
  }, [place]);
  return heading;
}
