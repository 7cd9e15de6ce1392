/** Publishing, after a dialog that says who gets which card when; of two coordinators the second learns who was first. */
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { tell } from '../../../ui/notice.tsx';
import { publishProposal } from '../client.ts';
import type { Workbench } from '../proposals/model.ts';
import { say } from '../words.ts';

export function PublishButton({ bench }: { readonly bench: Workbench }): ReactNode {
  const t = useSay(say);
  const [open, setOpen] = useState(false);
  const { start, busy, problem } = usePublish(bench, () => setOpen(false));
  return (
    <>
      <Button appearance="primary" onClick={() => setOpen(true)}>
        {t('publish.open')}
      </Button>
      {open && (
        <Dialog
          title={t('publish.title')}
          onClose={() => setOpen(false)}
          actions={
            <>
              <Button onClick={() => setOpen(false)}>{t('publish.cancel')}</Button>
              <Button appearance="primary" disabledFocusable={busy} onClick={() => void start()}>
                {t('publish.confirm')}
              </Button>
            </>
          }
        >
          <ol>
            <li>{t('publish.step1', { count: bench.pairs.length })}</li>
            <li>{t('publish.step2')}</li>
            <li>{t('publish.step3')}</li>
          </ol>
          {problem && <FormProblem problem={problem} />}
        </Dialog>
      )}
    </>
  );
}

function usePublish({ proposal }: Workbench, close: () => void): ReturnType<typeof useOnce> {
  const t = useSay(say);
  const queries = useQueryClient();
  const moment = useMoment();
  return useOnce(async () => {
    if (!proposal) return;
    const { outcome, by = '…', at } = await publishProposal(proposal);
    if (outcome === 'published') tell(t('publish.done'));
    else tell(t('publish.already', { name: by, when: moment(at) }), { intent: 'info' });
    close();
    await queries.invalidateQueries();
  });
}
