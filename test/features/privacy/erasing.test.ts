import assert from 'node:assert/strict';
import { routes } from '../../../src/api/routes.ts';
import { jobs } from '../../../src/worker/jobs.ts';
import type { Directory, DirectoryUser } from '../../../src/platform/directory.ts';
import { register } from '../../../src/platform/kept.ts';
import type { TableName } from '../../../src/platform/tables.ts';
import { everyRow } from '../../../src/platform/tables/whole.ts';
import { leaveAllPairs } from '../../../src/features/pairs/life/usecases.ts';
import { findPair } from '../../../src/features/pairs/usecases.ts';
import { pairs, pairLines } from '../../../src/features/pairs/store.ts';
import { syncDirectory } from '../../../src/features/people/sync/usecases.ts';
import { entryOf, findPerson } from '../../../src/features/people/usecases.ts';
import { forgottenPartition, forgottenRows } from '../../../src/features/people/forgotten/store.ts';
import { replayErasures } from '../../../src/features/privacy/erasing/replaying/usecases.ts';
import { withdrawAllAnswers } from '../../../src/features/people/identity/usecases.ts';
import {
  comeBack,
  forgetMe,
  forgetPerson,
  goOnForgetting,
  viewForgetting,
} from '../../../src/features/privacy/erasing/usecases.ts';
import { rules } from '../../../src/features/privacy/traces/rules.ts';
import { applications } from '../../../src/features/recruitment/store.ts';
import { marksOf } from '../../../src/features/training/circle/store.ts';
import { storyIdOf } from '../../../src/features/stories/usecases.ts';
import { restoreCopy } from '../../../src/features/privacy/copies/restoring/usecases.ts';
import { makeCopy } from '../../../src/features/privacy/copies/usecases.ts';
import { aPerson, callerFor, testApp, type TestApp } from '../../support/app.ts';
import { copyDeps, folderPlace } from '../../support/copies.ts';
import { plantedRow, variantsOf } from '../../support/planted.ts';
import { anApplication, aProgramme, apply, coordinator } from '../pairs/journey.ts';

const gone = aPerson(1, { name: 'zzcanary name', mail: 'zzcanary@example.test', givenName: 'zzcanarygiven' });
const partner = aPerson(501);
const stranger = aPerson(700);

/** Kinds in whose key a person stands, and how many parts there are before. */
const underPerson: Readonly<Record<string, number>> = {
  'programmes team': 0,
  'programmes application': 0,
  'programmes choice': 2,
  'programmes managerword': 0,
  'programmes invitation': 0,
  'programmes arrival': 0,
  'programmes helper': 0,
  'programmes slipof': 0,
  'programmes guest': 0,
  'programmes reached': 1,
  'programmes checkin': 2,
  'programmes checkinoff': 2,
  'programmes checkinread': 2,
  'programmes trained': 0,
  'programmes thanksback': 1,
  'directory person': 0,
  'surveys asked': 0,
  'surveys invited': 0,
  'system talked': 0,
  'identity answer': 0,
  'identity consent': 0,
};

/** Kept under names that only their feature can make, or about nobody: planted by their own tests. */
const elsewhere = new Set(['answers', 'audit', 'concerns', 'due']);

interface Planted {
  readonly markers: string[];
  readonly ofOthers: { readonly table: TableName; readonly partition: string; readonly rowKey: string }[];
}

