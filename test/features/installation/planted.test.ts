/** Faults planted one by one in an installation of real servers: each is named by its code, and nothing else is. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { doctor } from '../../../src/cli/doctor.ts';
import { day, minute, pause } from '../../../src/platform/clock.ts';
import { productVersion } from '../../../src/platform/version.ts';
import { listAsFailed, unlistFailed } from '../../../src/platform/outbox/failed.ts';
import { packagesSeen } from '../../../src/platform/package-seen.ts';
import { tasks, type Task } from '../../../src/platform/outbox/task.ts';
import { nameFor } from '../../../src/features/privacy/copies/model.ts';
import type { Examination } from '../../../src/features/installation/model.ts';
import { sayFinding } from '../../../src/features/installation/saying/rules.ts';
import { languages } from '../../../src/platform/words.ts';
import { certificateUntil } from '../../support/own-certificate.ts';
import { liveAs, startInstallation, type Installation } from '../../support/examined.ts';

const root = join(import.meta.dirname, '../../..');
const nobody = 'http://127.0.0.1:1';
const otherId = '00000000-0000-4000-8000-0000000000ff';

/** What somebody is told of; what could not be looked at because of it is no finding of its own. */
const toldBy = ({ findings }: Examination): string[] =>
  findings.filter(({ severity, code }) => severity !== 'ok' && code !== 'look.unseen').map(({ code }) => code);

interface Planted {
  readonly name: string;
  readonly code: string;
  /** Settings that are wrong. */
  readonly over?: (at: Installation) => Readonly<Record<string, string>>;
  /** Plants it, and gives what takes it away again. */
  plant?(at: Installation): Promise<() => unknown> | (() => unknown);
  readonly parts?: Parameters<Installation['examine']>[1];
}

const withoutRight =
  (permission: string) =>
  ({ entra }: Installation) => {
    entra.setConsent(permission, 'application', false);
    return () => entra.setConsent(permission, 'application', true);
  };

/** The door answers one address in its own way. */
const answering = (path: string, own: RequestListener) => (at: Installation) =>
  at.answerWith((req, res) => (req.url?.startsWith(path) ? own(req, res) : at.product(req, res)));

const refusing =
  (store: 'tables' | 'queues' | 'blobs', what: 'read' | 'write') =>
  ({ stores }: Installation) => {
    stores[store].refuse(what);
    return () => stores[store].refuse('nothing');
  };

const published =
  (what: Parameters<Installation['graph']['publish']>[0]) =>
  ({ graph }: Installation) => {
    graph.publish(what);
    return () => graph.publish({ version: productVersion, isPublished: true, others: [] });
  };

