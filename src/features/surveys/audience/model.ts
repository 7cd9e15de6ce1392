/**
 * Whom a survey asks: everybody, or the people whom several things describe together. Within one kind any of them fits, all kinds
 * that are given must fit. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { language } from '../../people/model.ts';

const names = z.array(z.string().min(1).max(200)).min(1).max(200);

/** A group of the directory; its name only for those who read the plan. */
export const group = z.strictObject({ id: z.string().regex(/^[0-9a-f-]{36}$/), name: z.string().min(1).max(256) });
export type Group = z.infer<typeof group>;

export const participantRoles = ['mentor', 'mentee'] as const;
/** `applied`: without a partner so far. `ended`: had one, and has none now. */
export const participantStages = ['applied', 'paired', 'ended'] as const;

/** What somebody is in a programme, on one side; who is both has two. */
export interface Participant {
  readonly personId: string;
  readonly role: (typeof participantRoles)[number];
  readonly stage: (typeof participantStages)[number];
}

export const participants = z.strictObject({
  programmeId: id,
  roles: z.array(z.enum(participantRoles)).min(1).max(participantRoles.length),
  stages: z.array(z.enum(participantStages)).min(1).max(participantStages.length),
});

/** Each kind may be left out, one of them not. Groups count with the groups in them. */
export const filters = z.strictObject({
  groups: z.array(group).min(1).max(20).optional(),
  departments: names.optional(),
  sites: names.optional(),
  countries: names.optional(),
  languages: z.array(language).min(1).max(4).optional(),
  participants: participants.optional(),
});
export type Filters = z.infer<typeof filters>;
export const filterKinds = ['departments', 'sites', 'countries', 'languages', 'groups', 'participants'] as const;
export type FilterKind = (typeof filterKinds)[number];

export const audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everybody') }),
  /** As surveys were kept before there were other kinds; still read. */
  z.strictObject({ kind: z.literal('departments'), departments: names }),
  filters
    .extend({ kind: z.literal('chosen') })
    .refine((one) => filterKinds.some((kind) => one[kind] !== undefined), 'audience-empty'),
]);
export type Audience = z.infer<typeof audience>;

/** Why an account cannot be asked. `unknown`: in the group, and not read from the directory yet. */
export const hindrances = ['guest', 'disabled', 'nobody', 'left', 'unknown'] as const;
export type Hindrance = (typeof hindrances)[number];

/**
 * A random sample instead of everybody: as many as it takes for figures right to so many percentage points either way, 19 times
 * out of 20, when so many per cent answer.
 */
export const sample = z.strictObject({
  margin: z.number().int().min(1).max(20),
  response: z.number().int().min(5).max(95),
});
export type Sample = z.infer<typeof sample>;

/** Whom a draft would ask, before it is opened. */
export const audienceQuestion = z.strictObject({ audience, sample: sample.optional() });
export type AudienceQuestion = z.infer<typeof audienceQuestion>;

export const audienceAnswer = z.strictObject({
  /** Who are described and can be asked. */
  people: z.number().int(),
  /** Who would get the survey: all of them, or as many as are drawn. */
  asked: z.number().int(),
  /** Accounts that are described and cannot be asked. */
  hindered: z.array(z.strictObject({ why: z.enum(hindrances), accounts: z.number().int() })),
});
export type AudienceAnswer = z.infer<typeof audienceAnswer>;

const counted = z.array(z.strictObject({ name: z.string(), people: z.number().int() }));
export const audienceCounts = z.strictObject({
  everybody: z.number().int(),
  departments: counted,
  sites: counted,
  countries: counted,
  languages: z.array(z.strictObject({ name: language, people: z.number().int() })),
  /** The programmes that the reader coordinates. */
  programmes: z.array(z.strictObject({ id, name: z.string() })),
  /** Fewer cannot be asked. */
  least: z.number().int(),
  /** The day on which this was counted: the first day on which a survey could end is the next. */
  today: z.iso.date(),
});
export type AudienceCounts = z.infer<typeof audienceCounts>;

/** Who a filter of people names, however it was found out. */
export interface Memberships {
  readonly groups: ReadonlySet<string>;
  readonly participants: ReadonlySet<string>;
}
