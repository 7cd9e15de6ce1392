import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { z } from 'zod';
import { pairs } from '../../src/features/pairs/store.ts';
import { networks, networksPartition } from '../../src/features/recruitment/networks/store.ts';
import { seats, sessions } from '../../src/features/training/sessions/store.ts';
import { job, type Job } from '../../src/platform/doors.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { testApp } from '../support/app.ts';
import { memoryTables } from '../support/delivery/memory.ts';
import { brokenBesides, brokenInvariants } from './faults/invariants.ts';
import { known, neverWrites } from './faults/known.ts';
import { prepared } from './faults/prepared.ts';
import { doorsThatWrite } from './faults/use-cases.ts';
import { unknownFindings, summaryOf, sweepStorageFaults } from './storage-faults.ts';
import { person } from './people.ts';
import { rowsOfTheWorld } from './things.ts';

/** A sample in the tests of everybody: EVERY_FAULT=1, or `bench faults --full`, tries all. */
const isFull = process.env['EVERY_FAULT'] === '1';
const sample = isFull ? {} : { oneOf: 6, doorsOneOf: 6 };

describe('storage that fails', function () {
  this.timeout(3_600_000);
  before(() => {
    // The SDK prints the public keys at each signature that is not good.
    mock.method(console, 'error', () => undefined);
  });
  after(() => mock.restoreAll());

  it('at any write of any use case loses nothing, doubles nothing and fills no place twice', async () => {
    // While a use case is being written, its doors alone: DOORS='stories|events'.
    const doors = process.env['DOORS'];
    const wish = doors === undefined ? sample : { only: new RegExp(doors) };
    const say = (line: string): void => void (isFull && process.stdout.write(`      ${line}\n`));
    const swept = await sweepStorageFaults({ ...wish, say });
    process.stdout.write(`      ${summaryOf(swept)}\n`);
    assert.deepEqual(unknownFindings(swept), []);
    assert.deepEqual(swept.restless, [], 'two calm days that do not end alike say nothing of faults');
    assert.deepEqual(
      swept.neverWrites.filter((door) => neverWrites[door] === undefined),
      [],
      'a door that changes nothing in any cell: give it one, or say what comes first in prepared.ts',
    );
    assert.ok(doors !== undefined || (swept.useCases > 20 && swept.faults > 50), summaryOf(swept));
  });

  it('says why of all that it knows, and knows of nothing that is gone', () => {
    const doors = new Set(doorsThatWrite().map(({ name }) => name));
    for (const door of Object.keys(prepared)) assert.ok(doors.has(door), `prepared, but no door: ${door}`);
    const reasons = {
      ...Object.fromEntries(Object.entries(known).map(([door, { why }]) => [door, why])),
      ...neverWrites,
    };
    for (const [door, why] of Object.entries(reasons)) assert.ok(doors.has(door) && why.length > 10, door);
  });

  describe('is noticed', () => {
    const data = z.strictObject({ personId: z.string() });
    const naive = (name: string, run: (deps: Platform, personId: string) => Promise<void>): Job =>
      job({ name, data, run: (deps, { personId }) => run(deps, personId) });
    const network = { name: 'N', kind: 'network', contact: '', language: 'en', createdAt: 1 } as const;
    const mark = (deps: Platform, id: string) => networks.find(deps.tables, networksPartition, id);
    const leave = (deps: Platform, id: string) =>
      deps.tables.commit([networks.create(networksPartition, id, { ...network, id })]);
    const card = { summary: 'Something new', body: [] };

    async function wrongOf(one: Job): Promise<string[]> {
      const subject = { personId: person.employee.id };
      const cell = { door: one.name, view: 'employee', whose: 'self', method: 'JOB', path: one.name } as const;
      const doors = [{ name: one.name, cells: [{ ...cell, expected: 200, isRefused: false, subject }] }];
      const { findings, useCases } = await sweepStorageFaults({ jobs: [one], doors });
      assert.equal(useCases, 1);
      return [...new Set(findings.map(({ wrong }) => wrong))];
    }

    it('where each try makes a thing of its own', async () => {
      const create = naive('trial.create', async (deps) => void (await leave(deps, newId())));
      assert.deepEqual(await wrongOf(create), ['doubled']);
    });

    it('where the mark comes after what was sent, under another id', async () => {
      const send = naive('trial.send', async (deps, personId) => {
        if (await mark(deps, 'sent')) return;
        await deps.teams.sendCard(personId, card, { sendId: newId(), language: 'en' });
        await leave(deps, 'sent');
      });
      assert.deepEqual(await wrongOf(send), ['doubled']);
    });

    it('where the mark comes before what it stands for', async () => {
      const lose = naive('trial.lose', async (deps) => {
        if (await mark(deps, 'begun')) return;
        await leave(deps, 'begun');
        await leave(deps, 'thing');
      });
      assert.deepEqual(await wrongOf(lose), ['lost']);
    });

    it('where both are done in an order that can be done again, nothing is wrong', async () => {
      const sound = naive('trial.sound', async (deps) => {
        if (!(await mark(deps, 'first'))) await leave(deps, 'first');
        if (!(await mark(deps, 'second'))) await leave(deps, 'second');
      });
      assert.deepEqual(await wrongOf(sound), []);
    });

    it('where there is more than there are places', async () => {
      const app = await testApp({ tables: memoryTables() });
      const { tables } = app.deps;
      await app.addPeople(...Object.values(person));
      for (const changes of rowsOfTheWorld(app.clock.now())) await tables.commit(changes);
      const changed = [{ table: 'programmes', partition: 'p1', rowKey: 'pair.x' }] as const;
      const before = await brokenInvariants(app.deps, changed);
      const pair = (await pairs.find(tables, 'p1', 'pair-own'))!.value;
      await tables.commit([
        pairs.put('p1', 'pair-x', { ...pair, id: 'pair-x', menteeId: person.mentor.id }),
        pairs.put('p1', 'pair-y', { ...pair, id: 'pair-y', menteeId: person.employee.id }),
        pairs.put('p1', 'pair-z', { ...pair, id: 'pair-z', menteeId: person.employee.id }),
      ]);
      const [session] = await sessions.list(tables, 'p1');
      const seat = { sessionId: session!.value.id, state: 'in', place: 1, at: 1 } as const;
      for (let at = 0; at <= session!.value.seats; at += 1)
        await tables.commit([
          seats.put('p1', [seat.sessionId, `somebody-${at}`], { ...seat, personId: person.mentee.id }),
        ]);
      const found = brokenBesides(await brokenInvariants(app.deps, changed), [before]).join('\n');
      for (const said of [/with self/, /more mentees than places/, /more than one mentor/, /more people than seats/])
        assert.match(found, said);
    });
  });
});
