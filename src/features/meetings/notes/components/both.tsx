/** The same words in the partner's language, below one's own; both at first, and one press leaves them out. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import type { QuestionView } from '../../questions/model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  other: { display: 'block', color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
  row: { margin: `${tokens.spacingVerticalM} 0` },
});

type Both = readonly [isShown: boolean, choice: ReactNode];

/** `of`: whatever stands on the page. The choice is there where something is said in two languages. */
export function useBoth(of: readonly Pick<QuestionView, 'other'>[]): Both {
  const t = useSay(say);
  const styles = useStyles();
  const [isShown, setShown] = useState(true);
  const language = of.find(({ other }) => other)?.other?.language;
  const choice = language && (
    <div className={styles.row} data-screen>
      <Button aria-pressed={isShown} onClick={() => setShown(!isShown)}>
        {t(`other.${language}`)}
      </Button>
    </div>
  );
  return [isShown, choice];
}

export function Other({ of }: { readonly of: Pick<QuestionView, 'other'> }): ReactNode {
  const styles = useStyles();
  return (
    of.other && (
      <span lang={of.other.language} className={styles.other}>
        {of.other.text}
      </span>
    )
  );
}
