import assert from 'node:assert/strict';
import { day } from '../../../src/platform/clock.ts';
import { keptOf, register, type TableName } from '../../../src/platform/kept.ts';
import { jobs } from '../../../src/worker/jobs.ts';
import { figuresId } from '../../../src/features/checkins/store.ts';
import { ownGoalsItem } from '../../../src/features/pairs/goals/model.ts';
import { goalsMark, releaseGoals } from '../../../src/features/pairs/goals/settling/usecases.ts';
import { findPair } from '../../../src/features/pairs/usecases.ts';
import { pairLines, pairs } from '../../../src/features/pairs/store.ts';
import { findPerson } from '../../../src/features/people/usecases.ts';
import { preferenceRows } from '../../../src/features/people/store.ts';
import { viewForgetting } from '../../../src/features/privacy/erasing/usecases.ts';
import { goesWithProgramme, isToForget, isToPart } from '../../../src/features/privacy/retention/rules.ts';
import { lookAfterEnds } from '../../../src/features/privacy/retention/usecases.ts';
import { programmes, onlyRow } from '../../../src/features/programmes/store.ts';
import { certificates } from '../../../src/features/recognition/certificate/store.ts';
import { stories } from '../../../src/features/stories/store.ts';
import type { Response } from '../../../src/features/release/answers/model.ts';
import { keepAnswer } from '../../../src/features/release/answers/usecases.ts';
import { participations } from '../../../src/features/recruitment/store.ts';
import { aPerson, type TestApp } from '../../support/app.ts';
import { plantedRow } from '../../support/planted.ts';
import { anApplication, aProgramme, apply } from '../pairs/journey.ts';

const [mentee, mentor] = [aPerson(1), aPerson(501)];

async function world() {
  const { app, programmeId } = await aProgramme({}, jobs);
  await apply(app, anApplication(programmeId, 1, 'mentee'), anApplication(programmeId, 501, 'mentor'));
  const { tables } = app.deps;
  await tables.commit([
    pairs.create(programmeId, 'pair1', {
      ...{ id: 'pair1', programmeId, proposalId: 'proposal1', menteeId: mentee.id, mentorId: mentor.id },
      ...{ state: 'active', reasons: [], offeredAt: 1, activeAt: 2 },
    }),
  ]);
  for (const { id } of [mentee, mentor])
    await tables.commit([
      pairLines.put(id, 'pair1', { programmeId, pairId: 'pair1' }),
      participations.put(id, programmeId, { programmeId }),
    ]);
  await tables.commit([preferenceRows.put(mentee.id, 'own', { language: 'nl' })]);
  return { app, programmeId };
}

/** A row of every kind that a programme keeps about people. */
async function fill({ deps }: TestApp, programmeId: string): Promise<void> {
  for (const kind of Object.keys(register.programmes)) {
    if (['programme', 'pair'].includes(kind)) continue;
    const text = (place: string): string => `long enough for any field: ${place}`;
    const value = plantedRow(`programmes ${kind}`, { ids: { programmeId }, text, person: () => mentee.id });
    const state = kind === 'story' ? { ...(value as object), state: 'withdrawn' } : value;
    await deps.tables.commit([
      { table: 'programmes', partition: programmeId, rowKey: `${kind}.kept`, how: 'put', value: state },
    ]);
  }
}

const kindsIn = async ({ deps }: TestApp, table: TableName, partition: string): Promise<string[]> => [
  ...new Set(
    (await deps.tables.range(table, partition, { from: '!', to: '~' })).map(({ rowKey }) => rowKey.split('.')[0] ?? ''),
  ),
];

/** The programme ended on the first of December; a year and a day later it is looked at. */
async function aYearLater(app: TestApp): Promise<void> {
  app.pass({ days: 640 });
  await lookAfterEnds(app.deps);
  await app.run();
}

