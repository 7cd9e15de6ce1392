/**
 * Whom a survey or a call asks: everybody, or the people whom rules describe. Within one kind any of them fits, all kinds of a rule must
 * fit, any rule is enough, and whoever fits an exception is left out. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { tenureIds } from '../../people/everybody/rules.ts';
import { language } from '../../people/model.ts';

const names = z.array(z.string().min(1).max(200)).min(1).max(200);

/** A group of the directory, with the groups in it unless only its direct members count; its name only for those who read the plan. */
export const group = z.strictObject({
  id: z.string().regex(/^[0-9a-f-]{36}$/),
  name: z.string().min(1).max(256),
  direct: z.literal(true).optional(),
});
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

/** The lowest level that can be told apart; nobody has more managers above. */
export const lowestLevel = 30;

/** Each kind may be left out, one of them not. */
export const filters = z.strictObject({
  groups: z.array(group).min(1).max(20).optional(),
  departments: names.optional(),
  sites: names.optional(),
  countries: names.optional(),
  languages: z.array(language).min(1).max(4).optional(),
  participants: participants.optional(),
  /** Words of a job title: all words of one of them. */
  jobTitles: z.array(z.string().trim().min(2).max(80)).min(1).max(20).optional(),
  /** Levels from the top of the organisation, 1 being the top. */
  levels: z.array(z.number().int().min(1).max(lowestLevel)).min(1).max(lowestLevel).optional(),
  tenures: z.array(z.enum(tenureIds)).min(1).max(tenureIds.length).optional(),
});
export type Filters = z.infer<typeof filters>;
export const filterKinds = [
  ...(['departments', 'sites', 'countries', 'languages', 'groups', 'participants'] as const),
  ...(['jobTitles', 'levels', 'tenures'] as const),
] as const;
export type FilterKind = (typeof filterKinds)[number];

const saysSomething = (one: Filters): boolean => filterKinds.some((kind) => one[kind] !== undefined);
export const mostRules = 6;
const rules = z.array(filters.refine(saysSomething, 'audience-empty')).max(mostRules);

/** For a later feature that keeps other kinds besides. */
export const audienceOptions = [
  z.strictObject({ kind: z.literal('everybody') }),
  /** As surveys were kept before there were other kinds; still read. */
  z.strictObject({ kind: z.literal('departments'), departments: names }),
  filters.extend({ kind: z.literal('chosen') }).refine(saysSomething, 'audience-empty'),
  /** Whoever fits any of the rules, or everybody where there are none; but nobody who fits an exception. */
  z
    .strictObject({ kind: z.literal('rules'), any: rules, except: rules })
    .refine(({ any, except }) => any.length + except.length > 0, 'audience-empty'),
] as const;
export const audience = z.discriminatedUnion('kind', audienceOptions);
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
  /** Whoever's line leads to the top; only levels that there are. */
  levels: z.array(z.strictObject({ name: z.number().int(), people: z.number().int() })),
  /** Empty where the directory has no days of hiring. */
  tenures: z.array(z.strictObject({ name: z.enum(tenureIds), people: z.number().int() })),
  /** The programmes that the reader coordinates. */
  programmes: z.array(z.strictObject({ id, name: z.string() })),
  /** Fewer cannot be asked. */
  least: z.number().int(),
  /** The day on which this was counted: the first day on which a survey could end is the next. */
  today: z.iso.date(),
});
export type AudienceCounts = z.infer<typeof audienceCounts>;

/** What the directory's rows do not say themselves, however it was found out. */
export interface Facts {
  /** By `groupKey`; a group that is no longer there has no entry. */
  readonly groups: ReadonlyMap<string, ReadonlySet<string>>;
  /** By `participantsKey`. */
  readonly participants: ReadonlyMap<string, ReadonlySet<string>>;
  /** From which day tenure counts back. */
  readonly today: string;
}

export const groupKey = (one: Group): string => `${one.id}${one.direct ? ' direct' : ''}`;

export const participantsKey = ({ programmeId, roles, stages }: NonNullable<Filters['participants']>): string =>
  [programmeId, ...roles.toSorted(), ...stages.toSorted()].join(' ');
