/**
 * Nominations. What several say of the same is one nomination with several voices; a voice is read by the jury once both of the pair that
 * it speaks of said yes to it. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../../platform/ids.ts';
import { personCard, personId } from '../../../people/model.ts';
import { criterionId, eventFacts, longest } from '../model.ts';

export const kinds = ['pair', 'mentor', 'mentee'] as const;
export type NominationKind = (typeof kinds)[number];

/** More at once from one person would be a campaign; more voices about one would fit no page. */
export const mostNominations = { each: 5, voices: 30, inAll: 200 } as const;

const why = z.string().trim().min(1).max(longest.why);
const said = { criteria: z.array(criterionId).min(1).max(10), why };
/**
 * `pair`: the whole of a pair, or one of the two. `people`: colleagues by their names; whether they take part is not told to whoever names them.
 */
export const nominationDraft = z.discriminatedUnion('who', [
  z.strictObject({ who: z.literal('pair'), pairId: id, kind: z.enum(kinds), ...said }),
  z.strictObject({ who: z.literal('people'), people: z.array(personId).min(1).max(2), ...said }),
]);
export type NominationDraft = z.infer<typeof nominationDraft>;

export const voice = z.strictObject({
  /** Grows: a yes holds for the voices up to a place. */
  place: z.number().int(),
  by: personId,
  /** The pair that it speaks of; none where those who were named are in none. */
  pairId: id.optional(),
  members: z.array(personId).max(2),
  criteria: z.array(criterionId),
  why: z.string(),
  at: z.number(),
  /** One of the two had the words taken out: the criteria stay. */
  isOut: z.literal(true).optional(),
});
export type Voice = z.infer<typeof voice>;

export const answer = z.strictObject({ said: z.enum(['yes', 'no']), upTo: z.number().int(), at: z.number() });
export type Answer = z.infer<typeof answer>;

export const nomination = z.strictObject({
  id,
  eventId: id,
  kind: z.enum(kinds),
  /** One person, or the two of a pair. */
  subject: z.array(personId).min(1).max(2),
  voices: z.array(voice).max(mostNominations.voices),
  answers: z.record(personId, answer),
  turn: z.number().int(),
});
export type Nomination = z.infer<typeof nomination>;

/** What one of the two gets to read before they answer, and at any time after. */
export const aboutMe = nomination.pick({ id: true, kind: true }).extend({
  names: z.array(z.string()),
  /** They are meant themselves, or the other of their pair is. */
  isMe: z.boolean(),
  voices: z.array(voice.pick({ place: true, criteria: true, why: true, isOut: true }).extend({ byName: z.string() })),
  /** The last voice that is there: what an answer is about. */
  upTo: z.number().int(),
  mine: answer.pick({ said: true, at: true }).optional(),
  /** Words came after the answer. */
  isNew: z.boolean(),
});
export type AboutMe = z.infer<typeof aboutMe>;

/** Until the jury begins nothing is told of an answer; then only whether it is considered. */
export const fates = ['asked', 'with-jury', 'not-considered', 'decided'] as const;
export type Fate = (typeof fates)[number];
export const fromMe = z.strictObject({
  id,
  names: z.array(z.string()),
  criteria: z.array(criterionId),
  at: z.number(),
  fate: z.enum(fates),
});
export type FromMe = z.infer<typeof fromMe>;

/** Whom the reader can nominate without looking for a name. */
export const nominee = z.strictObject({ pairId: id, kind: z.enum(kinds), people: z.array(personCard) });
export type Nominee = z.infer<typeof nominee>;
export const nominatePage = eventFacts.extend({
  mayNominate: z.boolean(),
  nominees: z.array(nominee),
  /** Colleagues can be looked for by name; nobody from outside can. */
  maySearch: z.boolean(),
  isCoordinator: z.boolean(),
  left: z.number().int(),
});
export type NominatePage = z.infer<typeof nominatePage>;
