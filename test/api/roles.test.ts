import assert from 'node:assert/strict';
import { routes, says } from '../../src/api/routes.ts';
import { teams } from '../../src/features/programmes/store.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { createRoles, shared } from '../../src/platform/roles.ts';
import type { SandboxPerson } from '../../src/sandbox/organisation/model.ts';
import { startApi } from '../support/api.ts';
import { testApp } from '../support/app.ts';
import { logInto } from '../support/bot.ts';
import { withGraph, type TestGraph } from '../support/cloud.ts';

const draft = {
  ...{ name: 'P', forWhom: 'a', why: 'b', howChosen: 'c', goals: [], language: 'en' },
  ...{ startsOn: '2026-04-06', endsOn: '2027-01-06' },
};

describe('a role that Entra takes away', function () {
  this.timeout(300_000);
  let cloud: TestGraph;
  let deps: Platform;
  let api: Awaited<ReturnType<typeof startApi>>;

  before(async () => {
    cloud = await withGraph();
    deps = { ...(await testApp()).deps, config: cloud.config };
    const { graph, config } = cloud;
    const roles = createRoles({ graph, config, clock: systemClock, log: deps.log });
    api = await startApi({ deps: { ...deps, roles }, entra: cloud.entra, routes, says });
  });
  after(() => Promise.all([api.close(), cloud.close()]));

  const people = (role: SandboxPerson['role']): SandboxPerson[] =>
    cloud.graphServer.people().filter((one) => one.role === role && one.accountEnabled);
  const reads = (): number => cloud.graphServer.requests().filter(({ template }) => /AssignedTo/.test(template)).length;
  const statusOf = async (token: string, path: string): Promise<number> => (await api.ask({ path, token })).status;

  it('ends at the next request, whatever the token says, for surveys, programmes and administrators', async () => {
    const [coordinator] = people('coordinator');
    const [administrator] = people('administrator');
    const [token, other] = [await cloud.tokenOf(coordinator!.id), await cloud.tokenOf(administrator!.id)];
    const made = await api.ask({ method: 'POST', path: '/api/programmes', token, body: draft });
    assert.equal(made.status, 200);
    const { id } = made.json as { id: string };
    const asked = ['/api/surveys', '/api/programmes', `/api/programmes/${id}`];
    for (const path of asked) assert.equal(await statusOf(token, path), 200, path);
    assert.equal(await statusOf(other, '/api/identity/countries'), 200);

    cloud.graphServer.changePerson(coordinator!.id, { role: 'employee' });
    cloud.graphServer.changePerson(administrator!.id, { role: 'employee' });
    for (const path of asked) assert.equal(await statusOf(token, path), 403, path);
    assert.equal(await statusOf(other, '/api/identity/countries'), 403);
    assert.equal(await statusOf(token, '/api/me/preferences'), 200, 'what is everybody’s is still open');
    const seat = await teams.find(deps.tables, id, coordinator!.id);
    assert.ok(seat, 'and the seat in the team opens nothing by itself');

    cloud.graphServer.changePerson(coordinator!.id, { role: 'coordinator' });
    cloud.graphServer.changePerson(administrator!.id, { role: 'administrator' });
    for (const path of asked) assert.equal(await statusOf(token, path), 200, path);
  });

  it('ends at the next request for who had it through a group, and for all of a group that loses it', async () => {
    const [first, second] = people('employee');
    const [group] = await groupsOf();
    cloud.graphServer.setMembers(group!, [first!.id, second!.id]);
    cloud.graphServer.setGroupRoles([{ groupId: group!, role: 'Coordinator' }]);
    const tokens = [await cloud.tokenOf(first!.id), await cloud.tokenOf(second!.id)];
    const statuses = () => Promise.all(tokens.map((token) => statusOf(token, '/api/surveys')));
    assert.deepEqual(await statuses(), [200, 200]);
    cloud.graphServer.setMembers(group!, [second!.id]);
    assert.deepEqual(await statuses(), [403, 200]);
    cloud.graphServer.setGroupRoles([]);
    assert.deepEqual(await statuses(), [403, 403]);
  });

  it('is looked up for those whose token has a role, once for all who ask together, and for nobody else', async () => {
    const [coordinator] = people('coordinator');
    const [employee] = people('employee');
    const [token, other] = [await cloud.tokenOf(coordinator!.id), await cloud.tokenOf(employee!.id)];
    let before = reads();
    await Promise.all(Array.from({ length: 40 }, () => statusOf(other, '/api/me/preferences')));
    assert.equal(reads(), before);
    await statusOf(token, '/api/surveys');
    await statusOf(token, '/api/surveys');
    assert.equal(reads(), before + 2, 'nothing is kept from one request to the next');
    before = reads();
    await Promise.all(Array.from({ length: 40 }, () => statusOf(token, '/api/surveys')));
    assert.ok(reads() - before < 20, `${reads() - before} readings for 40 requests at once`);
  });

  it('is told as an outage while Graph is away, and nobody else notices', async () => {
    const [coordinator] = people('coordinator');
    const [employee] = people('employee');
    const [token, other] = [await cloud.tokenOf(coordinator!.id), await cloud.tokenOf(employee!.id)];
    cloud.graphServer.inject('reset', 2);
    assert.equal(await statusOf(token, '/api/surveys'), 503);
    assert.equal(await statusOf(other, '/api/me/preferences'), 200);
    assert.equal(await statusOf(token, '/api/surveys'), 200);
  });

  it('ends with the token where the right to read roles was not granted, which the log says once', async () => {
    const poor = await withGraph(30, { application: ['User.Read.All'] });
    const lines: string[] = [];
    const roles = createRoles({ ...poor, clock: systemClock, log: logInto(lines) });
    const own = await startApi({ deps: { ...deps, roles }, entra: poor.entra, routes, says });
    const coordinator = poor.graphServer.people().find(({ role }) => role === 'coordinator');
    const token = await poor.tokenOf(coordinator!.id);
    poor.graphServer.changePerson(coordinator!.id, { role: 'employee' });
    for (const _ of [1, 2]) assert.equal((await own.ask({ path: '/api/surveys', token })).status, 200);
    assert.equal(lines.length, 1);
    await Promise.all([own.close(), poor.close()]);
  });

  it('is never answered from a look that began before the question', async () => {
    const begun: (() => void)[] = [];
    let value = 'before';
    const look = shared(() => {
      const seen = value;
      return new Promise<string>((resolve) => begun.push(() => resolve(seen)));
    });
    const first = look();
    await Promise.resolve();
    value = 'after';
    const [second, third] = [look(), look()];
    begun.shift()?.();
    assert.equal(await first, 'before');
    await new Promise(setImmediate);
    begun.shift()?.();
    assert.deepEqual([await second, await third, begun.length], ['after', 'after', 0]);
  });

  async function groupsOf(): Promise<string[]> {
    const token = await cloud.entra.graphAppToken();
    const answer = await fetch(`${cloud.graphServer.url}/v1.0/groups?$top=1`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return ((await answer.json()) as { value: { id: string }[] }).value.map(({ id }) => id);
  }
});
