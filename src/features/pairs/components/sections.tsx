/** The slot of the pair's page for later features: each hands in sections, the tab puts them together, the page loads them. */
import { lazy, Suspense, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react';
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
        <Suspense key={section.id} fallback={<Waiting lines={3} />}>
          <Part {...rest} />
        </Suspense>
      );
    });
}
