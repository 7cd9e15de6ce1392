/** A page that fails while it is drawn. */
import type { ReactNode } from 'react';

export default function Broken({ why }: { readonly why: string }): ReactNode {
  throw new Error(why);
}
