/** Who is in an audience, who of it can be asked, and in which order a random sample takes them. Safe in the browser but for the draw. */
import { folded, holdsWords, type Language } from '../../../platform/words.ts';
import { tenureOn } from '../../people/everybody/rules.ts';
import type { Colleague } from '../../people/everybody/usecases.ts';
import { isCandidate } from '../../people/model.ts';
import {
  filterKinds,
  groupKey,
  participantsKey,
  type Audience,
  type Facts,
  type FilterKind,
  type Filters,
  type Hindrance,
  type Participant,
} from './model.ts';

type Perhaps<T> = { readonly [K in keyof T]?: T[K] | undefined };
type Described = Perhaps<
  Pick<Colleague, 'id' | 'department' | 'site' | 'country' | 'language' | 'jobTitle' | 'hiredOn'>
> & {
  readonly level?: number | undefined;
};
type Fits = (one: Described) => boolean;

const noFacts: Facts = { groups: new Map(), participants: new Map(), today: '' };

/** For many people: what is asked is looked up once. Facts are needed where the audience has groups, a programme or tenure. */
export function whoFits(audience: Audience, facts: Facts = noFacts): Fits {
  const { any, except } = rulesOf(audience);
  const [wanted, unwanted] = [any, except].map((rules) => fitsAny(rules.map((rule) => fitsRule(rule, facts))));
  return (one) => (any.length === 0 || wanted?.(one) === true) && unwanted?.(one) !== true;
}

// Loops, since hundreds of thousands of people are looked at while somebody waits.
function fitsAny(all: readonly Fits[]): Fits {
  return (one) => {
    for (const fits of all) if (fits(one)) return true;
    return false;
  };
}

function fitsAll(all: readonly Fits[]): Fits {
  return (one) => {
    for (const fits of all) if (!fits(one)) return false;
    return true;
  };
}

export function isInAudience(one: Described, audience: Audience, facts?: Facts): boolean {
  return whoFits(audience, facts)(one);
}

/** An audience of any kind as rules: any of them, but none of the exceptions. */
export function rulesOf(audience: Audience): { readonly any: readonly Filters[]; readonly except: readonly Filters[] } {
  switch (audience.kind) {
    case 'everybody':
      return { any: [], except: [] };
    case 'departments':
      return { any: [{ departments: audience.departments }], except: [] };
    case 'chosen': {
      const { kind: _, ...rule } = audience;
      return { any: [rule], except: [] };
    }
    case 'rules':
      return audience;
    default:
      return audience satisfies never;
  }
}

/** Of each kind that is given any must fit. What the directory does not say of somebody fits nothing. */
export function fitsRule(rule: Filters, facts: Facts = noFacts): Fits {
  const checks: Fits[] = [];
  const among = <T>(wanted: readonly T[] | undefined, own: (one: Described) => T | undefined): void => {
    if (wanted === undefined) return;
    const set = new Set(wanted);
    checks.push((one) => {
      const value = own(one);
      return value !== undefined && set.has(value);
    });
  };
  among(rule.departments, (one) => one.department);
  among(rule.sites, (one) => one.site);
  among(rule.countries, (one) => one.country);
  among(rule.languages, (one) => one.language);
  among(rule.levels, (one) => one.level);
  if (rule.tenures) {
    const tenure = tenureOn(facts.today);
    among(rule.tenures, (one) => tenure(one.hiredOn));
  }
  if (rule.jobTitles) checks.push(titleFits(rule.jobTitles));
  const named = (sets: readonly (ReadonlySet<string> | undefined)[]): void =>
    void checks.push(({ id }) => id !== undefined && sets.some((set) => set?.has(id) === true));
  if (rule.groups) named(rule.groups.map((one) => facts.groups.get(groupKey(one))));
  if (rule.participants) named([facts.participants.get(participantsKey(rule.participants))]);
  return fitsAll(checks);
}

/** Titles come again thousands of times: each is looked at once. */
function titleFits(wanted: readonly string[]): Fits {
  const known = new Map<string, boolean>();
  return ({ jobTitle }) => {
    if (jobTitle === undefined) return false;
    const before = known.get(jobTitle);
    if (before !== undefined) return before;
    const title = folded(jobTitle);
    const fits = wanted.some((words) => holdsWords(title, words.trim()));
    known.set(jobTitle, fits);
    return fits;
  };
}

/** Groups that a rule names and that the directory no longer has. */
export function goneGroups(rules: readonly Filters[], facts: Pick<Facts, 'groups'>): string[] {
  const named = rules.flatMap(({ groups = [] }) => groups).filter((one) => !facts.groups.has(groupKey(one)));
  return [...new Set(named.map(({ name }) => name))];
}

/** True where a rule goes by something that not everybody can look up in the directory about somebody. */
export const isPersonal = ({ groups, participants }: Filters): boolean =>
  groups !== undefined || participants !== undefined;

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
export function hindranceOf(one: Parameters<typeof isCandidate>[0] & Pick<Colleague, 'kind'>): Hindrance | undefined {
  if (isCandidate(one)) return undefined;
  if (one.leftAt !== undefined) return 'left';
  if (one.kind === 'guest') return 'guest';
  return one.kind === 'service' ? 'nobody' : 'disabled';
}

/** By which kinds an audience is described. */
export function kindsOf(audience: Audience): FilterKind[] {
  const { any, except } = rulesOf(audience);
  return filterKinds.filter((kind) => [...any, ...except].some((rule) => rule[kind] !== undefined));
}

/** How many have each value, by name; numbers in their order. */
export function countBy<T extends string | number>(values: readonly (T | undefined)[]): { name: T; people: number }[] {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  const order = (a: T, b: T): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
  return [...counts].map(([name, people]) => ({ name, people })).toSorted((a, b) => order(a.name, b.name));
}

/** False only where no one can be in both: two lists of departments, sites, countries or languages without a common one. */
export function mayShare(one: Audience, other: Audience): boolean {
  if (one.kind === 'everybody' || other.kind === 'everybody') return true;
  if (one.kind === 'rules' || other.kind === 'rules') return true;
  const [a, b] = [listsOf(one), listsOf(other)];
  return (['departments', 'sites', 'countries', 'languages'] as const).every((kind) => {
    const [here, there] = [a[kind], b[kind]];
    return !here || !there || here.some((name) => there.includes(name));
  });
}

type Lists = Partial<Record<'departments' | 'sites' | 'countries' | 'languages', readonly string[] | undefined>>;

function listsOf(audience: Extract<Audience, { kind: 'departments' | 'chosen' }>): Lists {
  return audience;
}

/** `Nederlands`, `français`: each language in itself, or as the reader calls it. */
export function ownName(language: Language, reader: Language = language): string {
  return new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language;
}
