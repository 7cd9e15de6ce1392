/** The sandbox's Microsoft Graph: v1.0 over loopback HTTP for the generated organisation. */
import { graphChatIdOf } from '../connector/addresses.ts';
import { productVersion } from '../../platform/version.ts';
import type { FaultKind } from '../faults.ts';
import { newFaults } from '../faults.ts';
import { sandboxIds } from '../identity.ts';
import { listen } from '../loopback.ts';
import type { Organisation, SandboxPerson } from '../organisation/model.ts';
import { appRolesOf } from './app-roles.ts';
import type { GraphAnswer } from './answers.ts';
import type { AppDeps } from './app.ts';
import { appFor } from './app.ts';
import { createDirectory } from './directory.ts';
import type { CalendarEntry } from './entries.ts';
import { entriesOf } from './entries.ts';
import type { LoggedRequest } from './router.ts';
import { createMailboxLimits, type MailboxLoad } from './mailbox-limits.ts';
import { createNotifications, type Disturbance, type LifecycleEvent } from './notifications.ts';
import { createRouter } from './router.ts';
import type { StateStore, StoredMail, StoredNotification, StoredSubscription } from './state.ts';
import { openState } from './state.ts';
import { install, installationOf, uninstall } from './teamwork.ts';
import type { GraphWorld, Published } from './world.ts';

export interface GraphOptions {
  readonly organisation: Organisation;
  readonly port: number;
  /** Where its state is kept; without it, in memory only. */
  readonly dataDir?: string;
  readonly acceptToken: AppDeps['acceptToken'];
  /** The domain's clock. */
  readonly now: () => Date;
  readonly onTeamsInstall?: (personId: string) => Promise<void> | void;
  /** The personal chat with the bot, as Graph names it. */
  readonly chatIdOf?: (personId: string) => string;
  /** What links in answers begin with. Default: Microsoft's own address, which the product's endpoint map leads here. */
  readonly linkBase?: string;
  /** Where an address of the product is reached from here. */
  readonly reach?: ((url: string) => string) | undefined;
}

export interface SandboxGraph {
  readonly url: string;
  close(): Promise<void>;
  /** A batch is one request: 429, 503 and 504 then refuse the first request in it, the other kinds meet the whole. */
  inject(kind: FaultKind, count: number): void;
  /** Every request since the start, the requests in batches among them. */
  requests(): readonly LoggedRequest[];
  people(): readonly SandboxPerson[];
  person(id: string): SandboxPerson | undefined;
  changePerson(id: string, patch: Partial<SandboxPerson>): SandboxPerson;
  addPerson(person: SandboxPerson): void;
  removePerson(id: string): void;
  /** What a new token of this person says. */
  appRolesOf(personId: string): readonly string[];
  /** Which groups have a role of the product's app, in place of all that had one. */
  setGroupRoles(groupRoles: StateStore['state']['groupRoles']): void;
  setMembers(groupId: string, memberIds: readonly string[]): void;
  /** All delta tokens given so far become unknown: the next one is answered 410. */
  forgetDeltaTokens(): void;
  hasTeamsApp(personId: string): boolean;
  installTeamsApp(personId: string): Promise<void>;
  uninstallTeamsApp(personId: string): void;
  /** How near the product came to Outlook's limits. */
  mailboxLoad(): MailboxLoad;
  subscriptions(): readonly StoredSubscription[];
  /** The next so many change notifications get lost, come twice or an hour late. */
  disturbNotifications(how: Disturbance, count: number): void;
  /** Tells subscribers, of one mailbox or all; gives how many. After `subscriptionRemoved` they are gone. */
  tellLifecycle(event: LifecycleEvent, personId?: string): number;
  /** Resolves when every change notification that is due was posted. */
  quiet(): Promise<void>;
  /** Takes a permission of the app back, or grants it again; at once, whatever its tokens say. */
  setConsent(permission: string, isGranted: boolean): void;
  /** What an administrator of Teams published in the organisation's catalogue. */
  publish(what: Partial<Published>): void;
  /** As a person in Outlook itself, past the product: nothing that the log of requests counts. */
  asPerson(personId: string, method: string, path: string, body?: unknown): Promise<GraphAnswer>;
  calendarOf(personId: string, from: Date, to: Date): readonly CalendarEntry[];
  /** Newest first. */
  mailOf(personId: string): readonly StoredMail[];
  notificationsOf(personId: string): readonly StoredNotification[];
}

