/** A goal and what came of it, in plain words. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import type { GoalAnswer } from '../model.ts';
import { sayAnswer } from '../telling/rules.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflowWrap: 'anywhere',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  verdict: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  why: { margin: 0, color: tokens.colorNeutralForeground2 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 200px), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0 },
});

export interface AnswerCardProps {
  readonly one: GoalAnswer;
  /** For whoever took part: shares that were counted are rounded. */
  readonly isAbout?: boolean;
  /** `h2` where no section stands above it. */
  readonly heading?: 'h2' | 'h3';
  readonly children?: ReactNode;
}

export function AnswerCard({ one, isAbout = false, heading: Heading = 'h3', children }: AnswerCardProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const said = sayAnswer(useLanguage(), one);
  const figure = said.figure ?? t('no-figure');
  const facts = [
    [t('wanted'), said.target],
    [t('figure'), isAbout && said.figure ? t('outcome.about', { figure }) : figure],
    ...(said.baseline === undefined ? [] : [[t('before'), said.baseline]]),
    ...(said.of === undefined || said.figure === undefined ? [] : [[t('of'), said.of]]),
    [t('measured'), said.measure],
  ];
  return (
    <article className={styles.card}>
      <Heading className={styles.title} dir="auto">
        {said.goal}
      </Heading>
      <p className={styles.verdict}>{said.verdict}</p>
      <p className={styles.why} dir="auto">
        {said.why}
      </p>
      {said.warning !== undefined && <Notice intent="warning">{said.warning}</Notice>}
      <dl className={styles.facts}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value} dir="auto">
              {value}
            </dd>
          </div>
        ))}
      </dl>
      {children}
    </article>
  );
}
