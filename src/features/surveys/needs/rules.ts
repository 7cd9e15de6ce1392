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
const wantItem = 'want-mentor';
export const soughtItem = 'want-topics';
export const offeredItem = 'mentor-topics';

/** What is short stands first, then what is sought most. */
export function needsLines({ sought, offered, nameOf, inTalks }: Sides): NeedsLine[] {
  const [seekers, mentors] = [seekersOf(sought), offered && exactly(offered.responses)];
  const lines = topics.map((topic): NeedsLine => {
    const wants = sideOf(sought, soughtItem, { topic, people: seekers });
    const gives = sideOf(offered, offeredItem, { topic, people: mentors });
    return {
      ...{ topic, name: nameOf(topic), sought: wants, offered: gives, inTalks: inTalks.has(topic) },
      state: stateOf(wants.people, gives.people),
    };
  });
  const weight = ({ state, sought: { share = -1 } }: NeedsLine): number => (state === 'short' ? 1000 : 0) + share;
  return lines.toSorted((a, b) => weight(b) - weight(a));
}

/** `people` were asked for topics. About so many chose one: shares of few people are rounded, so this is no count. */
function sideOf(
  release: Release | undefined,
  itemId: string,
  { topic, people }: { readonly topic: Topic; readonly people: number | undefined },
): NeedsLine['sought'] {
  const share = chosenBy(release, optionItem(itemId, topic));
  if (share === undefined) return {};
  return { share, ...(people === undefined ? {} : { people: Math.round((people * share) / 100) }) };
}

/** Only whoever wants a mentor, or perhaps, is asked for topics. */
function seekersOf(release: Release | undefined): number | undefined {
  const all = release && exactly(release.responses);
  const [yes, perhaps] = ['yes', 'perhaps'].map((one) => chosenBy(release, optionItem(wantItem, one)));
  if (all === undefined || yes === undefined || perhaps === undefined) return undefined;
  return Math.round((all * (yes + perhaps)) / 100);
}

function chosenBy(release: Release | undefined, itemId: string): number | undefined {
  const figure = release?.figures.find((one) => one.itemId === itemId);
  return figure?.state === 'shown' ? (figure.shares[chosen - 1] ?? 0) : undefined;
}

const exactly = (responses: Headcount): number | undefined =>
  responses.kind === 'exact' ? responses.people : undefined;

/** A mentor is taken to help one person at a time. */
function stateOf(sought: number | undefined, offered: number | undefined): NeedsLine['state'] {
  if (sought === undefined || offered === undefined) return 'unknown';
  return sought > offered ? 'short' : 'enough';
}
