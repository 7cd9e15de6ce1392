/** The five parts as they are read and printed: each under its heading, in the words that were typed. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { agreementParts, type SeenVersion } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  part: { margin: `0 0 ${tokens.spacingVerticalL}` },
  title: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300 },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '72ch', lineHeight: '1.55' },
  open: { color: tokens.colorNeutralForeground2 },
});

export function Reading({ one }: { readonly one: SeenVersion }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return agreementParts.map((part) => {
    const text = one.parts.find((each) => each.part === part)?.text;
    return (
      <div key={part} className={styles.part} data-kept>
        <h3 className={styles.title}>{t(`part.${part}`)}</h3>
        <p className={`${styles.text} ${text === undefined ? styles.open : ''}`}>{text ?? t('part.open')}</p>
      </div>
    );
  });
}
