/** The directory as it is now: the generated organisation with what was changed since. */
import type { Organisation, SandboxGroup, SandboxPerson } from '../organisation/model.ts';
import type { DirectoryChange, StateStore } from './state.ts';

export interface Directory {
  people(): readonly SandboxPerson[];
  /** By object id or user principal name. */
  find(idOrName: string): SandboxPerson | undefined;
  byMail(address: string): SandboxPerson | undefined;
  reportsOf(personId: string): readonly SandboxPerson[];
  groups(): readonly SandboxGroup[];
  group(id: string): SandboxGroup | undefined;
  membersOf(group: SandboxGroup, how: 'direct' | 'transitive'): readonly SandboxPerson[];
  groupsOf(personId: string, how: 'direct' | 'transitive'): readonly SandboxGroup[];
  change(id: string, patch: Partial<SandboxPerson>): SandboxPerson;
  add(person: SandboxPerson): void;
  remove(id: string): void;
  /** In place of the members that the group had. */
  setMembers(groupId: string, memberIds: readonly string[]): void;
}

export function createDirectory(organisation: Organisation, store: StateStore): Directory {
  const { state } = store;
  const parents = parentsOf(organisation.groups);
  let groups = groupsNow(organisation, state);
  let direct = directGroups([...groups.values()]);
  let now = indexed(organisation, state);

  function record(entry: DirectoryChange): void {
    state.changes.push(entry);
    if (entry.kind !== 'changed') now = indexed(organisation, state);
    store.touch();
  }

  /** One row of the index: in a large organisation a thousand changes would make it anew a thousand times. */
  function reindex(before: SandboxPerson, after: SandboxPerson): void {
    const { people, placeOf, byId, byName, byMail } = now;
    people[placeOf.get(after.id) ?? people.length] = after;
    byId.set(after.id, after);
    byName.delete(before.userPrincipalName.toLowerCase());
    byName.set(after.userPrincipalName.toLowerCase(), after);
    if (before.mail !== null) byMail.delete(before.mail.toLowerCase());
    if (after.mail !== null) byMail.set(after.mail.toLowerCase(), after);
  }

  function existing(id: string): SandboxPerson {
    const person = now.byId.get(id);
    if (!person) throw new RangeError(`nobody has the id ${id}`);
    return person;
  }

  function change(id: string, patch: Partial<SandboxPerson>): SandboxPerson {
    const before = existing(id);
    const managerChanged = 'managerId' in patch && patch.managerId !== before.managerId;
    state.patches[id] = { ...state.patches[id], ...patch };
    reindex(before, { ...before, ...patch });
    record({
      personId: id,
      kind: 'changed',
      fields: Object.keys(patch).map((name) => (name === 'managerId' ? 'manager' : name)),
      ...(managerChanged && before.managerId !== null ? { formerManagerId: before.managerId } : {}),
    });
    return existing(id);
  }

  function membersOf(group: SandboxGroup, how: 'direct' | 'transitive'): SandboxPerson[] {
    const all = how === 'direct' ? [group] : [...withNested(group.id, (id) => groups.get(id)?.memberGroupIds ?? [])];
    const ids = new Set(all.flatMap((each) => (typeof each === 'string' ? groups.get(each) : each)?.memberIds ?? []));
    return [...ids].flatMap((id) => now.byId.get(id) ?? []);
  }

  function groupsOf(personId: string, how: 'direct' | 'transitive'): SandboxGroup[] {
    const near = direct.get(personId) ?? [];
    const ids = how === 'direct' ? near : near.flatMap((id) => [...withNested(id, (each) => parents.get(each) ?? [])]);
    return [...new Set(ids)].flatMap((id) => groups.get(id) ?? []);
  }

  return {
    people: () => now.people,
    find: (idOrName) => now.byId.get(idOrName) ?? now.byName.get(idOrName.toLowerCase()),
    byMail: (address) => now.byMail.get(address.toLowerCase()) ?? now.byName.get(address.toLowerCase()),
    reportsOf: (personId) => now.people.filter(({ managerId }) => managerId === personId),
    groups: () => [...groups.values()],
    group: (id) => groups.get(id),
    membersOf,
    groupsOf,
    change,
    add: (person) => {
      state.added.push(person);
      record({ personId: person.id, kind: 'added', fields: [] });
    },
    remove: (id) => {
      existing(id);
      for (const report of now.people.filter(({ managerId }) => managerId === id))
        change(report.id, { managerId: null });
      state.removed.push(id);
      record({ personId: id, kind: 'removed', fields: [] });
    },
    setMembers: (groupId, memberIds) => {
      state.groupMembers[groupId] = memberIds;
      groups = groupsNow(organisation, state);
      direct = directGroups([...groups.values()]);
      store.touch();
    },
  };
}

function groupsNow({ groups }: Organisation, { groupMembers }: StateStore['state']): Map<string, SandboxGroup> {
  return new Map(groups.map((group) => [group.id, { ...group, memberIds: groupMembers[group.id] ?? group.memberIds }]));
}

type Changes = Pick<StateStore['state'], 'patches' | 'added' | 'removed'>;

function indexed(organisation: Organisation, { patches, added, removed }: Changes) {
  const gone = new Set(removed);
  const people = [...organisation.people, ...added]
    .filter(({ id }) => !gone.has(id))
    .map((person) => (patches[person.id] ? { ...person, ...patches[person.id] } : person));
  const withMail = people.flatMap((person) =>
    person.mail === null ? [] : [[person.mail.toLowerCase(), person] as const],
  );
  return {
    people,
    placeOf: new Map(people.map(({ id }, place) => [id, place])),
    byId: new Map(people.map((person) => [person.id, person])),
    byName: new Map(people.map((person) => [person.userPrincipalName.toLowerCase(), person])),
    byMail: new Map(withMail),
  };
}

/** A group and all that hang below (or above) it, each once, even where groups hold each other. */
function withNested(id: string, next: (id: string) => readonly string[]): Set<string> {
  const seen = new Set([id]);
  for (const each of seen) for (const nested of next(each)) seen.add(nested);
  return seen;
}

function parentsOf(groups: readonly SandboxGroup[]): Map<string, string[]> {
  const parents = new Map<string, string[]>();
  for (const { id, memberGroupIds } of groups) {
    for (const child of memberGroupIds) parents.set(child, [...(parents.get(child) ?? []), id]);
  }
  return parents;
}

function directGroups(groups: readonly SandboxGroup[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, memberIds } of groups) {
    for (const member of memberIds) {
      const list = found.get(member);
      if (list) list.push(id);
      else found.set(member, [id]);
    }
  }
  return found;
}
