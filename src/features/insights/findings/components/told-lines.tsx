/** What was said, and what comes of it, as those read it who were asked. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { changeSentence } from '../saying/rules.ts';
import type { ToldLine } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL },
  item: { listStyleType: 'none', overflowWrap: 'anywhere', maxWidth: '72ch' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  said: { margin: `0 0 ${tokens.spacingVerticalM}`, fontWeight: tokens.fontWeightSemibold },
  text: { margin: `0 0 ${tokens.spacingVerticalXS}` },
});

export function ToldLines({ lines }: { readonly lines: readonly ToldLine[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  const did = (one: ToldLine): string => {
    if (one.choice !== 'change') return t(`did.${one.choice}`);
    return one.isDone ? t('did.changed', { what: one.what }) : changeSentence(language, one);
  };
  return (
    <ul className={styles.list}>
      {lines.map((one) => (
        <li key={one.id} className={styles.item}>
          <span className={styles.label}>{t('said')}</span>
          <p className={styles.said} dir="auto">
            {one.said}
          </p>
          <span className={styles.label}>{t('did')}</span>
          <p className={styles.text}>{did(one)}</p>
          <p className={styles.text} dir="auto">
            {one.why}
          </p>
        </li>
      ))}
    </ul>
  );
}
