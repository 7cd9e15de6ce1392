/**
 * A story of a pair: told by one or both, agreed by both word for word, looked at by a coordinator, published, withdrawn in one press.
 * Each consent is an entry of a ledger that nobody changes: who, to which version, how far it may go, with or without the name, until
 * when, and when it ended. What is shown follows from the ledger at every look. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import { languages } from '../../platform/words.ts';
import { personId } from '../people/model.ts';
import { topics } from '../recruitment/model.ts';
import { sourceCode } from '../recruitment/sources/model.ts';

export const storyStates = ['draft', 'asked', 'changes', 'refused', 'review', 'published', 'withdrawn'] as const;
export type StoryState = (typeof storyStates)[number];

/** What makes now a good moment to tell. */
export const storyMoments = ['goal', 'answer', 'close'] as const;
export type StoryMoment = (typeof storyMoments)[number];

/** How far a story may go; each holds what stands before it. */
export const reaches = ['team', 'organisation', 'public'] as const;
export type Reach = (typeof reaches)[number];

/** What helps to tell: how it was, what happened, what is different now, whom one would tell to do the same. */
export const partNames = ['before', 'happened', 'changed', 'recommend'] as const;
export type PartName = (typeof partNames)[number];

export const longestPart = 1_500;
/** Together; fewer letters tell nothing. */
export const shortestStory = 200;
export const mostTopics = 3;

/** Limited Markdown: paragraphs, emphasis, lists; no HTML. */
const part = z.string().trim().max(longestPart);
export const parts = z.strictObject({ before: part, happened: part, changed: part, recommend: part });
export type Parts = z.infer<typeof parts>;

export const picture = z.strictObject({ id, alternative: z.string().trim().min(3).max(300) });

/** How far, with or without the name, until and including which day; without a day until it is withdrawn. */
export const terms = z.strictObject({ reach: z.enum(reaches), named: z.boolean(), until: z.iso.date().optional() });
export type Terms = z.infer<typeof terms>;

/** Keys of findings that somebody keeps as they are (see `protecting/`). */
export const keptKeys = z.array(z.string().max(64)).max(300);

export const storyDraft = terms.extend({
  title: z.string().trim().max(120),
  parts,
  language: z.enum(languages),
  topics: z.array(z.enum(topics)).max(mostTopics),
  picture: picture.optional(),
  kept: keptKeys.optional(),
});
export type StoryDraft = z.infer<typeof storyDraft>;

export const note = z.string().trim().min(3).max(600);

/** Other words for a version, from a coordinator: nothing until whoever tells takes them. */
export const proposal = z.strictObject({ title: z.string().trim().min(3).max(120), parts });
export type Proposal = z.infer<typeof proposal>;

export const story = storyDraft.omit({ kept: true }).extend({
  id,
  programmeId: id,
  pairId: id,
  authorId: personId,
  partnerId: personId,
  state: z.enum(storyStates),
  /** Grows with each change of the words: a consent holds for one version. */
  version: z.number().int(),
  /** The other's own words, under the author's. */
  voice: part.optional(),
  /** Whose word is missing: while it is asked, and never else. */
  waitsFor: personId.optional(),
  /** What should change; said by the partner or a coordinator. */
  note: z.string().optional(),
  proposal: proposal.optional(),
  /** What each of the two keeps of the words of this version, though it could tell who they are. */
  keptBy: z.array(z.strictObject({ by: personId, keys: keptKeys })).optional(),
  changedAt: z.number(),
  publishedAt: z.number().optional(),
});
export type Story = z.infer<typeof story>;

/** The words of a version, kept as long as what somebody agreed to has to be shown. */
export const wording = story.pick({ version: true, title: true, parts: true, voice: true, picture: true }).extend({
  storyId: id,
  at: z.number(),
});
export type Wording = z.infer<typeof wording>;

export const consent = terms.extend({
  storyId: id,
  personId,
  version: z.number().int(),
  givenAt: z.number(),
  /** Taken back, or in its place a newer one of the same person. */
  endedAt: z.number().optional(),
});
export type Consent = z.infer<typeof consent>;

