/**
 * Courses first, then the match: a programme may ask for the path before it matches anybody. Coordinators see who has done it and who
 * has not, since they answer for who may be matched; never answers, and never how far somebody is. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { personCard, personId } from '../../people/model.ts';
import { roles, sides } from '../../recruitment/model.ts';
import { nextCourse, trainingFigures } from '../model.ts';

/** Granted by a coordinator to one person, who reads the reason; taken back it stays as a row that no longer counts. */
export const exception = z.strictObject({
  personId,
  why: z.string().trim().min(5).max(500),
  by: personId,
  at: z.number(),
  endedAt: z.number().optional(),
  endedBy: personId.optional(),
});
export type Exception = z.infer<typeof exception>;

export const grant = exception.pick({ personId: true, why: true });
export type Grant = z.infer<typeof grant>;

/** A course of the organisation in the path: one that not everybody in it can read is asked of nobody. */
export const ownInPath = z.enum(['counts', 'withdrawn', 'colleagues-only']);
export type OwnInPath = z.infer<typeof ownInPath>;

/** Puts a course of the organisation into the path of a side. */
export const pathDraft = z.strictObject({ side: z.enum(sides), courseId: id });
export type PathDraft = z.infer<typeof pathDraft>;

export const trainingPage = z.strictObject({
  programmeName: z.string(),
  isOn: z.boolean(),
  /** The path of each side: Tandem's courses, then the organisation's. */
  courses: z.array(nextCourse.extend({ side: z.enum(sides), own: ownInPath.optional() })),
  /** Courses of the organisation that could be in it, and of which sides. */
  choices: z.array(nextCourse.extend({ sides: z.array(z.enum(sides)) })),
  figures: trainingFigures.extend({
    excepted: z.number().int(),
    /** Who is in no proposal while the gate is on, on one side at least; what it would be while it is off. */
    leftOut: z.number().int(),
  }),
});
export type TrainingPage = z.infer<typeof trainingPage>;

export const peopleOnPage = 25;
export const shows = ['all', 'left-out', 'not-yet', 'done', 'excepted'] as const;
export type Show = (typeof shows)[number];

export const peopleQuery = z.strictObject({
  search: z.string().trim().max(60).optional(),
  from: z.coerce.number().int().min(0).max(1_000_000).optional(),
  show: z.enum(shows).optional(),
});
export type PeopleQuery = z.infer<typeof peopleQuery>;

export const trainee = z.strictObject({
  person: personCard,
  role: z.enum(roles),
  isDone: z.boolean(),
  /** Of who applied for both: the one side of which everything is done. */
  doneAs: z.enum(sides).optional(),
  exception: z.strictObject({ why: z.string(), byName: z.string(), at: z.number() }).optional(),
});
export type Trainee = z.infer<typeof trainee>;

export const peoplePage = z.strictObject({ from: z.number(), total: z.number(), rows: z.array(trainee) });
export type PeoplePage = z.infer<typeof peoplePage>;
