import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Markdown } from '../../../ui/markdown.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { usePrintStyles } from '../../../ui/print.ts';
import { findCourse } from '../client.ts';
import { BoxedStep } from '../components/boxed-step.tsx';
import { Sources } from '../components/sources.tsx';
import type { Asked, CourseView } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  steps: { display: 'grid', rowGap: tokens.spacingVerticalXXL, '& > *': { minWidth: 0 } },
  asked: { maxWidth: '64ch', fontSize: tokens.fontSizeBase400, lineHeight: '1.55', marginTop: tokens.spacingVerticalM },
  ask: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'pre-line', margin: `0 0 ${tokens.spacingVerticalS}` },
  choices: {
    display: 'grid',
    rowGap: tokens.spacingVerticalM,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  choice: { breakInside: 'avoid' },
  text: { margin: 0 },
  effect: { margin: 0, color: tokens.colorNeutralForeground2 },
  right: { color: tokens.colorPaletteGreenForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** The whole course on one page, with what follows from every choice: to read at a stretch, and to print. */
export default function WholeCoursePage({ courseId }: { readonly courseId: string }): ReactNode {
  usePrintStyles();
  const styles = useStyles();
  const t = useSay(say);
  const language = useLanguage();
  const found = useQuery({ queryKey: ['course', courseId], queryFn: () => findCourse(courseId) });
  const title = found.data?.title ?? t('page.title');
  return (
    <Page
      title={title}
      lead={t('whole.lead')}
      back={{ to: `/courses/${courseId}`, label: t('whole.back') }}
      narrow
      action={
        <div data-screen>
          <Button appearance="primary" onClick={() => window.print()}>
            {t('page.print')}
          </Button>
        </div>
      }
    >
      <Loaded of={found}>
        {(course) => (
          <div lang={language} className={styles.steps}>
            <Steps course={course} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Steps({ course }: { readonly course: CourseView }): ReactNode {
  return (
    <>
      {course.steps.map(({ title, text, asked, box }, place) => (
        <Section key={`${place} ${title}`} title={title} plain>
          {text !== '' && <Markdown text={text} />}
          {asked && <Choices asked={asked} />}
          {box && <BoxedStep box={box} />}
        </Section>
      ))}
      <Sources sources={course.sources} />
    </>
  );
}

function Choices({ asked }: { readonly asked: Asked }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <div className={styles.asked}>
      <p className={styles.ask}>{asked.ask}</p>
      <ol type="A" className={styles.choices}>
        {asked.choices.map(({ text, effect, isRight }) => (
          <li key={text} className={styles.choice}>
            <p className={styles.text}>
              {text} {isRight && <span className={styles.right}>({t('whole.right')})</span>}
            </p>
            <p className={styles.effect}>{effect}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
