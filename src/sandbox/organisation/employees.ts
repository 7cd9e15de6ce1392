/** Employees with their accounts, and among them the cases on which software for people trips. */
import { seededGuid } from '../identity.ts';
import type { Draft } from './drafts.ts';
import { draftEmployees } from './drafts.ts';
import { absenceAround, mailboxFor } from './mailboxes.ts';
import type { SandboxPerson } from './model.ts';
import type { Gender, PersonName } from './names.ts';
import { createAddresses } from './names.ts';
import type { Random } from './random.ts';
import { createRandom } from './random.ts';
import { languageOf } from './sites.ts';
import type { Level } from './titles.ts';
import { jobTitleOf } from './titles.ts';

/** An account with what the organisation knows about the person, but the directory does not hold. */
export interface Employee {
  readonly person: SandboxPerson;
  readonly gender: Gender;
  readonly level: Level;
  readonly leads: boolean;
}

export interface Company {
  readonly seed: number;
  readonly name: string;
  readonly domain: string;
  readonly today: Date;
}

interface Oddity {
  readonly name?: PersonName;
  readonly noMailbox?: boolean;
  readonly disabled?: boolean;
  readonly noTitle?: boolean;
}

const dayLength = 86_400_000;
const longGivenNames =
  'Maria Leopoldina Josefa Carolina Francisca Ferdinanda Beatriz Antónia Eulália Henriqueta Gonzaga Rafaela Isabel';
const longSurnames =
  'van Nieuwenhuijsen-Vanden Broucke de Habsburgo-Lorena e Bragança, geboren Schoutheete de Tervarent';

export function generateEmployees(company: Company, people: number): Employee[] {
  const drafts = draftEmployees(people, createRandom(company.seed, 'people'));
  const oddities = markOddities(drafts);
  const addressFor = createAddresses(company.domain);
  const ids = new Map(drafts.map((draft) => [draft, seededGuid(company.seed, 'person', draft.key)]));
  const idOf = (draft: Draft | null): string | null => (draft ? (ids.get(draft) ?? null) : null);
  return drafts.map((draft, index) => {
    const named = { ...draft, ...oddities.get(draft) };
    const account = { id: idOf(draft) ?? '', managerId: idOf(draft.manager), upn: addressFor(named.name), index };
    return {
      person: personOf(company, named, account),
      gender: draft.gender,
      level: draft.level,
      leads: draft.leads,
    };
  });
}

/** Spread over those who lead nobody, so that small organisations have each case too. */
function markOddities(drafts: readonly Draft[]): Map<Draft, Oddity> {
  const leaves = drafts.filter((draft) => !draft.leads && !draft.role);
  const at = (share: number): Draft | undefined => leaves[Math.floor(leaves.length * share)];
  const oddities = new Map<Draft, Oddity>();
  for (const [index, draft] of leaves.entries()) {
    if (index % 40 === 7 || (draft.department?.name === 'Production' && index % 6 === 5)) {
      oddities.set(draft, { noMailbox: true });
    } else if (index % 61 === 20) {
      oddities.set(draft, { disabled: true });
    } else if (index % 50 === 33) {
      oddities.set(draft, { noTitle: true });
    }
  }
  const namesake = at(0.12)?.name;
  const unusual: readonly [number, PersonName | undefined][] = [
    [0.12, namesake],
    [0.64, namesake],
    [
      0.31,
      {
        givenName: longGivenNames.slice(0, 64).trim(),
        surname: longSurnames.slice(0, 64).trim(),
        displayName: `${longGivenNames} ${longSurnames}`,
      },
    ],
    [0.46, { givenName: 'Suryani', surname: null, displayName: 'Suryani' }],
    [0.77, { givenName: 'Minh Khai', surname: 'Nguyễn Thị', displayName: 'Nguyễn Thị Minh Khai' }],
  ];
  for (const [share, name] of unusual) {
    const draft = at(share);
    if (draft && name) oddities.set(draft, { name });
  }
  return oddities;
}

interface Account {
  readonly id: string;
  readonly managerId: string | null;
  readonly upn: string;
  readonly index: number;
}

function personOf(company: Company, draft: Draft & Oddity, { id, managerId, upn, index }: Account): SandboxPerson {
  const random = createRandom(company.seed, 'account', draft.key);
  const { site, locale, level, department, gender } = draft;
  const hasMailbox = draft.noMailbox !== true;
  const title =
    draft.jobTitle ?? (department ? jobTitleOf(department, level, languageOf(locale), gender) : 'Directeur');
  const mailbox = mailboxFor({ site, locale, level, department: department?.name ?? '' }, random);
  // Chance of its own, so that everything else of a seed stays as it is.
  const away = createRandom(company.seed, 'away', draft.key);
  const language = draft.role || random.chance(0.96) ? locale : null;
  return {
    id,
    role: draft.role ?? 'employee',
    ...draft.name,
    userPrincipalName: upn,
    mail: hasMailbox ? mailFor(upn, company.domain, draft.role === undefined && random.chance(0.03)) : null,
    userType: 'Member',
    accountEnabled: draft.disabled !== true,
    jobTitle: draft.noTitle === true ? null : title,
    department: department?.name ?? 'Management',
    companyName: company.name,
    officeLocation: site.name,
    city: site.city,
    country: site.country,
    usageLocation: site.usageLocation,
    preferredLanguage: language,
    employeeId: String(100_001 + index),
    employeeType: 'Employee',
    employeeHireDate: hiredOn(company.today, draft, random),
    managerId,
    mailbox: hasMailbox ? { ...mailbox, away: draft.role ? null : absenceAround(company.today, away) } : null,
    hasPhoto: random.chance(0.8),
  };
}

/** After a merger some people write from another address than the one they sign in with. */
function mailFor(upn: string, domain: string, merged: boolean): string {
  return merged ? upn.replace(`@${domain}`, `@mail.${domain}`) : upn;
}

function hiredOn(today: Date, { leads, level }: Draft, random: Random): string {
  const newcomer = !leads && random.chance(level === 'junior' ? 0.3 : 0.06);
  const days = newcomer ? random.between(5, 180) : Math.floor(random.next() ** 1.6 * 9000) + (leads ? 730 : 190);
  const date = new Date(today.getTime() - days * dayLength);
  return `${date.toISOString().slice(0, 10)}T00:00:00Z`;
}