const faults: readonly Planted[] = [
  { name: 'a tenant that is not ours', code: 'tenant.unknown', over: () => ({ TENANT_ID: otherId }) },
  { name: 'an Entra that does not answer', code: 'tenant.away', over: () => ({ LOGIN_URL: nobody }) },
  {
    ...{ name: 'a clock that is ten minutes ahead', code: 'clock.off' },
    parts: ({ clock }) => ({ clock: { ...clock, machine: () => clock.machine() + 10 * minute } }),
  },
  { name: 'no managed identity', code: 'identity.none', over: () => ({ MANAGED_IDENTITY_URL: `${nobody}/msi` }) },
  {
    ...{ name: 'an identity that Entra does not take for the app', code: 'app.unproven' },
    plant: ({ entra }) => {
      entra.setFederated(false);
      return () => entra.setFederated(true);
    },
  },
  { name: 'an app that is not registered', code: 'app.unknown', over: () => ({ TAB_CLIENT_ID: otherId }) },
  {
    ...{ name: 'a bot that is not registered', code: 'bot-token.refused' },
    over: () => ({ BOT_ID: otherId, BOT_TYPE: 'SingleTenant' }),
  },
  { name: 'the needed permission revoked', code: 'rights.missing', plant: withoutRight('User.Read.All') },
  { name: 'another permission revoked', code: 'rights.without', plant: withoutRight('GroupMember.Read.All') },
  {
    ...{ name: 'a permission that nothing needs', code: 'rights.more' },
    plant: ({ entra }) => {
      entra.setConsent('Mail.ReadWrite', 'application', true);
      return () => entra.setConsent('Mail.ReadWrite', 'application', false);
    },
  },
  { name: 'an address at which nothing answers', code: 'address.away', plant: (at) => at.answerWith(undefined) },
  {
    ...{ name: 'an address that leads elsewhere', code: 'address.other' },
    plant: (at) => at.answerWith((_, res) => void res.end('Welcome')),
  },
  {
    ...{ name: 'a web process without its storage', code: 'address.not-ready' },
    plant: answering('/health/ready', (_, res) => void res.writeHead(503).end('{"ready":false}')),
  },
  {
    ...{ name: 'a bot’s door that lets everybody in', code: 'bot-door.open' },
    plant: answering('/api/messages', (_, res) => void res.writeHead(200).end()),
  },
  { name: 'no tab', code: 'tab.missing', plant: answering('/tab', (_, res) => void res.writeHead(503).end()) },
  { name: 'an old package', code: 'package.old', plant: published({ version: '0.0.9' }) },
  { name: 'a package that is newer', code: 'package.new', plant: published({ version: '99.0.0' }) },
  { name: 'no package', code: 'package.missing', plant: published({ isPublished: false }) },
  { name: 'a second app of the same name', code: 'package.two', plant: published({ others: ['Tandem'] }) },
  { name: 'no right to write tables', code: 'store.refused', plant: refusing('tables', 'write') },
  { name: 'no right to write queues', code: 'store.refused', plant: refusing('queues', 'write') },
  { name: 'no right to read files', code: 'store.refused', plant: refusing('blobs', 'read') },
  { name: 'a storage that was never used', code: 'store.missing', over: () => ({ STORAGE_PREFIX: 'empty' }) },
  {
    ...{ name: 'a second installation in the storage', code: 'shared.two' },
    plant: async ({ running }) => liveAs(running, 'another one'),
  },
  {
    ...{ name: 'a vault without the key', code: 'vault.gone' },
    over: ({ settings }) => ({ IDENTITY_KEY_ID: `${settings['VAULT_URL']}/keys/none/1` }),
  },
  {
    ...{ name: 'a vault that does not answer', code: 'vault.away' },
    over: () => ({ VAULT_URL: nobody, IDENTITY_KEY_ID: `${nobody}/keys/identity/1` }),
  },
  {
    ...{ name: 'an entry of the audit log that was changed', code: 'log.broken' },
    plant: async ({ blobs }) => {
      const [name = ''] = await blobs.list('audit');
      const before = (await blobs.read('audit', name)) ?? new Uint8Array();
      const changed = Buffer.from(before).toString('utf8').replace('country:be', 'country:fr');
      await blobs.put('audit', name, Buffer.from(changed));
      return () => blobs.put('audit', name, before);
    },
  },
  {
    ...{ name: 'a newest copy that is three hours old', code: 'copies.old' },
    over: () => ({ COPY_HOURS: '1' }),
    plant: ({ copiesDir }) => {
      const folder = join(copiesDir, nameFor(Date.now() - 180 * minute, 'abcdef'));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'manifest.json'), '{}');
      return () => rmSync(folder, { recursive: true });
    },
  },
  {
    ...{ name: 'a task that waits for half an hour', code: 'line.late' },
    plant: async ({ running: { deps } }) => {
      const task = { id: 'late', job: 'privacy.retain', data: {}, due: deps.clock.now() - 30 * minute };
      await deps.outbox.ask('system', 'planted', task);
      return () => deps.outbox.stop('system', 'planted', 'late', async () => []);
    },
  },
  {
    ...{ name: 'a task that was given up', code: 'given-up.some' },
    plant: async ({ running: { deps, poison } }) => {
      const at = { table: 'system', partition: 'planted', id: 'poison' } as const;
      const one: Task = {
        ...{ id: at.id, job: 'privacy.retain', data: {}, due: 1, lane: 'usual', state: 'failed' },
        ...{ attempts: 5, leaseUntil: 0, fence: '', mark: 'markmark', reason: 'our-fault' },
      };
      await listAsFailed(deps.tables, at, deps.clock.now());
      await deps.tables.commit([tasks.system.put(at.partition, at.id, one)]);
      await poison.send(at);
      return async () => {
        await deps.tables.drop('system', at.partition, `task.${at.id}`);
        await unlistFailed(deps.tables, at);
      };
    },
  },
  {
    ...{ name: 'a mailbox that nobody has', code: 'mail.no-mailbox' },
    over: () => ({ MAIL_FROM: 'nobody@nowhere.example' }),
  },
  { name: 'a language model that is away', code: 'model.away', over: () => ({ MODEL_URL: nobody }) },
];

