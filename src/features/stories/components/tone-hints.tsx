/** How a story may sound to others. Hints: none has to be followed. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import type { ToneHint } from '../protecting/model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  title: { margin: `${tokens.spacingVerticalXL} 0 0`, fontSize: tokens.fontSizeBase300 },
  list: { margin: `${tokens.spacingVerticalS} 0 0`, paddingLeft: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
});

export function ToneHints({ hints }: { readonly hints: readonly ToneHint[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  if (hints.length === 0) return undefined;
  return (
    <>
      <h3 className={styles.title}>{t('tone.title')}</h3>
      <ul className={styles.list}>
        {hints.map(({ part, kind, text, instead }, at) => (
          <li key={`${part} ${kind} ${at}`}>
            {kind === 'other-language' ? t(`tone.other-language.${text as 'nl'}`) : t(`tone.${kind}`, { text })}
            {instead !== undefined && ` ${t('tone.instead', { words: instead })}`}
          </li>
        ))}
      </ul>
    </>
  );
}
