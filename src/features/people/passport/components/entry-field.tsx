/** One entry of the passport in one line: what it is, and for whom. Nothing is kept of what has no reader chosen, not even for oneself. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Select } from '../../../../ui/select.tsx';
import type { Audience } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  line: {
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' },
  hint: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  choice: { flex: '0 1 240px', minWidth: 0 },
  more: { flex: 'none' },
});

export interface EntryFieldProps<A extends Audience> {
  readonly label: string;
  readonly hint?: string;
  /** Nothing where it is not said. */
  readonly value: A | undefined;
  readonly audiences: readonly A[];
  /** Offers that it is not said; else it is taken away otherwise. */
  readonly mayBeUnsaid?: boolean;
  readonly onChange: (value: A | undefined) => void;
  /** Beside the choice. */
  readonly children?: ReactNode;
}

export function EntryField<A extends Audience>(props: EntryFieldProps<A>): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const id = useId();
  const { label, hint, value, audiences, mayBeUnsaid = false, onChange, children } = props;
  return (
    <li className={styles.line}>
      <span id={id} className={styles.text}>
        {label}
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </span>
      <span className={styles.choice}>
        <Select
          label={t('for.label', { entry: label })}
          value={value ?? ''}
          onChange={(chosen) => onChange(audiences.find((one) => one === chosen))}
        >
          {mayBeUnsaid && <option value="">{t('for.unsaid')}</option>}
          {audiences.map((one) => (
            <option key={one} value={one}>
              {t(`for.${one}`)}
            </option>
          ))}
        </Select>
      </span>
      {children !== undefined && <span className={styles.more}>{children}</span>}
    </li>
  );
}

export const useEntryList = makeStyles({ list: { margin: 0, padding: 0 } });
