/** What changes between two proposals, mentee by mentee: those who lose a mentor first, then those who win one, then the others. */
import { strengths, type Proposal, type ProposedPair, type Strength } from '../model.ts';
import type { Move } from './model.ts';

type Side = Pick<ProposedPair, 'menteeId' | 'mentorId' | 'strength'>;

export function movesBetween(before: readonly Side[], after: readonly Side[]): Move[] {
  const [old, now] = [before, after].map((pairs) => new Map(pairs.map((one) => [one.menteeId, one])));
  const ids = [...new Set([...before, ...after].map(({ menteeId }) => menteeId))].toSorted();
  const moves = ids.flatMap((menteeId): Move[] => {
    const [from, to] = [old?.get(menteeId), now?.get(menteeId)];
    if (from?.mentorId === to?.mentorId) return [];
    return [{ menteeId, ...(from ? { from: sideOf(from) } : {}), ...(to ? { to: sideOf(to) } : {}) }];
  });
  return moves.toSorted((a, b) => rank(a) - rank(b));
}

const sideOf = ({ mentorId, strength }: Side) => ({ mentorId, strength });
const rank = ({ from, to }: Move): number => (to ? (from ? 2 : 1) : 0);

/** Above 0: better for this mentee, in words and not in points; 0 for another mentor who fits as well. */
export function gainOf({ from, to }: Move): number {
  const height = (one: { readonly strength: Strength } | undefined): number =>
    one ? strengths.length - strengths.indexOf(one.strength) : 0;
  return height(to) - height(from);
}

export function gainsOf(moves: readonly Move[]): { readonly better: number; readonly worse: number } {
  const gains = moves.map(gainOf);
  return { better: gains.filter((gain) => gain > 0).length, worse: gains.filter((gain) => gain < 0).length };
}

type Weighed = Pick<Proposal, 'weights'>;

/** Points and strengths of two proposals mean the same. */
export function isWeighedAlike({ weights: one }: Weighed, { weights: other }: Weighed): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((part) => one[part] === other[part]);
}
