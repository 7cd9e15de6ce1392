/** Text of people with a little Markdown: no HTML, no pictures, links to https only. The library is fetched when it is needed. */
import { lazy, Suspense, type ReactNode } from 'react';
import { Waiting } from './loaded.tsx';

const Limited = lazy(() => import('./markdown-limited.tsx'));

export function Markdown({ text }: { readonly text: string }): ReactNode {
  return (
    <Suspense fallback={<Waiting lines={3} />}>
      <Limited text={text} />
    </Suspense>
  );
}
