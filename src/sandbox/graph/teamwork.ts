/** Teams through Graph: the app in the catalogue and with people, the activity feed, teams and channels. */
import { sandboxIds } from '../identity.ts';
import type { SandboxPerson } from '../organisation/model.ts';
import { badRequest, field, GraphError, listField, ok, textField } from './answers.ts';
import type { Entity } from './odata.ts';
import { page } from './odata.ts';
import { channelShape, teamShape, teamsAppInstallationShape, teamsAppShape } from './shapes.ts';
import type { StoredInstallation } from './state.ts';
import type { GraphCall, GraphWorld, Handlers } from './world.ts';
import { paramOf, userOf } from './world.ts';

const mostPreview = 150;

export const teamworkHandlers: Handlers = {
  'GET /appCatalogs/teamsApps': ({ world, request }) => {
    const answer = page(request, catalogue(world), (app) => app, {
      shape: teamsAppShape,
      context: 'appCatalogs/teamsApps',
      linkBase: world.linkBase,
    });
    if (!/^appDefinitions\b/u.test(request.query.get('$expand') ?? '')) return ok(answer);
    return ok({
      ...answer,
      value: answer.value.map((app) => ({ ...app, appDefinitions: [definitionOf(world, app)] })),
    });
  },
  'GET /users/{user}/teamwork/installedApps': (call) => {
    const { world, request } = call;
    const person = inTeams(userOf(call));
    const found = world.store.state.installations.filter(({ personId }) => personId === person.id);
    const answer = page(request, found, (each) => installationEntity(world, each), {
      shape: teamsAppInstallationShape,
      context: `users('${person.id}')/teamwork/installedApps`,
      linkBase: world.linkBase,
    });
    return ok({ ...answer, value: answer.value.map((each) => onlyExpanded(each, call)) });
  },
  'POST /users/{user}/teamwork/installedApps': async (call) => {
    const { world, request } = call;
    const person = inTeams(userOf(call));
    const bound = /\/appCatalogs\/teamsApps(?:\/|\(')([^/')]+)/u.exec(
      textField(request.body, 'teamsApp@odata.bind') ?? '',
    )?.[1];
    if (bound === undefined) throw badRequest('Invalid teamsApp@odata.bind value.');
    if (bound !== catalogueApp(world)['id'])
      throw new GraphError(404, 'NotFound', `App '${bound}' was not found in the catalog.`);
    if (installationOf(world, person.id)) {
      throw new GraphError(409, 'Conflict', 'App is already installed for the user.');
    }
    await install(world, person.id);
    return { status: 201 };
  },
  'GET /users/{user}/teamwork/installedApps/{installation}': (call) =>
    ok(onlyExpanded(installationEntity(call.world, wantedInstallation(call)), call)),
  'DELETE /users/{user}/teamwork/installedApps/{installation}': (call) => {
    uninstall(call.world, wantedInstallation(call).personId);
    return { status: 204 };
  },
  'GET /users/{user}/teamwork/installedApps/{installation}/chat': (call) => {
    const { personId, installedDateTime } = wantedInstallation(call);
    return ok({
      '@odata.context': `${call.world.linkBase}/$metadata#chats/$entity`,
      id: call.world.chatIdOf(personId),
      topic: null,
      createdDateTime: installedDateTime,
      lastUpdatedDateTime: installedDateTime,
      chatType: 'oneOnOne',
      tenantId: call.world.organisation.tenantId,
    });
  },
  'POST /users/{user}/teamwork/sendActivityNotification': (call) => {
    notify(call, inTeams(userOf(call)));
    return { status: 204 };
  },
  'GET /users/{user}/joinedTeams': (call) => {
    const { world, request } = call;
    const mine = new Set(world.directory.groupsOf(userOf(call).id, 'direct').map(({ id }) => id));
    const teams = world.organisation.teams.filter(({ id }) => mine.has(id));
    return ok(
      page(request, teams, (team) => teamEntity(world, team), {
        shape: teamShape,
        context: 'teams',
        linkBase: world.linkBase,
      }),
    );
  },
  'GET /teams/{team}': (call) => ok(teamEntity(call.world, teamOf(call))),
  'GET /teams/{team}/channels': (call) => {
    const { world, request } = call;
    const { id, channels } = teamOf(call);
    const context = `teams('${id}')/channels`;
    return ok(
      page(
        request,
        channels,
        (channel) => ({ ...channel, membershipType: 'standard', tenantId: world.organisation.tenantId }),
        { shape: channelShape, context, linkBase: world.linkBase },
      ),
    );
  },
};

function catalogueApp({ organisation }: GraphWorld): Entity {
  const { catalogueAppId, manifestId } = sandboxIds(organisation.seed);
  return { id: catalogueAppId, externalId: manifestId, displayName: 'Tandem', distributionMethod: 'organization' };
}

