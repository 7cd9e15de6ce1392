/** The call that invites, and the application with its questionnaire: what the match is made of. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import { languages } from '../../platform/words.ts';
import { undeliverable } from '../people/messages/model.ts';
import { personCard, personId } from '../people/model.ts';
import { date } from '../programmes/model.ts';
import { sourceCode } from './sources/model.ts';
import { audience } from './audiences/kept/model.ts';
import { quoteRef } from './quoting/model.ts';

/** What people seek and offer; the words are in the word lists under `topic.<id>`. */
export const topics = [
  ...['career-planning', 'first-leading-role', 'leading-people', 'public-speaking', 'networking', 'negotiating'],
  ...['visibility', 'self-confidence', 'work-life-balance', 'return-to-work', 'newcomer', 'company-culture'],
  ...[
    'working-across-cultures',
    'language-at-work',
    'project-management',
    'technical-depth',
    'data-skills',
    'finance-basics',
  ],
  ...['customer-contact', 'giving-feedback', 'conflict', 'change-of-field', 'study-and-training', 'wellbeing'],
] as const;
export const ambitions = [
  ...['grow-in-my-role', 'lead-a-team', 'become-an-expert', 'change-department', 'work-abroad', 'start-something-new'],
  ...['more-balance', 'be-heard', 'find-my-way', 'finish-a-degree'],
] as const;
export const interests = [
  ...['sports', 'music', 'reading', 'cooking', 'travel', 'nature', 'gardening', 'art', 'film', 'games', 'technology'],
  ...['volunteering', 'family', 'languages', 'crafts', 'photography', 'animals', 'history', 'dance', 'cycling'],
] as const;
export const values = [
  ...[
    'honesty',
    'respect',
    'freedom',
    'security',
    'justice',
    'curiosity',
    'humour',
    'loyalty',
    'independence',
    'teamwork',
  ],
  ...[
    'creativity',
    'success',
    'calm',
    'care',
    'courage',
    'tradition',
    'openness',
    'responsibility',
    'learning',
    'helping',
  ],
] as const;
/** Languages of a conversation; the four of the product first. */
export const spoken = ['nl', 'fr', 'de', 'en', 'es', 'it', 'pt', 'pl', 'ro', 'tr', 'ar', 'uk', 'ru', 'zh'] as const;

export const roles = ['mentee', 'mentor', 'both'] as const;
export type Role = (typeof roles)[number];
export const meetingForms = ['site', 'remote', 'either'] as const;

const topic = z.enum(topics);
/** 1: a little, 2: a fair amount, 3: a lot. */
export const topicLevel = z.strictObject({ topic, level: z.number().int().min(1).max(3) });

/** Every question can be left out but those that the match needs: role, languages, topics sought (mentee) and offered (mentor). */
export const questionnaire = z.strictObject({
  role: z.enum(roles),
  sought: z.array(topicLevel).max(6),
  offered: z.array(topicLevel).max(8),
  ambitions: z.array(z.enum(ambitions)).max(3),
  interests: z.array(z.enum(interests)).max(8),
  values: z.array(z.enum(values)).max(5),
  languages: z.array(z.enum(spoken)).max(6),
  meeting: z.enum(meetingForms),
  hoursAMonth: z.number().int().min(1).max(8),
  /** Mentees at the same time, for a mentor. */
  capacity: z.number().int().min(1).max(3),
  wishes: z.strictObject({
    department: z.enum(['same', 'other', 'any']),
    /** Whom one would like; a wish, never a promise. */
    picks: z.array(personId).max(3),
  }),
  /** Private: people with whom one would rather not be paired. Nobody sees it, coordinators included. */
  ratherNot: z.array(personId).max(10),
  motivation: z.string().trim().max(600),
  /** The mentor's agreement to be shown by name to a proposed mentee. */
  mayShowName: z.boolean(),
});
export type Questionnaire = z.infer<typeof questionnaire>;

/** `waiting`: for the next round, on the waiting list. */
export const applicationStatuses = ['draft', 'applied', 'waiting', 'withdrawn'] as const;
export const applicationStatus = z.enum(applicationStatuses);

/** `late`: applied after the last day. `not-chosen`: there were fewer places than applications. */
export const waitReasons = ['late', 'not-chosen'] as const;

export const sides = ['mentee', 'mentor'] as const;
export type Side = (typeof sides)[number];

export const application = z.strictObject({
  programmeId: id,
  personId,
  status: applicationStatus,
  answers: questionnaire,
  /** The call through which the person came, when it was one. */
  callId: id.optional(),
  /** The code of the link by which the person came last before beginning; nothing when that is unknown. */
  source: sourceCode.optional(),
  startedAt: z.number(),
  changedAt: z.number(),
  appliedAt: z.number().optional(),
  /** Applied in an earlier round and stayed without a partner. */
  waited: z.boolean(),
  /** Why it waits, and since which round; it stays with a withdrawal, so that taking that back changes nothing. */
  waits: z.strictObject({ why: z.enum(waitReasons), round: z.number().int() }).optional(),
  /** Of somebody who applied for both sides: on this one there was no place in this round. */
  passedOver: z.strictObject({ as: z.enum(sides), round: z.number().int() }).optional(),
  /** When the first pair of this person began. */
  begunAt: z.number().optional(),
});
export type Application = z.infer<typeof application>;

/** Sent, and not withdrawn: it counts in this round, or waits for the next. */
export function isSent({ status }: Pick<Application, 'status'>): boolean {
  return status === 'applied' || status === 'waiting';
}

/** What the person hears after each change: the time is what a draft in the browser is compared with. */
export const savedApplication = application.pick({ status: true, changedAt: true });
export type SavedApplication = z.infer<typeof savedApplication>;

