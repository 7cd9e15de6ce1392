import assert from 'node:assert/strict';
import type { Caller } from '../../../src/platform/doors.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { gated } from '../../../src/features/matching/facts/usecases.ts';
import {
  currentProposal,
  proposedPairsOf,
  publishProposal,
  startRun,
  viewWaiting,
} from '../../../src/features/matching/usecases.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import type { Role } from '../../../src/features/recruitment/model.ts';
import { applications } from '../../../src/features/recruitment/store.ts';
import {
  forgetException,
  gatesOf,
  grantException,
  listTrainees,
  readyOf,
  switchGate,
  takeBackException,
  viewTraining,
} from '../../../src/features/training/gate/usecases.ts';
import { exceptions } from '../../../src/features/training/gate/store.ts';
import type { CourseId } from '../../../src/features/training/model.ts';
import { pathOf } from '../../../src/features/training/rules.ts';
import { completeCourse } from '../../../src/features/training/usecases.ts';
import { jobs } from '../../../src/worker/jobs.ts';
import { routes } from '../../../src/api/routes.ts';
import { addApplication, addProgramme, someAnswers } from '../../support/applications.ts';
import { aPerson, coordinatorFor, testApp } from '../../support/app.ts';

const coordinator = aPerson(900);
const caller = coordinatorFor(coordinator);
const [mentee, mentor, late, both] = [1, 2, 3, 4].map((number) => aPerson(number)) as [
  ...[ReturnType<typeof aPerson>, ReturnType<typeof aPerson>],
  ...[ReturnType<typeof aPerson>, ReturnType<typeof aPerson>],
];

/** The running jobs, with the gate as it is handed in where the product is put together. */
async function programme(roles: Readonly<Record<string, Role>>) {
  const app = await testApp({ jobs });
  Object.assign(app.deps, {
    directory: { workingHours: async () => usualHours, managersOf: async () => [], managerChain: async () => [] },
  });
  const people = [mentee, mentor, late, both].filter(({ id }) => roles[id]);
  await app.addPeople(coordinator, ...people);
  await addProgramme(app, coordinator, { stage: 'match' });
  for (const { id } of people)
    await addApplication(app, id, someAnswers({ role: roles[id] ?? 'mentee', values: ['honesty'] }));
  const finish = async (personId: string, ids: readonly CourseId[]): Promise<void> => {
    for (const id of ids) await completeCourse(app.deps, personId, id);
    await app.run();
  };
  const asRoute = (run: (deps: typeof app.deps) => Promise<unknown>) => {
    const [door] = gated(readyOf, [{ run }]);
    return door!.run(app.deps);
  };
  const propose = async () => {
    await startRun(app.deps, caller, 'p1', {});
    await app.run();
    const head = await currentProposal(app.deps, 'p1');
    assert.ok(head);
    return head;
  };
  const pairsIn = async ({ id }: { id: string }) =>
    (await proposedPairsOf(app.deps, 'p1', id)).map((one) => [one.menteeId, one.mentorId]);
  return { app, finish, propose, pairsIn, asRoute };
}

const isReason = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;
const two = { [mentee.id]: 'mentee', [mentor.id]: 'mentor' } as const;

