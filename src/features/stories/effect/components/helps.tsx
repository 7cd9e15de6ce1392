/** One press by which a reader says that a story helps them, and takes it back; that they read it is counted too. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Receipt } from '../../../people/receipt/components/receipt.tsx';
import type { StoryView } from '../../model.ts';
import { say } from '../../words.ts';
import { noteRead, sayHelps } from '../client.ts';

const useStyles = makeStyles({
  hint: { margin: `${tokens.spacingVerticalS} 0 0`, color: tokens.colorNeutralForeground2 },
});

export function Helps({ story }: { readonly story: StoryView }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const { programmeId, id, helps = false } = story;
  useEffect(() => {
    // A read that could not be counted is nothing that a reader could do something about.
    noteRead(programmeId, id).catch(() => undefined);
  }, [programmeId, id]);
  const press = useOnce(async () => {
    await sayHelps(programmeId, id, !helps);
    await queries.invalidateQueries({ queryKey: ['story', id] });
  });
  return (
    <div>
      <Button
        aria-pressed={helps}
        appearance={helps ? 'primary' : 'secondary'}
        disabledFocusable={press.busy}
        onClick={() => void press.start()}
      >
        {t('read.helps')}
      </Button>
      <p className={styles.hint}>{t('read.helps.hint')}</p>
      <Receipt of="helps" />
      {press.problem && <FormProblem problem={press.problem} />}
    </div>
  );
}
