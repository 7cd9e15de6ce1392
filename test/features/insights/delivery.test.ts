import assert from 'node:assert/strict';
import { isFailure } from '../../../src/platform/errors.ts';
import { mostAttempts } from '../../../src/platform/outbox.ts';
import { deliveryState } from '../../../src/features/insights/delivery/model.ts';
import { deliveryOf, retryFailed } from '../../../src/features/insights/delivery/usecases.ts';
import { aPerson, callerFor, coordinatorFor, testApp, type TestApp } from '../../support/app.ts';

const administrator = callerFor(aPerson(1), { roles: ['Administrator'] });

/** A task that used all its tries. */
async function givenUp({ deps, rest }: TestApp, id: string): Promise<void> {
  const data = { personId: aPerson(2).id };
  await deps.outbox.ask('people', aPerson(2).id, { id, job: 'tests.tell', data });
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const claim = await deps.outbox.claim({ address: { table: 'people', partition: aPerson(2).id, id } });
    assert.ok(claim && claim !== 'taken');
    await claim.failed('graph-down');
    rest({ hours: 2 });
  }
}

describe('how delivery is doing', () => {
  it('is told to administrators, and to nobody else', async () => {
    const { deps } = await testApp();
    const notThere = (error: unknown): boolean => isFailure(error, 'not-found');
    for (const who of [coordinatorFor(aPerson(1)), callerFor(aPerson(1))]) {
      await assert.rejects(deliveryOf(deps, who), notThere);
      await assert.rejects(retryFailed(deps, who, 'x'), notThere);
    }
    assert.equal((await deliveryOf(deps, administrator)).sendRate, 30);
  });

  it('names what was given up by its work and its reason, without a person, and tries it again once', async () => {
    const app = await testApp();
    await app.addPeople(aPerson(2));
    await givenUp(app, 'bad');
    const state = deliveryState.parse(await deliveryOf(app.deps, administrator));
    assert.deepEqual(
      state.failed.map(({ job, reason, attempts }) => [job, reason, attempts]),
      [['tests.tell', 'graph-down', 6]],
    );
    const told = JSON.stringify(state);
    for (const secret of [aPerson(2).id, aPerson(2).name]) assert.ok(!told.includes(secret), secret);
    await retryFailed(app.deps, administrator, 'bad');
    assert.deepEqual((await deliveryOf(app.deps, administrator)).failed, []);
    await assert.rejects(retryFailed(app.deps, administrator, 'bad'), (error: unknown) => isFailure(error, 'gone'));
    assert.deepEqual(
      (await app.deps.audit.list()).map(({ what, object }) => [what, object]),
      [['message.again', 'task:people bad']],
    );
  });
});
