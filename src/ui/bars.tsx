/** Horizontal bars with their values written beside them; the same as a table at a press. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { useSay } from './language.tsx';
import { say } from './words.ts';

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** What is written beside the bar when that is not the number: `62 %`, `nearly all`. */
  readonly text?: string;
}

export interface BarsProps {
  /** What the bars are about. */
  readonly label: string;
  readonly bars: readonly Bar[];
  /** The length of a full bar; the largest value when left out. */
  readonly full?: number;
}

const useStyles = makeStyles({
  bars: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0 },
  bar: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: tokens.spacingHorizontalM,
    listStyleType: 'none',
  },
  value: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  track: {
    gridColumn: '1 / -1',
    height: '10px',
    marginTop: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground4,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
    overflow: 'hidden',
  },
  filled: {
    height: '100%',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': {
      padding: tokens.spacingVerticalS,
      textAlign: 'start',
      fontWeight: 'normal',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& thead th': { fontWeight: tokens.fontWeightSemibold },
  },
  foot: { marginTop: tokens.spacingVerticalS, marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

export function Bars({ label, bars, full }: BarsProps): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const [asTable, setAsTable] = useState(false);
  return (
    <div>
      {asTable ? <BarTable label={label} bars={bars} /> : <BarList label={label} bars={bars} {...given(full)} />}
      <div className={styles.foot}>
        <Button appearance="subtle" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'bars.bars' : 'bars.table')}
        </Button>
      </div>
    </div>
  );
}

const given = (full: number | undefined): { full?: number } => (full === undefined ? {} : { full });

function BarList({ label, bars, full }: BarsProps): ReactNode {
  const styles = useStyles();
  const longest = full ?? Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ul className={styles.bars} aria-label={label}>
      {bars.map(({ label: name, value, text }) => (
        <li key={name} className={styles.bar}>
          <span>{name}</span>
          <span className={styles.value}>{text ?? value}</span>
          <div className={styles.track} aria-hidden>
            <div className={styles.filled} style={{ width: `${Math.min(100, (value / longest) * 100)}%` }} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function BarTable({ label, bars }: BarsProps): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('bars.what')}</th>
          <th scope="col">{t('bars.value')}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label: name, value, text }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{text ?? value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
