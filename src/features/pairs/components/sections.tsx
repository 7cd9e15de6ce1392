/** The slot of the pair's page for later features: each hands in sections, the tab puts them together, the page loads them. */
import { makeStyles } from '@fluentui/react-components';
import { useIsFetching } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react';
import { Waiting } from '../../../ui/loaded.tsx';
import type { PairState, PairView } from '../model.ts';

export interface PairSectionProps {
  readonly programmeId: string;
  readonly pairId: string;
  readonly pair: PairView;
}

/** A section renders its own `Section` with its heading, or nothing. */
export interface PairSection {
  readonly id: string;
  /** The states of a pair in which it has something to show. */
  readonly states: readonly PairState[];
  /** Also for a mentor from outside. */
  readonly guests?: true;
  readonly load: () => Promise<{ readonly default: ComponentType<PairSectionProps> }>;
}

const useStyles = makeStyles({
  // Below the bar that stays at the top; a section without anything leaves no gap.
  place: { scrollMarginTop: '64px', ':empty': { display: 'none' } },
});

const loaded = new Map<string, LazyExoticComponent<ComponentType<PairSectionProps>>>();

function componentOf({ id, load }: PairSection): LazyExoticComponent<ComponentType<PairSectionProps>> {
  const found = loaded.get(id) ?? lazy(load);
  loaded.set(id, found);
  return found;
}

export function PairSections(props: PairSectionProps & { readonly sections: readonly PairSection[] }): ReactNode {
  const { sections, ...rest } = props;
  return sections
    .filter(({ states, guests }) => states.includes(rest.pair.state) && (!rest.pair.asGuest || guests))
    .map((section) => {
      const Part = componentOf(section);
      return (
        <Place key={section.id} id={section.id}>
          <Suspense fallback={<Waiting lines={3} />}>
            <Part {...rest} />
          </Suspense>
        </Place>
      );
    });
}

const ownMoves = ['pointerdown', 'keydown', 'wheel'] as const;

/**
 * What a link such as `…#thanks` leads to: goes there once the page is whole, so that nothing pushes it away again, and not any more
 * when its reader has begun to do something.
 */
function Place({ id, children }: { readonly id: string; readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const went = useRef(false);
  const isWhole = useIsFetching() === 0;
  useEffect(() => {
    if (location.hash !== `#${id}`) return undefined;
    const stay = (): void => void (went.current = true);
    for (const move of ownMoves) addEventListener(move, stay);
    return () => {
      for (const move of ownMoves) removeEventListener(move, stay);
    };
  }, [id]);
  useEffect(() => {
    const heading = place.current?.querySelector('h2');
    if (!isWhole || !heading || went.current || location.hash !== `#${id}`) return;
    went.current = true;
    place.current?.scrollIntoView();
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
  return (
    <div className={styles.place} ref={place}>
      {children}
    </div>
  );
}
