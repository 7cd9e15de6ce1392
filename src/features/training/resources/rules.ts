/** Who a resource is for, and what is found among all. */
import { folded, holdsWords, type Language } from '../../../platform/words.ts';
import type { Pair } from '../../pairs/model.ts';
import { sides, takesPartAs, type Application, type Side } from '../../recruitment/model.ts';
import { supportTopics, type SupportTopic } from '../topics/model.ts';
import type { ResourceLine } from './model.ts';

/** On which sides somebody takes part: by the application, or by a pair that goes on. */
export function sidesHere(
  personId: string,
  application: Application | undefined,
  pairs: readonly Pick<Pair, 'menteeId' | 'mentorId' | 'state'>[],
): Side[] {
  const going = pairs.filter(({ state }) => state === 'active' || state === 'paused');
  return sides.filter(
    (side) =>
      (application?.status === 'applied' && takesPartAs(side, application)) ||
      going.some((one) => (side === 'mentee' ? one.menteeId : one.mentorId) === personId),
  );
}

/** What is for the other side alone is not in the list: it would only make it longer. */
export function isFor(role: ResourceLine['role'], own: readonly Side[]): boolean {
  return role === 'both' || own.includes(role);
}

export interface Wish {
  readonly search: string;
  readonly topic: SupportTopic | undefined;
  readonly language: Language | undefined;
}

export function isFound(
  one: ResourceLine,
  { search, topic, language }: Wish,
  nameOf: (topic: SupportTopic) => string,
): boolean {
  if (topic !== undefined && one.topic !== topic) return false;
  if (language !== undefined && one.language !== language) return false;
  if (search.trim() === '') return true;
  const about = one.kind === 'link' ? one.about : '';
  return holdsWords(folded(`${one.title} ${about} ${one.topic ? nameOf(one.topic) : ''}`), search.trim());
}

export interface Group {
  /** None: what has no topic, at the end. */
  readonly topic: SupportTopic | undefined;
  readonly lines: readonly ResourceLine[];
}

/** By topic, in the order of topics; within one Tandem's course first. */
export function byTopic(lines: readonly ResourceLine[]): Group[] {
  const topics = [...supportTopics, undefined];
  return topics.flatMap((topic) => {
    const some = lines.filter((one) => one.topic === topic);
    return some.length > 0 ? [{ topic, lines: some }] : [];
  });
}
