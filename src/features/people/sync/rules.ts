/** From Graph's user to our person: what is kept, who is a candidate's account, and what a change leaves as it was. */
import type { DirectoryUser } from '../../../platform/directory.ts';
import { languageOf } from '../../../platform/words.ts';
import type { Person } from '../model.ts';

/** In a change, undefined is "as before" and null is "no longer set". */
export function mergePerson(before: Person | undefined, user: DirectoryUser): Person {
  const text = (value: string | null | undefined, old: string | undefined): string | undefined =>
    value === undefined ? old : (value ?? undefined);
  const merged = {
    id: user.id,
    name: text(user.displayName, before?.name) ?? user.userPrincipalName ?? user.id,
    givenName: text(user.givenName, before?.givenName),
    mail: text(user.mail, before?.mail),
    jobTitle: text(user.jobTitle, before?.jobTitle),
    department: text(user.department, before?.department),
    site: text(user.officeLocation, before?.site),
    country: text(user.country, before?.country),
    language: user.preferredLanguage === undefined ? before?.language : languageOf(user.preferredLanguage),
    managerId: text(user.managerId, before?.managerId),
    hiredOn: user.employeeHireDate === undefined ? before?.hiredOn : dayIn(user.employeeHireDate),
    enabled: user.accountEnabled ?? before?.enabled ?? true,
  };
  const kind = kindOf(user.userType ?? (before?.kind === 'guest' ? 'Guest' : 'Member'), merged);
  return withoutGaps({ ...merged, kind });
}

/** Graph gives a moment, midnight UTC; one from before 1900 stands for none. */
function dayIn(moment: string | null): string | undefined {
  const found = /^(?:19|20)\d\d-\d\d-\d\d/.exec(moment ?? '')?.[0];
  return found !== undefined && Number.isFinite(Date.parse(found)) ? found : undefined;
}

/** An account without job and without department is nobody's: a mailbox, a robot, a room. */
function kindOf(
  userType: string,
  one: { jobTitle: string | undefined; department: string | undefined },
): Person['kind'] {
  if (userType.toLowerCase() === 'guest') return 'guest';
  return one.jobTitle === undefined && one.department === undefined ? 'service' : 'member';
}

type Gaps<T> = { [K in keyof T]: T[K] | undefined };

function withoutGaps(one: Gaps<Person>): Person {
  return Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as Person;
}

/** Equal in every field: then nothing is written. */
export function samePerson(a: Person, b: Person): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof Person>;
  return [...keys].every((key) => a[key] === b[key]);
}
