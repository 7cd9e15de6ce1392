import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import express from 'express';
import { pause, systemClock } from '../../../src/platform/clock.ts';
import { createOutbound, outboundRules } from '../../../src/platform/outbound.ts';
import { createTelemetry, nameWords, step, type Telemetry } from '../../../src/platform/telemetry.ts';
import type { Sources } from '../../../src/platform/telemetry/measures.ts';
import { listen } from '../../../src/sandbox/loopback.ts';
import { startCollector, type Collector } from '../../../src/sandbox/traces/server.ts';
import { logInto } from '../../support/bot.ts';
import { testConfig, withEntra } from '../../support/cloud.ts';

const root = join(import.meta.dirname, '../../..');
nameWords('job', ['pairs.ask', 'matching.compute']);

const sources: Sources = {
  line: async () => ({
    lanes: [{ lane: 'usual', queued: 1, due: 1, oldest: Date.now() - 90_000 }],
    resting: [],
    later: 0,
  }),
  failed: async () => [1, 2, 3],
  sent: () => ({ lastMinute: 300, throttled: 7 }),
  failures: () => ({ graph: 4 }),
};

async function telemetryFor(settings: Readonly<Record<string, string>>) {
  const lines: string[] = [];
  const config = testConfig(settings);
  const outbound = createOutbound(outboundRules(config));
  const telemetry = await createTelemetry({ config, outbound, clock: systemClock, log: logInto(lines) });
  return { telemetry, lines };
}

/** A job that reads, and fails on the way where it is to. */
async function doJob(telemetry: Telemetry, fails = false): Promise<void> {
  const open = telemetry.begin('job', { lane: 'usual' });
  await open.run(() => step('storage', { operation: 'read', store: 'people' }, async () => undefined));
  open.note({ job: 'pairs.ask', outcome: fails ? 'failed' : 'done' });
  open.end(fails);
}

