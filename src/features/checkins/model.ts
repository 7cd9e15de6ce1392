/** A check-in: what one member of a pair says in one round. The later answer replaces the former. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import { personCard, personId } from '../people/model.ts';
import { headcount, release } from '../release/model.ts';
import { askedQuestion, question, questionId } from '../surveys/questions/model.ts';

/**
 * Rounds are named by rule and for good, since answers are kept under their names: days after a pair began, in months from the
 * second on, then the close and six months after it.
 */
export type Round = string;
export const round = z
  .string()
  .regex(/^(?:day-\d{2,3}|close|after-six-months)$/)
  .refine((name) => !name.startsWith('day-') || name === 'day-14' || (daysOf(name) % 30 === 0 && daysOf(name) > 0));

/** What a round asks: whether they met, the four of the first month, the same of every later one, looking back, and once more. */
export const roundKinds = ['met', 'first', 'regular', 'close', 'later'] as const;
export type RoundKind = (typeof roundKinds)[number];

const kinds: Readonly<Record<string, RoundKind>> = {
  ...{ 'day-14': 'met', 'day-30': 'first', close: 'close', 'after-six-months': 'later' },
};

export const kindOf = (one: Round): RoundKind => kinds[one] ?? 'regular';

/** Of a round that is named after its day. */
export const daysOf = (one: Round): number => Number(one.slice('day-'.length));

export const metAnswers = ['yes', 'planned', 'not-yet'] as const;
export const met = z.enum(metAnswers);
export type Met = z.infer<typeof met>;

/** An agree scale runs from 1 to 5, a recommendation from 0 to 10. */
export const rating = z.union([z.number().int().min(0).max(10), z.literal('skipped')]);
export type Rating = z.infer<typeof rating>;
/** The word for a rating in the word lists: `point.<point>`. */
export type Point = '1' | '2' | '3' | '4' | '5' | 'skipped';

export function pointOf(one: Rating): Point {
  return String(one) as Point;
}

export const longestNote = 500;

/**
 * Who reads the note: nobody else, the partner, the coordinators with the name, the coordinators among ten others and without one, or
 * the confidential advisers. `together` is what notes without a word about it were told, so it stands for these. What is for an
 * adviser is kept apart (`confiding/`): a kept answer never says `adviser`.
 */
export const noteReaders = ['nobody', 'partner', 'coordinator', 'together', 'adviser'] as const;
export const noteReader = z.enum(noteReaders);
export type NoteReader = z.infer<typeof noteReader>;

export const saidMet = z.strictObject({ round: z.literal('day-14'), met, contact: z.boolean() });
export const saidRated = z.strictObject({
  round,
  ratings: z.record(questionId, rating),
  contact: z.boolean(),
  note: z.string().trim().max(longestNote),
  noteFor: noteReader.optional(),
  /** The two may be told where they see it differently, if the other says so too. */
  share: z.boolean().optional(),
});
export type SaidRated = z.infer<typeof saidRated>;

/** What a person sends; `met` in the round of day 14, ratings and a note in all others. */
export const said = z.union([saidMet, saidRated]);
export type Said = z.infer<typeof said>;

export const checkIn = z.strictObject({ pairId: id, personId, said, at: z.number() });
export type CheckIn = z.infer<typeof checkIn>;

/** `later`: once more in three days. `not-now`: it waits in the tab. `not-this`: nothing more comes of this round. */
export const putOffWays = ['later', 'not-now', 'not-this'] as const;
export const putOffWay = z.enum(putOffWays);
export type PutOffWay = z.infer<typeof putOffWay>;

export const putOff = z.strictObject({
  way: putOffWay,
  at: z.number(),
  /** It was asked once more, or will be then. */
  again: z.number().optional(),
});
export type PutOff = z.infer<typeof putOff>;

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

/** Where the two see it differently: what it is about and an idea for the next talk, never who said what. */
export const difference = z.strictObject({ id: questionId, text: z.string(), idea: z.string() });
export type Difference = z.infer<typeof difference>;

/** `off`: the reader did not agree. `waits`: the other has not answered, or not agreed. */
export const compared = z.union([z.enum(['off', 'waits', 'alike']), z.array(difference)]);
export type Compared = z.infer<typeof compared>;

/** What its writer sees of a note for the confidential advisers, while it is kept. */
export const confided = z.strictObject({
  text: z.string(),
  at: z.number(),
  /** Names of those who can read it now; nobody while no adviser takes requests. */
  advisers: z.array(z.string()),
  read: z.strictObject({ by: z.string(), at: z.number() }).optional(),
  goesOn: z.number(),
});
export type Confided = z.infer<typeof confided>;

/** A round with its questions, in the reader's language. */
export const checkInPage = checkInView.extend({
  asks: z.array(askedQuestion),
  /** The question of the note. */
  note: z.string().optional(),
  /** An answer can be given, or changed. */
  isOpen: z.boolean(),
  readers: z.array(noteReader),
  /** Names of the advisers who would read a note for them. */
  advisers: z.array(z.string()),
  confided: confided.optional(),
  mayShare: z.boolean(),
  compared,
  put: putOffWay.optional(),
});
export type CheckInPage = z.infer<typeof checkInPage>;

/** What a pair finds of its check-ins on its page. */
export const checkInsOfPair = z.strictObject({
  differs: z.array(z.strictObject({ round, items: z.array(difference) })),
  /** What the partner wrote for the reader. */
  notes: z.array(z.strictObject({ round, text: z.string(), at: z.number() })),
});
export type CheckInsOfPair = z.infer<typeof checkInsOfPair>;

/** What somebody wrote for the coordinators, with their name: they chose it. */
export const noteLine = z.strictObject({ pairId: id, round, person: personCard, text: z.string(), at: z.number() });
export type NoteLine = z.infer<typeof noteLine>;

/** How many answered, as a band: `few-asked` when fewer than ten were asked. */
export const responseBand = z.enum(['few-asked', 'under-half', 'half-or-more', 'most']);
export type ResponseBand = z.infer<typeof responseBand>;

export const roundResponse = z.strictObject({ round, asked: headcount, answered: responseBand });
export type RoundResponse = z.infer<typeof roundResponse>;

/** Every round that was asked, the earliest first, with what was released of it. */
export const checkInFigures = z.strictObject({
  rounds: z.array(roundResponse.extend({ questions: z.array(question), released: release.optional() })),
});
export type CheckInFigures = z.infer<typeof checkInFigures>;
