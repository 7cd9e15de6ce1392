/** A rating as a row of tiles. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { FieldGroup, useChange, type FieldProps } from './frame.tsx';
import { useSay } from './language.tsx';
import { say } from './words.ts';

/** Where the system's colours are forced a ground is gone, but for its own of what is chosen. */
const chosenInSystemColours = {
  forcedColorAdjust: 'none',
  backgroundColor: 'Highlight',
  color: 'HighlightText',
} as const;

const useStyles = makeStyles({
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  scale: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalL,
    marginTop: tokens.spacingVerticalS,
  },
  numbers: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  tile: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    minWidth: '48px',
    minHeight: '48px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground,
    border: `1px solid ${tokens.colorBrandBackground}`,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
    '@media (forced-colors: active)': chosenInSystemColours,
  },
  over: { position: 'absolute', inset: 0, margin: 0, opacity: 0, cursor: 'pointer' },
  wide: { padding: `0 ${tokens.spacingHorizontalL}` },
  ends: {
    display: 'flex',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalXS,
  },
});

export interface ScaleFieldProps extends FieldProps<number | 'skipped' | undefined> {
  /** What the lowest and the highest number mean. */
  readonly low: string;
  readonly high: string;
  /** The lowest number, 1 when left out, and the highest, 5 when left out. */
  readonly least?: number;
  readonly most?: number;
}

/** A rating from 1 (or `least`) to 5 (or `most`) as tiles, always with "I prefer not to say". */
export function ScaleField(props: ScaleFieldProps): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const change = useChange(props);
  const { least = 1, most = 5 } = props;
  const numbers = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  const tile = (value: number | 'skipped', text: string, spoken: string): ReactNode => (
    <label
      key={value}
      className={mergeClasses(styles.tile, value === 'skipped' && styles.wide, props.value === value && styles.chosen)}
    >
      <input
        type="radio"
        className={styles.over}
        name={props.name}
        checked={props.value === value}
        aria-label={spoken}
        onChange={() => change(value)}
      />
      {text}
    </label>
  );
  return (
    <FieldGroup {...props}>
      <div className={styles.scale}>
        <div>
          <div className={styles.numbers}>
            {numbers.map((value) =>
              tile(
                value,
                String(value),
                `${t('form.scale', { value, most })}${spokenEnd(value, { least, most, ...props })}`,
              ),
            )}
          </div>
          <div className={mergeClasses(styles.small, styles.ends)} aria-hidden>
            <span>{props.low}</span>
            <span>{props.high}</span>
          </div>
        </div>
        {tile('skipped', t('form.skip'), t('form.skip'))}
      </div>
    </FieldGroup>
  );
}

function spokenEnd(
  value: number,
  { least, most, low, high }: Pick<ScaleFieldProps, 'low' | 'high'> & { readonly least: number; readonly most: number },
): string {
  if (value === least) return `, ${low}`;
  return value === most ? `, ${high}` : '';
}
