import assert from 'node:assert/strict';
import { z } from 'zod';
import { createApi } from '../../src/api/main.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { route } from '../../src/platform/doors.ts';
import { Failure } from '../../src/platform/errors.ts';
import { createLog } from '../../src/platform/log.ts';
import { createOutbound, outboundRules } from '../../src/platform/outbound.ts';
import { createTelemetry, step, traceId, type Telemetry } from '../../src/platform/telemetry.ts';
import { listen, type Listening } from '../../src/sandbox/loopback.ts';
import { knownTokens, readinessOf } from '../support/api.ts';
import { testApp } from '../support/app.ts';
import { testConfig } from '../support/cloud.ts';

const routes = [
  route({
    method: 'POST',
    path: '/notes/:noteId',
    who: 'anybody-signed-in',
    params: z.object({ noteId: z.string() }),
    body: z.object({ text: z.string() }),
    gives: z.object({ trace: z.string() }),
    run: async (_deps, _caller, { params }) => {
      if (params.noteId === 'bug') throw new TypeError('nothing is not a function');
      if (params.noteId === 'away') throw new Failure('unavailable', 'storage-down');
      await step('call', { service: 'graph', method: 'GET', path: '/groups', status: 200 }, async () => undefined);
      return { trace: traceId() ?? '' };
    },
  }),
];

describe('requests in the log', () => {
  const lines: string[] = [];
  let telemetry: Telemetry;
  let server: Listening;

  before(async () => {
    const config = testConfig({ LOG_LEVEL: 'debug' });
    const log = createLog(config.logLevel, { write: (line) => void lines.push(line) });
    const outbound = createOutbound(outboundRules(config));
    telemetry = await createTelemetry({ config, outbound, clock: systemClock, log });
    const app = await testApp();
    const bot = (): void => undefined;
    const deps = { ...app.deps, log };
    const readiness = readinessOf(deps);
    server = await listen(createApi({ deps, entra: knownTokens, routes, bot, telemetry, readiness }), 0);
  });
  after(() => server.close());
  beforeEach(() => lines.splice(0));

  const ask = async (path: string, more: Readonly<Record<string, string>> = {}) => {
    const headers = { authorization: 'Bearer someone', 'content-type': 'application/json', ...more };
    const body = JSON.stringify({ text: 'long '.repeat(5_000) });
    const answer = await fetch(`${server.url}${path}`, { method: 'POST', headers, body });
    return (await answer.json()) as Record<string, string>;
  };
  const stepsIn = () =>
    lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'step');

  it('are told by the pattern of their route, with what was done inside, under one id', async () => {
    // The first request of all makes a key.
    await ask('/api/notes/n0');
    lines.splice(0);
    const { trace } = await ask('/api/notes/an.peeters');
    const steps = stepsIn();
    assert.deepEqual(
      steps
        .filter(({ step: kind }) => kind !== 'storage')
        .map(({ step: kind, route: pattern, path, status }) => [kind, pattern ?? path, status]),
      [
        ['call', '/groups', 200],
        ['request', '/api/notes/:noteId', 200],
      ],
    );
    assert.ok(steps.length > 2 && steps.every(({ traceId: id }) => id === trace));
    assert.doesNotMatch(lines.join(''), /peeters|someone/);
  });

  it('go on with the trace of whoever asks', async () => {
    const { trace } = await ask('/api/notes/n1', { traceparent: `00-${'c'.repeat(32)}-${'d'.repeat(16)}-01` });
    assert.equal(trace, 'c'.repeat(32));
  });

  it('that end by our fault give the reader the id under which the log and the traces have them', async () => {
    const { instance } = await ask('/api/notes/bug');
    const failed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const line = failed.find(({ msg }) => msg === 'request failed');
    assert.equal(instance, `urn:tandem:request:${String(line?.['requestId'])}`);
    assert.equal(line?.['requestId'], line?.['traceId']);
    assert.ok(failed.some(({ step: kind, failed: is }) => kind === 'request' && is === true));
  });

  it('that meet a service that is away give it too, with a line that says which route', async () => {
    const { instance, traceId: none } = await ask('/api/notes/away');
    const line = lines.map((one) => JSON.parse(one) as Record<string, unknown>).find(({ level }) => level === 40);
    assert.equal(none, undefined);
    assert.equal(instance, `urn:tandem:request:${String(line?.['requestId'])}`);
    assert.deepEqual([line?.['route'], line?.['why']], ['/notes/:noteId', 'storage-down']);
  });

  it('that nobody knows are told as other, and health as nothing', async () => {
    await fetch(`${server.url}/an/peeters?name=an`);
    await fetch(`${server.url}/health/live`);
    assert.deepEqual(
      stepsIn().map(({ route: pattern, status }) => [pattern, status]),
      [['other', 404]],
    );
  });
});
