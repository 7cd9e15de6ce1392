/** Subscriptions to the events of a mailbox: made after a handshake with the address that is to hear of changes, for less than seven days. */
import { badRequest, GraphError, ok, textField } from './answers.ts';
import { mailboxOf } from './mailbox-settings.ts';
import type { Entity } from './odata.ts';
import type { StoredSubscription } from './state.ts';
import type { GraphCall, GraphWorld, Handlers } from './world.ts';
import { paramOf } from './world.ts';

const longest = 10_080 * 60_000;
/** Beyond this, Graph wants an address for lifecycle notifications too. */
const longWithoutLifecycle = 3_600_000;
const changeTypes = ['created', 'updated', 'deleted'];

export const subscriptionHandlers: Handlers = {
  'GET /subscriptions': ({ world }) => ok({ value: livingIn(world).map((one) => entityOf(world, one)) }),
  'POST /subscriptions': async ({ world, request }) => {
    const wanted = wantedIn(world, request.body);
    for (const url of [wanted.notificationUrl, wanted.lifecycleNotificationUrl])
      if (url !== null && !(await world.notifications.validate(url))) throw notValidated();
    const made: StoredSubscription = { ...wanted, id: world.store.newId('subscription') };
    world.store.state.subscriptions.push(made);
    world.store.touch();
    return { status: 201, body: entityOf(world, made) };
  },
  'GET /subscriptions/{subscription}': (call) => ok(entityOf(call.world, subscriptionOf(call))),
  'PATCH /subscriptions/{subscription}': (call) => {
    const { world, request } = call;
    const before = subscriptionOf(call);
    const expirationDateTime = expirationIn(world, request.body, longest);
    const renewed = { ...before, expirationDateTime };
    world.store.state.subscriptions = livingIn(world).map((one) => (one.id === before.id ? renewed : one));
    world.store.touch();
    return ok(entityOf(world, renewed));
  },
  'POST /subscriptions/{subscription}/reauthorize': (call) => {
    subscriptionOf(call);
    return { status: 200 };
  },
  'DELETE /subscriptions/{subscription}': (call) => {
    const gone = subscriptionOf(call);
    const { world } = call;
    world.store.state.subscriptions = livingIn(world).filter((one) => one.id !== gone.id);
    world.store.touch();
    return { status: 204 };
  },
};

function livingIn({ store, now }: GraphWorld): StoredSubscription[] {
  return store.state.subscriptions.filter((one) => Date.parse(one.expirationDateTime) > now().getTime());
}

function subscriptionOf(call: GraphCall): StoredSubscription {
  const id = paramOf(call, 'subscription');
  const found = livingIn(call.world).find((one) => one.id === id);
  if (found) return found;
  throw new GraphError(404, 'ResourceNotFound', 'The object was not found.');
}

function wantedIn(world: GraphWorld, body: unknown): Omit<StoredSubscription, 'id'> {
  const resource = textField(body, 'resource') ?? '';
  const userId = /^\/?users\/([^/]+)\/(?:calendar\/)?events$/iu.exec(resource)?.[1];
  const person = userId === undefined ? undefined : world.directory.find(userId);
  if (!person) throw badRequest(`Resource '${resource}' is not supported here.`, 'InvalidRequest');
  mailboxOf(person);
  const types = (textField(body, 'changeType') ?? '').split(',').map((one) => one.trim());
  if (!types.every((one) => changeTypes.includes(one)))
    throw badRequest('The value of changeType is invalid.', 'InvalidRequest');
  const lifecycleNotificationUrl = addressIn(body, 'lifecycleNotificationUrl') ?? null;
  const expirationDateTime = expirationIn(
    world,
    body,
    lifecycleNotificationUrl === null ? longWithoutLifecycle : longest,
  );
  const notificationUrl = addressIn(body, 'notificationUrl');
  if (notificationUrl === undefined) throw badRequest('NotificationUrl is required.', 'InvalidRequest');
  const clientState = textField(body, 'clientState') ?? null;
  if ((clientState?.length ?? 0) > 128)
    throw badRequest('clientState exceeds the maximum length of 128.', 'InvalidRequest');
  return {
    ...{ personId: person.id, resource, changeTypes: types, notificationUrl, lifecycleNotificationUrl },
    ...{ clientState, expirationDateTime },
  };
}

/** https, as on the real service; and this machine itself. */
function addressIn(body: unknown, name: string): string | undefined {
  const text = textField(body, name);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isHere = url?.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname);
  if (url?.protocol === 'https:' || isHere) return text;
  throw badRequest(`${name} is not a valid https address.`, 'InvalidRequest');
}

function expirationIn({ now }: GraphWorld, body: unknown, most: number): string {
  const text = textField(body, 'expirationDateTime') ?? '';
  const at = Date.parse(text);
  const left = at - now().getTime();
  if (Number.isNaN(at) || left <= 0)
    throw badRequest('Subscription expiration must be in the future.', 'ExtensionError');
  if (left > most)
    throw badRequest(
      `Subscription expiration can only be ${most / 60_000} minutes in the future.`,
      most === longest ? 'ExtensionError' : 'InvalidRequest',
    );
  return new Date(at).toISOString();
}

function notValidated(): GraphError {
  return new GraphError(
    400,
    'ValidationError',
    'Subscription validation request failed. HTTP status code is not OK or the answer is not the validation token.',
  );
}

function entityOf(
  { linkBase }: GraphWorld,
  {
    id,
    resource,
    changeTypes: types,
    notificationUrl,
    lifecycleNotificationUrl,
    expirationDateTime,
  }: StoredSubscription,
): Entity {
  return {
    '@odata.context': `${linkBase}/$metadata#subscriptions/$entity`,
    ...{ id, resource, applicationId: null, changeType: types.join(','), clientState: null, notificationUrl },
    ...{ notificationQueryOptions: null, lifecycleNotificationUrl, expirationDateTime, creatorId: null },
    ...{ includeResourceData: null, latestSupportedTlsVersion: 'v1_2', encryptionCertificate: null },
    ...{ encryptionCertificateId: null, notificationUrlAppId: null },
  };
}