export function asksForMentor(role: Role): boolean {
  return role === 'mentee' || role === 'both';
}

export function offersToMentor(role: Role): boolean {
  return role === 'mentor' || role === 'both';
}

/** On this side in this round: applied for it, and there was a place. */
export function takesPartAs(side: Side, { answers, passedOver }: Pick<Application, 'answers' | 'passedOver'>): boolean {
  const wants = side === 'mentee' ? asksForMentor : offersToMentor;
  return wants(answers.role) && passedOver?.as !== side;
}

export const callWays = ['chat', 'mail'] as const;

const ownWords = z.string().trim().max(800);

export const callDraft = z.strictObject({
  audience,
  /** A few own words above the programme's, in any of the languages; the binding language stands in for the others. */
  words: z.partialRecord(z.enum(languages), ownWords),
  /** The last day on which one can apply. */
  closesOn: date,
  /** As a card in chat where it is left out. */
  by: z.enum(callWays).optional(),
  /** The day on which it begins to go out; at once where it is left out. */
  sendOn: date.optional(),
  /** Spread over so many days. */
  overDays: z.number().int().min(1).max(20).optional(),
  /** A few sentences of a story that may go so far. */
  quote: quoteRef.optional(),
});
export type CallDraft = z.infer<typeof callDraft>;

export const call = callDraft.extend({ id, programmeId: id, createdAt: z.number(), createdBy: personId });
export type Call = z.infer<typeof call>;

export const invitationAnswers = ['not-now', 'do-not-ask'] as const;

/** One for each person and programme, however many calls reach the person. */
export const invitation = z.strictObject({
  programmeId: id,
  personId,
  callId: id,
  at: z.number(),
  answer: z.enum(invitationAnswers).optional(),
  /** A colleague thought of them; who is kept nowhere. */
  named: z.literal(true).optional(),
});
export type Invitation = z.infer<typeof invitation>;

/** Where an invited person stands: what a card says after any press, however old it is. */
export const standings = ['open', 'not-now', 'do-not-ask', 'applied'] as const;
export type Standing = (typeof standings)[number];

/** What goes out in one language, as the card says it. */
export const inviteTexts = z.strictObject({
  title: z.string(),
  greeting: z.string(),
  own: z.string().optional(),
  quote: z.string().optional(),
  facts: z.array(z.tuple([z.string(), z.string()])),
  notes: z.array(z.string()),
});
export type InviteTexts = z.infer<typeof inviteTexts>;

export const previewDraft = callDraft.pick({ words: true, quote: true }).extend({ closesOn: date.optional() });
export type PreviewDraft = z.infer<typeof previewDraft>;
/** `borrowed`: some of the programme's own words are in the binding language. */
export const callPreview = z.array(
  z.strictObject({ language: z.enum(languages), texts: inviteTexts, borrowed: z.boolean() }),
);
export type CallPreview = z.infer<typeof callPreview>;

/** What a person sees of the programme to which they apply. */
export const applyPage = z.strictObject({
  programme: z.strictObject({ id, name: z.string(), forWhom: z.string(), why: z.string(), howChosen: z.string() }),
  /** What the last call quotes, as long as it may. */
  quote: z.string().optional(),
  open: z.boolean(),
  /** The last day is over: whoever applies now stands on the waiting list. */
  joinsList: z.boolean(),
  closesOn: date.optional(),
  /** When the waiting list is looked at next. */
  looksOn: date.optional(),
  /** That day is over, and nobody looked. */
  looksLate: z.boolean(),
  status: z.enum(['none', ...applicationStatuses]),
  waits: z.enum(waitReasons).optional(),
  /** Was not matched in an earlier round, so comes first in the next. */
  waited: z.boolean(),
  /** What was decided where there were too few places, once everybody was answered. */
  choice: z.strictObject({ chosen: z.boolean(), criterion: z.string(), sentence: z.string().optional() }).optional(),
  answers: questionnaire.optional(),
  /** When the answers were last kept, on whatever device: what was typed before that is out of date. */
  changedAt: z.number().optional(),
  /** Whoever has withdrawn can take it back with one press. */
  mayReturn: z.boolean(),
  /** The people named in wishes and in "rather not", for showing their names to the one who named them. */
  people: z.array(personCard),
  /** What the directory says of the person, to be checked: it stands beside the answers wherever these are shown. */
  me: personCard.extend({ country: z.string().optional(), language: z.enum(languages).optional() }),
});
export type ApplyPage = z.infer<typeof applyPage>;

/** What coordinators see of an application: nothing that is private to the person, and no time, since the first is not the best. */
export const applicantLine = z.strictObject({
  person: personCard,
  role: z.enum(roles),
  topics: z.array(topic),
  languages: z.array(z.enum(spoken)),
  hoursAMonth: z.number(),
});
export type ApplicantLine = z.infer<typeof applicantLine>;

export const recruitmentFigures = z.strictObject({
  invited: z.number(),
  arrived: z.number(),
  notReached: z.number(),
  notNow: z.number(),
  mentees: z.number(),
  mentors: z.number(),
  /** Places that mentors offer, all together. */
  places: z.number(),
});
export type RecruitmentFigures = z.infer<typeof recruitmentFigures>;

export const recruitmentPage = z.strictObject({
  calls: z.array(call.pick({ id: true, audience: true, closesOn: true, createdAt: true })),
  figures: recruitmentFigures,
  /** Reasons without names: who does not want to be asked is nobody's business. */
  notReached: z.array(z.strictObject({ reason: z.enum(undeliverable), count: z.number() })),
  applicants: z.array(applicantLine),
  /** So many applications nobody has looked at: as long as that is so, criteria can be written. */
  unread: z.number().optional(),
});
export type RecruitmentPage = z.infer<typeof recruitmentPage>;
