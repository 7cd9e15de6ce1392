/** Who is in an audience, who of it can be asked, and in which order a random sample takes them. Safe in the browser but for the draw. */
import { isCandidate, type Person } from '../../people/model.ts';
import {
  filterKinds,
  type Audience,
  type FilterKind,
  type Hindrance,
  type Memberships,
  type Participant,
} from './model.ts';

type Described = Pick<Person, 'id' | 'department' | 'site' | 'country' | 'language'>;

/** `members`: whom the groups and the programme name; needed where the audience has them. */
export function isInAudience(one: Partial<Described>, audience: Audience, members?: Memberships): boolean {
  if (audience.kind === 'everybody') return true;
  if (audience.kind === 'departments') return isAmong(audience.departments, one.department);
  const named = (wanted: unknown, found: ReadonlySet<string> | undefined): boolean =>
    wanted === undefined || (one.id !== undefined && found?.has(one.id) === true);
  return (
    isAmong(audience.departments, one.department) &&
    isAmong(audience.sites, one.site) &&
    isAmong(audience.countries, one.country) &&
    isAmong(audience.languages, one.language) &&
    named(audience.groups, members?.groups) &&
    named(audience.participants, members?.participants)
  );
}

/** What is not asked for does not matter. */
function isAmong<T>(wanted: readonly T[] | undefined, own: T | undefined): boolean {
  return wanted === undefined || (own !== undefined && wanted.includes(own));
}

/** The people of these roles and stages, each once. */
export function participantsIn(
  all: readonly Participant[],
  { roles, stages }: { readonly roles: readonly string[]; readonly stages: readonly string[] },
): Set<string> {
  return new Set(
    all.filter(({ role, stage }) => roles.includes(role) && stages.includes(stage)).map(({ personId }) => personId),
  );
}

/** Why an account cannot be asked; nothing when it can. */
export function hindranceOf(one: Person): Hindrance | undefined {
  if (isCandidate(one)) return undefined;
  if (one.leftAt !== undefined) return 'left';
  if (one.kind === 'guest') return 'guest';
  return one.kind === 'service' ? 'nobody' : 'disabled';
}

/** By which kinds an audience is described. */
export function kindsOf(audience: Audience): FilterKind[] {
  if (audience.kind === 'everybody') return [];
  if (audience.kind === 'departments') return ['departments'];
  return filterKinds.filter((kind) => audience[kind] !== undefined);
}

/** How many have each value, by name. */
export function countBy<T extends string>(values: readonly (T | undefined)[]): { name: T; people: number }[] {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([name, people]) => ({ name, people })).toSorted((a, b) => a.name.localeCompare(b.name));
}

/** False only where no one can be in both: two lists of departments, sites, countries or languages without a common one. */
export function mayShare(one: Audience, other: Audience): boolean {
  if (one.kind === 'everybody' || other.kind === 'everybody') return true;
  const [a, b] = [listsOf(one), listsOf(other)];
  return (['departments', 'sites', 'countries', 'languages'] as const).every((kind) => {
    const [here, there] = [a[kind], b[kind]];
    return !here || !there || here.some((name) => there.includes(name));
  });
}

type Lists = Partial<Record<'departments' | 'sites' | 'countries' | 'languages', readonly string[] | undefined>>;

function listsOf(audience: Exclude<Audience, { kind: 'everybody' }>): Lists {
  return audience;
}
