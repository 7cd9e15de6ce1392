import assert from 'node:assert/strict';
import type { TestGraph } from './graph-caller.ts';
import { allPages, as, asApp, found, organisation, someone, startTestGraph, valueAt, worker } from './graph-caller.ts';

describe("the sandbox's Graph: people and groups", () => {
  let graph: TestGraph;
  before(async () => {
    graph = await startTestGraph();
  });
  after(() => graph.server.close());

  const idOf = (item: unknown): unknown => valueAt(item, 'id');

  it('lists everybody once over pages', async () => {
    const { items, pages } = await allPages(graph, '/users?$select=id,displayName&$top=200');
    assert.equal(pages, Math.ceil(organisation.people.length / 200));
    assert.deepEqual(
      items.map(idOf),
      organisation.people.map(({ id }) => id),
    );
    assert.deepEqual(Object.keys(found(items[0]) as object), ['id', 'displayName']);
  });

  it('gives a hundred and the usual properties when nothing is asked for', async () => {
    const answer = await graph.ask('/users');
    assert.equal(answer.list().length, 100);
    assert.equal(valueAt(answer.list()[0], 'jobTitle'), organisation.people[0]?.jobTitle);
    assert.equal(valueAt(answer.list()[0], 'department'), undefined);
  });

  it('filters, also for a name with an apostrophe', async () => {
    const person = someone(
      ({ userPrincipalName }) => userPrincipalName.includes("'") && !userPrincipalName.includes('#'),
    );
    const quoted = person.userPrincipalName.replaceAll("'", "''").toUpperCase();
    const filter = encodeURIComponent(`userPrincipalName eq '${quoted}' and accountEnabled eq true`);
    assert.deepEqual((await graph.ask(`/users?$filter=${filter}&$select=id`)).list().map(idOf), [person.id]);
  });

  it('finds by the beginning of a name, and by a list of values', async () => {
    const starting = await graph.ask(`/users?$top=999&$filter=startswith(displayName,'svc-')`);
    assert.ok(starting.list().length >= 3);
    const ids = organisation.people.slice(3, 5).map(({ id }) => id);
    const among = await graph.ask(`/users?$filter=id in ('${ids.join("','")}')`);
    assert.deepEqual(among.list().map(idOf), ids);
  });

  it('answers advanced queries only with the header and the count', async () => {
    const path = `/users?$top=1&$filter=userType ne 'Guest'`;
    assert.equal((await graph.ask(path)).at('error.code'), 'Request_UnsupportedQuery');
    const counted = await graph.ask(`${path}&$count=true`, { headers: { ConsistencyLevel: 'eventual' } });
    assert.equal(
      counted.at('|@odata.count|'),
      organisation.people.filter(({ userType }) => userType === 'Member').length,
    );
  });

  it('refuses unknown properties, bad filters and sizes in the words of Graph', async () => {
    const unknown = await graph.ask('/users?$select=id,favouriteColour');
    assert.equal(unknown.status, 400);
    assert.match(String(unknown.at('error.message')), /named 'favouriteColour' on type 'microsoft.graph.user'/u);
    assert.equal((await graph.ask(`/users?$filter=displayName like 'x'`)).at('error.code'), 'BadRequest');
    assert.equal((await graph.ask('/users?$top=1000')).at('error.code'), 'Request_BadRequest');
  });

  it('gives one person by id or name, the manager, and the reports', async () => {
    const person = worker(30);
    const byName = await graph.ask(
      `/users/${encodeURIComponent(person.userPrincipalName)}?$select=id,department,employeeHireDate`,
    );
    assert.equal(byName.at('id'), person.id);
    assert.equal(byName.at('department'), person.department);
    const manager = await graph.ask(`/users/${person.id}/manager?$select=id`);
    assert.equal(manager.at('id'), person.managerId);
    assert.equal(manager.at('|@odata.type|'), '#microsoft.graph.user');
    const reports = await graph.ask(`/users/${String(person.managerId)}/directReports?$select=id&$top=999`);
    assert.ok(reports.list().map(idOf).includes(person.id));
  });

  it('knows nobody who is not there, and no manager of the managing director', async () => {
    const nobody = await graph.ask('/users/00000000-0000-4000-a000-000000000000');
    assert.equal(nobody.status, 404);
    assert.equal(nobody.at('error.code'), 'Request_ResourceNotFound');
    assert.equal((await graph.ask(`/users/${found(organisation.people[0]).id}/manager`)).status, 404);
  });

  it('expands the manager when asked', async () => {
    const person = worker(12);
    const answer = await graph.ask(`/users/${person.id}?$select=id&$expand=manager($select=id)`);
    assert.equal(answer.at('manager.id'), person.managerId);
  });

  it('gives members of nested groups through the outer one only', async () => {
    const group = found(organisation.groups.find(({ displayName }) => displayName === 'Belgium'));
    const belgians = organisation.people.filter(({ usageLocation }) => usageLocation === 'BE').map(({ id }) => id);
    const direct = await graph.ask(`/groups/${group.id}/members?$select=id`);
    assert.ok(direct.list().every((item) => valueAt(item, '|@odata.type|') === '#microsoft.graph.group'));
    const cast = `/groups/${group.id}/transitiveMembers/microsoft.graph.user?$select=id&$top=100`;
    const { items } = await allPages(graph, cast);
    assert.deepEqual(new Set(items.map(idOf)), new Set(belgians));
  });

  it('says to which groups a person belongs, through others too', async () => {
    const person = someone(({ officeLocation }) => officeLocation === 'Ghent');
    const named = await graph.ask(`/users/${person.id}/transitiveMemberOf/microsoft.graph.group?$select=displayName`);
    const names = named.list().map((item) => valueAt(item, 'displayName'));
    assert.ok(names.includes('Site Ghent') && names.includes('Belgium') && names.includes('Everyone'));
    const ids = organisation.groups
      .filter(({ displayName }) => displayName === 'Belgium' || displayName === 'Site Lyon')
      .map(({ id }) => id);
    const checked = await graph.ask(`/users/${person.id}/checkMemberGroups`, {
      method: 'POST',
      body: { groupIds: ids },
    });
    assert.equal(checked.list().length, 1);
  });

  it('searches groups by the beginnings of words', async () => {
    const path = '/groups?$search="displayName:network"&$select=displayName&$count=true&$orderby=displayName';
    const answer = await graph.ask(path, { headers: { ConsistencyLevel: 'eventual' } });
    assert.ok(answer.list().length >= 6);
    assert.ok(answer.list().every((item) => /network/iu.test(String(valueAt(item, 'displayName')))));
  });

  it('shows photos as PNG, and says when there is none', async () => {
    const photo = await graph.ask(`/users/${someone(({ hasPhoto }) => hasPhoto).id}/photos/48x48/$value`);
    assert.equal(photo.headers.get('content-type'), 'image/png');
    assert.equal(photo.bytes.subarray(1, 4).toString('latin1'), 'PNG');
    assert.equal(photo.bytes.readUInt32BE(16), 48);
    const none = await graph.ask(`/users/${someone(({ hasPhoto }) => !hasPhoto).id}/photo/$value`);
    assert.equal(none.status, 404);
    assert.equal(none.at('error.code'), 'ImageNotFound');
  });

  it('knows who is signed in as me, and refuses me to an app', async () => {
    const person = worker(3);
    const me = await graph.ask('/me?$select=id', { token: as(person, 'User.Read') });
    assert.equal(me.at('id'), person.id);
    assert.equal((await graph.ask('/me', { token: asApp() })).status, 400);
  });

  it('lets nobody in without a good token or the permission', async () => {
    assert.equal((await graph.ask('/users', { token: null })).at('error.code'), 'InvalidAuthenticationToken');
    assert.equal((await graph.ask('/users', { token: 'stale' })).status, 401);
    const denied = await graph.ask('/groups', { token: asApp('User.Read.All') });
    assert.equal(denied.status, 403);
    assert.equal(denied.at('error.code'), 'Authorization_RequestDenied');
  });

  it('shows names to the lesser permission, and departments to the greater only', async () => {
    const token = asApp('User.ReadBasic.All');
    assert.equal((await graph.ask('/users?$select=id,displayName', { token })).status, 200);
    assert.equal((await graph.ask('/users?$select=id,department', { token })).status, 403);
    assert.equal(valueAt((await graph.ask('/users?$top=1', { token })).list()[0], 'jobTitle'), undefined);
  });

  it('answers what it does not know as Graph does, with a request id', async () => {
    const unknown = await graph.ask('/users/x/horoscope');
    assert.equal(unknown.status, 400);
    assert.equal(unknown.at('error.message'), "Resource not found for the segment 'horoscope'.");
    assert.match(String(unknown.at('error.innerError.request-id')), /^[0-9a-f-]{36}$/u);
    assert.ok(unknown.headers.get('request-id'));
    assert.equal((await graph.ask('/groups', { method: 'DELETE' })).status, 405);
    const broken = await graph.ask('/me/events', { method: 'POST', body: '{"subject":', token: as(worker(1)) });
    assert.equal(broken.at('error.code'), 'BadRequest');
  });
});
