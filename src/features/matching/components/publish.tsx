/** Publishing, after a dialog that says who gets which card when. */
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Waiting } from '../../../ui/loaded.tsx';
import type { Workbench } from '../proposals/model.ts';
import { say } from '../words.ts';

const SecondLook = lazy(async () => ({ default: (await import('./publish-form.tsx')).SecondLook }));

export function PublishButton({ bench }: { readonly bench: Workbench }): ReactNode {
  const t = useSay(say);
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button appearance="primary" onClick={() => setOpen(true)}>
        {t('publish.open')}
      </Button>
      {open && bench.proposal && (
        <Dialog title={t('publish.title')} onClose={close}>
          <ol>
            <li>{t('publish.step1', { count: bench.proposal.counts.matched })}</li>
            <li>{t('publish.step2')}</li>
            <li>{t('publish.step3')}</li>
          </ol>
          <Suspense fallback={<Waiting />}>
            <SecondLook proposal={bench.proposal} loads={bench.loads} onClose={close} />
          </Suspense>
        </Dialog>
      )}
    </>
  );
}