/** A row of every kind as the person's own, with a text of its own in each field, and one of every kind in which they are named. */
async function plant({ deps }: TestApp, programmeId: string): Promise<Planted> {
  const markers: string[] = [];
  const ofOthers: Planted['ofOthers'] = [];
  const marks = await marksOf(deps, programmeId, gone.id);
  const ids = {
    ...{ programmeId, pairId: 'pair1', storyId: storyIdOf('pair1'), proposalId: 'proposal1' },
    ...{ mark: marks('x1'), helped: marks('x1', 'helped') },
  };
  const keep = async (table: TableName, partition: string, rowKey: string, value: unknown) => {
    await deps.tables.commit([{ table, partition, rowKey, how: 'put', value }]);
  };
  for (const [table, kinds] of Object.entries(register) as [TableName, object][])
    for (const kind of Object.keys(kinds)) {
      const name = `${table} ${kind}`;
      const rule = rules[name] ?? {};
      const isUnder = table === 'people' || underPerson[name] !== undefined || rule.through !== undefined;
      if (elsewhere.has(table) || (!isUnder && !rule.own && !rule.shared && !rule.named)) continue;
      if (['programme', 'pair', 'forgotten', 'ring', 'datakey', 'coordinates', 'survey'].includes(kind)) continue;
      const partition = table === 'people' ? gone.id : table === 'programmes' ? programmeId : 'planted';
      for (let variant = 0; variant < variantsOf(name); variant += 1) {
        if (isUnder || rule.own) {
          const before = Array.from({ length: underPerson[name] ?? 0 }, (_, part) => ['pair1', 'x2'][part] ?? 'x3');
          const lead = rule.through === undefined ? [] : rule.through === 'story' ? [ids.storyId] : ['pair1'];
          const tail = kind === 'circletext' ? ['x1', 'x1'] : [`planted-${variant}`];
          const end = underPerson[name] === undefined ? [...lead, ...tail] : [gone.id];
          const text = (place: string): string => {
            const marker = `zzcanary${markers.length}x${place.length}`;
            markers.push(marker);
            return marker;
          };
          const value = plantedRow(name, { ids, text, person: () => gone.id }, variant);
          await keep(table, partition, [kind, ...before, ...end].join('.'), value);
        }
        if (table === 'people' || !(rule.named ?? rule.shared)) continue;
        const named = new Set([...(rule.named ?? []), ...(rule.shared ?? [])]);
        const person = (place: string): string => (named.has(place) ? gone.id : stranger.id);
        const rowKey = [kind, underPerson[name] === undefined ? `of-others-${variant}` : stranger.id].join('.');
        const value = plantedRow(
          name,
          { ids, text: (place) => `of others, and long enough: ${place}`, person },
          variant,
        );
        await keep(table, partition, rowKey, value);
        // A nomination whose only voice was theirs goes with it.
        if (kind !== 'nomination') ofOthers.push({ table, partition, rowKey });
      }
    }
  return { markers: [...new Set(markers)], ofOthers };
}

async function everything({ deps }: TestApp): Promise<string> {
  const found: string[] = [];
  for await (const { table, partition, rowKey, text } of everyRow(deps.tables))
    found.push(`${table} ${partition} ${rowKey} ${text}`);
  return found.join('\n');
}

/** The directory goes on naming them: they still work here. */
const stillThere = (): Partial<Directory> => {
  const user = {
    id: gone.id,
    displayName: gone.name,
    mail: gone.mail,
    jobTitle: 'Analyst',
  } as unknown as DirectoryUser;
  const report = { id: stranger.id, displayName: 'Stranger', jobTitle: 'Analyst', managerId: gone.id };
  return {
    workingHours: async () => undefined,
    changes: async () => ({
      outcome: 'changes',
      ...{ users: [user, report as unknown as DirectoryUser], removed: [], next: undefined, delta: 'd' },
    }),
    managersOf: async (all) => new Map(all.map((id) => [id, id === stranger.id ? gone.id : null])),
    person: async () => user,
  };
};

async function world() {
  const { app, programmeId } = await aProgramme({}, jobs);
  Object.assign(app.deps, { directory: stillThere() });
  await apply(app, anApplication(programmeId, 1, 'mentee'), anApplication(programmeId, 501, 'mentor'));
  await app.addPeople(gone, partner, stranger);
  await app.deps.tables.commit([
    pairs.create(programmeId, 'pair1', {
      ...{ id: 'pair1', programmeId, proposalId: 'proposal1', menteeId: gone.id, mentorId: partner.id },
      ...{ state: 'active', reasons: [], offeredAt: 1, activeAt: 2 },
    }),
  ]);
  for (const { id } of [gone, partner])
    await app.deps.tables.commit([pairLines.put(id, 'pair1', { programmeId, pairId: 'pair1' })]);
  return { app, programmeId };
}

async function untilForgotten(app: TestApp): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    await app.run();
    if ((await viewForgetting(app.deps, gone.id)).state === 'done') return;
    app.pass({ hours: 3 });
  }
  assert.fail('it came to no end');
}