/** Where a story can stand, and how far it must be allowed to go for it. */
export const placeReach = {
  channel: 'team',
  slide: 'team',
  newsletter: 'organisation',
  poster: 'organisation',
  blog: 'public',
  social: 'public',
} as const satisfies Record<string, Reach>;
export type PlaceKind = keyof typeof placeReach;
export const placeKinds = Object.keys(placeReach) as [PlaceKind, ...PlaceKind[]];
/** What the product cannot reach itself: a human notes it, and cleans up. */
export const outsideKinds = ['newsletter', 'slide', 'poster', 'blog', 'social'] as const satisfies readonly PlaceKind[];

export const place = z.strictObject({
  id,
  storyId: id,
  kind: z.enum(placeKinds),
  /** A channel's id, or what a person calls the place: an address, an edition. */
  where: z.string().trim().min(2).max(300),
  version: z.number().int(),
  /** The translation that stands there, where it is not the original. */
  translation: id.optional(),
  /** Who was named there. */
  named: z.array(personId).max(2),
  at: z.number(),
  /** The post, in a channel. */
  messageId: z.string().optional(),
  /** From then on it may not stand there any more. */
  offSince: z.number().optional(),
  /** Replaced by us, or taken down by a human. */
  goneAt: z.number().optional(),
});
export type Place = z.infer<typeof place>;

export const placeDraft = z.strictObject({ kind: z.enum(outsideKinds), where: place.shape.where });
export type PlaceDraft = z.infer<typeof placeDraft>;

/** `over`: published, but the time of a consent is over or one of the two has left. */
export const shownStates = [...storyStates, 'over'] as const;

/** What a reader sees; the names only where their owners agreed. */
export const storyView = z.strictObject({
  id,
  programmeId: id,
  pairId: id,
  title: z.string(),
  parts,
  voice: z.string().optional(),
  picture: picture.optional(),
  language: z.enum(languages),
  topics: z.array(z.enum(topics)),
  state: z.enum(shownStates),
  version: z.number(),
  author: z.string().optional(),
  partner: z.string().optional(),
  authorSide: z.enum(['mentee', 'mentor']),
  /** The reader's own part in it. */
  mine: z.enum(['author', 'partner', 'coordinator', 'reader']),
  /** The other of the two, for the members themselves. */
  otherName: z.string().optional(),
  /** Whether the other one agreed to be named. */
  otherNamed: z.boolean().optional(),
  /** The reader's own terms: of their consent, or of the draft. */
  terms: terms.optional(),
  /** The reader's word is what is missing. */
  asked: z.boolean(),
  note: z.string().optional(),
  proposal: proposal.optional(),
  /** What the reader keeps, as one of the two. */
  kept: keptKeys.optional(),
  /** How far it goes and until when, by what both agreed to; for the two and the coordinators. */
  standing: terms.pick({ reach: true, until: true }).optional(),
  publishedAt: z.number().optional(),
  /** The words as they were told, where what stands above is a translation that both agreed to. */
  original: storyDraft
    .pick({ title: true, parts: true, language: true, picture: true })
    .extend({ voice: part.optional() })
    .optional(),
  /** The reader said that it helps them. */
  helps: z.boolean().optional(),
  /** Of the link that leads from here to the programme, as long as one can apply there. */
  takePart: sourceCode.optional(),
});
export type StoryView = z.infer<typeof storyView>;

export const answerDraft = z.discriminatedUnion('said', [
  terms.extend({
    ...{ said: z.literal('agree'), version: z.number().int(), voice: part.optional() },
    kept: keptKeys.optional(),
  }),
  z.strictObject({ said: z.literal('change'), version: z.number().int(), note }),
  z.strictObject({ said: z.literal('no'), version: z.number().int() }),
]);
export type AnswerDraft = z.infer<typeof answerDraft>;

export const termsDraft = terms.extend({ version: z.number().int(), kept: keptKeys.optional() });
export type TermsDraft = z.infer<typeof termsDraft>;

/** For coordinators. */
export const placeView = place.pick({ id: true, kind: true, where: true, at: true }).extend({
  storyId: id,
  title: z.string(),
  state: z.enum(['there', 'to-take-down', 'gone']),
});
export type PlaceView = z.infer<typeof placeView>;

export const told = ({ parts: told, voice }: Pick<Story, 'parts' | 'voice'>): string =>
  [...partNames.map((name) => told[name]), voice ?? ''].filter((one) => one !== '').join('\n\n');
