/** A reason that may be left out, asked in a dialog before a no or an end counts. */
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Confirm, type ConfirmProps } from '../../../ui/confirm.tsx';
import { Waiting } from '../../../ui/loaded.tsx';
import type { PartingReason } from '../model.ts';

/** Few need it: it is fetched when the dialog opens. */
const Reason = lazy(async () => ({ default: (await import('./reason.tsx')).Reason }));

export interface PartingProps extends Omit<ConfirmProps, 'onConfirm' | 'children'> {
  readonly onConfirm: (why: PartingReason) => Promise<unknown>;
}

export function Parting({ onConfirm, ...shown }: PartingProps): ReactNode {
  const [why, setWhy] = useState<PartingReason>('not-said');
  return (
    <Confirm {...shown} onConfirm={() => onConfirm(why)}>
      <Suspense fallback={<Waiting lines={6} />}>
        <Reason why={why} onChange={setWhy} />
      </Suspense>
    </Confirm>
  );
}
