import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { withGuards, type Guarded } from '../support/guards.ts';
import { jobRows } from './job-rows.ts';
import { isSilentJob, jobCells } from './jobs.ts';
import { bare, fieldsOf, judge, nameOf, routeCells, verbCells, type Answer, type Cell } from './matrix.ts';
import { isOutsider, personIdOf, views } from './people.ts';
import { routeRows, verbRows } from './rows.ts';
import type * as worldModule from './world.ts';
import type { World } from './world.ts';

interface Seen {
  readonly cell: Cell;
  readonly answer: Answer;
  readonly guards: ReadonlySet<string>;
  /** Kinds of rows that were read, and how many of each. */
  readonly reads: string;
  readonly wrong: string | undefined;
}

describe('who may do what', function () {
  this.timeout(900_000);
  let product: Guarded<typeof worldModule>;
  let world: World;
  let cells: Cell[];
  let seen: Seen[];

  before(async () => {
    // The SDK prints the public keys at each signature that is not good.
    mock.method(console, 'error', () => undefined);
    product = await withGuards<typeof worldModule>('test/policies/world.ts');
    world = await product.module.startWorld();
    const { actions, describeRoutes, jobs, routes } = product.module;
    cells = [
      ...describeRoutes(routes).flatMap((route) => {
        const row = routeRows[`${route.method} ${route.path.replace(/^\/api/, '')}`];
        return row ? routeCells(route, row) : [];
      }),
      ...actions.flatMap(({ verb, subject }) => {
        const row = verbRows[verb];
        return row ? verbCells(verb, row, fieldsOf(subject)) : [];
      }),
      ...jobs.flatMap((job) => jobCells(job, jobRows[job.name] ?? {})),
    ];
    // While a row is being written, its doors alone: DOORS='stories|events'.
    const doors = process.env['DOORS'];
    seen = [];
    for (const cell of cells.filter(({ door }) => doors === undefined || new RegExp(doors).test(door)))
      seen.push(await look(cell));
  });
  after(async () => {
    mock.restoreAll();
    await world.close();
  });

  async function look(cell: Cell): Promise<Seen> {
    world.tables.discard();
    product.switches.asked.clear();
    const answer = await ask(cell);
    const writes = world.tables.written.filter((change) => !isOwnNote(change)).length;
    const reads = world.tables.reads.map((one) => `${one.table} ${one.kind}`).toSorted();
    const wrong = judge(cell, answer, writes);
    return { cell, answer, guards: new Set(product.switches.asked), reads: reads.join(', '), wrong };
  }

  function ask({ view, method, path, body, door, subject, inputs, since }: Cell): Promise<Answer> {
    if (method === 'JOB') return world.perform(door, { ...subject }, since);
    if (method !== 'PRESS') return world.ask(view, method, path, body);
    return world.press(view, personIdOf(view), { verb: door, subject: { ...subject }, inputs: inputs ?? {} });
  }

  it('has a row for every route, verb and job of the running doors, and for nothing else', () => {
    const { actions, describeRoutes, jobs, routes } = product.module;
    const doors = describeRoutes(routes).map((one) => `${one.method} ${one.path.replace(/^\/api/, '')}`);
    assert.deepEqual(Object.keys(routeRows).toSorted(), doors.toSorted());
    assert.deepEqual(Object.keys(verbRows).toSorted(), actions.map(({ verb }) => verb).toSorted());
    assert.deepEqual(Object.keys(jobRows).toSorted(), jobs.map(({ name }) => name).toSorted());
    for (const [name, row] of Object.entries(jobRows))
      if (!isSilentJob(row))
        assert.ok(
          cells.some(({ door, told }) => door === name && told?.length),
          `${name} writes to nobody in any cell`,
        );
  });

  it('is as the rows say, in every cell, over the wire', () => {
    const leaks = seen.filter(({ wrong }) => wrong !== undefined);
    const { actions, jobs, routes } = product.module;
    const doors = `${routes.length} routes, ${actions.length} verbs and ${jobs.length} jobs`;
    const ofJobs = cells.filter(({ method }) => method === 'JOB').length;
    process.stdout.write(
      `      ${doors} x ${views.length} views x owners = ${cells.length} cells (${ofJobs} of jobs), leaks ${leaks.length}\n`,
    );
    const told = leaks.map(({ cell, wrong }) => `${nameOf(cell)}: ${wrong}`);
    for (const one of told.slice(0, 100)) process.stdout.write(`      ${one}\n`);
    assert.deepEqual(told, []);
  });

  it('gives “not yours” and “does not exist” the same answer, after the same reads', () => {
    const byDoor = new Map(seen.map((one) => [`${one.cell.door} ${one.cell.view} ${one.cell.whose}`, one]));
    const differing: string[] = [];
    let pairs = 0;
    for (const one of seen) {
      const twinOwner = { same: 'missing', other: 'nobody' }[one.cell.whose];
      const twin = twinOwner && byDoor.get(`${one.cell.door} ${one.cell.view} ${twinOwner}`);
      // The other programme is this coordinator's own.
      const isTheirs = one.cell.whose === 'other' && one.cell.view === 'other-coordinator';
      if (
        !twin ||
        isTheirs ||
        one.cell.method === 'JOB' ||
        one.cell.hasNoTwin ||
        !one.cell.isRefused ||
        !twin.cell.isRefused
      )
        continue;
      pairs += 1;
      if (bare(one.answer.text) !== bare(twin.answer.text)) differing.push(`${nameOf(one.cell)}: another answer`);
      if (one.reads !== twin.reads) differing.push(`${nameOf(one.cell)}: reads ${one.reads}; not there: ${twin.reads}`);
    }
    process.stdout.write(`      ${pairs} pairs of “not yours” and “does not exist”, told apart ${differing.length}\n`);
    for (const one of differing.slice(0, 100)) process.stdout.write(`      ${one}\n`);
    assert.deepEqual(differing, []);
  });

  it('notices each guard that is taken out', async () => {
    const inOrder = seen.toSorted((one, other) => weight(one.cell) - weight(other.cell));
    const missed: string[] = [];
    for (const guard of product.guards) {
      product.switches.removed = guard;
      if (!(await isNoticed(inOrder.filter(({ guards }) => guards.has(guard))))) missed.push(guard);
    }
    product.switches.removed = undefined;
    const stillMissed = await missedBehindOpenDoors(missed);
    const admitted = product.module.routes.filter(({ who }) => who !== 'anybody-signed-in');
    for (const { method, path } of admitted) {
      const door = `${method} ${path}`;
      world.admitAll((one) => one === door);
      if (!(await isNoticed(inOrder.filter(({ cell }) => cell.door === door))))
        stillMissed.push(`admission of ${door}`);
    }
    world.admitAll(() => false);
    const all = product.guards.length + admitted.length;
    process.stdout.write(`      guards taken out and noticed ${all - stillMissed.length}/${all}\n`);
    assert.deepEqual(stillMissed, []);
  });

  /** Where the door asks for the role as well, one lock hides that the other is open: so the door is opened, and the policy alone must hold. */
  async function missedBehindOpenDoors(missed: readonly string[]): Promise<string[]> {
    world.admitAll(() => true);
    const behind: Seen[] = [];
    for (const { cell } of seen.filter(({ cell: { view, expected } }) => expected === 403 && !isOutsider(view)))
      behind.push(await look({ ...cell, expected: 404 }));
    const held = behind.filter(({ wrong }) => wrong === undefined);
    const still: string[] = [];
    for (const guard of missed) {
      product.switches.removed = guard;
      if (!(await isNoticed(held.filter(({ guards }) => guards.has(guard))))) still.push(guard);
    }
    product.switches.removed = undefined;
    return still;
  }

  /** Those who must be refused first: there a missing guard shows. */
  const weight = ({ isRefused, view, expected }: Cell): number =>
    isOutsider(view) ? 0 : expected === 401 ? 3 : isRefused ? 1 : 2;

  async function isNoticed(where: readonly Seen[]): Promise<boolean> {
    for (const { cell } of where) if ((await look(cell)).wrong !== undefined) return true;
    return false;
  }
});

/** A button that is made anew, and what a person's own tab or the product notes for that person alone. */
function isOwnNote({ table, rowKey }: { readonly table: string; readonly rowKey: string }): boolean {
  return rowKey.startsWith('button.') || (table === 'people' && /^(hours|survey)\./.test(rowKey));
}
