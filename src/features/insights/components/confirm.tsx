/** Asks once more, in a dialog, before something that is hard to take back. */
import { cloneElement, useState, type ReactElement, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { say } from '../words.ts';

export interface ConfirmProps {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly trigger: ReactElement<{ onClick?: () => void }>;
  readonly onConfirm: () => Promise<unknown>;
}

export function Confirm({ title, text, confirm, trigger, onConfirm }: ConfirmProps): ReactNode {
  const t = useSay(say);
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  const { start, busy, problem } = useOnce(async () => {
    await onConfirm();
    close();
  });
  return (
    <>
      {cloneElement(trigger, { onClick: () => setOpen(true) })}
      {open && (
        <Dialog
          title={title}
          onClose={close}
          actions={
            <>
              <Button onClick={close}>{t('confirm.cancel')}</Button>
              <Button appearance="primary" disabledFocusable={busy} onClick={() => void start()}>
                {confirm}
              </Button>
            </>
          }
        >
          <p>{text}</p>
          {problem && <FormProblem problem={problem} />}
        </Dialog>
      )}
    </>
  );
}
