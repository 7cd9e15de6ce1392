/** People as Graph gives them: a delta answer, a manager, the settings of a mailbox. */
import { DateTime } from 'luxon';
import { z } from 'zod';
import { ianaZone } from './zones.ts';

const text = z.string().nullish();

const user = z.object({
  id: z.string().transform((id) => id.toLowerCase()),
  displayName: text,
  givenName: text,
  mail: text,
  userPrincipalName: text,
  jobTitle: text,
  department: text,
  officeLocation: text,
  country: text,
  preferredLanguage: text,
  userType: text,
  employeeHireDate: text,
  accountEnabled: z.boolean().nullish(),
});

const removedMark = z.object({ reason: z.string().optional() });
const managerChange = z.object({ id: z.string(), '@removed': removedMark.optional() });

/** Delta gives the manager as a change of the relation: who came, and who went. */
const changedUser = user.extend({
  'manager@delta': z.array(managerChange).optional(),
  manager: z.object({ id: z.string() }).nullish(),
  '@removed': removedMark.optional(),
});

export const deltaPage = z.object({
  value: z.array(changedUser),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

/** In a change, undefined is "as before" and null is "no longer set". */
export interface DirectoryUser extends z.infer<typeof user> {
  readonly managerId: string | null | undefined;
}

/** What is asked of one person. */
export const ownFields = Object.keys(user.shape).join(',');
export const oneUser = user.transform((one): DirectoryUser => ({ ...one, managerId: undefined }));

/** What is asked for, and no more. */
export const userFields = [...Object.keys(user.shape), 'manager'].join(',');

type ChangedUser = z.infer<typeof changedUser>;

export function wasRemoved(changed: ChangedUser): boolean {
  return changed['@removed'] !== undefined;
}

export function directoryUser(changed: ChangedUser): DirectoryUser {
  return { ...user.parse(changed), managerId: managerIn(changed)?.toLowerCase() ?? managerIn(changed) };
}

function managerIn(changed: ChangedUser): string | null | undefined {
  const changes = changed['manager@delta'];
  if (changes === undefined) return changed.manager === null ? null : changed.manager?.id;
  const now = changes.findLast((change) => change['@removed'] === undefined);
  if (now !== undefined) return now.id;
  return changes.length > 0 ? null : undefined;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

export interface WorkingHours {
  /** An IANA zone; undefined for a custom one, for which the caller takes the organisation's. */
  readonly zone: string | undefined;
  readonly days: readonly Weekday[];
  /** `HH:mm`, local time in the zone. */
  readonly start: string;
  readonly end: string;
  /** The language of Outlook, such as `nl-BE`. */
  readonly language: string | undefined;
  /** Between which instants (ms) an automatic reply was set to go out; undefined where none is, or none with an end. */
  readonly away: { readonly from: number; readonly until: number } | undefined;
}

const timeOfDay = z.string().regex(/^\d\d:\d\d/);
const moment = z.object({ dateTime: z.string(), timeZone: text });
export const mailboxSettings = z.object({
  timeZone: text,
  automaticRepliesSetting: z
    .object({ status: text, scheduledStartDateTime: moment.nullish(), scheduledEndDateTime: moment.nullish() })
    .nullish(),
  language: z.object({ locale: text }).nullish(),
  workingHours: z.object({
    daysOfWeek: z.array(z.string()),
    startTime: timeOfDay,
    endTime: timeOfDay,
    timeZone: z.object({ name: text }).nullish(),
  }),
});

export function workingHoursIn(settings: z.infer<typeof mailboxSettings>): WorkingHours {
  const { daysOfWeek, startTime, endTime, timeZone } = settings.workingHours;
  const days = daysOfWeek.map((day) => day.toLowerCase());
  return {
    zone: ianaZone(timeZone?.name) ?? ianaZone(settings.timeZone),
    days: weekdays.filter((day) => days.includes(day)),
    start: startTime.slice(0, 5),
    end: endTime.slice(0, 5),
    language: settings.language?.locale ?? undefined,
    away: awayIn(settings),
  };
}

/** One that is always on says nothing about when somebody is back: people forget to switch it off. */
function awayIn({ automaticRepliesSetting: replies }: z.infer<typeof mailboxSettings>): WorkingHours['away'] {
  if (replies?.status?.toLowerCase() !== 'scheduled') return undefined;
  const [from, until] = [instantIn(replies.scheduledStartDateTime), instantIn(replies.scheduledEndDateTime)];
  return from === undefined || until === undefined || until <= from ? undefined : { from, until };
}

function instantIn(when: z.infer<typeof moment> | null | undefined): number | undefined {
  if (!when) return undefined;
  const found = DateTime.fromISO(when.dateTime, { zone: ianaZone(when.timeZone) ?? 'utc' });
  return found.isValid ? found.toMillis() : undefined;
}
