/** One big number and what it is. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { TextLink } from './button.tsx';
import { useLanguage } from './language.tsx';
import { regionOf } from '../platform/words.ts';

const useStyles = makeStyles({
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))',
    gap: tokens.spacingHorizontalXL,
    margin: 0,
    '&:not(:last-child)': { marginBottom: tokens.spacingVerticalL },
  },
  figure: { display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end' },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  // Words at the size of a number would break within.
  text: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, overflowWrap: 'break-word' },
  label: { fontSize: tokens.fontSizeBase300, color: tokens.colorNeutralForeground2 },
  hint: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

/** Stands around `Figure`s: a list of terms and their values. */
export function Figures({ children }: { readonly children: ReactNode }): ReactNode {
  return <dl className={useStyles().figures}>{children}</dl>;
}

export interface FigureProps {
  /** A text such as a band is shown as it is. */
  readonly value: number | string;
  readonly label: string;
  readonly hint?: string;
  readonly to?: string;
}

export function Figure({ value, label, hint, to }: FigureProps): ReactNode {
  const styles = useStyles();
  const region = regionOf(useLanguage());
  const written = typeof value === 'number' ? value.toLocaleString(region) : value;
  return (
    <div className={styles.figure}>
      <dt className={styles.label}>
        {to === undefined ? label : <TextLink to={to}>{label}</TextLink>}
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </dt>
      <dd className={mergeClasses(styles.value, !/\d/.test(written) && styles.text)}>{written}</dd>
    </div>
  );
}