describe('the gate of a programme', function () {
  this.timeout(60_000);

  it('is open until a coordinator closes it', async () => {
    const { app, propose, pairsIn } = await programme(two);
    assert.equal((await viewTraining(app.deps, caller, 'p1')).isOn, false);
    assert.deepEqual(await pairsIn(await propose()), [[mentee.id, mentor.id]]);
  });

  it('leaves out who has not done the courses, tells how many, and lets them in once they have', async () => {
    const { app, finish, propose, pairsIn, asRoute } = await programme(two);
    await switchGate(app.deps, caller, 'p1', true);
    const first = await propose();
    assert.deepEqual([await pairsIn(first), first.counts.notReady], [[], 2]);
    await finish(mentee.id, pathOf('mentee'));
    const waiting = (await asRoute((deps) => viewWaiting(deps, caller, 'p1'))) as { notReady?: number };
    assert.equal(waiting.notReady, 1);
    await finish(mentor.id, pathOf('mentor').slice(0, 2));
    assert.deepEqual(await pairsIn(await propose()), []);
    await finish(mentor.id, pathOf('mentor'));
    const last = await propose();
    assert.deepEqual([await pairsIn(last), last.counts.notReady], [[[mentee.id, mentor.id]], undefined]);
  });

  it('lets somebody in by an exception with a reason, and no longer once it is taken back', async () => {
    const { app, finish, propose, pairsIn } = await programme(two);
    await switchGate(app.deps, caller, 'p1', true);
    await finish(mentor.id, pathOf('mentor'));
    await grantException(app.deps, caller, 'p1', { personId: mentee.id, why: 'Followed them at the college' });
    assert.deepEqual(await pairsIn(await propose()), [[mentee.id, mentor.id]]);
    const [kept] = (await exceptions.list(app.deps.tables, 'p1')).map(({ value }) => value);
    assert.deepEqual([kept?.why, kept?.by], ['Followed them at the college', coordinator.id]);
    for (const _ of [1, 2]) await takeBackException(app.deps, caller, 'p1', mentee.id);
    assert.deepEqual(await pairsIn(await propose()), []);
    const [ended] = (await exceptions.list(app.deps.tables, 'p1')).map(({ value }) => value);
    assert.deepEqual([ended?.why, ended?.endedBy], ['Followed them at the college', coordinator.id]);
    const deeds = (await app.deps.audit.list()).filter(({ what }) => what.startsWith('training.'));
    assert.deepEqual(
      deeds.map(({ what, outcome }) => `${what} ${outcome}`),
      ['training.gate on', 'training.exception granted', 'training.exception taken-back'],
    );
    assert.doesNotMatch(JSON.stringify(deeds), new RegExp(`college|${mentee.id}`));
  });

  it('tells whoever has an exception its reason at any time, and forgets it when they withdraw', async () => {
    const { app } = await programme(two);
    await grantException(app.deps, caller, 'p1', { personId: mentee.id, why: 'Followed them at the college' });
    const seen = (await gatesOf(app.deps, mentee.id)).map(({ exception }) => exception);
    assert.deepEqual(seen, ['Followed them at the college'], 'also while the gate is open');
    const row = await applications.find(app.deps.tables, 'p1', mentee.id);
    assert.ok(row);
    await forgetException(app.deps, row.value);
    assert.equal((await exceptions.list(app.deps.tables, 'p1')).length, 1);
    await forgetException(app.deps, { ...row.value, status: 'withdrawn' });
    assert.deepEqual(await exceptions.list(app.deps.tables, 'p1'), []);
  });

  it('grants no exception to who does not take part, and none to coordinators of others', async () => {
    const { app } = await programme(two);
    const grant = { personId: late.id, why: 'Because of something' };
    await assert.rejects(grantException(app.deps, caller, 'p1', grant), isReason('not-applied-here'));
    const other: Caller = coordinatorFor(aPerson(901));
    for (const refused of [
      grantException(app.deps, other, 'p1', { ...grant, personId: mentee.id }),
      takeBackException(app.deps, other, 'p1', mentee.id),
      switchGate(app.deps, other, 'p1', true),
      viewTraining(app.deps, other, 'p1'),
      listTrainees(app.deps, other, 'p1', {}),
    ])
      await assert.rejects(refused, isReason('programme-gone'));
  });

  it('does not publish a proposal that was made before it was closed', async () => {
    const { app, finish, propose, asRoute } = await programme(two);
    const { id } = await propose();
    await switchGate(app.deps, caller, 'p1', true);
    await assert.rejects(
      asRoute((deps) => publishProposal(deps, caller, 'p1', id)),
      isReason('not-ready'),
    );
    for (const [personId, side] of [
      [mentee.id, 'mentee'],
      [mentor.id, 'mentor'],
    ] as const)
      await finish(personId, pathOf(side));
    const published = (await asRoute((deps) => publishProposal(deps, caller, 'p1', id))) as { outcome: string };
    assert.equal(published.outcome, 'published');
  });

  it('takes who applied for both on the side whose courses are done', async () => {
    const { app, finish, propose, pairsIn } = await programme({ ...two, [both.id]: 'both' });
    await switchGate(app.deps, caller, 'p1', true);
    await finish(both.id, pathOf('mentor'));
    await finish(mentee.id, pathOf('mentee'));
    const made = await propose();
    assert.deepEqual([await pairsIn(made), made.counts.notReady], [[[mentee.id, both.id]], 2]);
    const { rows } = await listTrainees(app.deps, caller, 'p1', { show: 'not-yet' });
    assert.deepEqual(
      rows.map(({ person, doneAs }) => [person.id, doneAs]),
      [
        [mentor.id, undefined],
        [both.id, 'mentor'],
      ],
    );
  });

  it('tells whom it left out what is left, once, kindly, and keeps their place without a first turn', async () => {
    const { app, finish, propose, asRoute } = await programme({ ...two, [late.id]: 'mentee' });
    await switchGate(app.deps, caller, 'p1', true);
    await finish(mentee.id, pathOf('mentee'));
    await finish(mentor.id, pathOf('mentor'));
    await finish(late.id, ['setting-goals']);
    const { id } = await propose();
    await asRoute((deps) => publishProposal(deps, caller, 'p1', id));
    await app.run();
    const cards = app.cardsTo(late.id);
    const text = JSON.stringify(cards.map(({ body }) => body));
    assert.equal(cards.length, 1);
    assert.match(text, /You are still welcome/);
    assert.match(text, /Taking initiative/);
    assert.doesNotMatch(text, /Setting goals/);
    assert.equal(app.cardsTo(mentee.id).length, 1, 'the offer alone');
    const [gate] = await gatesOf(app.deps, late.id);
    assert.deepEqual(gate?.missing, ['taking-initiative', 'voicing-needs']);
    assert.deepEqual([await gatesOf(app.deps, mentee.id), await gatesOf(app.deps, mentor.id)], [[], []]);
  });
});