describe('what goes by itself', function () {
  this.timeout(60_000);

  it('is, a year after a programme, every row about people, and what leads there from them; figures stay', async () => {
    const { app, programmeId } = await world();
    await fill(app, programmeId);
    app.pass({ days: 630 });
    await lookAfterEnds(app.deps);
    assert.ok((await kindsIn(app, 'programmes', programmeId)).includes('application'), 'not a day too early');
    app.pass({ days: 10 });
    await lookAfterEnds(app.deps);
    await app.run();
    const left = await kindsIn(app, 'programmes', programmeId);
    const about = left.filter((kind) => keptOf('programmes', kind)?.about !== 'work');
    assert.deepEqual(about, []);
    for (const kind of ['programme', 'quality', 'report', 'finding']) assert.ok(left.includes(kind), kind);
    assert.deepEqual(await kindsIn(app, 'people', mentee.id), ['preferences']);
  });

  it('is also each single answer that was counted without a name, while what was told of it stays', async () => {
    const { app, programmeId } = await world();
    const said = (at: number): Response => ({ ratings: { [ownGoalsItem]: (at % 5) + 1 }, texts: {} });
    const rounds = [
      figuresId(programmeId, 'day-30'),
      goalsMark({ id: 'pair1', programmeId, menteeId: mentee.id }).surveyId,
    ];
    for (const surveyId of rounds)
      for (let at = 0; at < 6; at += 1)
        await keepAnswer(app.deps, { surveyId, personId: `p${at}`, response: said(at), isOpen: async () => true });
    const told = await releaseGoals(app.deps, programmeId);
    assert.deepEqual(told?.responses, { kind: '5-to-9' });
    await aYearLater(app);
    for (const surveyId of rounds) assert.deepEqual(await kindsIn(app, 'answers', surveyId), []);
    assert.deepEqual(await releaseGoals(app.deps, programmeId), told);
  });

  it('leaves a story that still stands, with the yeses that it rests on, and a certificate', async () => {
    const { app, programmeId } = await world();
    await fill(app, programmeId);
    const row = (await stories.find(app.deps.tables, programmeId, 'kept'))!;
    const certificate = plantedRow('people certificate', {
      ...{ ids: { programmeId }, person: () => mentee.id, text: () => 'x' },
    }) as Parameters<typeof certificates.put>[2];
    await app.deps.tables.commit([stories.replace(row, { ...row.value, id: 'kept', state: 'published' })]);
    await app.deps.tables.commit([certificates.put(mentee.id, [programmeId, 'mentee'], certificate)]);
    await aYearLater(app);
    const about = (await kindsIn(app, 'programmes', programmeId)).filter(
      (kind) => keptOf('programmes', kind)?.about !== 'work',
    );
    assert.deepEqual(about.toSorted(), ['consent', 'story', 'storypicture', 'storyplace', 'translation', 'wording']);
    assert.ok((await kindsIn(app, 'people', mentee.id)).includes('certificate'));
  });

  it('is looked at once: an ended programme is not gone through every day', async () => {
    const { app, programmeId } = await world();
    await aYearLater(app);
    await apply(app, anApplication(programmeId, 7, 'mentee'));
    await lookAfterEnds(app.deps);
    await app.run();
    assert.ok((await kindsIn(app, 'programmes', programmeId)).includes('application'));
    const row = await programmes.find(app.deps.tables, programmeId, onlyRow);
    assert.equal(row?.value.name, 'Grow');
  });

  it('is, of somebody who left, the pair after three days and all else after thirty', async () => {
    const { app, programmeId } = await world();
    await app.addPeople({ ...mentee, leftAt: app.clock.now() });
    app.pass({ days: 2 });
    await lookAfterEnds(app.deps);
    assert.equal((await findPair(app.deps, programmeId, 'pair1'))?.state, 'active');
    app.pass({ days: 2 });
    await lookAfterEnds(app.deps);
    await app.run();
    assert.equal((await findPair(app.deps, programmeId, 'pair1'))?.state, 'ended');
    assert.ok(await findPerson(app.deps, mentee.id));
    app.pass({ days: 27 });
    await lookAfterEnds(app.deps);
    for (let round = 0; round < 6; round += 1) {
      await app.run();
      app.pass({ hours: 3 });
    }
    assert.equal((await viewForgetting(app.deps, mentee.id)).state, 'done');
    assert.equal(await findPerson(app.deps, mentee.id), undefined);
    await lookAfterEnds(app.deps);
    const pair = await findPair(app.deps, programmeId, 'pair1');
    assert.equal((await findPerson(app.deps, pair?.menteeId ?? ''))?.name, 'Somebody who has left');
  });

  it('is nothing of whoever is only shut out, or stands for somebody who is forgotten', () => {
    const now = 1_000 * day;
    assert.equal(isToPart({ kind: 'member' }, now), false);
    assert.equal(isToForget({ kind: 'service', leftAt: 1 }, now), false);
    assert.equal(isToForget({ kind: 'member', leftAt: now - 29 * day }, now), false);
    assert.equal(isToForget({ kind: 'member', leftAt: now - 30 * day }, now), true);
  });

  it('has an end for every kind about people', () => {
    const endless = Object.entries(register).flatMap(([table, kinds]) =>
      Object.entries(kinds).flatMap(([kind, { about, until }]) =>
        about !== 'work' && until === 'no-end' ? [`${table} ${kind}`] : [],
      ),
    );
    assert.deepEqual(endless, ['system forgotten']);
    assert.equal(goesWithProgramme({ kind: 'application', key: ['x'] }, new Set()), true);
  });
});
