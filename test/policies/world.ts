/** The product behind its real doors, with tokens and signatures that are checked, over tables in which every question leaves nothing. */
import { mkdtemp, rm } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi } from '../../src/api/main.ts';
import { describeRoutes } from '../../src/api/openapi.ts';
import { routes, says } from '../../src/api/routes.ts';
import { actions } from '../../src/bot/actions.ts';
import { createBotEndpoint } from '../../src/bot/endpoint.ts';
import { jobs } from '../../src/worker/jobs.ts';
import { bucketOfPerson, people, preferenceRows } from '../../src/features/people/store.ts';
import { createAudit } from '../../src/platform/audit.ts';
import { day } from '../../src/platform/clock.ts';
import type { Admission } from '../../src/platform/doors.ts';
import { Failure, isFailure } from '../../src/platform/errors.ts';
import type { Log } from '../../src/platform/log.ts';
import { createOutbox } from '../../src/platform/outbox.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { createRing, createRings } from '../../src/platform/sealed.ts';
import { createSigner } from '../../src/platform/signer.ts';
import { createTeams } from '../../src/platform/teams.ts';
import { nameWords, quietTelemetry, type Telemetry } from '../../src/platform/telemetry.ts';
import { dress } from '../../src/platform/teams/buttons.ts';
import type { Change, Tables } from '../../src/platform/tables.ts';
import { startConnector } from '../../src/sandbox/connector/server.ts';
import { listen } from '../../src/sandbox/loopback.ts';
import { readinessOf } from '../support/api.ts';
import { testApp } from '../support/app.ts';
import { logInto } from '../support/bot.ts';
import { memoryBlobs } from '../support/memory-blobs.ts';
import { ids, withEntra } from '../support/cloud.ts';
import { scratchTables, type ScratchTables } from '../support/scratch-tables.ts';
import { testVault } from '../support/vault.ts';
import { circleRows } from './circles.ts';
import { privateTalks } from './private-talks.ts';
import { nameOfPerson, type Happened } from './jobs.ts';
import { everybody, rowsOfTheWorld, type Params } from './things.ts';
import { person, personIdOf, tokenRolesOf, views, type View } from './people.ts';

export { actions, describeRoutes, jobs, routes };

/** What changed about a receiver since the task was written. */
function becoming({ receiver, one }: Happened): Change[] {
  const who = person[receiver];
  const put = (over: object): Change[] => [people.put(bucketOfPerson(who.id), who.id, { ...who, ...over })];
  if (one === 'left') return put({ leftAt: 1 });
  if (one === 'disabled') return put({ enabled: false });
  if (one === 'a guest') return put({ kind: 'guest' });
  return [preferenceRows.put(who.id, 'own', { doNotAsk: true })];
}

const idOf = ({ receiver }: Happened): string => person[receiver].id;

/** Nobody let the app read calendars, and Outlook shows nothing of these meetings. */
const notAllowed = () => Promise.reject(new Failure('unavailable', 'graph-not-permitted'));

/** Stands in for pages of Microsoft that no policy is about: mailboxes and calendars that are free. */
const calm = {
  directory: {
    changes: async () => ({ outcome: 'changes', users: [], removed: [], next: undefined, delta: 'link' }),
    person: async (id: string) => ({ id, displayName: 'Somebody', accountEnabled: true }),
    managersOf: async () => new Map(),
    groups: async () => [{ id: '00000000-0000-4000-b000-000000000001', name: 'G' }],
    photo: async () => undefined,
    workingHours: async () => undefined,
    membersOf: async () => [],
  },
  calendar: {
    freeBusy: async (people: readonly { personId: string }[]) =>
      new Map(people.map((one) => [one.personId, { busy: [] }])),
    ...{ subscribe: notAllowed, changes: notAllowed, look: notAllowed },
    ...{ book: async () => ({ eventId: 'e' }), move: async () => ({ eventId: 'e' }), cancel: async () => undefined },
    rooms: async () => [],
    ...{ find: async () => ({ start: 0, end: 0 }), findBooked: async () => undefined, cancelIn: async () => undefined },
  },
};

/** The matrix asks more in a second than a person does in an hour. */
const unhurried = async (): Promise<undefined> => undefined;

/** What stands between the product and its world: storage in trouble, and a look at what is asked of Microsoft. */
export interface Scene {
  /** Where the world lies; the emulator where it is left out. */
  readonly base?: Tables;
  readonly over?: (kept: ScratchTables) => Tables;
  readonly calendar?: Partial<Platform['calendar']>;
  /** In place of a log that keeps its lines in `logged`, and of one that tells nothing. */
  readonly log?: Log;
  readonly telemetry?: Telemetry;
}

