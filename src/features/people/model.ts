/** People as the product knows them: from the organisation's directory, and what they set themselves. Safe in the browser. */
import { z } from 'zod';
import { languages } from '../../platform/words.ts';

export const language = z.enum(languages);
export const personId = z.string().regex(/^[0-9a-f-]{36}$/);

/** A row of the directory as it is kept here. Only members who are enabled and here are candidates for anything. */
export const person = z.strictObject({
  id: personId,
  name: z.string(),
  givenName: z.string().optional(),
  mail: z.string().optional(),
  jobTitle: z.string().optional(),
  department: z.string().optional(),
  site: z.string().optional(),
  country: z.string().optional(),
  language: language.optional(),
  managerId: z.string().optional(),
  /** The day on which the employment began, where the directory has it. */
  hiredOn: z.iso.date().optional(),
  kind: z.enum(['member', 'guest', 'service']),
  enabled: z.boolean(),
  /** Domain time when the directory no longer had this person. */
  leftAt: z.number().optional(),
});
export type Person = z.infer<typeof person>;

/** What messages are about that need not come as a card: each person chooses how. Whatever is about none of these always comes as one. */
export const topics = ['invitations', 'check-ins', 'tips', 'courses', 'thanks', 'stories', 'outcomes'] as const;
export type Topic = (typeof topics)[number];

/** As a card in chat; as a mail that says that something waits; or waiting in the tab, without a word. */
export const messageWays = ['chat', 'mail', 'tab'] as const;
export type MessageWay = (typeof messageWays)[number];

const chosenWays = z.partialRecord(z.enum(topics), z.enum(messageWays));
export type ChosenWays = z.infer<typeof chosenWays>;

/** What a person set: these win over the directory. */
export const preferences = z.strictObject({
  language: language.optional(),
  /** No invitation of any programme reaches this person any more. */
  doNotAsk: z.boolean().optional(),
  /** How messages about a topic come, where it is not a card. */
  ways: chosenWays.optional(),
  /** The first look around is over: walked through, or skipped. */
  toured: z.boolean().optional(),
  /** Up to which version of the product this person has read what changed. */
  changesRead: z
    .string()
    .regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/)
    .optional(),
});
export type Preferences = z.infer<typeof preferences>;

/** A change of them: what is left out stays, `null` takes the own choice back. */
export const preferencesDraft = preferences.extend({ language: language.nullable().optional() });
export type PreferencesDraft = z.infer<typeof preferencesDraft>;

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Working hours in the person's own zone; `HH:mm` local times. */
export const workingHours = z.strictObject({
  zone: z.string(),
  days: z.array(z.enum(weekdays)),
  start: z.string(),
  end: z.string(),
});
export type WorkingHours = z.infer<typeof workingHours>;

/** What others may see of a person in the product. */
export const personCard = z.strictObject({
  id: personId,
  name: z.string(),
  jobTitle: z.string().optional(),
  department: z.string().optional(),
  site: z.string().optional(),
  /** A guest of the tenant; nothing for everybody who works here. */
  outside: z.literal(true).optional(),
});
export type PersonCard = z.infer<typeof personCard>;

export function isCandidate(one: Pick<Person, 'kind' | 'enabled'> & { readonly leftAt?: number | undefined }): boolean {
  return one.kind === 'member' && one.enabled && one.leftAt === undefined;
}

export function cardOf(one: Person): PersonCard {
  const { id, name, jobTitle, department, site } = one;
  return {
    ...{ id, name },
    ...(one.kind === 'guest' ? { outside: true } : {}),
    ...(jobTitle === undefined ? {} : { jobTitle }),
    ...(department === undefined ? {} : { department }),
    ...(site === undefined ? {} : { site }),
  };
}

/** `Fatima`, for a sentence that speaks to somebody. */
export function callName(one: Pick<Person, 'name' | 'givenName'>): string {
  return one.givenName ?? one.name.split(' ')[0] ?? one.name;
}
