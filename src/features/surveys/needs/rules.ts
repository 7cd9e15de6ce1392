/** Reads the map out of released figures only, so it tells nothing that was not told. */
import type { Headcount, Release } from '../../release/model.ts';
import { chosen, optionItem } from '../questions/rules.ts';
import { topics, type NeedsLine, type Topic } from './model.ts';

export interface Sides {
  readonly sought: Release | undefined;
  readonly offered: Release | undefined;
  readonly nameOf: (this: void, topic: Topic) => string;
  /** Themes of talks that were told. */
  readonly inTalks: ReadonlySet<string>;
}

/** The questions that ask for topics, and for offering them. */
export const soughtItem = 'want-topics';
export const offeredItem = 'mentor-topics';

/** What is short stands first, then what is sought most. */
export function needsLines({ sought, offered, nameOf, inTalks }: Sides): NeedsLine[] {
  const lines = topics.map((topic): NeedsLine => {
    const [wants, gives] = [sideOf(sought, soughtItem, topic), sideOf(offered, offeredItem, topic)];
    return {
      ...{ topic, name: nameOf(topic), sought: wants, offered: gives, inTalks: inTalks.has(topic) },
      state: stateOf(wants.people, gives.people),
    };
  });
  const weight = ({ state, sought: { share = -1 } }: NeedsLine): number => (state === 'short' ? 1000 : 0) + share;
  return lines.toSorted((a, b) => weight(b) - weight(a));
}

function sideOf(release: Release | undefined, itemId: string, topic: Topic): NeedsLine['sought'] {
  const figure = release?.figures.find((one) => one.itemId === optionItem(itemId, topic));
  if (!release || figure?.state !== 'shown') return {};
  const share = figure.shares[chosen - 1] ?? 0;
  const people = peopleOf(release.responses, share);
  return { share, ...(people === undefined ? {} : { people }) };
}

/** About so many: shares of few people are rounded, so this is no count. */
function peopleOf(responses: Headcount, share: number): number | undefined {
  return responses.kind === 'exact' ? Math.round((responses.people * share) / 100) : undefined;
}

/** A mentor is taken to help one person at a time. */
function stateOf(sought: number | undefined, offered: number | undefined): NeedsLine['state'] {
  if (sought === undefined || offered === undefined) return 'unknown';
  return sought > offered ? 'short' : 'enough';
}
