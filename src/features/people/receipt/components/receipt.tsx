/** The receipt under a form, fetched after the form: nobody waits for it. */
import { lazy, Suspense, type ReactNode } from 'react';
import type { ReceiptProps } from './told.tsx';

const Told = lazy(async () => ({ default: (await import('./told.tsx')).Told }));

export function Receipt(props: ReceiptProps): ReactNode {
  return (
    <Suspense>
      <Told {...props} />
    </Suspense>
  );
}
