/** What is wrong with a text, by line; a press takes the cursor there. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import type { Problem } from '../../format/model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
  button: { justifyContent: 'flex-start', textAlign: 'start', fontWeight: tokens.fontWeightRegular, maxWidth: '100%' },
  fine: { color: tokens.colorStatusSuccessForeground1 },
});

export interface ProblemsProps {
  readonly problems: readonly Problem[];
  onGoTo(this: void, line: number): void;
}

/** More at once help nobody. */
const most = 20;

export function Problems({ problems, onGoTo }: ProblemsProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const rest = problems.length - most;
  return (
    <div>
      <output className={problems.length === 0 ? styles.fine : ''}>
        {problems.length === 0 ? t('problems.none') : t('problems.count', { count: problems.length })}
      </output>
      <ul className={styles.list}>
        {problems.slice(0, most).map(({ line, kind }, at) => (
          <li key={`${line} ${kind} ${at}`} className={styles.item}>
            <Button appearance="subtle" className={styles.button} onClick={() => onGoTo(line)}>
              {t('problems.line', { line, sentence: t(`problem.${kind}`) })}
            </Button>
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{t('problems.more', { count: rest })}</p>}
    </div>
  );
}
