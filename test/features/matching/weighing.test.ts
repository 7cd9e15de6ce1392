import assert from 'node:assert/strict';
import fc from 'fast-check';
import { aims, proposal, usualAims, type Aims } from '../../../src/features/matching/model.ts';
import { answerWith } from '../../../src/features/matching/proposals/rules.ts';
import { problemFrom } from '../../../src/features/matching/rules.ts';
import { proposals } from '../../../src/features/matching/store.ts';
import { compareProposals, makeProposal, viewMatching } from '../../../src/features/matching/usecases.ts';
import { ownWeights, reach, weighedParts, type OwnWeights } from '../../../src/features/matching/weighing/model.ts';
import {
  aimsWith,
  presetWeights,
  slidersOf,
  weightInWords,
  weightsOf,
} from '../../../src/features/matching/weighing/rules.ts';
import { preview } from '../../../src/features/matching/weighing/trying/model.ts';
import { previewOf, sampleOf } from '../../../src/features/matching/weighing/trying/rules.ts';
import { previewAims, viewAims } from '../../../src/features/matching/weighing/usecases.ts';
import { presets } from '../../../src/features/matching/model.ts';
import { applications } from '../../../src/features/recruitment/store.ts';
import { aProgramme, coordinator } from '../pairs/journey.ts';
import { addCrowd, applicationOf, drawsOf, firstMentor, someone, type CrowdSize } from './crowd.ts';
import { aPool } from './engine/people.ts';

const least = Object.fromEntries(weighedParts.map((part) => [part, reach[part].least])) as OwnWeights;
const other: Aims = { preset: 'balanced', floor: true, own: { ...least, topics: 10, values: 40, meeting: 20 } };

const anyWeights = fc.record(
  Object.fromEntries(weighedParts.map((part) => [part, fc.integer({ min: reach[part].least, max: reach[part].most })])),
) as unknown as fc.Arbitrary<OwnWeights>;

describe('own weights', () => {
  it('begin where the preset stands, and are none while they are the same', () => {
    for (const preset of presets) {
      assert.deepEqual(ownWeights.parse(slidersOf(preset)), slidersOf(preset));
      assert.deepEqual(weightsOf({ preset, own: slidersOf(preset) }), presetWeights[preset]);
      assert.equal(aimsWith({ preset, floor: true }, slidersOf(preset)).own, undefined);
    }
    assert.deepEqual(aimsWith(usualAims, other.own).own, other.own);
  });

  it('come to 100, and leave private wishes no more than their share in the preset, nor than a third of the talks themselves', () => {
    fc.assert(
      fc.property(anyWeights, fc.constantFrom(...presets), (own, preset) => {
        const weights = weightsOf({ preset, own });
        assert.equal(
          Object.values(weights).reduce((sum, one) => sum + one, 0),
          100,
        );
        // One more or less by rounding to whole numbers.
        assert.ok(weights.picks <= presetWeights[preset].picks + 1);
        assert.ok(weights.picks <= (weights.topics + weights.values + weights.ambitions) / 3 + 1);
      }),
    );
  });

  it('let nobody put topics aside, turn up what is private, or write what is not whole', () => {
    const bad = [
      { ...least, topics: 9 },
      { ...least, topics: 10.5 },
      { ...least, meeting: 21 },
      { ...least, values: -1 },
      { ...least, picks: 50 },
    ];
    for (const own of bad) assert.equal(aims.safeParse({ ...usualAims, own }).success, false);
  });

  it('are not needed by rows from before', () => {
    assert.deepEqual(aims.parse({ preset: 'growth', floor: false }), { preset: 'growth', floor: false });
    assert.ok(proposal.shape.aims.parse(usualAims));
  });

  it('are said in words', () => {
    assert.deepEqual([0, 1, 8, 16, 26].map(weightInWords), ['nothing', 'little', 'some', 'much', 'very-much']);
  });

  it('make private wishes come true no more often than the preset does, however they are set', () => {
    const corners = [
      least,
      { ...least, interests: 20, seniority: 20, department: 20, meeting: 20 },
      { ...least, department: 20 },
      { ...least, values: 40 },
    ];
    const usual = wishesThatCameTrue({ preset: 'shared-ground' });
    const all = corners.map((own) => wishesThatCameTrue({ preset: 'shared-ground', own }));
    process.stdout.write(`      wishes that came true: ${usual} % with the preset, ${all.join(', ')} % at the ends\n`);
    for (const one of all) assert.ok(one <= usual, `${one} %`);
  }).timeout(300_000);
});

/** Of mentees who wish somebody with whom they share what a third of all share: percent who have one. */
function wishesThatCameTrue(wanted: Pick<Aims, 'preset' | 'own'>): number {
  const weights = weightsOf(wanted);
  const met = Array.from({ length: 10 }, (_, seed) => {
    const { mentees, mentors } = aPool({ seed: seed + 1, mentees: 50, mentors: 36, places: 2 });
    const below = drawsOf(seed + 1);
    const group = new Map([...mentees, ...mentors].map(({ id }) => [id, below(3)]));
    const alike = (id: string) => mentors.filter((one) => group.get(one.id) === group.get(id)).map((one) => one.id);
    const shared = new Map(mentees.flatMap(({ id }) => (below(2) === 0 ? [] : [[id, alike(id)] as const])));
    const problem = { mentees: mentees.map((one) => ({ ...one, wants: 1 })), mentors, weights };
    const wishing = answerWith(problem, shared).answer.pairs.filter(({ mentee }) => shared.has(mentee));
    return wishing.map(({ mentee, mentor }) => Number(group.get(mentee) === group.get(mentor)));
  }).flat();
  return Math.round((100 * met.reduce((sum, one) => sum + one, 0)) / met.length);
}

