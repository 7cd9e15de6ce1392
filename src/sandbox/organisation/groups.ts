/** Groups of the directory: employee networks, departments, sites, nested ones, and the two teams. */
import { seededGuid } from '../identity.ts';
import type { Company, Employee } from './employees.ts';
import type { SandboxGroup, SandboxPerson, SandboxTeam } from './model.ts';
import { addressPart } from './names.ts';
import { createRandom } from './random.ts';
import { departments } from './titles.ts';

interface Network {
  readonly name: string;
  readonly about: string;
  /** Share of these employees who joined. */
  readonly joins: (employee: Employee, today: Date) => number;
}

const halfYear = 183 * 86_400_000;

const networks: readonly Network[] = [
  {
    name: "Women's network",
    about: 'Réseau des femmes, vrouwennetwerk',
    joins: ({ gender }) => (gender === 'female' ? 0.28 : 0.02),
  },
  {
    name: 'Young employees',
    about: 'Jong & jeune: the first years at work',
    joins: ({ level }) => (level === 'junior' ? 0.5 : level === 'staff' ? 0.08 : 0),
  },
  { name: 'Neurodiversity network', about: 'Think differently, work together', joins: () => 0.035 },
  { name: 'Pride network', about: 'LGBTQI+ colleagues and allies', joins: () => 0.05 },
  { name: 'Roots network', about: 'Colleagues with roots in more than one place', joins: () => 0.08 },
  {
    name: 'Parents and carers',
    about: 'Who cares for somebody at home',
    joins: ({ level }) => (level === 'junior' ? 0.02 : 0.11),
  },
  {
    name: 'Newcomers network',
    about: 'The first six months here',
    joins: ({ person }, today) => (Date.parse(person.employeeHireDate ?? '') > today.getTime() - halfYear ? 0.7 : 0),
  },
];

export interface Crowd {
  readonly employees: readonly Employee[];
  readonly guests: readonly SandboxPerson[];
}

export function generateGroups(company: Company, { employees, guests }: Crowd): SandboxGroup[] {
  const random = createRandom(company.seed, 'groups');
  const security = (kind: SandboxGroup['kind'], name: string, members: readonly Employee[]): SandboxGroup =>
    newGroup(company, { kind, displayName: name, memberIds: idsOf(members) });
  const joined = networks.map(({ name, about, joins }) => {
    const members = employees.filter((each) => random.chance(joins(each, company.today)));
    return mailGroup(company, { kind: 'network', displayName: name, description: about, memberIds: idsOf(members) });
  });
  const byDepartment = departments.map(({ name }) =>
    security(
      'department',
      name,
      employees.filter(({ person }) => person.department === name),
    ),
  );
  const siteNames = [...new Set(employees.map(({ person }) => person.officeLocation ?? ''))];
  const bySite = siteNames.map((name) =>
    security(
      'site',
      `Site ${name}`,
      employees.filter(({ person }) => person.officeLocation === name),
    ),
  );
  const belgian = bySite.filter((_, index) =>
    employees.some(({ person }) => person.officeLocation === siteNames[index] && person.usageLocation === 'BE'),
  );
  return [
    ...joined,
    ...byDepartment,
    ...bySite,
    newGroup(company, { kind: 'nested', displayName: 'Belgium', memberGroupIds: belgian.map(({ id }) => id) }),
    newGroup(company, {
      kind: 'nested',
      displayName: 'All employee networks',
      memberGroupIds: joined.map(({ id }) => id),
    }),
    security(
      'other',
      'People managers',
      employees.filter(({ leads }) => leads),
    ),
    mailGroup(company, {
      kind: 'other',
      displayName: 'Project Horizon',
      description: 'With our partners',
      memberIds: [...idsOf(employees.filter(() => random.chance(0.01))), ...guests.map(({ id }) => id)],
    }),
    security('other', 'Former works council', []),
    ...teamGroups(company, employees),
  ];
}

function teamGroups(company: Company, employees: readonly Employee[]): SandboxGroup[] {
  const inclusion = employees.filter(({ person }) => person.role === 'coordinator' || person.role === 'adviser');
  return [
    mailGroup(company, {
      kind: 'team',
      displayName: 'Everyone',
      description: 'News for all of us',
      memberIds: idsOf(employees),
    }),
    mailGroup(company, {
      kind: 'team',
      displayName: 'D&I',
      description: 'Diversity and inclusion',
      memberIds: idsOf(inclusion),
    }),
  ];
}

const channelsOf: Readonly<Record<string, readonly string[]>> = {
  Everyone: ['General', 'Mentoring'],
  'D&I': ['General'],
};

export function generateTeams(company: Company, groups: readonly SandboxGroup[]): SandboxTeam[] {
  return groups
    .filter(({ kind }) => kind === 'team')
    .map(({ id, displayName, description }) => ({
      id,
      displayName,
      description: description ?? '',
      channels: (channelsOf[displayName] ?? ['General']).map((name) => ({
        id: `19:${seededGuid(company.seed, 'channel', displayName, name).replaceAll('-', '')}@thread.tacv2`,
        displayName: name,
        description: name === 'Mentoring' ? 'Calls, stories and thanks from our mentoring programmes' : null,
      })),
    }));
}

type GroupWish = Pick<SandboxGroup, 'kind' | 'displayName'> & Partial<SandboxGroup>;

function newGroup(company: Company, wish: GroupWish): SandboxGroup {
  const mailNickname = addressPart(wish.displayName.replaceAll(' ', '-')).replaceAll("'", '');
  return {
    id: seededGuid(company.seed, 'group', wish.displayName),
    description: null,
    mail: null,
    mailNickname,
    securityEnabled: true,
    mailEnabled: false,
    groupTypes: [],
    visibility: null,
    memberIds: [],
    memberGroupIds: [],
    ...wish,
  };
}

/** A Microsoft 365 group: it has a mailbox of its own. */
function mailGroup(company: Company, wish: GroupWish): SandboxGroup {
  const group = newGroup(company, {
    ...wish,
    securityEnabled: false,
    mailEnabled: true,
    groupTypes: ['Unified'],
    visibility: 'Public',
  });
  return { ...group, mail: `${group.mailNickname}@${company.domain}` };
}

function idsOf(employees: readonly Employee[]): string[] {
  return employees.map(({ person }) => person.id);
}
