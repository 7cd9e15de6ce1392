/** How people answered one agree scale: a bar in five parts, the same in words beside it, and what it says. */
import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import type { ItemResult } from '../model.ts';
import type { Level, Question } from '../questions/model.ts';
import { say } from '../words.ts';

const inSystemColours = (backgroundColor: string) => ({ '@media (forced-colors: active)': { backgroundColor } });
const ground = tokens.colorNeutralBackground1;
const striped = {
  backgroundImage: `repeating-linear-gradient(135deg, transparent 0 4px, ${ground} 4px 7px)`,
};

const useStyles = makeStyles({
  item: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  reading: { margin: 0 },
  bar: {
    display: 'flex',
    columnGap: '2px',
    height: '16px',
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
    outline: `1px solid ${tokens.colorTransparentStroke}`,
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  part: { height: '100%', minWidth: 0 },
  // Told apart by more than colours: whole, in stripes, empty.
  good: { backgroundColor: tokens.colorBrandBackground, ...inSystemColours('Highlight') },
  fair: { backgroundColor: tokens.colorBrandBackground, ...striped, ...inSystemColours('Highlight') },
  between: { boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1}` },
  poor: { backgroundColor: tokens.colorPaletteMarigoldBorderActive, ...striped, ...inSystemColours('CanvasText') },
  bad: { backgroundColor: tokens.colorPaletteMarigoldBorderActive, ...inSystemColours('CanvasText') },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

const colours: Readonly<Record<Level, 'success' | 'warning' | 'severe'>> = {
  strong: 'success',
  mixed: 'warning',
  weak: 'severe',
};

export function LevelBadge({ level }: { readonly level: Level }): ReactNode {
  const t = useSay(say);
  return (
    <Badge appearance="tint" size="large" color={colours[level]}>
      {t(`level.${level}`)}
    </Badge>
  );
}

export interface ResultProps {
  readonly question: Question;
  readonly result: ItemResult;
}

export function Likert({ question, result: { figure, level, interval } }: ResultProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  const { short, text, readings, favours } = question;
  return (
    <article className={styles.item}>
      <div className={styles.head}>
        <h3 className={styles.name}>{(short ?? text)[language]}</h3>
        {level && <LevelBadge level={level} />}
      </div>
      {short && <p className={styles.text}>{text[language]}</p>}
      {figure.state === 'shown' && <Shares {...figure} interval={interval} isTurned={favours === 'disagree'} />}
      {figure.state === 'nearly-all' && <p className={styles.reading}>{t(`results.nearlyAll.${figure.side}`)}</p>}
      {figure.state === 'withheld' && <p className={styles.small}>{t(`results.withheld.${figure.reason}`)}</p>}
      {level && readings && <p className={styles.reading}>{readings[level][language]}</p>}
    </article>
  );
}

interface SharesProps {
  /** Agreeing is the bad end. */
  readonly isTurned: boolean;
  readonly shares: readonly number[];
  readonly mean: number;
  readonly interval: ItemResult['interval'];
}

function Shares({ isTurned, shares, mean, interval }: SharesProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [no = 0, ratherNo = 0, between = 0, ratherYes = 0, yes = 0] = shares;
  const looks = ['bad', 'poor', 'between', 'fair', 'good'] as const;
  const order = isTurned ? looks.toReversed() : looks;
  return (
    <>
      <div className={styles.bar} aria-hidden>
        {order.map((look, point) => (
          <div
            key={look}
            className={mergeClasses(styles.part, styles[look])}
            style={{ width: `${shares[point] ?? 0}%`, display: shares[point] === 0 ? 'none' : 'block' }}
          />
        ))}
      </div>
      <p className={styles.small}>
        {t('results.split', { disagree: no + ratherNo, between, agree: ratherYes + yes })} ·{' '}
        {t('results.mean', { mean })}
        {interval && ` · ${t('results.interval', interval)}`}
      </p>
    </>
  );
}
