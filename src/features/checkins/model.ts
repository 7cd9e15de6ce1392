/** A check-in: what one member of a pair says in one round. The later answer replaces the former. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import { personCard, personId } from '../people/model.ts';
import { headcount, release, type ReleaseItem } from '../release/model.ts';

export const rounds = ['day-14', 'day-30'] as const;
export const round = z.enum(rounds);
export type Round = z.infer<typeof round>;

export const metAnswers = ['yes', 'planned', 'not-yet'] as const;
export const met = z.enum(metAnswers);
export type Met = z.infer<typeof met>;

/**
 * Own items, 1 (disagree) to 5 (agree). Constructs: relational quality and effectiveness after the Mentorship Working Alliance
 * (Rogers & Byars-Winston 2025); career after the mentoring functions (Castro, Scandura & Williams 2004); distancing as the
 * warning sign (Eby et al. 2004). No equivalence with these scales is claimed.
 */
export const items = ['open-talks', 'next-step', 'more-options', 'often-moved'] as const;
export type Item = (typeof items)[number];
export const rating = z.union([z.number().int().min(1).max(5), z.literal('skipped')]);
export type Rating = z.infer<typeof rating>;
/** The word for a rating in the word lists: `point.<point>`. */
export type Point = '1' | '2' | '3' | '4' | '5' | 'skipped';

export function pointOf(one: Rating): Point {
  return String(one) as Point;
}

export const longestNote = 500;

const ratings = z.strictObject({
  'open-talks': rating,
  'next-step': rating,
  'more-options': rating,
  'often-moved': rating,
});

/** What a person sends; `met` in the round of day 14, ratings and a note in the round of day 30. */
export const said = z.discriminatedUnion('round', [
  z.strictObject({ round: z.literal('day-14'), met, contact: z.boolean() }),
  z.strictObject({
    round: z.literal('day-30'),
    ratings,
    contact: z.boolean(),
    note: z.string().trim().max(longestNote),
  }),
]);
export type Said = z.infer<typeof said>;

export const checkIn = z.strictObject({ pairId: id, personId, said, at: z.number() });
export type CheckIn = z.infer<typeof checkIn>;

/** One round of a pair as its member sees it: open to answer, and what was said. */
export const checkInView = z.strictObject({
  programmeId: id,
  pairId: id,
  round,
  partner: personCard,
  said: said.optional(),
  at: z.number().optional(),
});
export type CheckInView = z.infer<typeof checkInView>;

/** How many answered, as a band: `few-asked` when fewer than ten were asked. */
export const responseBand = z.enum(['few-asked', 'under-half', 'half-or-more', 'most']);
export type ResponseBand = z.infer<typeof responseBand>;

export const checkInFigures = z.strictObject({
  rounds: z.array(z.strictObject({ round, asked: headcount, answered: responseBand })),
  released: release.optional(),
});
export type CheckInFigures = z.infer<typeof checkInFigures>;

export const releaseItems: readonly ReleaseItem[] = [
  ...items.map((item) => ({ id: item, kind: 'rating' as const })),
  { id: 'note', kind: 'text' },
];