export async function startGraph(options: GraphOptions): Promise<SandboxGraph> {
  const { organisation, dataDir, now } = options;
  const store = await openState({ seed: organisation.seed, now, ...(dataDir === undefined ? {} : { dataDir }) });
  const { botId, tenantId } = sandboxIds(organisation.seed);
  const notifications = createNotifications({ store, now, tenantId, reach: options.reach });
  const world: GraphWorld = {
    organisation,
    directory: createDirectory(organisation, store),
    store,
    now,
    linkBase: options.linkBase ?? 'https://graph.microsoft.com/v1.0',
    notifications,
    limits: createMailboxLimits(),
    withdrawn: new Set(),
    published: { version: productVersion, isPublished: true, others: [] },
    onCalendarChange: (event, change) => notifications.changed(event, change),
    onTeamsInstall: options.onTeamsInstall ?? (() => undefined),
    chatIdOf: options.chatIdOf ?? ((personId) => graphChatIdOf(personId, botId)),
  };
  const faults = newFaults();
  const router = createRouter(world);
  const server = await listen(appFor({ world, router, faults, acceptToken: options.acceptToken }), options.port);
  return {
    url: server.url,
    close: async () => {
      notifications.stop();
      await server.close();
      await store.flush();
    },
    inject: (kind, count) => faults.inject(kind, count),
    requests: () => router.log,
    ...directoryControls(world, store),
    ...calendarControls(world),
    hasTeamsApp: (personId) => installationOf(world, personId) !== undefined,
    installTeamsApp: async (personId) => {
      if (!installationOf(world, personId)) await install(world, personId);
    },
    uninstallTeamsApp: (personId) => uninstall(world, personId),
    mailOf: (personId) => store.state.mails.filter((mail) => mail.personId === personId).toReversed(),
    notificationsOf: (personId) => store.state.notifications.filter((each) => each.personId === personId).toReversed(),
  };
}

function calendarControls(world: GraphWorld) {
  const { directory, limits, notifications, store, withdrawn } = world;
  const inOutlook = createRouter(world);
  return {
    mailboxLoad: () => limits.load(),
    subscriptions: () => store.state.subscriptions,
    disturbNotifications: (how: Disturbance, count: number) => notifications.disturb(how, count),
    tellLifecycle: (event: LifecycleEvent, personId?: string) => notifications.lifecycle(event, personId),
    quiet: () => notifications.quiet(),
    asPerson: (personId: string, method: string, path: string, body?: unknown) => {
      const caller = { kind: 'delegated', personId, permissions: ['Calendars.ReadWrite'] } as const;
      const header = (): undefined => undefined;
      return inOutlook.answer({ ...{ method, path, body, caller, header }, query: new URLSearchParams() });
    },
    setConsent: (permission: string, isGranted: boolean) =>
      void (isGranted ? withdrawn.delete(permission) : withdrawn.add(permission)),
    publish: (what: Partial<Published>) => void (world.published = { ...world.published, ...what }),
    calendarOf: (personId: string, from: Date, to: Date) => {
      const person = directory.find(personId);
      return person ? entriesOf(world, person, from.getTime(), to.getTime()) : [];
    },
  };
}

function directoryControls({ directory }: GraphWorld, store: StateStore) {
  return {
    people: () => directory.people(),
    person: (id: string) => directory.find(id),
    changePerson: (id: string, patch: Partial<SandboxPerson>) => directory.change(id, patch),
    addPerson: (person: SandboxPerson) => directory.add(person),
    removePerson: (id: string) => directory.remove(id),
    appRolesOf: (id: string) => appRolesOf({ directory, store }, id),
    setGroupRoles: (groupRoles: StateStore['state']['groupRoles']) => {
      store.state.groupRoles = [...groupRoles];
      store.touch();
    },
    setMembers: (groupId: string, memberIds: readonly string[]) => directory.setMembers(groupId, memberIds),
    forgetDeltaTokens: () => {
      store.state.epoch = store.newId('epoch');
      store.touch();
    },
  };
}
