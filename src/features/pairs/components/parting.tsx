/** A reason that may be left out, asked in a dialog before a no or an end counts. */
import { cloneElement, useState, type ReactElement, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { ChoiceField } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { partingReasons, type PartingReason } from '../model.ts';
import { say } from '../words.ts';

export interface PartingProps {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly trigger: ReactElement<{ onClick?: () => void }>;
  readonly onConfirm: (why: PartingReason) => Promise<unknown>;
}

export function Parting({ title, text, confirm, trigger, onConfirm }: PartingProps): ReactNode {
  const t = useSay(say);
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState<PartingReason>('not-said');
  const close = (): void => setOpen(false);
  const { start, busy, problem } = useOnce(async () => {
    await onConfirm(why);
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
              <Button onClick={close}>{t('page.cancel')}</Button>
              <Button appearance="primary" disabledFocusable={busy} onClick={() => void start()}>
                {confirm}
              </Button>
            </>
          }
        >
          <p>{text}</p>
          <ChoiceField
            name="why"
            label={t('decline.why')}
            choices={partingReasons.map((value) => ({ value, label: t(`why.${value}`) }))}
            value={why}
            onChange={(value) => setWhy(value ?? 'not-said')}
          />
          {problem && <FormProblem problem={problem} />}
        </Dialog>
      )}
    </>
  );
}
