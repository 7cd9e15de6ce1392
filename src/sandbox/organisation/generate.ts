/** An organisation to try the product on: the same seed and size give the same people, groups and teams. */
import { sandboxIds } from '../identity.ts';
import { generateGuests, generateServiceAccounts } from './accounts.ts';
import type { Company } from './employees.ts';
import { generateEmployees } from './employees.ts';
import { generateGroups, generateTeams } from './groups.ts';
import type { Organisation, OrganisationWish } from './model.ts';
import { seedNames } from './names.ts';

const smallest = 20;
const largest = 200_000;

/** Throws a RangeError for fewer than 20 or more than 200,000 employees. */
export function generateOrganisation({ seed, people = 1200, now }: OrganisationWish): Organisation {
  if (people < smallest || people > largest) throw new RangeError(`people: between ${smallest} and ${largest}`);
  const company: Company = {
    seed,
    name: 'Scheldeland Group',
    domain: 'scheldeland.example',
    today: now ?? new Date('2026-09-01T00:00:00Z'),
  };
  seedNames(seed);
  const employees = generateEmployees(company, people);
  const guests = generateGuests(company, people);
  const groups = generateGroups(company, { employees, guests });
  return {
    seed,
    name: company.name,
    domain: company.domain,
    tenantId: sandboxIds(seed).tenantId,
    people: [...employees.map(({ person }) => person), ...guests, ...generateServiceAccounts(company, people)],
    groups,
    teams: generateTeams(company, groups),
  };
}
