import assert from 'node:assert/strict';
import type { Answer, TestGraph } from './graph-caller.ts';
import { allPages, found, organisation, startTestGraph, valueAt, worker } from './graph-caller.ts';

const start = '/users/delta?$select=displayName,department,manager';

describe("the sandbox's Graph: changes of people", () => {
  let graph: TestGraph;
  beforeEach(async () => {
    graph = await startTestGraph();
  });
  afterEach(() => graph.server.close());

  async function deltaLink(): Promise<string> {
    const { last } = await allPages(graph, start);
    return linkIn(last);
  }
  const linkIn = (answer: Answer): string => String(answer.at('|@odata.deltaLink|'));
  const itemFor = (answer: Answer, id: string): unknown => answer.list().find((item) => valueAt(item, 'id') === id);

  it('begins with everybody, in pages of two hundred, with managers', async () => {
    const { items, pages } = await allPages(graph, start);
    assert.equal(pages, Math.ceil(organisation.people.length / 200));
    assert.equal(items.length, organisation.people.length);
    const person = worker(9);
    const item = items.find((each) => valueAt(each, 'id') === person.id);
    assert.equal(valueAt(item, 'manager@delta.0.id'), person.managerId);
    assert.equal(valueAt(item, 'manager@delta.0.|@odata.type|'), '#microsoft.graph.user');
  });

  it('says nothing when nothing changed, and then only what did', async () => {
    const link = await deltaLink();
    const quiet = await graph.ask(link);
    assert.deepEqual(quiet.list(), []);
    graph.server.changePerson(worker(5).id, { department: null });
    const changed = await graph.ask(linkIn(quiet));
    assert.equal(changed.list().length, 1);
    assert.equal(valueAt(itemFor(changed, worker(5).id), 'department'), null);
  });

  it('is silent about properties that were not selected', async () => {
    const link = await deltaLink();
    graph.server.changePerson(worker(5).id, { jobTitle: 'Something else' });
    assert.deepEqual((await graph.ask(link)).list(), []);
  });

  it('tells the new manager, and that the former one is none any more', async () => {
    const link = await deltaLink();
    const person = worker(40);
    const next = worker(2).id;
    graph.server.changePerson(person.id, { managerId: next });
    const links = valueAt(itemFor(await graph.ask(link), person.id), 'manager@delta');
    assert.ok(Array.isArray(links));
    assert.deepEqual(
      links.map((each: unknown) => [valueAt(each, 'id'), valueAt(each, '|@removed|.reason')]),
      [
        [person.managerId, 'deleted'],
        [next, undefined],
      ],
    );
  });

  it('tells who left, and that their reports have no manager', async () => {
    const link = await deltaLink();
    const manager = found(organisation.people.find(({ id }) => id === worker(40).managerId));
    graph.server.removePerson(manager.id);
    const answer = await graph.ask(link);
    assert.equal(valueAt(itemFor(answer, manager.id), '|@removed|.reason'), 'changed');
    assert.equal(valueAt(itemFor(answer, worker(40).id), 'manager@delta.0.|@removed|.reason'), 'deleted');
    assert.equal((await graph.ask(`/users/${manager.id}`)).status, 404);
  });

  it('tells who came', async () => {
    const link = await deltaLink();
    const person = {
      ...worker(1),
      id: '11111111-1111-4111-a111-111111111111',
      userPrincipalName: 'new@scheldeland.example',
    };
    graph.server.addPerson(person);
    assert.equal(valueAt(itemFor(await graph.ask(link), person.id), 'displayName'), person.displayName);
  });

  it('replays what changed while the pages were read', async () => {
    const first = await graph.ask(start);
    graph.server.changePerson(worker(0).id, { displayName: 'Renamed' });
    const { last } = await allPages(graph, String(first.at('|@odata.nextLink|')));
    assert.equal(valueAt(itemFor(await graph.ask(linkIn(last)), worker(0).id), 'displayName'), 'Renamed');
  });

  it('pages through many changes', async () => {
    const link = await deltaLink();
    for (const { id } of organisation.people.slice(0, 230)) graph.server.changePerson(id, { department: 'Merged' });
    const { items, pages } = await allPages(graph, link);
    assert.equal(pages, 2);
    assert.equal(items.length, 230);
  });

  it('asks for a full round after seven days, and when it does not know the token', async () => {
    const link = await deltaLink();
    graph.pass(8);
    const late = await graph.ask(link);
    assert.equal(late.status, 410);
    assert.equal(late.at('error.code'), 'resyncRequired');
    assert.equal(late.headers.get('location'), 'https://graph.microsoft.com/v1.0/users/delta');
    assert.equal((await graph.ask('/users/delta?$deltatoken=nonsense')).at('error.code'), 'SyncStateNotFound');
    const fresh = await deltaLink();
    graph.server.forgetDeltaTokens();
    assert.equal((await graph.ask(fresh)).status, 410);
  });

  it('takes no $top and no $expand', async () => {
    for (const query of ['$top=5', '$expand=manager', '$orderby=displayName']) {
      assert.equal((await graph.ask(`/users/delta?${query}`)).at('error.code'), 'Request_UnsupportedQuery', query);
    }
  });
});
