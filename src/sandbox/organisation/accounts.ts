/** Accounts that are no employees: guests, service accounts, rooms, and one shared mailbox. */
import { seededGuid } from '../identity.ts';
import type { Company } from './employees.ts';
import { sharedMailbox } from './mailboxes.ts';
import type { SandboxMailbox, SandboxPerson } from './model.ts';
import { createAddresses, nameFor } from './names.ts';
import { createRandom, itemAt } from './random.ts';
import { siteNamed, sites } from './sites.ts';

const partners = ['havenlab.example', 'atelier-nord.example', 'brightpath.example'];
const jobs = ['backup', 'scanner', 'print', 'monitoring', 'erp-sync', 'badge-reader', 'signage', 'build'];

const bare: Omit<SandboxPerson, 'id' | 'role' | 'displayName' | 'userPrincipalName'> = {
  givenName: null,
  surname: null,
  mail: null,
  userType: 'Member',
  accountEnabled: true,
  jobTitle: null,
  department: null,
  companyName: null,
  officeLocation: null,
  city: null,
  country: null,
  usageLocation: null,
  preferredLanguage: null,
  employeeId: null,
  employeeType: null,
  employeeHireDate: null,
  managerId: null,
  mailbox: null,
  hasPhoto: false,
};

export function generateGuests(company: Company, employees: number): SandboxPerson[] {
  const random = createRandom(company.seed, 'guests');
  const addresses = new Map(partners.map((domain) => [domain, createAddresses(domain)]));
  return Array.from({ length: Math.max(4, Math.round(employees * 0.02)) }, (_, index) => {
    const domain = itemAt(partners, index % partners.length);
    const name = nameFor('en-GB', random.chance(0.5) ? 'female' : 'male', random);
    const mail = addresses.get(domain)?.(name) ?? `guest@${domain}`;
    return {
      ...bare,
      ...name,
      id: seededGuid(company.seed, 'guest', String(index)),
      role: 'guest',
      userType: 'Guest',
      mail,
      userPrincipalName: `${mail.replace('@', '_')}#EXT#@${company.domain}`,
    };
  });
}

export function generateServiceAccounts(company: Company, employees: number): SandboxPerson[] {
  const count = Math.max(4, Math.round(employees * 0.007));
  const service = (name: string, local: string, mailbox: SandboxMailbox | null = null): SandboxPerson => ({
    ...bare,
    id: seededGuid(company.seed, 'service', local),
    role: 'service',
    displayName: name,
    userPrincipalName: `${local}@${company.domain}`,
    mail: mailbox ? `${local}@${company.domain}` : null,
    mailbox,
    // Whoever opens a shared mailbox or books a room never signs in as it.
    accountEnabled: mailbox === null,
  });
  const machines = Array.from({ length: count }, (_, index) => {
    const name = `svc-${itemAt(jobs, index % jobs.length)}-${String(Math.floor(index / jobs.length) + 1).padStart(2, '0')}`;
    return service(name, name);
  });
  const rooms = sites.map((site) => ({
    ...service(
      `Room ${site.name} 1`,
      `room.${site.usageLocation.toLowerCase()}.${sites.indexOf(site) + 1}`,
      sharedMailbox(site, 'room'),
    ),
    officeLocation: site.name,
  }));
  return [...machines, ...rooms, service('Mentoring', 'mentoring', sharedMailbox(siteNamed('Ghent'), 'shared'))];
}
