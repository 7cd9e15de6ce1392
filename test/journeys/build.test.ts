import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { on, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseEnv } from 'node:util';
import { Worker } from 'node:worker_threads';
import { cuts } from '../../src/features/matching/model.ts';
import { aPool } from '../features/matching/engine/people.ts';
import { build, dist } from '../support/deployed.ts';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../support/sandbox.ts';

type Settings = Readonly<Record<string, string | undefined>>;

/** In another folder than the sources, so that nothing is found by chance; only these settings and the path. */
function runServer(settings: Settings): ChildProcess {
  const env = { PATH: process.env['PATH'], ...settings };
  return spawn(process.execPath, ['server.mjs'], { cwd: dist, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function said(stream: NodeJS.ReadableStream | null, word: string): Promise<string> {
  let text = '';
  for await (const chunk of stream ?? []) if ((text += String(chunk)).includes(word)) break;
  return text;
}

describe('what npm run build makes', function () {
  this.timeout(300_000);
  let sandbox: TestSandbox;

  before(async () => {
    assert.match(await build(), /npm ci, then npm start/);
  });
  after(() => sandbox?.stop());

  it('starts with the settings of the sandbox, and answers as a page, as an API and with a course', async () => {
    sandbox = await startTestSandbox('--people', '60', '--no-worker');
    const { TAB_DIR: _, ...settings } = parseEnv(readFileSync(join(sandbox.data, 'sandbox.env'), 'utf8'));
    const server = runServer({ ...settings, PORT: '0', ROLES: 'web,worker' });
    try {
      const line = await said(server.stdout, '"listening":true');
      const url = `http://127.0.0.1:${(JSON.parse(line) as { port: number }).port}`;
      const people = await sandbox.control<SandboxPerson[]>('/people');
      const { token } = await sandbox.control<{ token: string }>('/token', { personId: people[0]!.id });
      const get = async (path: string): Promise<string> => {
        const headers = { authorization: `Bearer ${token}`, 'accept-language': 'nl' };
        const answer = await fetch(`${url}${path}`, { headers });
        const text = await answer.text();
        assert.equal(answer.status, 200, `${path}: ${text}`);
        return text;
      };
      await get('/health/ready');
      const script = /src="(\/tab\/assets\/shell-[^"]+\.js)"/.exec(await get('/tab/'))?.[1];
      assert.ok(script, 'the page names its script');
      assert.ok((await get(script)).length > 1000);
      const course = JSON.parse(await get('/api/courses/active-listening')) as { title: string; steps: unknown[] };
      assert.ok(course.title.length > 0 && course.steps.length >= 3);
      assert.ok(Array.isArray(JSON.parse(await get('/api/surveys'))));
    } finally {
      server.kill('SIGTERM');
      const [code] = (await once(server, 'exit')) as [number | null];
      assert.equal(code, 0, 'it did not end by itself');
    }
  });

  it('computes a proposal in a thread of its own', async () => {
    const workerData = {
      module: pathToFileURL(join(dist, 'thread-computeProposal.mjs')).href,
      name: 'computeProposal',
    };
    const thread = new Worker(join(dist, 'crew-thread.mjs'), { workerData });
    const partsOf = Object.fromEntries(cuts.map((cut) => [cut, {}]));
    const { mentees, mentors } = aPool({ seed: 3, mentees: 8, mentors: 6 });
    thread.postMessage([{ bare: { mentees, mentors }, shared: new Map(), partsOf }]);
    for await (const [told] of on(thread, 'message')) {
      const { progress, result, error } = told as { progress?: string; result?: { pairs: unknown[] }; error?: unknown };
      assert.equal(error, undefined);
      if (progress !== undefined) continue;
      assert.ok((result?.pairs.length ?? 0) > 0);
      break;
    }
    await thread.terminate();
  });

  for (const [how, nodeEnv] of [
    ['in production', 'production'],
    ['when nothing says where it runs', undefined],
  ] as const)
    it(`names all that is missing or wrong ${how}, and does not start`, async () => {
      const wrong = { STORAGE_CONNECTION: 'UseDevelopmentStorage=true', CLOCK_URL: 'http://127.0.0.1:1/clock' };
      const server = runServer({ NODE_ENV: nodeEnv, BASE_URL: 'http://tandem.example', ...wrong });
      const [complaints, [code]] = await Promise.all([said(server.stderr, '\0'), once(server, 'exit')]);
      assert.notEqual(code, 0);
      const names = ['BASE_URL', 'TENANT_ID', 'TAB_CLIENT_ID', 'BOT_ID', 'BOT_TYPE', 'STORAGE_CONNECTION', 'CLOCK_URL'];
      for (const name of names) assert.ok(complaints.includes(`${name}: `), `${name} is not named:\n${complaints}`);
    });

  it('installs there only what production needs, from the lock', () => {
    const read = (
      name: string,
    ): { packages: Record<string, { dev?: boolean }>; dependencies: Record<string, string> } =>
      JSON.parse(readFileSync(join(dist, name), 'utf8'));
    const { packages } = read('package-lock.json');
    for (const name of Object.keys(read('package.json').dependencies))
      assert.ok(packages[`node_modules/${name}`], name);
    assert.equal(packages['node_modules/vite'], undefined);
    assert.deepEqual(
      Object.values(packages).filter(({ dev }) => dev),
      [],
    );
  });

  it('lists these packages, each with version and licence, in a bill of materials', () => {
    const bill = JSON.parse(readFileSync(join(dist, 'sbom.cdx.json'), 'utf8')) as {
      bomFormat: string;
      metadata: { component: { name: string; version: string } };
      components: { name: string; version: string; purl: string; licenses?: object[]; hashes?: object[] }[];
    };
    assert.equal(bill.bomFormat, 'CycloneDX');
    const lock = JSON.parse(readFileSync(join(dist, 'package-lock.json'), 'utf8')) as { packages: object };
    const locked = new Set(Object.keys(lock.packages).filter((path) => path !== '')).size;
    assert.ok(bill.components.length > 200 && bill.components.length <= locked);
    assert.match(bill.metadata.component.version, /^\d+\.\d+\.\d+/);
    for (const { name, version, purl, licenses, hashes } of bill.components) {
      assert.ok(purl.startsWith('pkg:npm/') && purl.endsWith(`@${version}`), purl);
      // These say their licence in the older form, in other words or in a file alone, which the lock does not carry: test/packages.test.ts.
      assert.ok(licenses?.length || ['cldrjs', 'png-js', 'dejavu-fonts-ttf'].includes(name), `${name} has no licence`);
      assert.ok(hashes?.length, `${name} has no hash`);
    }
  });
});
