/**
 * What somebody says they can do, before the courses of a programme and after: for that person alone, with what to do next. Of the
 * group only released figures leave (`results/`). It is a look at oneself and no test: no norms, no total. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { sides } from '../../recruitment/model.ts';
import { itemId, scalePoints } from '../../release/model.ts';

export { sides } from '../../recruitment/model.ts';
export const side = z.enum(sides);
export type SkillSide = z.infer<typeof side>;

export const moments = ['before', 'after'] as const;
export const moment = z.enum(moments);
export type Moment = z.infer<typeof moment>;

/**
 * `back` is asked after, beside `now`: where one was before, as one sees it by then (a then-test). Whoever learns often finds that
 * they had thought too well of themselves, so before and after can hide what was learnt (response-shift bias; Howard 1980, Eval Rev
 * 4:93). Looking back flatters in turn (Taylor, Russ-Eft & Taylor 2009, Am J Eval 30:31). So both are asked, and always told together.
 */
export const parts = ['before', 'now', 'back'] as const;
export type Part = (typeof parts)[number];

export const rating = z.union([z.number().int().min(1).max(scalePoints), z.literal('skipped')]);
export type SkillRating = z.infer<typeof rating>;
export const ratings = z.record(itemId, rating);
export type SkillRatings = z.infer<typeof ratings>;

/** What a person sends. */
export const skillsDraft = z.strictObject({
  ratings,
  /** After only. */
  back: ratings.optional(),
  /** The group's figures may count it. */
  counted: z.boolean(),
});
export type SkillsDraft = z.infer<typeof skillsDraft>;

/** Beside the answers, which lie under a pseudonym: when they were given, and whether they may be counted. */
export const skillsKept = z.strictObject({
  before: z.number().optional(),
  after: z.number().optional(),
  counted: z.boolean(),
});
export type SkillsKept = z.infer<typeof skillsKept>;

/** "No thanks": it is not offered any more, and can be found all the same. */
export const skillsDeclined = z.strictObject({ at: z.number() });

/** From then on the figures of a programme stand, and whatever is answered is for its person alone. */
export const skillsClosed = z.strictObject({ at: z.number() });

const saidRatings = z.record(itemId, z.number().int().min(1).max(scalePoints));

export const skill = z.strictObject({
  id: itemId,
  name: z.string(),
  items: z.array(z.strictObject({ id: itemId, text: z.string() })),
  next: z.strictObject({
    course: z.strictObject({ id: z.string(), title: z.string(), minutes: z.number().int() }),
    exercise: z.string(),
    ask: z.string(),
  }),
});
export type Skill = z.infer<typeof skill>;

/** The page of one person on one side of a programme. */
export const skillsView = z.strictObject({
  programmeId: id,
  programmeName: z.string(),
  side,
  /** In the reader's language. */
  skills: z.array(skill),
  kept: skillsKept.optional(),
  said: z.strictObject({ before: saidRatings.optional(), now: saidRatings.optional(), back: saidRatings.optional() }),
  /** The figures of the group stand. */
  isClosed: z.boolean(),
  /** From so many people on they are told. */
  floor: z.number().int(),
  due: moment.optional(),
  /** After can be answered, whether or not it is its time. */
  mayLookBack: z.boolean(),
});
export type SkillsView = z.infer<typeof skillsView>;

/** For the first page: what can be done where. */
export const skillsLine = z.strictObject({
  programmeId: id,
  programmeName: z.string(),
  side,
  kept: skillsKept.optional(),
  due: moment.optional(),
  isDeclined: z.literal(true).optional(),
});
export type SkillsLine = z.infer<typeof skillsLine>;
