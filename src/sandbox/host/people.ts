/** Control API: who is in the organisation, tokens for their tabs, and changes in the directory. */
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { drawPortrait } from '../graph/photos.ts';
import type { SandboxPerson } from '../organisation/model.ts';
import { asked } from './asked.ts';
import { suggestionsIn } from './suggestions.ts';
import { personIn, Unwelcome, type HostWorld } from './world.ts';

export interface ShownPerson {
  readonly id: string;
  readonly name: string;
  readonly role: SandboxPerson['role'];
  /** Two letters: nl, fr, de or en. */
  readonly language: string;
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly city: string | null;
  readonly mail: string | null;
  readonly managerId: string | null;
  /** IANA; Brussels without a mailbox. */
  readonly timeZone: string;
  readonly hasMailbox: boolean;
  /** False for an account that is switched off: nobody signs in with it. */
  readonly enabled: boolean;
  readonly hasPhoto: boolean;
  readonly installed: boolean;
}

const fixedRoles: readonly SandboxPerson['role'][] = ['coordinator', 'adviser', 'administrator'];

/** The fixed roles first, then employees in the order of the directory, guests and service accounts last. */
export function shownPeople(world: HostWorld): ShownPerson[] {
  const place = (person: SandboxPerson): number => {
    const fixed = fixedRoles.indexOf(person.role);
    if (fixed >= 0) return fixed;
    return person.role === 'employee' ? 10 : 20;
  };
  return world.graph
    .people()
    .toSorted((one, other) => place(one) - place(other))
    .map((person) => shownPerson(world, person));
}

export function shownPerson(world: HostWorld, person: SandboxPerson): ShownPerson {
  const { id, role, displayName: name, jobTitle, department, city, mail, managerId, mailbox, hasPhoto } = person;
  const facts = { id, name, role, language: languageOf(world, person), jobTitle, department, city, mail, managerId };
  const timeZone = mailbox?.ianaZone ?? 'Europe/Brussels';
  const installed = world.connector.isInstalledFor(id);
  return { ...facts, timeZone, hasMailbox: mailbox !== null, enabled: person.accountEnabled, hasPhoto, installed };
}

export function localeOf(world: HostWorld, person: SandboxPerson): string {
  return person.preferredLanguage ?? person.mailbox?.locale ?? world.organisation.people[0]?.preferredLanguage ?? 'en';
}

function languageOf(world: HostWorld, person: SandboxPerson): string {
  return localeOf(world, person).slice(0, 2).toLowerCase();
}

const tokenWish = z.strictObject({ personId: z.string() });
const patch = z.strictObject({
  displayName: z.string().min(1).optional(),
  jobTitle: z.string().nullable().optional(),
  department: z.string().nullable().optional(),
  officeLocation: z.string().nullable().optional(),
  city: z.string().nullable().optional(),
  country: z.string().nullable().optional(),
  preferredLanguage: z.string().nullable().optional(),
  managerId: z.string().nullable().optional(),
  accountEnabled: z.boolean().optional(),
  /** In the product's app; `employee` takes every role away, at the next request. */
  role: z.enum(['administrator', 'coordinator', 'adviser', 'employee']).optional(),
});
const change = z.union([z.strictObject({ remove: z.literal(true) }), patch], {
  error: `either {"remove":true} or some of ${Object.keys(patch.shape).join(', ')}`,
});

export function peopleRoutes(world: HostWorld): Router {
  const routes = Router();
  routes.get('/sandbox/people', (_req: Request, res: Response) => void res.json(shownPeople(world)));
  routes.get('/sandbox/suggestions', (_req: Request, res: Response) => void res.json(suggestionsIn(world)));
  routes.get('/sandbox/people/:id/photo', (req: Request<{ id: string }>, res: Response) => {
    const person = personIn(world, req.params.id);
    if (!person.hasPhoto) throw new Unwelcome(404, 'This person has no photo.');
    res.set('cache-control', 'max-age=3600').type('png').send(drawPortrait(person.id, 96));
  });
  routes.post('/sandbox/token', async (req: Request, res: Response) => {
    const { personId } = asked(tokenWish, req.body);
    res.json({ token: await world.entra.tabToken(personIn(world, personId).id) });
  });
  routes.post('/sandbox/people/:id', (req: Request<{ id: string }>, res: Response) => {
    const { id } = personIn(world, req.params.id);
    const wanted = asked(change, req.body);
    if ('remove' in wanted) {
      world.graph.removePerson(id);
      return void res.json({ removed: true });
    }
    if (typeof wanted.managerId === 'string') personIn(world, wanted.managerId);
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
    res.json(shownPerson(world, world.graph.changePerson(id, given)));
  });
  return routes;
}
