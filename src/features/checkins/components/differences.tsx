/** On which sentences two who both agreed differ, each with an idea for their next talk; never who said what. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import type { Difference } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0 },
  item: {
    listStyleType: 'none',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
  idea: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
});

export function Differences({ items }: { readonly items: readonly Difference[] }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  return (
    <ul className={styles.list}>
      {items.map(({ id, text, idea }) => (
        <li key={id} className={styles.item}>
          <strong>{t('compared.differ', { item: text })}</strong>
          <p className={styles.idea}>{t('compared.idea', { idea })}</p>
        </li>
      ))}
    </ul>
  );
}
