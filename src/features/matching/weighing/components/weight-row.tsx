/** One part of the score: what it does, how much it counts, what was asked; with a slider, or for private wishes without. */
import { makeStyles, Slider, tokens } from '@fluentui/react-components';
import { memo, useId, type ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { say as sayQuestion } from '../../../recruitment/words.ts';
import { say as sayMatching } from '../../words.ts';
import { reach, type WeighedPart } from '../model.ts';
import { weightInWords } from '../rules.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  row: { listStyleType: 'none' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    marginBottom: tokens.spacingVerticalXXS,
    columnGap: tokens.spacingHorizontalM,
    // One below the other whatever they say: a slider must not move up or down while it is pulled.
    '@media (max-width: 640px)': { flexDirection: 'column' },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  share: { fontVariantNumeric: 'tabular-nums' },
  slider: { minHeight: '44px', boxSizing: 'border-box' },
  words: { margin: 0 },
  asked: {
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

type Question = Extract<Parameters<typeof sayQuestion>[1], `q.${string}`>;

/** What people were asked; seniority follows from the directory alone. */
const questionsOf: Readonly<Record<WeighedPart, readonly Question[]>> = {
  topics: ['q.sought', 'q.offered'],
  values: ['q.values'],
  ambitions: ['q.ambitions', 'q.ambitions.mentor'],
  interests: ['q.interests'],
  seniority: [],
  department: ['q.department'],
  meeting: ['q.meeting'],
};

interface WeightRowProps {
  readonly part: WeighedPart;
  readonly value: number;
  /** Of 100. */
  readonly share: number;
  readonly onMove: (part: WeighedPart, value: number) => void;
}

const longest = Math.max(...Object.values(reach).map(({ most }) => most));

export const WeightRow = memo(function WeightRow({ part, value, share, onMove }: WeightRowProps): ReactNode {
  const t = useSay(say);
  const tMatching = useSay(sayMatching);
  const styles = useStyles();
  const id = useId();
  const words = useShare(share);
  const { least, most } = reach[part];
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <label className={styles.name} htmlFor={id}>
          {tMatching(`part.${part}`)}
        </label>
        <span className={styles.share}>{words}</span>
      </div>
      <Slider
        {...{ id, min: least, max: most, value, className: styles.slider }}
        // One scale for all: the same weight stands at the same place, and where a slider ends is seen.
        style={{ marginLeft: `${(100 * least) / longest}%`, width: `${(100 * (most - least)) / longest}%` }}
        aria-valuetext={words}
        aria-describedby={`${id}-does`}
        onChange={(_, { value: moved }) => onMove(part, moved)}
      />
      <p id={`${id}-does`} className={styles.words}>
        {t(`does.${part}`)}
      </p>
      <Asked questions={questionsOf[part]} directory={directoryOf(part)} />
    </li>
  );
});

/** Who has which private wish would show in the pairs if this could be turned up: so it cannot. */
export function PrivateRow({ share }: { readonly share: number }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <span className={styles.name}>{t('private.title')}</span>
        <span className={styles.share}>{useShare(share)}</span>
      </div>
      <p className={styles.words}>{t('private.does')}</p>
      <Asked questions={['q.picks']} />
    </li>
  );
}

function useShare(share: number): string {
  const t = useSay(say);
  const level = t(`level.${weightInWords(share)}`);
  return share === 0 ? level : t('level.of', { level, share });
}

interface AskedProps {
  readonly questions: readonly Question[];
  readonly directory?: DirectoryPart | undefined;
}

function Asked({ questions, directory }: AskedProps): ReactNode {
  const t = useSay(say);
  const tQuestion = useSay(sayQuestion);
  const asked = questions.map((one) => t('question', { question: tQuestion(one) })).join(' ');
  return (
    <p className={useStyles().asked}>
      {asked !== '' && t('asked', { questions: asked })} {directory && t(`directory.${directory}`)}
    </p>
  );
}

type DirectoryPart = 'seniority' | 'department' | 'meeting';

function directoryOf(part: WeighedPart): DirectoryPart | undefined {
  return part === 'seniority' || part === 'department' || part === 'meeting' ? part : undefined;
}