describe('an installation that is examined', function () {
  this.timeout(120_000);
  let at: Installation;
  let die: () => Promise<void> = async () => undefined;
  const named = new Set<string>();
  before(async () => {
    at = await startInstallation();
    die = at.live();
    while (toldBy(await at.examine()).includes('worker.none'));
  });
  after(async () => {
    process.stdout.write(`      ${faults.length + 3} faults planted, ${named.size} kinds of them named\n`);
    await die();
    await at?.close();
  });

  it('has nothing to tell while nothing is planted', async () => {
    const found = await at.examine();
    assert.deepEqual(toldBy(found), []);
    assert.ok(found.findings.length > 20);
    assert.ok(found.permissions.every(({ rights, state }) => state === (rights === 'app' ? 'granted' : 'unknown')));
  });

  for (const { name, code, over = () => ({}), plant = () => () => undefined, parts } of faults)
    it(`names ${name}, and only that`, async () => {
      const takeAway = await plant(at);
      try {
        const found = await at.examine(over(at), parts);
        // What was never used lacks all three stores, by the same code.
        assert.deepEqual([...new Set(toldBy(found))], [code]);
        for (const one of found.findings) for (const language of languages) assert.ok(sayFinding(language, one).found);
        named.add(code);
      } finally {
        await takeAway();
      }
    });

  it('names a worker that is dead', async () => {
    await die();
    const found = await at.examine();
    die = at.live();
    assert.deepEqual(toldBy(found), ['worker.none']);
    named.add('worker.none');
    while (toldBy(await at.examine()).includes('worker.none'));
  });

  it('names an old package where the catalogue may not be read, by what people opened', async () => {
    const { deps } = at.running;
    deps.packages.note('0.0.9');
    while (!(await packagesSeen(deps.tables, deps.clock.machine()))) await pause(20);
    const back = withoutRight('AppCatalog.Read.All')(at);
    assert.deepEqual(toldBy(await at.examine()).toSorted(), ['package.old', 'rights.without']);
    back();
  });

  it('tells what people agreed to, to an administrator who is signed in', async () => {
    const token = await at.entra.tabToken(at.administratorId);
    const signedIn = (): Promise<Examination> => at.examine({}, undefined, token);
    const well = await signedIn();
    assert.deepEqual(toldBy(well), []);
    assert.ok(well.permissions.every(({ state }) => state === 'granted'));
    at.entra.setConsent('Place.Read.All', 'delegated', false);
    at.entra.setConsent('Files.Read.All', 'delegated', true);
    assert.deepEqual(toldBy(await signedIn()), ['agreed.more', 'agreed.without']);
    at.entra.setConsent('Place.Read.All', 'delegated', true);
    at.entra.setConsent('Files.Read.All', 'delegated', false);
  });

  it('has changed nothing, and mended nothing', async () => {
    const { deps, queue, poison } = at.running;
    const lengths = (): Promise<number[]> => Promise.all([queue.length(), poison.length()]);
    const before = await lengths();
    await at.examine();
    assert.deepEqual(await lengths(), before);
    assert.deepEqual(await deps.tables.range('system', 'probe', { from: '!', to: '~' }), []);
    assert.deepEqual(await at.blobs.list('copies'), []);
  });

  it('names a certificate that nobody believes', async () => {
    await withCertificate(at, async (address) => {
      assert.deepEqual(toldBy(await at.examine({ BASE_URL: address })), ['certificate.doubted']);
      named.add('certificate.doubted');
    });
  });

  it('names a certificate that ends within days, on the command line, and ends with 1', async () => {
    await withCertificate(at, async (address, certificate) => {
      const { code, findings } = await commandLine(settingsFile({ ...at.settings, BASE_URL: address }), certificate);
      const problems = findings.filter(({ severity }) => severity === 'problem').map((one) => one.code);
      assert.deepEqual([code, problems], [1, ['certificate.ends']]);
      named.add('certificate.ends');
    });
  });

  it('says which settings are wrong, all at once', async () => {
    const { code, findings } = await doctorWith({ ...at.settings, BOT_TYPE: 'MultiTenant', TENANT_ID: 'ours' });
    assert.deepEqual([code, findings.map((one) => one.code)], [1, ['settings.wrong', 'settings.wrong']]);
    named.add('settings.wrong');
  });

  it('ends with 0 where there are only notes', async () => {
    const { code, findings } = await doctorWith({ ...at.settings, COPIES_URL: '' });
    const told = findings.filter(({ severity }) => severity !== 'ok').map((one) => one.code);
    assert.deepEqual([code, told], [0, ['copies.none']]);
  });
});

interface Told {
  readonly code: number;
  readonly findings: Examination['findings'];
}

/** The product behind a certificate that signs itself, and ends in five days. */
async function withCertificate(
  at: Installation,
  look: (address: string, certificate: string) => Promise<void>,
): Promise<void> {
  const own = certificateUntil(Date.now() + 5.1 * day);
  const server = createSecureServer(own, at.product).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  try {
    await look(`https://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, own.cert);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'tandem-doctor-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

function settingsFile(settings: Readonly<Record<string, string>>): string {
  const file = join(folder, 'settings.env');
  const lines = Object.entries(settings).map(([name, value]) => `${name}="${value}"\n`);
  writeFileSync(file, lines.join(''));
  return file;
}

async function doctorWith(settings: Readonly<Record<string, string>>): Promise<Told> {
  let text = '';
  const out = { write: (part: Uint8Array | string): boolean => ((text += String(part)), true) };
  const code = await doctor({ permissions: false, json: true, env: settingsFile(settings) }, out);
  return { code, findings: (JSON.parse(text) as Examination).findings };
}

/** `npm run tandem -- doctor --json` as a process of its own, which believes this certificate. */
async function commandLine(env: string, certificate: string): Promise<Told> {
  const trusted = join(folder, 'trusted.pem');
  writeFileSync(trusted, certificate);
  const words = ['--import', 'tsx', join(root, 'src/cli/main.ts'), 'doctor', '--json', '--env', env];
  const child = spawn(process.execPath, words, {
    ...{ cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
    env: { ...process.env, NODE_EXTRA_CA_CERTS: trusted },
  });
  let out = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const code = await new Promise<number>((resolve) => child.once('close', (ended) => resolve(ended ?? -1)));
  return { code, findings: (JSON.parse(out) as Examination).findings };
}
