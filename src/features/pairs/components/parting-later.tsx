/** `Parting`, whose fields few need: they come after the page. */
import { lazy, Suspense, type ReactNode } from 'react';
import type { PartingProps } from './parting.tsx';

const Parting = lazy(async () => ({ default: (await import('./parting.tsx')).Parting }));

export function PartingLater(props: PartingProps): ReactNode {
  return (
    <Suspense>
      <Parting {...props} />
    </Suspense>
  );
}
