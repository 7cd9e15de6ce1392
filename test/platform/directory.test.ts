import assert from 'node:assert/strict';
import { createDirectory, type Directory, type DirectoryUser } from '../../src/platform/directory.ts';
import { isFailure } from '../../src/platform/errors.ts';
import { graphOrigin } from '../../src/platform/outbound.ts';
import type { SandboxPerson } from '../../src/sandbox/organisation/model.ts';
import { withGraph, type TestGraph } from '../support/cloud.ts';

describe('the directory', () => {
  let set: TestGraph;
  let directory: Directory;

  before(async () => {
    set = await withGraph(450);
    directory = createDirectory({ graph: set.graph });
  });
  after(() => set.close());

  async function readAll(link?: string): Promise<{ users: DirectoryUser[]; removed: string[]; delta: string }> {
    const users: DirectoryUser[] = [];
    const removed: string[] = [];
    for (let next = link; ;) {
      const page = await directory.changes(next);
      assert.equal(page.outcome, 'changes');
      users.push(...page.users);
      removed.push(...page.removed);
      if (page.delta !== undefined) return { users, removed, delta: page.delta };
      next = page.next;
    }
  }
  const someone = (fits: (person: SandboxPerson) => boolean): SandboxPerson => {
    const found = set.graphServer.people().find(fits);
    assert.ok(found);
    return found;
  };
  const employee = (person: SandboxPerson): boolean => person.role === 'employee' && person.managerId !== null;

  it('gives everybody page by page, with managers, and guests and disabled accounts marked', async () => {
    const { users } = await readAll();
    const people = set.graphServer.people();
    assert.deepEqual(new Set(users.map(({ id }) => id)), new Set(people.map(({ id }) => id)));
    for (const person of people) {
      const user = users.find(({ id }) => id === person.id);
      assert.equal(user?.managerId ?? null, person.managerId);
      assert.equal(user?.department ?? null, person.department);
      assert.equal(user?.userType, person.userType);
      assert.equal(user?.accountEnabled, person.accountEnabled);
    }
    assert.ok(users.some(({ userType }) => userType === 'Guest'));
    assert.ok(users.some(({ accountEnabled }) => accountEnabled === false));
  });

  it('gives what changed since: a new value, one that is no longer set, a new manager, who left', async () => {
    const { delta } = await readAll();
    const people = set.graphServer.people().filter(employee);
    const chiefs = new Set(people.map(({ managerId }) => managerId));
    const [moved, promoted, leaver] = people.filter(({ id }) => !chiefs.has(id));
    assert.ok(moved && promoted && leaver);
    set.graphServer.changePerson(moved.id, { department: 'Legal', officeLocation: null });
    set.graphServer.changePerson(promoted.id, { managerId: moved.id });
    set.graphServer.removePerson(leaver.id);
    const { users, removed } = await readAll(delta);
    const ofMoved = users.find(({ id }) => id === moved.id);
    assert.deepEqual([ofMoved?.department, ofMoved?.officeLocation], ['Legal', null]);
    assert.equal(users.find(({ id }) => id === promoted.id)?.managerId, moved.id);
    assert.deepEqual(removed, [leaver.id]);
    assert.equal(users.length, 2);
  });

  it('says that somebody has no manager any more', async () => {
    const { delta } = await readAll();
    const person = someone((one) => employee(one) && one.mailbox !== null);
    set.graphServer.changePerson(person.id, { managerId: null });
    const { users } = await readAll(delta);
    assert.equal(users.find(({ id }) => id === person.id)?.managerId, null);
  });

  it('says to begin anew when Graph has forgotten where we were', async () => {
    const { delta } = await readAll();
    set.graphServer.forgetDeltaTokens();
    assert.deepEqual(await directory.changes(delta), { outcome: 'resync-needed' });
  });

  it('follows no stored link to another host', async () => {
    const elsewhere = 'https://evil.example/v1.0/users/delta?$deltatoken=x';
    await assert.rejects(
      directory.changes(elsewhere),
      (error) => isFailure(error) && error.reason === 'host-not-allowed',
    );
    assert.equal((await directory.changes(`${graphOrigin}/v1.0/users/delta?$select=id`)).outcome, 'changes');
  });

  it('asks for managers twenty at a time, and again for those that Graph was too busy for', async () => {
    const people = set.graphServer.people().slice(0, 70);
    const unknown = '00000000-0000-4000-a000-000000000000';
    set.graphServer.inject('429', 2);
    const managers = await directory.managersOf([...people.map(({ id }) => id), unknown]);
    for (const { id, managerId } of people) assert.equal(managers.get(id), managerId, id);
    assert.equal(managers.get(unknown), null);
  });

  it('finds groups by the beginnings of the words in their names', async () => {
    const all = await directory.groups();
    assert.ok(all.length > 3);
    const names = all.map(({ name }) => name);
    assert.deepEqual(
      names,
      names.toSorted((one, other) => one.localeCompare(other, 'en')),
    );
    const last = names[0]?.split(' ').at(-1) ?? '';
    const found = await directory.groups(last.slice(0, 4));
    assert.ok(found.some(({ name }) => name === names[0]));
    assert.deepEqual(await directory.groups('no such "group" \\ at all'), []);
  });

  it('counts the people of groups in a group, on all pages, once', async () => {
    for (const group of await directory.groups()) {
      const members = await directory.membersOf(group.id);
      assert.equal(new Set(members).size, members.length);
      for (const id of members) assert.ok(set.graphServer.person(id), 'a person and not a group');
    }
    const nested = (await directory.groups()).map(({ id }) => directory.membersOf(id));
    assert.ok((await Promise.all(nested)).some((members) => members.length > 100));
  });

  it('gives a photo, or nothing for who has none', async () => {
    const photo = await directory.photo(someone(({ hasPhoto }) => hasPhoto).id);
    assert.equal(photo?.type, 'image/png');
    assert.deepEqual([...(photo?.bytes.slice(1, 4) ?? [])], [...Buffer.from('PNG')]);
    assert.equal(await directory.photo(someone(({ hasPhoto }) => !hasPhoto).id), undefined);
    assert.equal(await directory.photo('00000000-0000-4000-a000-000000000000'), undefined);
  });

  it('gives working hours with an IANA zone, and nothing for who has no mailbox', async () => {
    const atWork = set.graphServer.people().filter((one) => one.mailbox?.purpose === 'user');
    for (const person of atWork.slice(0, 60)) {
      const hours = await directory.workingHours(person.id);
      const expected = person.mailbox?.workingHours;
      assert.deepEqual(hours?.days, expected?.daysOfWeek);
      assert.deepEqual([hours?.start, hours?.end], [expected?.startTime, expected?.endTime]);
      const offset = (zone = 'Etc/GMT+12'): string => new Date(0).toLocaleString('en', { timeZone: zone });
      assert.equal(offset(hours?.zone), offset(person.mailbox?.ianaZone));
      assert.equal(hours?.language, person.mailbox?.locale);
    }
    assert.equal(await directory.workingHours(someone(({ mailbox }) => mailbox === null).id), undefined);
  });

  it('does not take a right that was not granted for a person without a mailbox', async () => {
    const lacking = await withGraph(20, { application: ['User.Read.All'] });
    try {
      const bare = createDirectory({ graph: lacking.graph });
      const refused = (error: unknown): boolean => isFailure(error) && error.reason === 'graph-not-permitted';
      const personId = lacking.graphServer.people()[0]?.id ?? '';
      await assert.rejects(bare.workingHours(personId), refused);
      await assert.rejects(bare.groups(), refused);
    } finally {
      await lacking.close();
    }
  });
});