export async function startWorld({ base, over, calendar = {}, log: given, telemetry = quietTelemetry }: Scene = {}) {
  const app = await testApp(base ? { tables: base } : {});
  await app.addPeople(...everybody);
  const committed: Promise<unknown>[] = [];
  for (const changes of rowsOfTheWorld(app.clock.now())) committed.push(app.deps.tables.commit(changes));
  await Promise.all(committed);
  const blobs = memoryBlobs();
  const kept = scratchTables(app.deps.tables, () => blobs.all.clear());
  const tables = over?.(kept) ?? kept;
  // The key of the audit log is made once, before anything is thrown away.
  await app.deps.audit.pseudonymOf('x');
  await createRings(
    { tables: app.deps.tables, clock: app.clock, vault: testVault },
    'identity',
  )('gender').seal('x', []);
  await app.deps.signer.sign({}, String);
  await app.deps.tables.commit(await privateTalks(app.deps));
  for (const changes of await circleRows(app.deps)) await app.deps.tables.commit(changes);

  const accounts = new Map(
    views.map((view) => [
      personIdOf(view),
      {
        id: personIdOf(view),
        displayName: view,
        userPrincipalName: `${view}@example.test`,
        roles: tokenRolesOf[view] ?? [],
      },
    ]),
  );
  const dataDir = await mkdtemp(join(tmpdir(), 'tandem-world-'));
  const cloud = await withEntra({ personOf: (id) => accounts.get(id), keyCooldown: 30_000 });
  const queue = {
    prepare: async () => undefined,
    send: async () => undefined,
    receive: async () => [],
    length: async () => 0,
    tryWriting: async () => undefined,
  };
  const parts = { tables, clock: app.clock, vault: testVault };
  const logged: string[] = [];
  const log = given ?? logInto(logged);
  const web = await listen((req, res) => door(req, res), 0);
  const connector = await startConnector({
    ...{ port: 0, ids, dataDir, botEndpoint: `${web.url}/api/messages` },
    personOf: (id) =>
      accounts.has(id)
        ? { id, displayName: 'Somebody', userPrincipalName: 'a@example.test', locale: 'en-GB' }
        : undefined,
    verifyBotToken: async () => null,
  });
  const config = {
    ...cloud.config,
    connectorHosts: [new URL(connector.url).host],
    endpoints: { ...cloud.config.endpoints, botMetadata: connector.metadataUrl },
  };
  const deps: Platform = {
    ...app.deps,
    ...({ ...calm, calendar: { ...calm.calendar, ...calendar } } as unknown as Pick<
      Platform,
      'directory' | 'calendar'
    >),
    ...{ config, tables, log, outbox: createOutbox({ tables, queue, poison: queue, clock: app.clock, log }) },
    audit: createAudit({ tables, blobs, clock: app.clock, ring: createRing(parts, 'audit') }),
    identityRing: createRings(parts, 'identity'),
    answersRing: createRings(parts, 'answers'),
    concernsRing: createRings(parts, 'concerns'),
    circleRing: createRings(parts, 'circle'),
    signer: createSigner({ tables, clock: app.clock, ring: createRing(parts, 'signing') }),
    roles: {
      of: async (id) => (id === person['former-coordinator'].id ? [] : ('unknown' as const)),
      assigned: async () => 'unknown' as const,
    },
    teams: createTeams({
      config,
      outbound: cloud.outbound,
      tables,
      graph: undefined as never,
      entra: cloud.entra,
      clock: app.clock,
      log,
      pulse: { count: () => undefined },
    }),
  };
  nameWords(
    'job',
    jobs.map(({ name }) => name),
  );
  const { sendCard } = app.deps.teams;
  const byMail = new Map(everybody.map(({ mail, id }) => [mail, id]));
  const jobDeps: Platform = {
    ...deps,
    config: { ...config, mailFrom: 'mentoring@example.test' },
    mail: {
      send: async ({ to, subject }) => {
        const card = { summary: subject, body: [] };
        for (const one of to) app.sent.push({ to: byMail.get(one) ?? one, card, sendId: 'mail', messageId: 'mail' });
      },
    },
    teams: {
      ...app.deps.teams,
      // The letterbox of a receiver is of no matter here, and nothing must be left.
      sendCard: (to, card, how) => sendCard(to, card, { ...how, alongside: [] }),
      updatePost: async () => undefined,
    },
  };
  const bot = createBotEndpoint(deps, { actions, says });
  const doorWith = (table: typeof routes) =>
    createApi({
      ...{ deps, entra: cloud.entra, routes: table, says, bot, pace: unhurried },
      ...{ telemetry, readiness: readinessOf(deps) },
    });
  let door: RequestListener = doorWith(routes);

  const tokens = new Map<View, string | undefined>();
  for (const view of views) tokens.set(view, await tokenOf(view));
  async function tokenOf(view: View): Promise<string | undefined> {
    if (view === 'not-signed-in') return undefined;
    if (view === 'forged') return cloud.server.forgedTabToken(personIdOf(view));
    if (view === 'other-tenant')
      return cloud.server.tabToken(personIdOf(view), { tenantId: '00000000-0000-4000-8000-00000000000f' });
    return cloud.server.tabToken(personIdOf(view));
  }

  return {
    tables: kept,
    app,
    jobDeps,
    url: web.url,
    deps,
    connector,
    entra: cloud.server,
    outbound: cloud.outbound,
    dataDir,
    tokenOf: (view: View) => tokens.get(view),
    logged,
    /** One question over the wire, with a body as it is. */
    async send(
      view: View,
      method: string,
      path: string,
      body?: string | Uint8Array,
      more: Readonly<Record<string, string>> = {},
    ): Promise<{ status: number; text: string }> {
      const token = tokens.get(view);
      const headers = {
        'accept-language': 'en',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...more,
      };
      const answer = await fetch(`${web.url}/api${path}`, {
        ...{ method, headers, redirect: 'manual' },
        ...(body === undefined || method === 'GET' ? {} : { body: body as BodyInit }),
      });
      return { status: answer.status, text: await answer.text() };
    },
    ask(
      view: View,
      method: string,
      path: string,
      body?: unknown,
      more: Readonly<Record<string, string>> = {},
    ): Promise<{ status: number; text: string }> {
      return this.send(view, method, path, body === undefined ? undefined : JSON.stringify(body), more);
    },
    /** A button that was made for `receiver`; gives its id. */
    async button(receiver: string, verb: string, subject: Record<string, string>): Promise<string> {
      const card = { summary: 's', body: [], buttons: [{ title: 'b', verb, subject }] };
      const dressed = dress(card as never, { personId: receiver }, 'en', app.clock);
      await kept.commit(dressed.changes);
      return String((dressed.changes[0]?.rowKey ?? '').split('.')[1]);
    },
    /** A press of this person, with these data in the card, signed as Teams signs. */
    async pressWith(view: View, verb: string, data: unknown): Promise<{ status: number; text: string }> {
      const base = connector.messageOf(personIdOf(view), 'x');
      const value = { action: { type: 'Action.Execute', verb, data } };
      const activity = { ...base, type: 'invoke', name: 'adaptiveCard/action', value };
      const tampering = { 'not-signed-in': 'no-token', forged: 'signature', 'other-tenant': 'tenant' } as const;
      const answer = await connector.deliver(activity, tampering[view as keyof typeof tampering]);
      return {
        status: answer.status,
        text: typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body),
      };
    },
    /** A press of this person on a button that was made for `receiver`. */
    async press(view: View, receiver: string, what: { verb: string; subject: Record<string, string>; inputs: object }) {
      const id = await this.button(receiver, what.verb, what.subject);
      return this.pressWith(view, what.verb, { id, ...what.inputs });
    },
    /** Runs a job as the worker does, over the same tables, and says whom it wrote to and what. */
    async perform(name: string, data: Params, since?: Happened): Promise<{ status: number; text: string }> {
      if (since?.one === 'gone from the directory')
        await kept.drop('directory', bucketOfPerson(idOf(since)), `person.${idOf(since)}`);
      else if (since) await kept.arrange(becoming(since));
      const [cards, posts] = [app.sent.length, app.posts.length];
      const job = jobs.find((one) => one.name === name);
      const run = async (): Promise<unknown> =>
        job?.run(jobDeps, job.data.parse(data), { id: 'task', due: app.clock.now() });
      const step = telemetry.begin('job', { job: name });
      const status = await step.run(run).then(
        () => 200,
        // What can be expected ends a job as well: the worker tries again, or gives up and says so.
        (error: unknown) => (isFailure(error) ? 200 : 500),
      );
      step.end(status === 500);
      const sent = app.sent.slice(cards);
      const to = [...sent.map((one) => nameOfPerson(one.to)), ...app.posts.slice(posts).map(() => 'a channel')];
      return { status, text: JSON.stringify({ to, cards: sent.map(({ card }) => card) }) };
    },
    /** Lets everybody who is signed in through to these routes; without any the table is as it was. */
    admitAll(which: (door: string) => boolean): void {
      const who: Admission = 'anybody-signed-in';
      door = doorWith(routes.map((route) => (which(`${route.method} ${route.path}`) ? { ...route, who } : route)));
    },
    pass: (days: number) => app.clock.setOffset(app.clock.now() + days * day - Date.now()),
    async close(): Promise<void> {
      await Promise.all([web.close(), connector.close()]);
      await cloud.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
export type World = Awaited<ReturnType<typeof startWorld>>;
