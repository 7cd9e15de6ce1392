/** Words that may be names, each to be replaced, or called none. Nothing is kept before. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import type { Found } from '../../names/model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalS} 0 0`, padding: 0, listStyleType: 'none' },
  one: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  words: { flex: '1 1 140px', overflowWrap: 'anywhere' },
});

interface NamesFoundProps {
  readonly found: readonly Found[];
  readonly text: string;
  /** The text with a word replaced, and what is left to be looked at in it. */
  onText(this: void, text: string, left: readonly Found[]): void;
  onNoName(this: void, words: string): void;
}

export function NamesFound({ found, text, onText, onNoName }: NamesFoundProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  if (found.length === 0) return null;
  const different = found.filter((one, at) => found.findIndex(({ words }) => words === one.words) === at);
  const replace = (one: Found): void => {
    const put = t(`instead.${one.kind}`);
    onText(
      text.replaceAll(one.words, put),
      found.filter(({ words }) => words !== one.words),
    );
  };
  return (
    <Notice intent="warning" title={t('names.title', { count: different.length })}>
      {t('names.text')}
      <ul className={styles.list}>
        {different.map((one) => (
          <li key={one.words} className={styles.one}>
            <strong className={styles.words}>{one.words}</strong>
            <Button onClick={() => replace(one)}>{t('names.replace', { put: t(`instead.${one.kind}`) })}</Button>
            {(one.kind === 'person' || one.kind === 'place') && (
              <Button appearance="subtle" onClick={() => onNoName(one.words)}>
                {t('names.none')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
