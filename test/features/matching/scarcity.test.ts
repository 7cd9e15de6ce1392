import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { EngineMentee, EngineMentor } from '../../../src/features/matching/engine/model.ts';
import { makeProposal, publishProposal, viewScarcity, viewWaiting } from '../../../src/features/matching/usecases.ts';
import { heatCuts } from '../../../src/features/matching/waiting/model.ts';
import { cellsOf, heatMapOf, levelOf, type Cell } from '../../../src/features/matching/waiting/rules.ts';
import { aPerson, callerFor } from '../../support/app.ts';
import { aProgramme, coordinator } from '../pairs/journey.ts';
import { addCrowd } from './crowd.ts';
import { aMentee, aMentor, aPool } from './engine/people.ts';

const wishes = (...topics: string[]) => topics.map((topic) => ({ topic, level: 'some' as const }));
const seekers = (count: number, site: string, ...topics: string[]): EngineMentee[] =>
  Array.from({ length: count }, (_, at) =>
    aMentee({ id: `e-${site}-${topics.join('-')}-${at}`, site, topics: wishes(...topics) }),
  );
const offerers = (count: number, capacity: number, site: string, ...topics: string[]): EngineMentor[] =>
  Array.from({ length: count }, (_, at) =>
    aMentor({ id: `o-${site}-${topics.join('-')}-${at}`, site, capacity, offers: wishes(...topics) }),
  );
const cellIn = (cells: readonly Cell[], topic: string, column = 'Ghent'): Cell =>
  cells.find((one) => one.topic === topic && one.column === column)!;

describe('the places of a mentor', () => {
  it('count once, however many topics and languages the mentor knows', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.constantFrom(...heatCuts), (seed, cut) => {
        const pool = aPool({ seed, mentees: 40, mentors: 20 });
        const all = cellsOf(pool, cut);
        const places = pool.mentors.reduce((sum, { capacity }) => sum + capacity, 0);
        assert.ok(all.reduce((sum, cell) => sum + cell.places, 0) <= places + 1e-6);
        const wanted = all.reduce((sum, cell) => sum + cell.wishes, 0);
        assert.ok(wanted <= 40 + 1e-6);
      }),
      { numRuns: 50 },
    );
  });

  it('go where they are short: three places and four topics, of which only one is sought', () => {
    const mentors = offerers(5, 3, 'Ghent', 'a', 'b', 'c', 'd');
    const all = cellsOf({ mentees: seekers(15, 'Ghent', 'a'), mentors }, 'site');
    assert.deepEqual([cellIn(all, 'a').places, cellIn(all, 'b').places], [15, 0]);
  });

  it('leave a topic that others serve to those others', () => {
    const mentors = [...offerers(10, 1, 'Ghent', 'a', 'b'), ...offerers(10, 1, 'Ghent', 'b')];
    const mentees = [...seekers(10, 'Ghent', 'a'), ...seekers(10, 'Ghent', 'b')];
    const all = cellsOf({ mentees, mentors }, 'site');
    for (const topic of ['a', 'b']) assert.ok(Math.abs(cellIn(all, topic).places - 10) < 0.2, topic);
  });

  it('are none where the mentor takes nobody', () => {
    const all = cellsOf({ mentees: seekers(9, 'Ghent', 'a'), mentors: offerers(9, 0, 'Ghent', 'a') }, 'site');
    assert.deepEqual([cellIn(all, 'a').offerers, cellIn(all, 'a').places], [0, 0]);
  });
});

