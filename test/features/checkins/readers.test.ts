/**
 * Who can read what of a check-in and of a request for a private talk: every reader opens every page of the API that there is an address
 * for, and finds what the texts promise and nothing else.
 */
import assert from 'node:assert/strict';
import type { Confiding } from '../../../src/features/checkins/confiding/usecases.ts';
import { advisersAsReaders } from '../../../src/features/concerns/confiding/usecases.ts';
import { concernsJobs } from '../../../src/features/concerns/jobs.ts';
import { setAdvising } from '../../../src/features/concerns/advisers/usecases.ts';
import { askForTalk } from '../../../src/features/concerns/usecases.ts';
import type { Caller } from '../../../src/platform/doors.ts';
import { aPerson, callerFor, coordinatorFor, type TestApp } from '../../support/app.ts';
import { pagesWith, seenBy } from '../../support/seen-by.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import { recordCheckIn } from '../../../src/features/checkins/usecases.ts';
import { at, colleague, coordinator, mentee, mentor, office, rated, ratedIn } from './office.ts';

const [manager, adviser, administrator] = [aPerson(4, { name: 'Boss' }), aPerson(5, { name: 'Ada' }), aPerson(6)];

/** What was written, by whom it was written for. */
const written = {
  nobody: 'note that stays mine',
  partner: 'note for the other',
  coordinator: 'note for the team',
  together: 'note among ten',
  adviser: 'note for an adviser',
  phone: '+32 499 11 22 33',
  ratings: '"ratings"',
} as const;
type Written = keyof typeof written;

const readers: readonly { readonly who: string; readonly as: Caller; readonly finds: readonly Written[] }[] = [
  { who: 'writer', as: callerFor(mentee), finds: [...(Object.keys(written) as Written[])] },
  { who: 'partner', as: callerFor(mentor), finds: ['partner'] },
  { who: 'coordinator', as: coordinatorFor(coordinator), finds: ['coordinator'] },
  { who: 'coordinator of something else', as: coordinatorFor(colleague), finds: [] },
  { who: 'adviser', as: callerFor(adviser, { roles: ['Adviser'] }), finds: ['adviser', 'phone'] },
  { who: 'adviser who is the manager', as: callerFor(manager, { roles: ['Adviser'] }), finds: [] },
  { who: 'manager', as: callerFor(manager), finds: [] },
  { who: 'administrator', as: callerFor(administrator, { roles: ['Administrator'] }), finds: [] },
];

const rounds = ['day-30', 'day-90', 'day-150', 'day-180', 'day-210'] as const;
const known: Readonly<Record<string, readonly string[]>> = {
  ...{ programmeId: [at.programmeId], pairId: [at.pairId], round: rounds },
};

const open = pagesWith(known);

async function told(): Promise<TestApp> {
  const { app } = await office({}, usualHours, concernsJobs);
  await app.addPeople({ ...mentee, managerId: manager.id }, manager, adviser, administrator);
  for (const one of [adviser, manager])
    await setAdvising(app.deps, callerFor(one, { roles: ['Adviser'] }), { speaks: ['nl'], takes: true });
  app.pass({ days: 211 });
  const by = { personId: mentee.id };
  const deps: Confiding = { ...app.deps, confidence: advisersAsReaders };
  await recordCheckIn(deps, by, at, rated({ note: written.nobody, noteFor: 'nobody' }));
  for (const [round, noteFor] of [
    ['day-90', 'partner'],
    ['day-150', 'coordinator'],
    ['day-180', 'adviser'],
    ['day-210', 'together'],
  ] as const)
    await recordCheckIn(deps, by, at, ratedIn(round, { note: written[noteFor], noteFor }));
  await askForTalk(app.deps, callerFor(mentee), {
    ...{ how: { way: 'phone', contact: written.phone }, halves: ['monday-morning'], avoid: ['desk'], speak: 'nl' },
    ...{ adviser: 'anyone', chatIsSafe: true },
  });
  await app.run();
  app.pass({ days: 3 });
  await app.run();
  return app;
}

describe('what can be read of a check-in and of a request for a private talk', () => {
  it('is what the texts say, for each reader, on every page and in every card', async () => {
    const app = await told();
    assert.ok(open.length > 60, `only ${open.length} pages`);
    for (const { who, as, finds } of readers) {
      const seen = await seenBy(app, as, known);
      const found = (Object.keys(written) as Written[]).filter((one) => seen.includes(written[one]));
      assert.deepEqual(
        found,
        finds.toSorted((a, b) => place(a) - place(b)),
        who,
      );
    }
  });
});

const place = (one: Written): number => Object.keys(written).indexOf(one);
