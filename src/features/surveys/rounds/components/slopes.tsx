/** Before and after as a line for each question, numbered; what a line says stands in words below it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { points } from '../../questions/model.ts';
import type { Way } from '../model.ts';
import { say } from '../words.ts';

export interface Slope {
  readonly name: string;
  /** Means of 1 to 5. */
  readonly before: number;
  readonly after: number;
  readonly way: Way;
  /** The change may be chance, or too few answered to say. */
  readonly isUnclear: boolean;
}

const [width, height] = [320, 250];
const edge = { left: 52, right: 52, top: 30, bottom: 14 };
/** Numbers at the ends of lines need so much room above one another. */
const apart = 15;

const useStyles = makeStyles({
  figure: { margin: `0 0 ${tokens.spacingVerticalL}` },
  caption: { marginBottom: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2 },
  picture: { display: 'block', width: '100%', maxWidth: '480px', height: 'auto', fontFamily: tokens.fontFamilyBase },
  grid: { stroke: tokens.colorNeutralStroke2, strokeWidth: '1px' },
  post: { stroke: tokens.colorNeutralStroke1, strokeWidth: '1px' },
  axis: { fill: tokens.colorNeutralForeground3, fontSize: '11px' },
  head: { fill: tokens.colorNeutralForeground1, fontSize: '13px', fontWeight: tokens.fontWeightSemibold },
  number: { fill: tokens.colorNeutralForeground1, fontSize: '12px', fontVariantNumeric: 'tabular-nums' },
  line: { strokeWidth: '2.5px', fill: 'none', '@media (forced-colors: active)': { stroke: 'CanvasText' } },
  better: { stroke: tokens.colorCompoundBrandStroke },
  worse: { stroke: tokens.colorPaletteDarkOrangeBorderActive },
  plain: { stroke: tokens.colorNeutralForeground3 },
  unclear: { strokeDasharray: '4 4', strokeWidth: '2px' },
});

/** The part of the scale that is drawn: what the lines need, and two points at least, so that a small change does not look large. */
interface Range {
  readonly low: number;
  readonly high: number;
}

export function rangeOf(means: readonly number[]): Range {
  const [least, most] = [points[0], points[points.length - 1] ?? 5];
  let [low, high] = [Math.max(least, Math.floor(Math.min(...means))), Math.min(most, Math.ceil(Math.max(...means)))];
  while (high - low < 2) {
    if (low > least && (high === most || Math.min(...means) - low < high - Math.max(...means))) low -= 1;
    else high += 1;
  }
  return { low, high };
}

const yOf = (mean: number, { low, high }: Range): number =>
  edge.top + ((high - mean) / (high - low)) * (height - edge.top - edge.bottom);

/** Heights of the numbers at one end, in the order of the lines: near their line, and none over another. */
export function spread(means: readonly number[], range: Range): number[] {
  const heights = means.map((one) => yOf(one, range));
  const order = [...means.keys()].toSorted((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0) || a - b);
  const placed: number[] = [];
  for (const one of order) placed.push(Math.max(heights[one] ?? 0, (placed.at(-1) ?? -apart) + apart));
  // What was pushed over the lower edge moves back up, and takes those above it along.
  let most = height - edge.bottom + apart / 3;
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    placed[at] = Math.min(placed[at] ?? 0, most);
    most = (placed[at] ?? 0) - apart;
  }
  return means.map((_, line) => placed[order.indexOf(line)] ?? 0);
}

export function Slopes({ slopes, label }: { readonly slopes: readonly Slope[]; readonly label: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [from, to] = [edge.left, width - edge.right];
  const range = rangeOf(slopes.flatMap(({ before, after }) => [before, after]));
  const [left, right] = [(one: Slope) => one.before, (one: Slope) => one.after].map((of) =>
    spread(slopes.map(of), range),
  );
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{label}</figcaption>
      <svg className={styles.picture} viewBox={`0 0 ${width} ${height}`} aria-hidden>
        {points
          .filter((point) => point >= range.low && point <= range.high)
          .map((point) => (
            <g key={point}>
              <line className={styles.grid} x1={from} x2={to} y1={yOf(point, range)} y2={yOf(point, range)} />
              <text className={styles.axis} x={4} y={yOf(point, range) + 4}>
                {point}
              </text>
            </g>
          ))}
        {[
          { x: from, text: t('before') },
          { x: to, text: t('after') },
        ].map(({ x, text }) => (
          <g key={x}>
            <line className={styles.post} x1={x} x2={x} y1={yOf(range.high, range)} y2={yOf(range.low, range)} />
            <text className={styles.head} x={x} y={14} textAnchor="middle">
              {text}
            </text>
          </g>
        ))}
        {slopes.map(({ name, before, after, way, isUnclear }, at) => (
          <g key={name}>
            <line
              className={mergeClasses(
                styles.line,
                way === 'better' ? styles.better : way === 'worse' ? styles.worse : styles.plain,
                isUnclear && styles.plain,
                isUnclear && styles.unclear,
              )}
              {...{ x1: from, x2: to, y1: yOf(before, range), y2: yOf(after, range) }}
            />
            <text className={styles.number} x={from - 7} y={(left?.[at] ?? 0) + 4} textAnchor="end">
              {at + 1}
            </text>
            <text className={styles.number} x={to + 7} y={(right?.[at] ?? 0) + 4}>
              {at + 1}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