describe('a cell of the heat map', () => {
  const cell = (over: Partial<Cell>): Cell => ({
    ...{ topic: 'a', column: 'Ghent', seekers: 20, offerers: 20, wishes: 10, places: 10 },
    ...over,
  });

  it('says in a word how scarce the topic is, and of fewer than five people only that they are few', () => {
    const table = [
      [{ places: 7.9 }, 'short'],
      [{ places: 8 }, 'tight'],
      [{ places: 10.9 }, 'tight'],
      [{ places: 11 }, 'enough'],
      [{ seekers: 4, places: 0 }, 'few'],
      [{ seekers: 4, offerers: 4, places: 40 }, 'few'],
      [{ offerers: 4, places: 40 }, 'few-mentors'],
      [{ offerers: 0, places: 0 }, 'few-mentors'],
    ] as const;
    for (const [over, level] of table) assert.equal(levelOf(cell(over)), level, JSON.stringify(over));
  });

  it('is the same whatever fewer than five people are, seek or offer', () => {
    const many = [...seekers(30, 'Ghent', 'a', 'b'), ...seekers(12, 'Eupen', 'a')];
    const some = offerers(12, 2, 'Ghent', 'a', 'b');
    const mapWith = (mentees: EngineMentee[], mentors: EngineMentor[]) => {
      const { columns, rows } = heatMapOf({ mentees: [...many, ...mentees], mentors: [...some, ...mentors] }, 'site');
      return [columns, rows.map(({ topic, cells }) => [topic, cells])];
    };
    const before = mapWith([], []);
    assert.deepEqual(mapWith(seekers(4, 'Bruges', 'z'), []), before);
    const few = [1, 4].map((count) => mapWith([], offerers(count, 3, 'Eupen', 'a')));
    for (const one of few) assert.deepEqual(one, before);
  });

  it('tells numbers as bands and from ten people on either side on, and there are no totals', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.constantFrom(...heatCuts), (seed, cut) => {
        const pool = aPool({ seed, mentees: 120, mentors: 60 });
        const all = cellsOf(pool, cut);
        const map = heatMapOf(pool, cut);
        assert.deepEqual(Object.keys(map).toSorted(), ['columns', 'helps', 'rows']);
        for (const { topic, cells } of map.rows)
          for (const [at, { level, numbers }] of cells.entries()) {
            const found = all.find((one) => one.topic === topic && one.column === map.columns[at]);
            if (!found || found.seekers < 5) assert.deepEqual({ level, numbers }, { level: 'few', numbers: undefined });
            else if (found.offerers < 5) assert.deepEqual([level, numbers], ['few-mentors', undefined]);
            else if (found.seekers < 10 || found.offerers < 10) assert.equal(numbers, undefined);
            else
              assert.ok(numbers!.from <= found.seekers && found.seekers <= numbers!.to && numbers!.to > numbers!.from);
          }
        const whole = cellsOf(pool, 'everybody');
        for (const { topic, column, mentors } of map.helps) {
          const found = (column === undefined ? whole : all).find(
            (one) => one.topic === topic && one.column === (column ?? 'everybody'),
          )!;
          assert.ok(found.seekers >= 5 && (mentors === undefined) === found.offerers < 5);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is followed by what would help: so many mentors more, or where mentors are few just more of them', () => {
    const mentees = [...seekers(20, 'Ghent', 'a'), ...seekers(8, 'Ghent', 'b'), ...seekers(3, 'Ghent', 'c')];
    const mentors = [...offerers(6, 2, 'Ghent', 'a'), ...offerers(2, 2, 'Ghent', 'b')];
    assert.deepEqual(heatMapOf({ mentees, mentors }, 'site'), {
      columns: ['Ghent'],
      rows: [
        { topic: 'a', everybody: 'short', cells: [{ level: 'short' }] },
        { topic: 'b', everybody: 'few-mentors', cells: [{ level: 'few-mentors' }] },
      ],
      helps: [
        { topic: 'a', column: 'Ghent', mentors: 4 },
        { topic: 'b', column: 'Ghent' },
      ],
    });
  });
});

describe('the heat map of a programme', () => {
  it('is of those in the draft or waiting, and is nothing for anybody but its coordinators', async () => {
    const { app, programmeId } = await aProgramme();
    const { deps } = app;
    assert.deepEqual((await viewScarcity(deps, coordinator, programmeId)).site.rows, []);
    await addCrowd(app, programmeId, { mentees: 80, mentors: 40 });
    const { site, language } = await viewScarcity(deps, coordinator, programmeId);
    assert.ok(site.columns.includes('Ghent') && language.columns.includes('fr') && site.rows.length > 5);
    assert.doesNotMatch(JSON.stringify([site, language]), /[0-9a-f]{8}-|picks|excluded|wish/);
    const { id, counts } = await makeProposal(deps, coordinator, programmeId);
    assert.equal((await viewWaiting(deps, coordinator, programmeId)).mentees, counts.mentees);
    await publishProposal(deps, coordinator, programmeId, id, { why: 'To see what follows.' });
    await app.run();
    assert.equal((await viewWaiting(deps, coordinator, programmeId)).mentees, counts.mentees - counts.matched);
    await assert.rejects(viewScarcity(deps, callerFor(aPerson(1)), programmeId), /programme-gone/);
    await assert.rejects(viewWaiting(deps, callerFor(aPerson(1)), programmeId), /programme-gone/);
  }).timeout(300_000);
});
