/** What each juror says, by criterion and in words: people are beside each other, and nothing is added up. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import type { ToldJudgement } from '../judging/model.ts';
import type { ShownCriterion } from '../model.ts';
import { say } from '../words.ts';
import { useCriterion } from './criterion.ts';

const useStyles = makeStyles({
  one: { margin: `0 0 ${tokens.spacingVerticalM}`, '& h4': { margin: `0 0 ${tokens.spacingVerticalXS}` } },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  comment: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    maxWidth: '64ch',
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
  },
});

interface JudgementsProps {
  readonly of: readonly ToldJudgement[];
  readonly criteria: readonly ShownCriterion[];
}

export function Judgements({ of: all, criteria }: JudgementsProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const nameOf = useCriterion(criteria);
  return all.map(({ name, scores, comment }, at) => (
    <div key={`${at}-${name}`} className={styles.one}>
      <h4>{name}</h4>
      <ul className={styles.list}>
        {criteria.map(({ id }) => (
          <li key={id}>
            {t('judged.line', { criterion: nameOf(id), shows: t(`shows.${scores[id] ?? 'cannot-tell'}`) })}
          </li>
        ))}
      </ul>
      {comment !== '' && (
        <p className={styles.comment} dir="auto">
          {comment}
        </p>
      )}
    </div>
  ));
}
