import assert from 'node:assert/strict';
import { pairsOnPage, type PairEntry, type PairsQuery } from '../../../src/features/matching/listing/model.ts';
import { loadsOf, pageAt, pairsWanted, sheetsOf, type Names } from '../../../src/features/matching/listing/rules.ts';
import { strengths } from '../../../src/features/matching/model.ts';
import { sheets } from '../../../src/features/matching/store.ts';
import { listLeftOut, listPairs, makeProposal, viewMatching } from '../../../src/features/matching/usecases.ts';
import { countWaves, inWaves } from '../../../src/features/matching/waves/model.ts';
import { bucketOfPerson, people } from '../../../src/features/people/store.ts';
import { entityOf } from '../../../src/platform/tables/entity.ts';
import { aPerson, callerFor } from '../../support/app.ts';
import { aProgramme, coordinator } from '../pairs/journey.ts';
import { addCrowd, firstMentor, someone } from './crowd.ts';

const entry = (at: number): PairEntry => ({
  ...{ menteeId: aPerson(at).id, mentorId: aPerson(firstMentor + (at % 7)).id },
  ...{ strength: strengths[at % 4]!, chosen: at % 5 === 0, firstChoice: at % 3 === 0 },
  ...{ site: at % 2 === 0 ? 'Ghent' : 'Liège', department: at % 4 === 1 ? 'Care' : 'Legal' },
});
const many = (count: number): PairEntry[] => Array.from({ length: count }, (_, at) => entry(at));
const names: Names = new Map(
  [...many(60).flatMap(({ menteeId, mentorId }) => [menteeId, mentorId])].map((id) => {
    const name = `N${(Number(id.slice(-6)) * 7919) % 1000}`;
    return [id, { name, text: name.toLowerCase() }];
  }),
);

describe('the pairs wanted', () => {
  it('are those that every filter lets through', () => {
    const filters: readonly (readonly [PairsQuery, (one: PairEntry) => boolean])[] = [
      [{}, () => true],
      [{ show: 'strong' }, (one) => one.strength === 'strong'],
      [{ show: 'chosen' }, (one) => one.chosen],
      [{ show: 'not-first', site: 'Ghent' }, (one) => !one.firstChoice && one.site === 'Ghent'],
      [{ department: 'Care', site: 'Liège' }, (one) => one.department === 'Care' && one.site === 'Liège'],
      [{ site: 'Nowhere' }, () => false],
    ];
    for (const [query, isIn] of filters) assert.deepEqual(pairsWanted(many(60), query, names), many(60).filter(isIn));
  });

  it('come in the same order whatever order they were kept in, so that no page shows a row twice', () => {
    for (const sort of ['proposed', 'mentee', 'mentor', 'strongest', 'weakest'] as const) {
      const found = pairsWanted(many(60), { sort }, names);
      assert.deepEqual(pairsWanted(many(60).toReversed(), { sort }, names), found);
      const turned = [0, 25, 50].flatMap((from) => pageAt(found, 25, from).some);
      assert.deepEqual(new Set(turned.map(({ menteeId }) => menteeId)).size, 60);
    }
  });

  it('are found by all words of a search, in the names of the two together', () => {
    const one = entry(3);
    const search = [one.menteeId, one.mentorId].map((id) => names.get(id)!.name).join(' ');
    const found = pairsWanted(many(60), { search }, names);
    assert.ok(found.some(({ menteeId }) => menteeId === one.menteeId) && found.length < 60);
    assert.deepEqual(pairsWanted(many(60), { search: 'nobody' }, names), []);
  });

  it('stand on the last page when there are fewer than were passed over', () => {
    assert.deepEqual(pageAt(many(60), 25, 9_000), { from: 50, total: 60, some: many(60).slice(50) });
    assert.deepEqual(pageAt([], 25, 100), { from: 0, total: 0, some: [] });
  });

  it('tell in how many waves they go without naming anybody', () => {
    for (const count of [0, 1, 24, 60])
      for (const pairs of [1, 3, 25]) {
        const waves = { pairs, everyDays: 1 };
        assert.equal(countWaves(loadsOf(many(count)), waves), inWaves(many(count), waves).length);
      }
  });
});

describe('the sheets of a proposal', () => {
  it('hold 10,000 pairs in twenty rows, none larger than a row can be', () => {
    const row = { reasons: [], parts: [], languages: [], alternatives: [] };
    const pairs = many(10_000).map(({ site: _s, department: _d, ...one }) => ({ ...one, ...row }));
    const longest = Object.fromEntries(pairs.map(({ menteeId }) => [menteeId, 'D'.repeat(200)]));
    const made = sheetsOf(
      { pairs, left: pairs.map(({ menteeId }) => menteeId) },
      { site: longest, department: longest },
    );
    assert.equal(made.length, 20);
    for (const one of made) assert.doesNotThrow(() => entityOf('p', 'k', 'op', one));
    assert.equal(made.flatMap((one) => one.pairs).length, 10_000);
  });
});

