/** Asks once more, in a dialog, before something that is hard to take back; `children` are what it asks besides. */
import { cloneElement, useState, type ReactElement, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { FormProblem, useOnce } from './form.tsx';
import { useSay } from './language.tsx';
import { say } from './words.ts';

export interface ConfirmProps {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly trigger: ReactElement<{ onClick?: () => void }>;
  readonly onConfirm: () => Promise<unknown>;
  readonly children?: ReactNode;
}

export function Confirm({ title, text, confirm, trigger, onConfirm, children }: ConfirmProps): ReactNode {
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
          {children}
          {problem && <FormProblem problem={problem} />}
        </Dialog>
      )}
    </>
  );
}