/** Empty, with the same vault, and with the audit log, which is no part of a copy. */
async function anotherAccount({ deps }: TestApp): Promise<TestApp> {
  const other = await testApp({ jobs });
  Object.assign(other.deps, { directory: stillThere(), audit: deps.audit });
  return other;
}

describe('forgetting somebody', function () {
  this.timeout(120_000);

  it('leaves no marker of theirs in any row of any kind, and the rows of others without the name', async () => {
    const { app, programmeId } = await world();
    const { markers, ofOthers } = await plant(app, programmeId);
    const before = await everything(app);
    const texts = markers.filter((one) => before.includes(one));
    const rows = before.split('\n').filter((one) => one.includes(gone.id));
    const planted = texts.length + rows.length;
    assert.ok(planted >= 200, `${planted} markers are few`);
    const place = folderPlace();
    await makeCopy(copyDeps(app, place));
    await forgetMe(app.deps, callerFor(gone));
    await app.run();
    // A task that was under way writes once more what it knows.
    await app.deps.tables.commit([applications.put(programmeId, gone.id, anApplication(programmeId, 1, 'mentee'))]);
    await app.deps.outbox.ask('programmes', programmeId, {
      ...{ id: 'late', job: 'recruitment.applied', data: { programmeId, personId: gone.id } },
      due: app.clock.now() + 1e9,
    });
    await untilForgotten(app);
    await syncDirectory(app.deps);
    const after = await everything(app);
    const leftIn = (all: string): string[] => [
      ...[...texts, gone.name, gone.mail ?? ''].filter((one) => all.includes(one)),
      ...all.split('\n').filter((one) => one.includes(gone.id)),
    ];
    // Put back into another account, the copy of before has it all again; the audit log knows better.
    const other = await anotherAccount(app);
    let inCopy = 0;
    const replay = async (): Promise<number> => {
      inCopy = leftIn(await everything(other)).length;
      return replayErasures(other.deps);
    };
    const { erasedAnew } = await restoreCopy(copyDeps(other, place), { replayErasures: replay });
    assert.equal(erasedAnew, 1);
    assert.ok(inCopy >= planted, `${inCopy} of ${planted} came back`);
    await untilForgotten(other);
    const restored = leftIn(await everything(other));
    const kinds = Object.values(register).flatMap(Object.keys).length;
    process.stdout.write(
      `      markers of the erased person left ${leftIn(after).length}/${planted}, after a restore ${restored.length}/${inCopy} ` +
        `(${texts.length} fields and ${rows.length} rows of ${kinds} kinds)\n`,
    );
    assert.deepEqual([leftIn(after), restored], [[], []]);
    for (const { table, partition, rowKey } of ofOthers)
      assert.ok(
        await app.deps.tables.read(table, partition, rowKey),
        `${table} ${rowKey} is gone, and was somebody else’s`,
      );
    assert.ok(after.includes('of others'));
  });

  it('finds what does not name them also where a pass takes many steps', async () => {
    const { app, programmeId } = await world();
    const { markers } = await plant(app, programmeId);
    const { scan } = app.deps.tables;
    // A page holds ten rows and takes longer than a step: whatever was changed in one is changed when the next begins.
    const slow: typeof scan = async (table, from = '') => {
      app.rest({ hours: 1 });
      const after = (await scan(table)).rows.filter(({ partition, rowKey }) => `${partition} ${rowKey}` > from);
      const [rows, last] = [after.slice(0, 10), after[9]];
      return { rows, ...(last && after.length > 10 ? { next: `${last.partition} ${last.rowKey}` } : {}) };
    };
    Object.assign(app.deps.tables, { scan: slow });
    await forgetPerson(app.deps, gone.id, 'asked');
    await untilForgotten(app);
    Object.assign(app.deps.tables, { scan });
    const all = await everything(app);
    assert.deepEqual(
      markers.filter((one) => all.includes(`"${one}"`)),
      [],
    );
  });

  it('ends what they were in: the pair is over, the partner is told and keeps the pair without the name', async () => {
    const { app, programmeId } = await world();
    await forgetPerson(app.deps, gone.id, 'asked');
    await untilForgotten(app);
    const pair = await findPair(app.deps, programmeId, 'pair1');
    assert.equal(pair?.state, 'ended');
    assert.equal(pair.mentorId, partner.id);
    assert.notEqual(pair.menteeId, gone.id);
    assert.match(JSON.stringify(app.cardsTo(partner.id)[0]), /has ended/);
    const { menteeId } = pair;
    assert.equal((await findPerson(app.deps, menteeId))?.name, 'Somebody who has left');
    assert.deepEqual(app.cardsTo(gone.id), []);
  });

  it('lets them in no more from the first moment on, and back in when they want to', async () => {
    const { app } = await world();
    await forgetMe(app.deps, callerFor(gone));
    assert.equal(await entryOf(app.deps, gone.id, false), 'forgotten');
    await assert.rejects(() => comeBack(app.deps, gone.id), /forgetting-under-way/);
    await untilForgotten(app);
    assert.equal(await entryOf(app.deps, gone.id, false), 'forgotten');
    await comeBack(app.deps, gone.id);
    assert.equal(await entryOf(app.deps, gone.id, false), 'colleague');
    assert.equal((await findPerson(app.deps, gone.id))?.name, gone.name);
    assert.deepEqual(await viewForgetting(app.deps, gone.id), { state: 'none' });
  });

  it('is refused to the only coordinator of a programme, with nothing done', async () => {
    const { app } = await world();
    await assert.rejects(() => forgetMe(app.deps, coordinator), /only-coordinator/);
    assert.deepEqual(await viewForgetting(app.deps, coordinator.personId), { state: 'none' });
  });

  it('pressed twice, and cut off between two steps, is the same', async () => {
    const { app } = await world();
    await Promise.all([forgetMe(app.deps, callerFor(gone)), forgetMe(app.deps, callerFor(gone))]);
    await forgetMe(app.deps, callerFor(gone));
    await untilForgotten(app);
    assert.equal((await everything(app)).includes(gone.id), false);
    assert.deepEqual(await app.deps.outbox.tasksOf('system', 'forgotten'), []);
  });

  it('tells the partner of whom, also where its task comes back too early', async () => {
    const { app } = await world();
    await forgetPerson(app.deps, gone.id, 'asked');
    // The end of its first turn could not be noted, so it comes again before what follows had its own.
    for (let turn = 0; turn < 3; turn += 1) await goOnForgetting(app.deps, gone.id, [leaveAllPairs]);
    await untilForgotten(app);
    assert.match(JSON.stringify(app.cardsTo(partner.id)[0]), new RegExp(gone.givenName!));
  });

  it('goes on where a service is away for long: the rows go all the same', async () => {
    const { app } = await world();
    let calls = 0;
    const away = async (): Promise<void> => {
      calls += 1;
      throw new Error('away');
    };
    await forgetPerson(app.deps, gone.id, 'asked');
    for (let round = 0; round < 20 && (await viewForgetting(app.deps, gone.id)).state !== 'done'; round += 1) {
      await goOnForgetting(app.deps, gone.id, [away, withdrawAllAnswers]);
      app.pass({ hours: 3 });
    }
    assert.equal(calls, 6);
    assert.equal((await viewForgetting(app.deps, gone.id)).state, 'done');
    assert.equal(
      (await everything(app)).split('\n').filter((one) => one.includes(gone.id) && !one.includes('privacy.forget'))
        .length,
      0,
    );
  });

  it('is done again after an older copy was put back, for whoever was forgotten since and did not come back', async () => {
    const { app, programmeId } = await world();
    await forgetPerson(app.deps, gone.id, 'asked', gone.id);
    await untilForgotten(app);
    // As a copy of before would have it: the rows, and nobody who is forgotten.
    for (const row of await forgottenRows.list(app.deps.tables, forgottenPartition))
      await app.deps.tables.commit([forgottenRows.remove(row)]);
    await app.addPeople(gone);
    await apply(app, anApplication(programmeId, 1, 'mentee'));
    assert.equal(await replayErasures(app.deps), 1);
    assert.equal(await entryOf(app.deps, gone.id, false), 'forgotten');
    await untilForgotten(app);
    assert.equal((await everything(app)).includes(gone.id), false);
    await comeBack(app.deps, gone.id);
    assert.equal(await replayErasures(app.deps), 0);
  });

  it('is open to whoever is forgotten in two routes only: to see it and to come back', () => {
    const open = routes.filter((one) => one.forgotten).map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(open, ['GET /me/forgetting', 'DELETE /me/forgetting']);
  });
});
