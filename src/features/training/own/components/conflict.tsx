/** Two coordinators wrote the same text: both texts are there, and nothing is saved over the other unseen. */
import { makeStyles, Textarea, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import type { OwnText } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  theirs: { width: '100%', '& textarea': { minHeight: '240px', fontFamily: tokens.fontFamilyMonospace } },
});

export interface ConflictProps {
  readonly theirs: OwnText;
  onTheirs(this: void): void;
  onMine(this: void): void;
}

export function Conflict({ theirs, onTheirs, onMine }: ConflictProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment();
  return (
    <>
      <Notice
        intent="warning"
        title={t('conflict.title')}
        actions={
          <>
            <Button onClick={onMine}>{t('conflict.mine')}</Button>
            <Button onClick={onTheirs}>{t('conflict.theirs')}</Button>
          </>
        }
      >
        {t('conflict.text', { moment: write(theirs.savedAt) })}
      </Notice>
      <details>
        <summary>{t('conflict.show')}</summary>
        <Textarea className={styles.theirs} readOnly aria-label={t('conflict.show')} value={theirs.text} />
      </details>
    </>
  );
}