/** What an administrator of Teams published: the product's app, and others that were uploaded besides. */
function catalogue(world: GraphWorld): Entity[] {
  const { isPublished, others } = world.published;
  const uploaded = others.map((displayName, at) => ({
    ...{ id: `uploaded-${at}`, externalId: `uploaded-${at}`, displayName, distributionMethod: 'organization' },
  }));
  return [...(isPublished ? [catalogueApp(world)] : []), ...uploaded];
}

function definitionOf(world: GraphWorld, { id, displayName }: Entity): Entity {
  const { version } = world.published;
  return { id: `${String(id)}##1`, teamsAppId: id, displayName, version, publishingState: 'published' };
}

/** Guests of other organisations, machines and disabled accounts have no Teams of their own here. */
function inTeams(person: SandboxPerson): SandboxPerson {
  if (person.role !== 'guest' && person.role !== 'service' && person.accountEnabled) return person;
  throw new GraphError(404, 'NotFound', `No Teams user was found for '${person.id}'.`);
}

export function installationOf({ store }: GraphWorld, personId: string): StoredInstallation | undefined {
  return store.state.installations.find((each) => each.personId === personId);
}

export async function install(world: GraphWorld, personId: string): Promise<void> {
  const teamsAppId = String(catalogueApp(world)['id']);
  const id = Buffer.from(`${personId}##${teamsAppId}`).toString('base64');
  world.store.state.installations.push({ id, personId, teamsAppId, installedDateTime: world.now().toISOString() });
  world.store.touch();
  await world.onTeamsInstall(personId);
}

export function uninstall({ store }: GraphWorld, personId: string): void {
  store.state.installations = store.state.installations.filter((each) => each.personId !== personId);
  store.touch();
}

function installationEntity(world: GraphWorld, { id, teamsAppId }: StoredInstallation): Entity {
  const app = catalogueApp(world);
  return {
    id,
    teamsApp: app,
    teamsAppDefinition: {
      id: `${id}##1`,
      teamsAppId,
      displayName: app['displayName'],
      version: '1.0.0',
      publishingState: 'published',
    },
  };
}

/** What hangs below is there for the filter always, in the answer only when asked for. */
function onlyExpanded(entity: Entity, { request }: GraphCall): Entity {
  const expanded = (request.query.get('$expand') ?? '').split(',').map((name) => name.replace(/\(.*$/u, '').trim());
  const hidden = ['teamsApp', 'teamsAppDefinition'].filter((name) => !expanded.includes(name));
  return Object.fromEntries(Object.entries(entity).filter(([name]) => !hidden.includes(name)));
}

function wantedInstallation(call: GraphCall): StoredInstallation {
  const id = paramOf(call, 'installation');
  const found = installationOf(call.world, userOf(call).id);
  if (found?.id !== id) throw new GraphError(404, 'NotFound', `No app installation '${id}' was found for the user.`);
  return found;
}

function notify({ world, request }: GraphCall, person: SandboxPerson): void {
  const topic = field(request.body, 'topic');
  const source = textField(topic, 'source');
  const value = textField(topic, 'value');
  const activityType = textField(request.body, 'activityType');
  const previewText = textField(field(request.body, 'previewText'), 'content');
  const webUrl = textField(topic, 'webUrl') ?? null;
  if ((source !== 'entityUrl' && source !== 'text') || value === undefined || !activityType || !previewText) {
    throw badRequest('The topic, activityType and previewText of an activity notification are required.');
  }
  if (source === 'text' && webUrl === null)
    throw badRequest("The topic's webUrl is required when the source is 'text'.");
  if (previewText.length > mostPreview) throw badRequest(`The previewText is longer than ${mostPreview} characters.`);
  if (!installationOf(world, person.id)) {
    throw new GraphError(
      403,
      'Forbidden',
      'The application is not authorized to generate notifications to the recipient.',
    );
  }
  const templateParameters = listField(request.body, 'templateParameters').map((each) => ({
    name: textField(each, 'name') ?? '',
    value: textField(each, 'value') ?? '',
  }));
  world.store.state.notifications.push({
    id: world.store.newId('notification'),
    personId: person.id,
    activityType,
    previewText,
    topic: { source, value, webUrl },
    templateParameters,
    sentDateTime: world.now().toISOString(),
  });
  world.store.touch();
}

type Team = GraphWorld['organisation']['teams'][number];

function teamOf(call: GraphCall): Team {
  const id = paramOf(call, 'team');
  const team = call.world.organisation.teams.find((each) => each.id === id);
  if (!team) throw new GraphError(404, 'NotFound', `No team found with Group Id ${id}`);
  return team;
}

function teamEntity({ organisation }: GraphWorld, { id, displayName, description }: Team): Entity {
  return { id, displayName, description, visibility: 'public', isArchived: false, tenantId: organisation.tenantId };
}
