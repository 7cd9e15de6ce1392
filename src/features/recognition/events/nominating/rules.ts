/** Decisions about nominations: for which pair a voice speaks, what both said yes to, what the jury may read, what is told to whoever nominated. */
import { partnerOf, sideOf, type Pair } from '../../../pairs/model.ts';
import type { HonouredSide, Phase, SideCounts } from '../model.ts';
import type { Fate, Nomination, NominationKind, Voice } from './model.ts';

/** Also when they rounded it off: the work was done. A pair that one of the two left is asked nothing any more. */
export function isStanding(one: Pair): boolean {
  return one.state === 'active' || one.state === 'paused' || (one.state === 'ended' && one.ending === 'together');
}

export type Standing = ReadonlySet<string>;
export const standingOf = (pairs: readonly Pair[]): Standing => new Set(pairs.filter(isStanding).map(({ id }) => id));

/** A yes holds for the words that were there. */
export function hasAgreed({ answers }: Pick<Nomination, 'answers'>, personId: string, { place }: Voice): boolean {
  const own = answers[personId];
  return own?.said === 'yes' && own.upTo >= place;
}

/** Both of the pair said yes to these words, and they still stand by each other. */
export function isReadable(one: Nomination, voice: Voice, standing: Standing): boolean {
  if (voice.pairId === undefined || voice.members.length !== 2 || !standing.has(voice.pairId)) return false;
  return voice.members.every((personId) => hasAgreed(one, personId, voice));
}

export const readableVoices = (one: Nomination, standing: Standing): Voice[] =>
  one.voices.filter((voice) => isReadable(one, voice, standing));

export const isConsidered = (one: Nomination, standing: Standing): boolean => readableVoices(one, standing).length > 0;

/** Everybody whose yes some voice needs. */
export const askedFor = ({ voices }: Pick<Nomination, 'voices'>): string[] => [
  ...new Set(voices.flatMap(({ members }) => members)),
];

/** The voices that need this person's yes; in them is what they may read. */
export const voicesAbout = ({ voices }: Pick<Nomination, 'voices'>, personId: string): Voice[] =>
  voices.filter(({ members }) => members.includes(personId));

/** There are words that this person has not answered; whoever said no is not asked again. */
export function waitsFor(one: Nomination, personId: string): boolean {
  const own = one.answers[personId];
  if (own?.said === 'no') return false;
  return voicesAbout(one, personId).some(({ place }) => place > (own?.upTo ?? 0));
}

/** Which pair is meant by the names of colleagues: the two themselves; or of one person the pair with whoever nominates, else the longest. */
export function pairMeant(people: readonly string[], by: string, pairs: readonly Pair[]): Pair | undefined {
  const theirs = pairs
    .filter((one) => isStanding(one) && people.every((personId) => sideOf(one, personId) !== undefined))
    .toSorted((a, b) => (a.activeAt ?? 0) - (b.activeAt ?? 0) || (a.id < b.id ? -1 : 1));
  return theirs.find((one) => sideOf(one, by) !== undefined) ?? theirs[0];
}

export function subjectOf(one: Pair, kind: NominationKind): string[] {
  if (kind === 'pair') return [one.menteeId, one.mentorId].toSorted();
  return [kind === 'mentor' ? one.mentorId : one.menteeId];
}

/** What of their own pairs somebody can nominate: the other of the two, never the whole of it. */
export function partnersToNominate(personId: string, pairs: readonly Pair[]): { pair: Pair; kind: HonouredSide }[] {
  return pairs
    .filter((one) => isStanding(one) && sideOf(one, personId) !== undefined)
    .map((pair) => ({ pair, kind: sideOf(pair, partnerOf(pair, personId)) ?? 'mentor' }));
}

/** Everybody of a nomination with the side on which they are honoured. */
export function sidesOf(one: Nomination, pairs: ReadonlyMap<string, Pair>): Map<string, HonouredSide> {
  const sides = new Map<string, HonouredSide>();
  for (const { pairId } of one.voices) {
    const pair = pairs.get(pairId ?? '');
    for (const personId of pair ? one.subject : []) {
      const side = pair && sideOf(pair, personId);
      if (side && !sides.has(personId)) sides.set(personId, side);
    }
  }
  return sides;
}

/** People, not nominations: whoever was named alone and in a pair counts once. */
export function countSides(all: readonly ReadonlyMap<string, HonouredSide>[]): SideCounts {
  const of = (wanted: HonouredSide): number =>
    new Set(all.flatMap((sides) => [...sides].flatMap(([id, side]) => (side === wanted ? [id] : [])))).size;
  return { mentors: of('mentor'), mentees: of('mentee') };
}

/** Nothing before the jury begins; then the same word whoever said no, or nothing, or took part in no pair at all. */
export function fateOf(one: Nomination, standing: Standing, phase: Phase): Fate {
  if (phase === 'nominating' || phase === 'answering') return 'asked';
  if (!isConsidered(one, standing)) return 'not-considered';
  return phase === 'judging' ? 'with-jury' : 'decided';
}