describe('own weights tried on a sample', () => {
  const pool = aPool({ seed: 3, mentees: 90, mentors: 70 });

  it('are figures of at most 60 mentees and 40 mentors with a place', () => {
    const sample = sampleOf(pool);
    assert.deepEqual([sample.mentees.length, sample.mentors.length], [60, 40]);
    assert.ok(sample.mentors.every(({ capacity }) => capacity > 0));
  });

  it('show what a weight is for: more values in common when values weigh most', () => {
    const { tried } = previewOf(sampleOf(pool), weightsOf(usualAims), weightsOf(other));
    const values = tried?.effects.find(({ figure }) => figure === 'values');
    assert.ok(values && values.after > values.before, JSON.stringify(values));
    assert.ok(tried && tried.moved > 0);
  });

  it('change nothing when the weights are the same', () => {
    const { tried } = previewOf(sampleOf(pool), weightsOf(usualAims), weightsOf(usualAims));
    assert.equal(tried?.moved, 0);
    for (const { before, after } of tried?.effects ?? []) assert.equal(before, after);
  });

  it('say nothing of fewer than ten people', () => {
    const few = { ...pool, mentees: pool.mentees.slice(0, 9) };
    assert.equal(previewOf(sampleOf(few), weightsOf(usualAims), weightsOf(other)).tried, undefined);
    const silent = { ...pool, mentees: pool.mentees.map((one, at) => (at < 9 ? one : { ...one, values: [] })) };
    const { tried } = previewOf(sampleOf(silent), weightsOf(usualAims), weightsOf(other));
    assert.deepEqual(
      tried?.effects.filter(({ figure }) => figure === 'values'),
      [],
    );
  });

  it('are blind to what is private: picks, "rather not" and pairs that were declined', () => {
    const [first, second] = [pool.mentees[0]!, pool.mentors[0]!];
    const wishing = {
      ...pool,
      mentees: pool.mentees.map((one) => ({ ...one, picks: [second.id], excluded: [pool.mentors[1]!.id] })),
      refused: pool.mentors.map(({ id }) => ({ mentee: first.id, mentor: id })),
    };
    assert.deepEqual(sampleOf(wishing), sampleOf(pool));
  });
});

async function aCrowd(size: CrowdSize) {
  const { app, programmeId } = await aProgramme();
  await addCrowd(app, programmeId, size);
  return { deps: app.deps, programmeId };
}

describe('what counts, asked by a coordinator', () => {
  it('is tried without a trace, the same for everybody in a round, and names nobody', async () => {
    const { deps, programmeId } = await aCrowd({ mentees: 80, mentors: 50 });
    const found = await previewAims(deps, coordinator, programmeId, other);
    assert.deepEqual(preview.parse(found), found);
    assert.deepEqual([found.mentees, found.mentors], [60, 40]);
    assert.ok(found.tried && found.tried.effects.length > 5);
    assert.doesNotMatch(JSON.stringify(found), new RegExp(`${someone(1).id.slice(0, 8)}|picks|Ghent|Finance`));
    assert.deepEqual(await previewAims(deps, coordinator, programmeId, other), found);
    assert.deepEqual(await proposals.list(deps.tables, programmeId), []);
  });

  it('moves no figure by a private wish', async () => {
    const { deps, programmeId } = await aCrowd({ mentees: 40, mentors: 30 });
    const before = await previewAims(deps, coordinator, programmeId, other);
    const one = applicationOf(programmeId, 1);
    const [liked, not] = [firstMentor, firstMentor + 1].map((number) => someone(number).id);
    const answers = { ...one.answers, wishes: { ...one.answers.wishes, picks: [liked!] }, ratherNot: [not!] };
    await deps.tables.commit([applications.put(programmeId, one.personId, { ...one, answers })]);
    // As another process, which has read nothing before.
    const elsewhere = { ...deps, tables: { ...deps.tables } };
    assert.deepEqual(await previewAims(elsewhere, coordinator, programmeId, other), before);
  });

  it('is what the next run uses, and what two drafts are compared by', async () => {
    const { deps, programmeId } = await aCrowd({ mentees: 30, mentors: 24 });
    const first = await makeProposal(deps, coordinator, programmeId);
    const second = await makeProposal(deps, coordinator, programmeId, { aims: other });
    assert.deepEqual(second.weights, weightsOf(other));
    const standing = await viewAims(deps, coordinator, programmeId);
    assert.deepEqual([standing.isDraft, standing.aims], [true, other]);
    assert.deepEqual((await viewMatching(deps, coordinator, programmeId)).proposal?.aims, other);
    const ids = { before: first.id, after: second.id };
    const compared = await compareProposals(deps, coordinator, programmeId, ids);
    assert.deepEqual([compared.before.aims, compared.after.aims], [usualAims, other]);
    assert.notDeepEqual(compared.before.weights, compared.after.weights);
  });

  it('is what the problem is made with', () => {
    const facts = { applications: [], people: new Map(), chains: new Map(), standings: [], overrides: [], kept: [] };
    assert.deepEqual(problemFrom({ ...facts, aims: other }).weights, weightsOf(other));
  });
});
