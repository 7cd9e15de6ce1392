/** A region that scrolls; it can be reached and scrolled by keyboard also where nothing in it can be pressed. */
import type { ComponentProps, ReactNode } from 'react';

const reachable = { tabIndex: 0 } as const;

export function Scroller(props: ComponentProps<'section'>): ReactNode {
  return <section {...reachable} {...props} />;
}
