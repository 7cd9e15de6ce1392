/** Employees before they have an account: seat, site, language, name. */
import type { PersonName, Gender } from './names.ts';
import { nameFor } from './names.ts';
import type { Random } from './random.ts';
import { itemAt } from './random.ts';
import type { Locale, Site } from './sites.ts';
import { siteNamed, sites } from './sites.ts';
import type { Department, Level } from './titles.ts';
import { departmentNamed, departments } from './titles.ts';
import { reportingLines } from './tree.ts';

export interface Draft {
  /** What the id is made of: it does not depend on how many people there are. */
  readonly key: string;
  readonly department: Department | null;
  readonly manager: Draft | null;
  readonly level: Level;
  readonly leads: boolean;
  readonly gender: Gender;
  readonly site: Site;
  readonly locale: Locale;
  readonly name: PersonName;
  readonly jobTitle?: string;
  readonly role?: 'administrator' | 'coordinator' | 'adviser';
}

interface FixedRole {
  readonly key: string;
  readonly role: 'administrator' | 'coordinator' | 'adviser';
  readonly department: string;
  readonly site: string;
  readonly locale: Locale;
  readonly gender: Gender;
  readonly givenName: string;
  readonly surname: string;
  readonly jobTitle: string;
}

const fixedRoles: readonly FixedRole[] = [
  {
    key: 'administrator',
    role: 'administrator',
    department: 'IT',
    site: 'Antwerp',
    locale: 'nl-BE',
    gender: 'male',
    givenName: 'Joris',
    surname: 'Wuyts',
    jobTitle: 'Beheerder Microsoft 365',
  },
  {
    key: 'coordinator-1',
    role: 'coordinator',
    department: 'People and Culture',
    site: 'Ghent',
    locale: 'nl-BE',
    gender: 'female',
    givenName: 'Lies',
    surname: 'Vandenberghe',
    jobTitle: 'Coördinator diversiteit en inclusie',
  },
  {
    key: 'coordinator-2',
    role: 'coordinator',
    department: 'People and Culture',
    site: 'Brussels',
    locale: 'fr-BE',
    gender: 'female',
    givenName: 'Amélie',
    surname: 'Mbeki-Dumont',
    jobTitle: 'Coordinatrice diversité et inclusion',
  },
  {
    key: 'adviser',
    role: 'adviser',
    department: 'Legal and Compliance',
    site: 'Eupen',
    locale: 'de-BE',
    gender: 'male',
    givenName: 'Matthias',
    surname: 'Hönen',
    jobTitle: 'Vertrauensperson',
  },
];

/** Everybody who is employed, the managing director first, then the fixed roles, then department by department. */
export function draftEmployees(people: number, random: Random): Draft[] {
  const chief = draftChief(random);
  const teams = draftDepartments(people - 1 - fixedRoles.length, chief, random);
  const fixed = fixedRoles.map((role) => draftFixed(role, teams.get(role.department)?.[0] ?? chief));
  return [chief, ...fixed, ...[...teams.values()].flat()];
}

function draftChief(random: Random): Draft {
  return {
    key: '0',
    department: null,
    manager: null,
    level: 'director',
    leads: true,
    gender: 'female',
    site: siteNamed('Ghent'),
    locale: 'nl-BE',
    name: nameFor('nl-BE', 'female', random),
    jobTitle: 'Gedelegeerd bestuurder',
  };
}

function draftFixed(wish: FixedRole, director: Draft): Draft {
  return {
    key: wish.key,
    role: wish.role,
    department: departmentNamed(wish.department),
    manager: director,
    level: 'senior',
    leads: false,
    gender: wish.gender,
    site: siteNamed(wish.site),
    locale: wish.locale,
    name: {
      givenName: wish.givenName,
      surname: wish.surname,
      displayName: `${wish.givenName} ${wish.surname}`,
    },
    jobTitle: wish.jobTitle,
  };
}

function draftDepartments(seats: number, chief: Draft, random: Random): Map<string, Draft[]> {
  const sizes = new Map<Department, number>(departments.map((each) => [each, 1]));
  for (let seat = departments.length; seat < seats; seat += 1) {
    const chosen = random.weighted(departments);
    sizes.set(chosen, (sizes.get(chosen) ?? 0) + 1);
  }
  let next = 1;
  const teams = new Map<string, Draft[]>();
  for (const [department, size] of sizes) {
    teams.set(department.name, draftDepartment(department, { size, from: next, chief }, random));
    next += size;
  }
  return teams;
}

function draftDepartment(
  department: Department,
  wish: { readonly size: number; readonly from: number; readonly chief: Draft },
  random: Random,
): Draft[] {
  const drafts: Draft[] = [];
  for (const [index, place] of reportingLines(wish.size, random).entries()) {
    const manager = place.manager === null ? wish.chief : itemAt(drafts, place.manager);
    const site = place.depth > 0 && random.chance(0.58) ? manager.site : random.weighted(sites);
    const locale = random.weighted(site.locales).locale;
    const gender = random.chance(0.47) ? 'female' : 'male';
    drafts.push({
      key: String(wish.from + index),
      department,
      manager,
      level: levelAt(place.depth, place.leads, random),
      leads: place.leads,
      gender,
      site,
      locale,
      name: nameFor(locale, gender, random),
    });
  }
  return drafts;
}

function levelAt(depth: number, leads: boolean, random: Random): Level {
  if (depth === 0) return 'director';
  if (leads) return depth === 1 ? 'head' : 'lead';
  return random.weighted([
    { level: 'senior', weight: 30 },
    { level: 'staff', weight: 50 },
    { level: 'junior', weight: 20 },
  ] as const).level;
}
