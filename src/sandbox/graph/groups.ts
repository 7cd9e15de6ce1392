/** Groups and their members, direct and through nested groups. */
import type { SandboxGroup } from '../organisation/model.ts';
import { listField, notFound, ok } from './answers.ts';
import type { GraphAnswer } from './answers.ts';
import type { Entity } from './odata.ts';
import { page, project, selectedOf } from './odata.ts';
import { groupShape, userShape } from './shapes.ts';
import { userEntity } from './users.ts';
import type { GraphCall, Handlers } from './world.ts';
import { paramOf, userOf } from './world.ts';

export const groupHandlers: Handlers = {
  'GET /groups': ({ world, request }) =>
    ok(
      page(request, world.directory.groups(), groupEntity, {
        shape: groupShape,
        context: 'groups',
        linkBase: world.linkBase,
      }),
    ),
  'GET /groups/{group}': (call) =>
    ok(project(groupEntity(groupOf(call)), groupShape, selectedOf(call.request.query, groupShape))),
  'GET /groups/{group}/members': (call) => objects(call, 'direct'),
  'GET /groups/{group}/transitiveMembers': (call) => objects(call, 'transitive'),
  'GET /groups/{group}/members/microsoft.graph.user': (call) => users(call, 'direct'),
  'GET /groups/{group}/transitiveMembers/microsoft.graph.user': (call) => users(call, 'transitive'),
  'GET /users/{user}/memberOf': (call) => groupsFor(call, 'direct'),
  'GET /users/{user}/transitiveMemberOf': (call) => groupsFor(call, 'transitive'),
  'GET /users/{user}/transitiveMemberOf/microsoft.graph.group': (call) => groupsFor(call, 'transitive'),
  'POST /users/{user}/checkMemberGroups': (call) => {
    const wanted = new Set(listField(call.request.body, 'groupIds'));
    const found = call.world.directory.groupsOf(userOf(call).id, 'transitive').map(({ id }) => id);
    return ok({
      '@odata.context': `${call.world.linkBase}/$metadata#Collection(Edm.String)`,
      value: found.filter((id) => wanted.has(id)),
    });
  },
};

function groupEntity(group: SandboxGroup): Entity {
  const { kind, memberIds: _people, memberGroupIds: _groups, ...properties } = group;
  return { ...properties, resourceProvisioningOptions: kind === 'team' ? ['Team'] : [] };
}

function typedGroup(group: SandboxGroup): Entity {
  return { '@odata.type': '#microsoft.graph.group', ...groupEntity(group) };
}

function groupOf(call: GraphCall): SandboxGroup {
  const group = call.world.directory.group(paramOf(call, 'group'));
  if (!group) throw notFound(paramOf(call, 'group'));
  return group;
}

function users(call: GraphCall, how: 'direct' | 'transitive'): GraphAnswer {
  const members = call.world.directory.membersOf(groupOf(call), how);
  const { linkBase } = call.world;
  return ok(page(call.request, members, userEntity, { shape: userShape, context: 'users', linkBase }));
}

/** Without a cast the list holds users and groups, each with its type. */
function objects(call: GraphCall, how: 'direct' | 'transitive'): GraphAnswer {
  const { directory, linkBase } = call.world;
  const group = groupOf(call);
  const nested = group.memberGroupIds.flatMap((id) => directory.group(id) ?? []);
  const members = [
    ...directory
      .membersOf(group, how)
      .map((person) => ({ '@odata.type': '#microsoft.graph.user', ...userEntity(person) })),
    ...nested.map(typedGroup),
  ];
  const properties = new Set([...userShape.properties, ...groupShape.properties]);
  const shape = { type: 'microsoft.graph.directoryObject', properties, usual: userShape.usual };
  return ok(page(call.request, members, (member) => member, { shape, context: 'directoryObjects', linkBase }));
}

function groupsFor(call: GraphCall, how: 'direct' | 'transitive'): GraphAnswer {
  const { directory, linkBase } = call.world;
  const found = directory.groupsOf(userOf(call).id, how);
  return ok(page(call.request, found, typedGroup, { shape: groupShape, context: 'groups', linkBase }));
}
