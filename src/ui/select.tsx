/** The browser's own list to choose from, which every phone knows how to show, in the look of Fluent's fields. */
import { makeStyles, tokens, useFieldControlProps_unstable } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  select: {
    width: '100%',
    minWidth: '200px',
    maxWidth: '480px',
    minHeight: '44px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase400,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    '& option': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground1 },
    '&[aria-invalid="true"]': { borderBottomColor: tokens.colorPaletteRedBorder2 },
  },
});

export interface SelectProps {
  /** Where no field around it has a label. */
  readonly label?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `option` elements. */
  readonly children: ReactNode;
}

export function Select({ label, value, onChange, children }: SelectProps): ReactNode {
  const styles = useStyles();
  const control = useFieldControlProps_unstable({}, { supportsLabelFor: true });
  return (
    <select
      {...control}
      aria-label={label}
      className={styles.select}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {children}
    </select>
  );
}
