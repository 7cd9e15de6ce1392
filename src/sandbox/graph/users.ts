/** Users: lists, one user, managers and reports. */
import type { SandboxPerson } from '../organisation/model.ts';
import { badRequest, notFound, ok } from './answers.ts';
import { settingsEntity } from './mailbox-settings.ts';
import type { Entity, Shape } from './odata.ts';
import { page, project, selectedOf } from './odata.ts';
import { basicProperties } from './permissions.ts';
import { userShape } from './shapes.ts';
import type { GraphCall, Handlers } from './world.ts';
import { userOf } from './world.ts';

export const userHandlers: Handlers = {
  'GET /users': (call) => {
    const { world, request } = call;
    const expansion = expansionOf(call);
    const answer = page(request, world.directory.people(), userEntity, {
      shape: visibleShape(call),
      context: 'users',
      linkBase: world.linkBase,
    });
    if (!expansion) return ok(answer);
    const value = answer.value.map((entity) => withManager(call, entity, expansion));
    return ok({ ...answer, value });
  },
  'GET /users/{user}': (call) => {
    const person = userOf(call);
    const selected = selectedOf(call.request.query, userShape);
    const entity = { ...userEntity(person), ...settingsOf(person, selected) };
    const expansion = expansionOf(call);
    const shown = project(entity, visibleShape(call), selected);
    return ok({
      '@odata.context': `${call.world.linkBase}/$metadata#users/$entity`,
      ...(expansion ? withManager(call, shown, expansion) : shown),
    });
  },
  'GET /users/{user}/manager': (call) => {
    const manager = managerOf(call, userOf(call).id);
    if (!manager) throw notFound('manager');
    return ok(asDirectoryObject(call, manager, selectedOf(call.request.query, userShape)));
  },
  'GET /users/{user}/directReports': (call) => {
    const reports = call.world.directory.reportsOf(userOf(call).id);
    return ok(
      page(call.request, reports, userEntity, {
        shape: userShape,
        context: 'directoryObjects',
        linkBase: call.world.linkBase,
      }),
    );
  },
};

/** A person with every property that this Graph knows; the others of the type are left out when selected. */
export function userEntity(person: SandboxPerson): Entity {
  const { role: _role, managerId: _manager, mailbox, hasPhoto: _photo, ...properties } = person;
  return {
    ...properties,
    businessPhones: [],
    mobilePhone: null,
    mailNickname: person.userPrincipalName.split('@')[0],
    assignedLicenses: mailbox === null ? [] : [{ disabledPlans: [], skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965' }],
    isResourceAccount: person.mailbox?.purpose === 'room' ? true : null,
  };
}

function settingsOf(person: SandboxPerson, selected: readonly string[] | null): Entity {
  if (!selected?.includes('mailboxSettings') || !person.mailbox) return {};
  return { mailboxSettings: settingsEntity(person.mailbox) };
}

/** With `User.ReadBasic.All` alone, what is usually given shrinks to what that permission shows. */
function visibleShape({ caller }: GraphCall): Shape {
  const seesAll = caller.permissions.some((name) => name !== 'User.ReadBasic.All' && /^(User|Directory)\./u.test(name));
  return seesAll ? userShape : { ...userShape, usual: userShape.usual.filter((name) => basicProperties.has(name)) };
}

interface Expansion {
  readonly selected: readonly string[] | null;
}

function expansionOf({ request }: GraphCall): Expansion | null {
  const expand = request.query.get('$expand');
  if (expand === null) return null;
  const parts = /^manager(?:\((?:\$levels=1;)?\$select=([\w,]+)\))?$/u.exec(expand);
  if (!parts) throw badRequest(`Parsing OData Select and Expand failed: '${expand}' is not supported.`);
  return { selected: parts[1]?.split(',') ?? null };
}

function withManager(call: GraphCall, entity: Entity, { selected }: Expansion): Entity {
  const manager = managerOf(call, String(entity['id']));
  return manager ? { ...entity, manager: asDirectoryObject(call, manager, selected) } : entity;
}

function managerOf({ world }: GraphCall, personId: string): SandboxPerson | undefined {
  const managerId = world.directory.find(personId)?.managerId;
  return managerId ? world.directory.find(managerId) : undefined;
}

function asDirectoryObject(call: GraphCall, person: SandboxPerson, selected: readonly string[] | null): Entity {
  return { '@odata.type': '#microsoft.graph.user', ...project(userEntity(person), visibleShape(call), selected) };
}
