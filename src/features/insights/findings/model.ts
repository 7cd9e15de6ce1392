/**
 * "You said, we did": a finding out of what was told, the decision about it with its reason, the change that follows, and the message
 * to everybody who was asked, never to persons by their answer. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { languages, type Language } from '../../../platform/words.ts';
import { language, personId } from '../../people/model.ts';
import { date, stages } from '../../programmes/model.ts';

export const choices = ['change', 'keep', 'not-now'] as const;
export type Choice = (typeof choices)[number];

/** More would be no list that one can answer for, and would not fit the batch that closes a programme. */
export const mostFindings = 60;

/** Where it comes from, and so who is told: whoever a survey asked, who is or was in a pair, or everybody who takes part. */
export const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('survey'), surveyId: id }),
  z.strictObject({ kind: z.literal('check-ins') }),
  z.strictObject({ kind: z.literal('talks') }),
  z.strictObject({ kind: z.literal('funnel') }),
  z.strictObject({ kind: z.literal('own') }),
]);
export type Source = z.infer<typeof source>;

const line = z.string().trim().min(5).max(300);
const why = z.string().trim().min(10).max(600);
const what = z.string().trim().max(300);
const day = z.union([date, z.literal('')]);

/** What people read, in one language; `what` is empty where nothing changes. */
export const texts = z.strictObject({ said: line, why: why.or(z.literal('')), what });
export type Texts = z.infer<typeof texts>;
const translated = z.strictObject({ said: z.string().trim().max(300), why: z.string().trim().max(600), what });
const translations = z.partialRecord(language, translated);

export const decision = z.strictObject({ choice: z.enum(choices), at: z.number(), by: personId });

/** Of a change: who does it and until when; this may still move after people were told. */
export const doing = z.strictObject({ who: z.string().trim().max(120), until: day, isDone: z.boolean() });
export type Doing = z.infer<typeof doing>;

export const finding = texts.extend({
  id,
  /** The language of the texts. */
  language,
  translations,
  source,
  /** The figure or theme as it was told, in each language: what comes later changes no finding. */
  basis: z.record(language, z.string()),
  createdAt: z.number(),
  /** Grows with each change, so that no window overwrites another. */
  version: z.number().int(),
  decision: decision.optional(),
  doing,
  /** The telling by which people were told. */
  tellingId: id.optional(),
});
export type Finding = z.infer<typeof finding>;

/** Findings that were told together, in one message to each person. */
export const telling = z.strictObject({
  ...{ id, at: z.number(), by: personId },
  /** Messages are written for everybody up to this person, in the order of their ids. */
  upTo: z.string(),
});
export type Telling = z.infer<typeof telling>;

/** A released result that may become a finding, in the reader's language. */
export const offer = z.strictObject({ key: id, source, says: z.string() });
export type Offer = z.infer<typeof offer>;

const decisionDraft = z.strictObject({
  choice: z.enum(choices).optional(),
  ...{ why: texts.shape.why, what },
  doing: doing.omit({ isDone: true }),
});
export type DecisionDraft = z.infer<typeof decisionDraft>;

/** Out of a result by its key, or of one's own with where it comes from; the decision may come with it. */
export const newFinding = decisionDraft.extend({
  offer: id.optional(),
  from: z.string().trim().max(200),
  said: line,
});
export type NewFinding = z.infer<typeof newFinding>;

export const deciding = decisionDraft.extend({ said: line, translations, version: z.number().int() });
export type Deciding = z.infer<typeof deciding>;

export const following = doing.extend({ version: z.number().int() });
export type Following = z.infer<typeof following>;

export const audiences = ['survey', 'pairs', 'participants'] as const;
export type AudienceKind = (typeof audiences)[number];

export function audienceOf({ kind }: Source): AudienceKind {
  if (kind === 'survey') return 'survey';
  return kind === 'check-ins' ? 'pairs' : 'participants';
}

export const findingView = finding.omit({ createdAt: true, basis: true, source: true }).extend({
  state: z.enum(['open', 'decided', 'told']),
  to: z.enum(audiences),
  basis: z.string(),
});
export type FindingView = z.infer<typeof findingView>;

export const findingsPage = z.strictObject({
  programme: z.strictObject({ id, name: z.string(), stage: z.enum(stages), language }),
  findings: z.array(findingView),
  offers: z.array(offer),
});
export type FindingsPage = z.infer<typeof findingsPage>;

/** What somebody reads who was asked: what was said, and what comes of it. */
export const toldLine = texts.extend({
  id,
  choice: z.enum(choices),
  until: day,
  isDone: z.boolean(),
  at: z.number(),
});
export type ToldLine = z.infer<typeof toldLine>;
export const toldPage = z.strictObject({ programme: z.string(), lines: z.array(toldLine) });
export type ToldPage = z.infer<typeof toldPage>;

export function stateOf({ decision: made, tellingId }: Pick<Finding, 'decision' | 'tellingId'>): FindingView['state'] {
  if (tellingId !== undefined) return 'told';
  return made ? 'decided' : 'open';
}

/** The finding as it is told in a language; what is not translated is read in the binding one. */
export function findingIn(reader: Language, one: Finding): Texts {
  const own = reader === one.language ? undefined : one.translations[reader];
  const { said, why: reason, what: change } = one;
  return { said: own?.said || said, why: own?.why || reason, what: own?.what || change };
}

/** The languages in which some of it is read in the binding one. */
export function borrowed(one: Pick<Finding, 'language' | 'translations' | 'what'>): Language[] {
  const isWhole = (other: Language): boolean => {
    const own = one.translations[other];
    return own !== undefined && own.said !== '' && own.why !== '' && (one.what === '' || own.what !== '');
  };
  return languages.filter((other) => other !== one.language && !isWhole(other));
}