describe('the lists of a proposal', function () {
  this.timeout(300_000);

  let draft: Awaited<ReturnType<typeof aDraft>>;
  before(async () => {
    draft = await aDraft();
  });

  async function aDraft() {
    const { app, programmeId } = await aProgramme();
    await addCrowd(app, programmeId, { mentees: 70, mentors: 30 });
    const proposal = await makeProposal(app.deps, coordinator, programmeId);
    const at = { programmeId, proposalId: proposal.id };
    const pairs = (query: PairsQuery = {}) => listPairs(app.deps, coordinator, at, query);
    return { app, deps: app.deps, programmeId, proposal, at, pairs };
  }

  it('come a page at a time with the people on it, and the head holds none of them', async () => {
    const { deps, programmeId, proposal, at, pairs } = draft;
    const { matched, mentees } = proposal.counts;
    const seen = new Set<string>();
    for (let from = 0; from < matched; from += pairsOnPage) {
      const page = await pairs({ from });
      assert.deepEqual(
        [page.from, page.total, page.rows.length],
        [from, matched, Math.min(pairsOnPage, matched - from)],
      );
      for (const { menteeId, mentorId, taken, places } of page.rows) {
        assert.ok(page.people[menteeId]?.name && page.people[mentorId]?.name);
        assert.ok(taken >= 1 && taken <= places!);
        seen.add(menteeId);
      }
    }
    assert.equal(seen.size, matched);
    const left = await listLeftOut(deps, coordinator, at, { from: 10 });
    assert.deepEqual([left.from, left.total], [10, mentees - matched]);
    assert.ok(left.rows.every(({ menteeId }) => !seen.has(menteeId) && left.people[menteeId]));
    const head = await viewMatching(deps, coordinator, programmeId);
    assert.ok(![...seen].some((id) => JSON.stringify(head).includes(id)));
    assert.equal(
      head.loads.reduce((sum, one) => sum + one, 0),
      matched,
    );
  });

  it('are searched by name without accents, filtered by part and put in order by name', async () => {
    const { deps, at, pairs } = draft;
    const all = await pairs({ sort: 'mentee' });
    const shown = all.rows.map(({ menteeId }) => all.people[menteeId]!.name);
    assert.deepEqual(shown, shown.toSorted(new Intl.Collator().compare));
    const { menteeId } = all.rows[3]!;
    const { name, site } = all.people[menteeId]!;
    const found = await pairs({ search: name.toUpperCase(), sort: 'mentor' });
    assert.ok(found.rows.some((one) => one.menteeId === menteeId));
    const here = await pairs({ site: site!, sort: 'weakest' });
    assert.ok(here.total > 0 && here.total < all.total);
    assert.ok(here.rows.every((one) => here.people[one.menteeId]?.site === site));
    assert.deepEqual(here.sites, all.sites);
    const left = await listLeftOut(deps, coordinator, at, { search: 'nobody is called so' });
    assert.deepEqual([left.total, left.rows], [0, []]);
  });

  it('learn of a new name within a minute', async () => {
    const { app, deps, pairs } = draft;
    const { menteeId } = (await pairs()).rows[0]!;
    await pairs({ search: 'x' });
    const renamed = { ...someone(Number(menteeId.slice(-12))), name: 'Zuzana Novotná' };
    await deps.tables.commit([people.put(bucketOfPerson(menteeId), menteeId, renamed)]);
    app.rest({ hours: 0.02 });
    assert.deepEqual(
      (await pairs({ search: 'novotna' })).rows.map((one) => one.menteeId),
      [menteeId],
    );
  });

  it('are read row by row where a draft of an earlier version has no sheets', async () => {
    const { deps, programmeId, proposal, pairs } = draft;
    const before = await pairs({ sort: 'weakest' });
    for (const row of await sheets.list(deps.tables, programmeId, proposal.id))
      await deps.tables.commit([sheets.remove(row)]);
    assert.deepEqual((await pairs({ sort: 'weakest' })).rows, before.rows);
  });

  it('are nothing for anybody but the coordinators', async () => {
    const { deps, at } = draft;
    await assert.rejects(listPairs(deps, callerFor(aPerson(1)), at, {}), /programme-gone/);
    await assert.rejects(listLeftOut(deps, callerFor(aPerson(1)), at, {}), /programme-gone/);
    await assert.rejects(listPairs(deps, coordinator, { ...at, proposalId: 'none' }, {}), /proposal-gone/);
  });
});
