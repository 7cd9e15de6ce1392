import assert from 'node:assert/strict';
import { deliveryRoutes } from '../../../src/features/insights/delivery/routes.ts';
import { say as sayDelivery } from '../../../src/features/insights/delivery/words.ts';
import { sendsRoutes } from '../../../src/features/insights/sends/routes.ts';
import { say } from '../../../src/features/insights/sends/words.ts';
import { groupOf } from '../../../src/features/people/messages/rules.ts';
import { sentRows } from '../../../src/features/people/messages/store.ts';
import type { TestApp } from '../../support/app.ts';
import { aPerson } from '../../support/app.ts';
import { assertAccessible } from '../../support/axe.ts';
import { phone, startTestTab } from '../../support/tab.ts';
import { aProgramme, coordinator } from '../pairs/journey.ts';

const kind = 'recruitment.send-invitation';
const group = groupOf(kind, 'call-1');

describe('the pages about messages', function () {
  this.timeout(300_000);
  let app: TestApp;
  let programmeId: string;
  let tab: Awaited<ReturnType<typeof startTestTab>>;
  const me = { personId: coordinator.personId, name: 'Carla', roles: ['Coordinator', 'Administrator'] };

  before(async () => {
    ({ app, programmeId } = await aProgramme());
    Object.assign(app.deps, { config: { ...app.deps.config, mailFrom: 'mentoring@example.test' } });
    await app.addPeople(...Array.from({ length: 70 }, (_, at) => aPerson(at + 1)));
    const dataFor = (number: number) => ({ programmeId, personId: aPerson(number).id, callId: 'call-1' });
    const rows = Array.from({ length: 60 }, (_, at) => {
      const lost = at === 0 ? ({ state: 'failed', reason: 'blocked', data: dataFor(1) } as const) : undefined;
      const sent = { personId: aPerson(at + 1).id, kind, round: 'call-1', at: app.clock.now() - at } as const;
      return sentRows.programmes.create(programmeId, `s${at + 1}`, { ...sent, ...(lost ?? { state: 'arrived' }) });
    });
    await app.deps.tables.commit(rows);
    for (const number of [61, 62, 63])
      await app.deps.outbox.ask('programmes', programmeId, {
        ...{ id: `s${number}`, job: kind, lane: 'campaign', due: app.clock.now() + 86_400_000, data: dataFor(number) },
      });
    const routes = [...sendsRoutes, ...deliveryRoutes].map((one) => ({
      ...one,
      run: (_: unknown, ...asked: [never, never]) => one.run(app.deps, ...asked),
    }));
    tab = await startTestTab({ routes, entra: { verifyTabToken: async () => me } });
  });
  after(() => tab.close());

  it('can be used by everybody, and open a send from the list', async () => {
    const { frame } = await tab.show(`/programmes/${programmeId}/messages`, { theme: 'dark', locale: 'fr-be' }, phone);
    const link = frame.getByRole('link', { name: say('fr', `kind.${kind}`) });
    await link.waitFor();
    await assertAccessible(frame, 'sends');
    await link.click();
    await frame.getByRole('heading', { name: say('fr', 'who') }).waitFor();
    await assertAccessible(frame, 'one send');
  });

  it('show fifty messages and then more, and find a person', async () => {
    const { frame } = await tab.show(`/programmes/${programmeId}/messages/${group}`, { locale: 'nl-be' });
    const rows = frame.getByRole('table', { name: say('nl', 'who') }).locator('tbody tr');
    await rows.nth(49).waitFor();
    assert.equal(await rows.count(), 50);
    await frame.getByRole('button', { name: say('nl', 'more', { count: 13 }) }).click();
    await rows.nth(62).waitFor();
    await frame.getByRole('searchbox').fill('person 42');
    await frame.getByRole('searchbox').press('Enter');
    await frame.getByText(say('nl', 'found', { count: 1 })).waitFor();
    assert.match((await rows.first().textContent()) ?? '', /Person 42/);
  });

  it('stop one message, ask for a mail, and stop all that has not gone', async () => {
    const { frame } = await tab.show(`/programmes/${programmeId}/messages/${group}`, { locale: 'nl-be' });
    const deed = (what: string, number: number) =>
      frame.getByRole('button', { name: say('nl', 'do.for', { what, name: `Person ${number}` }), exact: true });
    await deed(say('nl', 'do.stop'), 61).click();
    await deed(say('nl', 'do.go-on'), 61).waitFor();
    await frame.getByText(/^Door Person 900/).waitFor();

    await frame.getByRole('combobox', { name: say('nl', 'filter') }).selectOption('not-reached');
    await deed(say('nl', 'do.mail'), 1).click();
    await frame.getByText(say('nl', 'done.mail')).waitFor();
    const [mailed] = (await app.deps.outbox.tasksOf('programmes', programmeId)).filter(({ id }) => id === 's1');
    assert.equal(mailed?.job, kind);

    await frame.getByRole('button', { name: say('nl', 'all.stop'), exact: true }).click();
    await frame.getByText(say('nl', 'all.stopped')).waitFor();
    await assertAccessible(frame, 'a send that was stopped');
    const stopped = frame.locator('dl > div', { hasText: say('nl', 'state.stopped') });
    await stopped.getByText('4').waitFor();
  });

  it('tell an administrator that no worker runs, and what was given up', async () => {
    await app.deps.outbox.ask('system', 'recurring', { id: 'bad', job: 'people.sync', data: {} });
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      const claim = await app.deps.outbox.claim({ address: { table: 'system', partition: 'recurring', id: 'bad' } });
      if (claim && claim !== 'taken') await claim.failed('graph-down');
      app.rest({ hours: 2 });
    }
    const { frame } = await tab.show('/delivery', { theme: 'contrast', locale: 'de-be' }, phone);
    await frame.getByText(sayDelivery('de', 'none-alive')).waitFor();
    await frame.getByText(sayDelivery('de', 'reason.graph-down')).waitFor();
    await assertAccessible(frame, 'delivery');
    await frame.getByRole('button', { name: sayDelivery('de', 'retry.for', { job: 'people.sync' }) }).click();
    await frame.getByText(sayDelivery('de', 'failed.none')).waitFor();
  });
});