describe('what coordinators see of training', () => {
  it('is done or not yet for each, never a step or an answer', async () => {
    const { app, finish } = await programme({ ...two, [late.id]: 'mentee' });
    await finish(mentee.id, pathOf('mentee'));
    await finish(late.id, ['setting-goals', 'taking-initiative']);
    const { rows, total } = await listTrainees(app.deps, caller, 'p1', {});
    assert.equal(total, 3);
    assert.deepEqual(
      rows.map(({ person, ...line }) => [person.name, line]),
      [
        ['Person 1', { role: 'mentee', isDone: true }],
        ['Person 2', { role: 'mentor', isDone: false }],
        ['Person 3', { role: 'mentee', isDone: false }],
      ],
    );
    const { figures } = await viewTraining(app.deps, caller, 'p1');
    assert.deepEqual(figures, { invited: 3, done: 1, excepted: 0, leftOut: 2 });
    const found = await listTrainees(app.deps, caller, 'p1', { search: 'person 3', show: 'not-yet' });
    assert.deepEqual(
      found.rows.map(({ person }) => person.id),
      [late.id],
    );
  });
});

describe('the doors', () => {
  it('hand the gate to all that matches: else a proposal would hold people who are not ready', async () => {
    const { app } = await programme(two);
    await switchGate(app.deps, caller, 'p1', true);
    const route = routes.find(({ path }) => path === '/programmes/:programmeId/matching/waiting');
    const asked = { params: { programmeId: 'p1' }, query: undefined, body: undefined };
    assert.deepEqual(await route?.run(app.deps, caller, asked), { mentees: 0, mentors: 0, places: 0, notReady: 2 });
  });
});
