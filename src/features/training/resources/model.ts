/**
 * Resources of a programme by topic, in one list: Tandem's courses with what to take along, the courses of the organisation, and links
 * that the coordinators add. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { languages } from '../../../platform/words.ts';
import { courseRoles } from '../format/model.ts';
import { supportTopic } from '../topics/model.ts';

export const longestTitle = 120;
export const longestAbout = 300;
export const longestAddress = 500;
export const mostResources = 200;

const language = z.enum(languages);

/** What a coordinator added. */
export const resource = z.strictObject({
  id,
  title: z.string().trim().min(3).max(longestTitle),
  about: z.string().trim().max(longestAbout),
  /** Of https, without a name or a password in it. */
  address: z.string().trim().min(1).max(longestAddress),
  language,
  role: z.enum(courseRoles),
  topic: supportTopic,
  version: z.number().int(),
});
export type Resource = z.infer<typeof resource>;

/** `id`: the one that the page was given, so that a double press is one; `version`: of what was changed. */
export const resourceDraft = resource.omit({ version: true });
export type ResourceDraft = z.infer<typeof resourceDraft>;
export const resourceChange = resource.omit({ id: true });
export type ResourceChange = z.infer<typeof resourceChange>;

const said = {
  ...{ id: z.string(), title: z.string(), language, role: z.enum(courseRoles) },
  /** Nothing where nobody said it: courses of the organisation. */
  topic: supportTopic.optional(),
};
export const resourceLine = z.discriminatedUnion('kind', [
  z.strictObject({
    ...{ ...said, kind: z.literal('tandem'), path: z.string(), minutes: z.number().int() },
    /** The step with what to take along. */
    card: z.string().optional(),
  }),
  z.strictObject({ ...said, kind: z.literal('own'), path: z.string(), minutes: z.number().int() }),
  z.strictObject({
    ...{
      ...said,
      topic: supportTopic,
      kind: z.literal('link'),
      address: z.string(),
      about: z.string(),
      version: z.number().int(),
    },
  }),
]);
export type ResourceLine = z.infer<typeof resourceLine>;
export type LinkLine = Extract<ResourceLine, { kind: 'link' }>;

export const resourcesPage = z.strictObject({
  programmeName: z.string(),
  /** A coordinator of the programme. */
  mayWrite: z.boolean(),
  nextId: id,
  lines: z.array(resourceLine),
});
export type ResourcesPage = z.infer<typeof resourcesPage>;

/** For the first page of whoever takes part. */
export const resourcesLine = z.strictObject({ programmeId: id, programmeName: z.string() });
export type ResourcesLine = z.infer<typeof resourcesLine>;
