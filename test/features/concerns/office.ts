/** An organisation with three confidential advisers, of whom one is the manager of whoever asks, and the people around both. */
import { setAdvising } from '../../../src/features/concerns/advisers/usecases.ts';
import { concernsJobs } from '../../../src/features/concerns/jobs.ts';
import type { Wish } from '../../../src/features/concerns/model.ts';
import type { Pair } from '../../../src/features/pairs/model.ts';
import { pairLines, pairs } from '../../../src/features/pairs/store.ts';
import type { Person } from '../../../src/features/people/model.ts';
import { teams } from '../../../src/features/programmes/store.ts';
import type { Caller } from '../../../src/platform/doors.ts';
import { aPerson, callerFor, testApp, type TestApp } from '../../support/app.ts';

export const manager = aPerson(4, { name: 'Boss Four' });
export const asker = aPerson(1, { name: 'Asker One', managerId: manager.id });
export const partner = aPerson(2, { name: 'Partner Two' });
export const coordinator = aPerson(3);
export const adviser = aPerson(5, { name: 'Adviser Five', site: 'Antwerp' });
export const secondAdviser = aPerson(6, { name: 'Adviser Six' });

export const asAdviser = (one: Pick<Person, 'id'>): Caller => callerFor(one, { roles: ['Adviser'] });
export const canary = '+32 499 11 22 33';

export function aWish(over: Partial<Wish> = {}): Wish {
  return {
    ...{ how: { way: 'phone', contact: canary }, halves: ['monday-morning'], avoid: ['desk'], speak: 'nl' },
    ...{ adviser: 'anyone', chatIsSafe: false },
    ...over,
  };
}

export async function anOffice(): Promise<TestApp> {
  const app = await testApp({ jobs: concernsJobs });
  // No mailbox tells its hours: the usual ones hold.
  Object.assign(app.deps, { directory: { workingHours: () => Promise.resolve(undefined) } });
  await app.addPeople(asker, partner, coordinator, manager, adviser, secondAdviser);
  await takeRequests(app, adviser, secondAdviser, manager);
  return app;
}

export async function takeRequests(app: TestApp, ...all: readonly Person[]): Promise<void> {
  for (const one of all) await setAdvising(app.deps, asAdviser(one), { speaks: ['nl'], takes: true });
}

/** The asker and this person are a pair, in a programme that the coordinator runs. */
export async function pairWith(app: TestApp, one: Person): Promise<void> {
  const pair: Pair = {
    ...{ id: 'pair-1', programmeId: 'p1', proposalId: 'x', menteeId: asker.id, mentorId: one.id, state: 'active' },
    ...{ reasons: [], offeredAt: 1, activeAt: 1 },
  };
  await app.deps.tables.commit([
    pairs.create('p1', pair.id, pair),
    teams.put('p1', coordinator.id, { personId: coordinator.id, addedAt: 1 }),
  ]);
  await app.deps.tables.commit([pairLines.put(asker.id, pair.id, { programmeId: 'p1', pairId: pair.id })]);
}