describe('traces and measures that are handed over', function () {
  this.timeout(30_000);
  let collector: Collector;
  before(async () => {
    collector = await startCollector();
  });
  after(() => collector.close());

  it('arrive at a collector as OTLP, with the names that dashboards use', async () => {
    const { telemetry } = await telemetryFor({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, TELEMETRY_SHARE: '1' });
    telemetry.observe(sources);
    await doJob(telemetry);
    telemetry.jobEnded('pairs.ask', 'done');
    telemetry.took('tandem.match.duration', 2_500);
    await telemetry.end();
    const [storage, job] = collector.spans.slice(-2);
    assert.deepEqual([storage?.name, job?.name, job?.kind], ['storage read people', 'job pairs.ask', 5]);
    assert.deepEqual([storage?.parentId, storage?.traceId], [job?.spanId, job?.traceId]);
    assert.equal(job?.attributes['tandem.outcome'], 'done');
    const measured = Object.fromEntries(collector.measures.map(({ name, value }) => [name, value]));
    assert.ok(Math.abs(measured['tandem.queue.age']! - 90) < 5);
    delete measured['tandem.queue.age'];
    assert.deepEqual(measured, {
      'tandem.queue.poison': 3,
      'tandem.send.rate': 5,
      'tandem.send.throttled': 7,
      'tandem.match.duration': 2.5,
      'tandem.job.outcome': 1,
      'tandem.http.failures': 4,
    });
  });

  it('are of the share that was drawn, and of whatever failed', async () => {
    const { telemetry } = await telemetryFor({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, TELEMETRY_SHARE: '0' });
    const { length } = collector.spans;
    await doJob(telemetry);
    await doJob(telemetry, true);
    await telemetry.end();
    const told = collector.spans.slice(length);
    assert.deepEqual(
      told.map(({ name, failed }) => [name, failed]),
      [
        ['storage read people', false],
        ['job pairs.ask', true],
      ],
    );
    assert.ok(told.every(({ attributes }) => attributes['tandem.sampled'] === false));
  });

  it('of an outage say the same 120 times a minute, and not more', async () => {
    const { telemetry } = await telemetryFor({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, TELEMETRY_SHARE: '0' });
    const { length } = collector.spans;
    for (let turn = 0; turn < 500; turn += 1) await doJob(telemetry, true);
    await telemetry.end();
    assert.equal(collector.spans.length - length, 2 * 120);
  });

  it('are dropped with a line in the log where nobody takes them, and hold nobody up', async () => {
    const { telemetry, lines } = await telemetryFor({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
      TELEMETRY_SHARE: '1',
    });
    await doJob(telemetry);
    const began = performance.now();
    await telemetry.end();
    assert.ok(performance.now() - began < 2_000);
    await pause(500);
    assert.ok(
      lines.some((line) => line.startsWith('telemetry could not be handed over')),
      lines.join('\n'),
    );
  });

  it('go to Application Insights with a token of the managed identity, in its own format', async () => {
    const asked: { authorization: string; body: Record<string, unknown>[] }[] = [];
    const door = express().use(express.json());
    door.post('/v2.1/track', (req, res) => {
      asked.push({ authorization: req.get('authorization') ?? '', body: req.body as Record<string, unknown>[] });
      res.json({ itemsReceived: 1, itemsAccepted: 1, errors: [] });
    });
    const [insights, cloud] = [await listen(door, 0), await withEntra()];
    const key = '0a1b2c3d-0000-4000-a000-00000000abcd';
    const { telemetry, lines } = await telemetryFor({
      APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=${key};IngestionEndpoint=${insights.url}/;LiveEndpoint=x`,
      ...{ MANAGED_IDENTITY_URL: `${cloud.server.url}/msi/token`, TELEMETRY_SHARE: '1' },
    });
    telemetry.observe(sources);
    await doJob(telemetry, true);
    telemetry.took('tandem.match.duration', 2_500);
    await telemetry.end();
    await Promise.all([insights.close(), cloud.close()]);
    assert.deepEqual(lines, []);
    assert.ok(asked.every(({ authorization }) => /^Bearer \S{20,}$/.test(authorization)));
    const envelopes = asked.flatMap(({ body }) => body);
    assert.ok(envelopes.every(({ iKey, ver }) => iKey === key && ver === 1));
    const [storage, job] = ['RemoteDependency', 'Request'].map((kind) =>
      envelopes.find(({ name }) => name === `Microsoft.ApplicationInsights.${kind}`),
    ) as { tags: Record<string, string>; data: { baseData: Record<string, unknown> } }[];
    assert.equal(storage!.tags['ai.operation.id'], job!.tags['ai.operation.id']);
    assert.equal(storage!.tags['ai.operation.parentId'], job!.data.baseData['id']);
    const { id: _, duration, ...told } = job!.data.baseData;
    assert.match(String(duration), /^\d\d:\d\d:\d\d\.\d{3}$/);
    assert.deepEqual(told, {
      ...{ ver: 2, name: 'job pairs.ask', success: false, responseCode: '0' },
      properties: {
        ...{ 'messaging.system': 'azure.storage.queues', 'messaging.destination.name': 'usual' },
        ...{ 'tandem.job': 'pairs.ask', 'tandem.outcome': 'failed' },
      },
    });
    const metrics = envelopes.flatMap(({ data }) => {
      const { baseType, baseData } = data as { baseType: string; baseData: { metrics: { name: string }[] } };
      return baseType === 'MetricData' ? baseData.metrics : [];
    });
    assert.deepEqual(
      metrics.find(({ name }) => name === 'tandem.match.duration'),
      {
        ...{ name: 'tandem.match.duration', dataPointType: 'Aggregation', value: 2.5, count: 1, min: 2.5, max: 2.5 },
      },
    );
  });
});

describe('a start without telemetry', function () {
  this.timeout(60_000);

  it('loads nothing of OpenTelemetry', () => {
    const script = `
      import { createRequire } from 'node:module';
      const { createTelemetry, quietTelemetry } = await import('./src/platform/telemetry.ts');
      await import('./src/app.ts');
      const loaded = () => Object.keys(createRequire(import.meta.url).cache).filter((path) => path.includes('@opentelemetry'));
      const before = loaded().length;
      await createTelemetry({ config: { logLevel: 'warn' } });
      const after = loaded().length;
      await createTelemetry({ config: { logLevel: 'warn', telemetry: { otlp: 'http://127.0.0.1:9', share: 1 } }, clock: { machine: () => 1 } });
      process.stdout.write(JSON.stringify([before, after, loaded().length > 10]));
      process.exit(0);`;
    const words = ['--import', 'tsx', '--input-type=module', '--eval', script];
    const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
    assert.equal(stdout, '[0,0,true]', stderr);
  });
});
