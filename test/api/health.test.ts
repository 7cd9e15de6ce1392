import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { offsetClock } from '../../src/platform/clock.ts';
import { silentLog, type Log } from '../../src/platform/log.ts';
import { createReadiness, storageAnswers, type Hindrance, type ReadinessParts } from '../../src/platform/readiness.ts';
import { createTables } from '../../src/platform/tables.ts';
import { knownTokens, startApi } from '../support/api.ts';
import { testApp } from '../support/app.ts';

function readinessWith(looks: ReadinessParts['looks']) {
  const told: unknown[] = [];
  const clock = { ...offsetClock(), machine: () => now };
  let now = 1_000_000;
  const warn: Log['warn'] = (facts, message) => void told.push([message, facts['because']]);
  const log: Log = { ...silentLog, warn };
  const later = (): void => void (now += 5_000);
  return { readiness: createReadiness({ clock, log, looks }), told, later };
}

describe('whether a process is ready', () => {
  it('is yes when all that it needs works, and says what does not, in the log once', async () => {
    const broken = new Set<Hindrance>();
    const look = (name: Hindrance) => () =>
      broken.has(name) ? Promise.reject(new Error(name)) : Promise.resolve(true);
    const { readiness, told, later } = readinessWith({
      ...{ storage: look('storage'), 'sign-in': look('sign-in') },
      worker: () => Promise.resolve(!broken.has('worker')),
    });
    assert.deepEqual(await readiness.hindrances(), []);
    broken.add('storage').add('worker');
    later();
    assert.deepEqual(await readiness.hindrances(), ['storage', 'worker']);
    later();
    assert.deepEqual(await readiness.hindrances(), ['storage', 'worker']);
    broken.clear();
    later();
    assert.deepEqual(await readiness.hindrances(), []);
    assert.deepEqual(told, [
      ['not ready', ['storage', 'worker']],
      ['ready again', []],
    ]);
  });

  it('is no, and soon, when something hangs', async () => {
    const { readiness } = readinessWith({ storage: () => new Promise(() => undefined) });
    const begun = performance.now();
    assert.deepEqual(await readiness.hindrances(), ['storage']);
    assert.ok(performance.now() - begun < 4_000);
  });

  it('is looked at once, however many ask', async () => {
    let looks = 0;
    const { readiness } = readinessWith({ storage: async () => void (looks += 1) });
    await Promise.all(Array.from({ length: 50 }, () => readiness.hindrances()));
    assert.equal(looks, 1);
  });

  it('is no for good once it ends', async () => {
    const { readiness } = readinessWith({});
    readiness.end();
    assert.deepEqual(await readiness.hindrances(), ['ending']);
  });

  it('is told with 503 and the reason while storage is away; alive it is all the same', async () => {
    const { deps } = await testApp();
    const gone = 'http://127.0.0.1:1/none';
    const connection = `DefaultEndpointsProtocol=http;AccountName=none;AccountKey=bm9uZQ==;TableEndpoint=${gone}`;
    const tables = createTables({ connection, prefix: '' });
    const { readiness } = readinessWith({ storage: storageAnswers(tables) });
    const api = await startApi({ deps, entra: knownTokens, readiness });
    try {
      const [ready, live] = [await api.ask({ path: '/health/ready' }), await api.ask({ path: '/health/live' })];
      assert.deepEqual([ready.status, ready.json], [503, { ready: false, because: ['storage'] }]);
      assert.deepEqual([live.status, live.json], [200, { live: true }]);
    } finally {
      await api.close();
    }
  });

  it('closes connections politely while the process ends: each answer arrives, and says that it is the last', async () => {
    const { deps } = await testApp();
    const { readiness } = readinessWith({});
    const api = await startApi({ deps, entra: knownTokens, readiness });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = (): Promise<{ status: number | undefined; connection: string | undefined }> =>
      new Promise((resolve, reject) => {
        request(`${api.url}/health/live`, { agent }, (answer) => {
          answer
            .resume()
            .on('end', () => resolve({ status: answer.statusCode, connection: answer.headers.connection }));
        })
          .on('error', reject)
          .end();
      });
    try {
      assert.deepEqual(await ask(), { status: 200, connection: 'keep-alive' });
      readiness.end();
      assert.deepEqual(await ask(), { status: 200, connection: 'close' });
      assert.deepEqual(await ask(), { status: 200, connection: 'close' });
    } finally {
      agent.destroy();
      await api.close();
    }
  });
});
