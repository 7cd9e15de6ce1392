/**
 * A slip: what somebody entered beside its person, or read from a paper without a signature. It is no application until the person
 * confirms it by the code on it, and goes by itself when that does not happen. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { languages } from '../../../platform/words.ts';
import { personCard, personId } from '../../people/model.ts';
import { questionnaire, type Questionnaire } from '../model.ts';

/** What is asked beside somebody and on paper: without wishes for persons and "rather not", which no third person should hear. */
export const spokenAnswers = questionnaire.omit({ wishes: true, ratherNot: true });
export type SpokenAnswers = z.infer<typeof spokenAnswers>;

/** By what somebody came who applied without a tab. */
export const slipChannels = ['helped', 'kiosk', 'paper'] as const;
export type SlipChannel = (typeof slipChannels)[number];

/** Four characters by which a slip is found, six that only the paper says: 30 bits, of which few may be tried. */
export const numberLength = 4;
export const secretLength = 6;
export const mostWrong = 5;
export const slipNumber = z.string().regex(/^[0-9a-hjkmnp-tv-z]{4}$/);
/** As it is typed: with spaces, dashes and capitals, and with letters that are taken for digits. */
export const typedCode = z.string().trim().min(1).max(40);

export const slip = z.strictObject({
  number: slipNumber,
  programmeId: id,
  personId,
  answers: spokenAnswers,
  channel: z.enum(slipChannels),
  language: z.enum(languages),
  /** Of the paper form that it was read from. */
  serial: id.optional(),
  by: personId,
  at: z.number(),
  /** After this instant it is gone. */
  until: z.number(),
  salt: z.string(),
  hash: z.string(),
  /** Codes that were tried and did not fit. */
  wrong: z.number().int().min(0),
  /** By which the last was tried: the same one once more is no other try. */
  request: id.optional(),
});
export type Slip = z.infer<typeof slip>;

export const slipDraft = z.strictObject({
  personId,
  answers: spokenAnswers,
  /** In which the slip is printed: the person's, not the helper's. */
  language: z.enum(languages),
  /** Of whoever asked at the kiosk to be spoken with. */
  requestId: id.optional(),
});
export type SlipDraft = z.infer<typeof slipDraft>;

/** A file in an answer that says more than the file: base64, for it goes through JSON. */
export const handed = z.strictObject({ name: z.string(), pdf: z.string() });
export type Handed = z.infer<typeof handed>;

/** For coordinators: that a slip waits, never what is on it. */
export const slipLine = z.strictObject({
  number: slipNumber,
  person: personCard,
  by: personCard.optional(),
  channel: z.enum(slipChannels),
  at: z.number(),
  until: z.number(),
  /** Too many wrong codes were tried: a new slip is needed. */
  locked: z.boolean(),
});
export type SlipLine = z.infer<typeof slipLine>;

/** `kept`: the person had applied by themselves, and that stays. `wrong`: no such code here, or not any more. */
export const confirmations = ['applied', 'kept', 'wrong', 'over'] as const;
export type Confirmation = (typeof confirmations)[number];

/** What is private is taken from what the person had begun by themselves. */
export function wholeOf(spoken: SpokenAnswers, before: Questionnaire | undefined): Questionnaire {
  const { wishes = { department: 'any' as const, picks: [] }, ratherNot = [] } = before ?? {};
  return { ...spoken, wishes, ratherNot };
}
