/** The product's app in the organisation: its roles, and who has them by name or through a group. */
import { seededGuid, sandboxIds } from '../identity.ts';
import type { Organisation, SandboxPerson } from '../organisation/model.ts';
import { notFound, ok } from './answers.ts';
import type { Directory } from './directory.ts';
import type { Entity } from './odata.ts';
import { page } from './odata.ts';
import { appRoleAssignmentShape, servicePrincipalShape } from './shapes.ts';
import type { StateStore } from './state.ts';
import type { GraphWorld, Handlers } from './world.ts';
import { paramOf } from './world.ts';

export const sandboxAppRoles = ['Coordinator', 'Adviser', 'Administrator'] as const;
export type SandboxAppRole = (typeof sandboxAppRoles)[number];

const byRole: Readonly<Partial<Record<SandboxPerson['role'], SandboxAppRole>>> = {
  administrator: 'Administrator',
  coordinator: 'Coordinator',
  adviser: 'Adviser',
};

type Known = { readonly directory: Directory; readonly store: StateStore };

/** What a new token of this person says. */
export function appRolesOf({ directory, store }: Known, personId: string): SandboxAppRole[] {
  const own = byRole[directory.find(personId)?.role ?? 'employee'];
  const groups = new Set(directory.groupsOf(personId, 'direct').map(({ id }) => id));
  const through = store.state.groupRoles.filter(({ groupId }) => groups.has(groupId)).map(({ role }) => role);
  return sandboxAppRoles.filter((role) => role === own || through.includes(role));
}

const name = 'Tandem';

const principalIdOf = (organisation: Organisation): string => seededGuid(organisation.seed, 'service principal');
const roleIdOf = (organisation: Organisation, role: string): string => seededGuid(organisation.seed, 'app role', role);

function principal(organisation: Organisation): Entity {
  const appRoles = sandboxAppRoles.map((value) => ({
    ...{ id: roleIdOf(organisation, value), value, displayName: value, description: value, isEnabled: true },
    ...{ allowedMemberTypes: ['User'], origin: 'Application' },
  }));
  const { tabClientId: appId } = sandboxIds(organisation.seed);
  const id = principalIdOf(organisation);
  return { id, appId, displayName: name, appRoles, servicePrincipalType: 'Application', accountEnabled: true };
}

function assignments({ organisation, directory, store }: GraphWorld): Entity[] {
  const resourceId = principalIdOf(organisation);
  const one = (role: string, principalType: string, to: { id: string; displayName: string }): Entity => ({
    ...{ id: seededGuid(organisation.seed, 'assignment', role, to.id), deletedDateTime: null },
    ...{ appRoleId: roleIdOf(organisation, role), createdDateTime: '2026-01-12T09:00:00Z' },
    ...{ principalId: to.id, principalDisplayName: to.displayName, principalType },
    ...{ resourceId, resourceDisplayName: name },
  });
  const people = directory.people().flatMap((person) => {
    const role = byRole[person.role];
    return role ? [one(role, 'User', person)] : [];
  });
  const groups = store.state.groupRoles.flatMap(({ groupId, role }) => {
    const group = directory.group(groupId);
    return group ? [one(role, 'Group', group)] : [];
  });
  return [...people, ...groups];
}

export const appRoleHandlers: Handlers = {
  'GET /servicePrincipals': ({ world, request }) =>
    ok(
      page(request, [principal(world.organisation)], (one) => one, {
        ...{ shape: servicePrincipalShape, context: 'servicePrincipals', linkBase: world.linkBase },
      }),
    ),
  'GET /servicePrincipals/{principal}/appRoleAssignedTo': (call) => {
    const { world, request } = call;
    const id = paramOf(call, 'principal');
    if (id !== principalIdOf(world.organisation)) throw notFound(id);
    return ok(
      page(request, assignments(world), (one) => one, {
        ...{ shape: appRoleAssignmentShape, context: 'appRoleAssignments', linkBase: world.linkBase },
      }),
    );
  },
};
