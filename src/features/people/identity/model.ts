/**
 * Identity questions: each voluntary, each with "prefer not to say" and own words, none needed for anything. An answer belongs to
 * the person alone: nobody reads it, the person included; it only counts as a private wish, after a consent. Safe in the browser.
 */
import { z } from 'zod';

/** The constructs of evidence.md, in the order in which they are asked. */
export const questions = [
  ...['gender', 'age', 'origin', 'home-language', 'disability', 'care', 'first-to-study'],
  ...['orientation', 'gender-identity', 'belief'],
] as const;
export const question = z.enum(questions);
export type Question = z.infer<typeof question>;

/** What can be chosen besides own words and "prefer not to say"; the words are in the word lists under `identity.<question>.<choice>`. */
export const choicesOf = {
  gender: ['woman', 'man', 'non-binary'],
  age: ['under-30', '30-39', '40-49', '50-59', '60-or-over'],
  origin: ['born-abroad', 'parent-born-abroad', 'neither'],
  'home-language': ['work-language', 'another-language', 'several'],
  disability: ['yes', 'no'],
  care: ['children', 'relatives', 'both', 'none'],
  'first-to-study': ['yes', 'no'],
  orientation: ['heterosexual', 'gay-or-lesbian', 'bisexual'],
  'gender-identity': ['same-as-at-birth', 'transgender'],
  belief: ['christian', 'muslim', 'jewish', 'humanist', 'none'],
} as const satisfies Readonly<Record<Question, readonly string[]>>;

/** `off`: not asked. `anonymous`: only ever asked in anonymous surveys, and nothing is kept with the person. */
export const modes = ['off', 'anonymous', 'on'] as const;
export const mode = z.enum(modes);
export type Mode = z.infer<typeof mode>;

export const longestOwnWords = 120;

/** What a person sends: one of the choices, own words, or that they prefer not to say. */
export const answerDraft = z
  .strictObject({
    question,
    said: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('choice'), choice: z.string().max(40) }),
      z.strictObject({ kind: z.literal('own-words'), words: z.string().trim().min(1).max(longestOwnWords) }),
      z.strictObject({ kind: z.literal('prefer-not') }),
    ]),
    /** "I would like a partner with whom I share this": a wish that counts in the matching, and that nobody sees. */
    wish: z.boolean(),
    /** The version of the text that the person agreed to. */
    textVersion: z.number().int(),
  })
  .refine(({ question: asked, said }) => said.kind !== 'choice' || isChoiceOf(asked, said.choice), {
    path: ['said', 'choice'],
    message: 'not-one-of',
  });
export type AnswerDraft = z.infer<typeof answerDraft>;
export type Said = AnswerDraft['said'];

export function isChoiceOf(asked: Question, choice: string): boolean {
  return (choicesOf[asked] as readonly string[]).includes(choice);
}

/** What is encrypted: the answer, and the wish. */
export const answer = z.strictObject({ said: z.unknown(), wish: z.boolean() });

/** Grows when the text of the consent changes: a consent holds for the version that was read. */
export const textVersion = 1;

/** An entry of the consent ledger: what, which version of the text, when, how, withdrawn when. Entries are only ever ended. */
export const consent = z.strictObject({
  question,
  purpose: z.literal('private-wish'),
  textVersion: z.number().int(),
  givenAt: z.number(),
  how: z.literal('tab'),
  withdrawnAt: z.number().optional(),
});
export type Consent = z.infer<typeof consent>;

/** What the person's own page shows: whether a question is answered, never what was answered. */
export const identityView = z.strictObject({
  textVersion: z.number().int(),
  questions: z.array(z.strictObject({ question, mode, answeredAt: z.number().optional() })),
  ledger: z.array(consent),
});
export type IdentityView = z.infer<typeof identityView>;

/** Two letters, as the directory says them; `ZZ` for people of whom it says none, and for all countries without a row. */
export const country = z.string().regex(/^[A-Z]{2}$/);
export const countryModes = z.strictObject(
  Object.fromEntries(questions.map((one) => [one, mode])) as Record<Question, typeof mode>,
);
export type CountryModes = z.infer<typeof countryModes>;
export const countrySetting = z.strictObject({ country, modes: countryModes });
export type CountrySetting = z.infer<typeof countrySetting>;
