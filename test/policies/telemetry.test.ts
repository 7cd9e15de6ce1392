import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { createLog } from '../../src/platform/log.ts';
import { pause, systemClock } from '../../src/platform/clock.ts';
import { createOutbound, outboundRules } from '../../src/platform/outbound.ts';
import { createTelemetry, type Telemetry } from '../../src/platform/telemetry.ts';
import { tablesInSteps } from '../../src/platform/telemetry/storage.ts';
import { startCollector, type Collector } from '../../src/sandbox/traces/server.ts';
import { testConfig } from '../support/cloud.ts';
import { fieldsOfDoors, sendInto } from './hostile.ts';
import { jobRows } from './job-rows.ts';
import { jobCells } from './jobs.ts';
import { fieldsOf, routeCells, verbCells, type Cell } from './matrix.ts';
import { crowd, person, personIdOf } from './people.ts';
import { routeRows, verbRows } from './rows.ts';
import { secrets } from './things.ts';
import { actions, describeRoutes, jobs, routes, startWorld, type World } from './world.ts';

const canary = 'zzcanary';

/** Whom and what no line, span or measure may name: everybody of the world, all that they confided, and what is typed here. */
function canaries(): string[] {
  const people = [...Object.values(person), ...crowd].flatMap(({ id, name, mail }) => [id, name, mail ?? id]);
  return [...new Set([canary, 'eyJ', ...people, ...Object.values(secrets)])];
}

describe('what the product tells of its work', function () {
  this.timeout(900_000);
  const lines: string[] = [];
  let collector: Collector;
  let telemetry: Telemetry;
  let world: World;

  before(async () => {
    // The SDK prints the public keys at each signature that is not good.
    mock.method(console, 'error', () => undefined);
    collector = await startCollector({ spans: Infinity, measures: Infinity, bodies: Infinity });
    const config = testConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, TELEMETRY_SHARE: '1', LOG_LEVEL: 'trace' });
    const log = createLog(config.logLevel, { write: (line) => void lines.push(line) });
    const outbound = createOutbound(outboundRules(config));
    telemetry = await createTelemetry({ config, outbound, clock: systemClock, log });
    world = await startWorld({ log, telemetry, over: tablesInSteps });
  });
  after(async () => {
    mock.restoreAll();
    await Promise.all([world.close(), collector.close()]);
  });

  it('names nobody, and nothing that anybody wrote, over every route, verb and job', async () => {
    const asked = cells();
    for (const [at, cell] of asked.entries()) {
      await ask(cell);
      if (at % 200 === 0) await handedOver(2_000);
    }
    let planted = 0;
    for (const field of fieldsOfDoors()) {
      world.tables.discard();
      await sendInto(world, field, `${canary} ${field.path.join(' ')} an.peeters@example.test`);
      planted += 1;
      if (planted % 200 === 0) await handedOver(2_000);
    }
    await handedOver(0);
    await telemetry.end();
    const forbidden = canaries();
    const { bodies, spans } = collector;
    process.stdout.write(
      `      ${asked.length} cells and ${planted} fields with a canary: ${lines.length} log lines (${steps()} of them steps), ` +
        `${spans.length} spans in ${bodies.length} requests, ${forbidden.length} words looked for: `,
    );
    const found = [...lines, ...bodies].flatMap((text) =>
      forbidden.filter((one) => text.includes(one)).map((one) => `${one}: ${text.slice(0, 300)}`),
    );
    process.stdout.write(`found ${found.length}\n`);
    assert.deepEqual(found.slice(0, 20), []);
    assert.ok(lines.length >= 10_000, `only ${lines.length} lines`);
    assert.ok(spans.length >= 10_000, `only ${spans.length} spans`);
    const untold = spans.reduce((sum, { attributes }) => sum + Number(attributes['tandem.untold'] ?? 0), 0);
    assert.equal(spans.length + untold, steps(), 'every step was handed over or counted, and so looked through');
  });

  const steps = (): number => lines.filter((line) => line.includes('"msg":"step"')).length;

  /** Until so many steps at most are still on their way: what is asked here comes faster than anything a day brings. */
  async function handedOver(most: number): Promise<void> {
    for (let turn = 0; turn < 300 && collector.spans.length < steps() - most; turn += 1) await pause(100);
  }

  it('names every route, verb and job by its own pattern', () => {
    const told = new Set(collector.spans.map(({ name }) => name));
    const doors = [
      ...describeRoutes(routes).map(({ method, path }) => `${method} ${path}`),
      ...actions.map(({ verb }) => `activity ${verb}`),
      ...jobs.map(({ name }) => `job ${name}`),
    ];
    process.stdout.write(
      `      ${doors.length} doors, of which spans were seen: ${doors.filter((one) => told.has(one)).length}\n`,
    );
    assert.deepEqual(
      doors.filter((one) => !told.has(one)),
      [],
    );
  });

  it('has the id of a trace on each line', () => {
    const without = lines.filter((line) => !/"traceId":"[0-9a-f]{32}"/.test(line));
    assert.deepEqual(without.slice(0, 5), []);
  });

  /** Each door once for each view, on what is their own. */
  function cells(): Cell[] {
    return [
      ...describeRoutes(routes).flatMap((route) => {
        const row = routeRows[`${route.method} ${route.path.replace(/^\/api/, '')}`];
        return row ? routeCells(route, row) : [];
      }),
      ...actions.flatMap(({ verb, subject }) => {
        const row = verbRows[verb];
        return row ? verbCells(verb, row, fieldsOf(subject)) : [];
      }),
      ...jobs.flatMap((job) => jobCells(job, jobRows[job.name] ?? {})),
    ].filter(({ whose }) => whose === 'self');
  }

  async function ask({ view, method, path, body, door, subject, inputs, since }: Cell): Promise<void> {
    world.tables.discard();
    if (method === 'JOB') await world.perform(door, { ...subject }, since);
    else if (method !== 'PRESS') await world.ask(view, method, path, body);
    else await world.press(view, personIdOf(view), { verb: door, subject: { ...subject }, inputs: inputs ?? {} });
  }
});
