import assert from 'node:assert/strict';
import { coordinated } from '../../../../src/features/programmes/store.ts';
import { goneRows, held, ownRows } from '../../../../src/features/release/answers/store.ts';
import { latestRelease, releaseResults } from '../../../../src/features/release/usecases.ts';
import { releaseItemsOf } from '../../../../src/features/surveys/questions/rules.ts';
import { roundId, tellSkills } from '../../../../src/features/training/skills/counting/usecases.ts';
import { parts, sides, type SkillRatings } from '../../../../src/features/training/skills/model.ts';
import { verdictsOf, type SideResults } from '../../../../src/features/training/skills/results/model.ts';
import { turned } from '../../../../src/features/training/skills/results/rules.ts';
import { closeSkills, skillResults } from '../../../../src/features/training/skills/results/usecases.ts';
import { questionsOf } from '../../../../src/features/training/skills/set/rules.ts';
import { chainOf, skillRows } from '../../../../src/features/training/skills/store.ts';
import { deleteSkills, saySkills, viewSkills } from '../../../../src/features/training/skills/usecases.ts';
import { isFailure } from '../../../../src/platform/errors.ts';
import { aPerson, callerFor, coordinatorFor } from '../../../support/app.ts';
import { atSide, group, saying } from './group.ts';

const at = atSide('mentee');
/** Opinions that spread: nobody's group is alike. */
const mixed = (who: number, more = 0): SkillRatings =>
  saying('mentee', (place) => Math.max(1, Math.min(5, 1 + ((who * 3 + place) % 4) + more)));

type Group = Awaited<ReturnType<typeof group>>;

/** Each of these says something before, and with it looks back by a step. */
async function answered(size: number, after = size, over: Parameters<typeof group>[1] = {}): Promise<Group> {
  const made = await group(size, over);
  for (const [place, one] of made.people.entries()) {
    await made.say(one, 'before', { ratings: mixed(place) });
    // Not all move alike: where nearly all did the same, nothing is told.
    const looking = { ratings: mixed(place, place % 3), back: mixed(place, -(place % 2)) };
    if (place < after) await made.say(one, 'after', looking);
  }
  return made;
}

async function menteesTold({ app, deps, boss }: Group): Promise<SideResults> {
  await closeSkills(deps, boss, 'p1');
  await app.run();
  const results = await skillResults(deps, boss, 'p1');
  assert.ok(results.state === 'told');
  return results.sides.find(({ side }) => side === 'mentee')!;
}

describe('the figures of what people say they can do', function () {
  this.timeout(120_000);

  it('are the same people before and after, with size and interval, and what they say looking back', async () => {
    const made = await answered(24);
    const { before, after, lines } = await menteesTold(made);
    assert.deepEqual(
      [before, after],
      [
        { kind: 'exact', people: 24 },
        { kind: 'exact', people: 24 },
      ],
    );
    assert.equal(lines.length, 10);
    for (const { text, skill, measured, looking } of lines) {
      assert.ok(text.startsWith('I can ') && skill !== '');
      assert.ok(measured.kind === 'scale' && looking.kind === 'scale', text);
      assert.ok(measured.linked && measured.effect.interval && measured.effect.g !== undefined);
      assert.deepEqual([measured.linked.people, measured.way], [{ kind: 'band', from: 20, to: 29 }, 'better']);
      assert.ok(measured.after > measured.before);
      // Of the same answers "now": both ways of comparing end at one number.
      assert.equal(looking.after, measured.after);
    }
    assert.deepEqual(verdictsOf(lines), { of: 10, higher: 10, lower: 0, untold: 0 });
    process.stdout.write(
      `      24 people: ${lines.filter(({ measured }) => measured.kind === 'scale').length} of 10 told\n`,
    );
  });

  it('are nothing of fewer than five, and cannot be closed for them', async () => {
    const made = await answered(6, 4);
    const { deps, boss, app } = made;
    const results = await skillResults(deps, boss, 'p1');
    assert.deepEqual([results.state, results.state === 'counting' && results.mayTell], ['counting', false]);
    await assert.rejects(closeSkills(deps, boss, 'p1'), (error) => isFailure(error, 'conflict'));
    // By date they close all the same: then too nothing is told of four.
    app.pass({ days: 400 });
    await app.run();
    const told = await skillResults(deps, boss, 'p1');
    assert.ok(told.state === 'told');
    for (const { lines } of told.sides) assert.equal(verdictsOf(lines).untold, lines.length);
    assert.deepEqual(
      told.sides.map(({ after }) => after),
      [{ kind: 'under-5' }, { kind: 'under-5' }],
    );
    const release = await latestRelease(deps, roundId(at, 'now'));
    assert.ok(release?.figures.every(({ state }) => state === 'withheld'));
  });

  it('are nothing before the rounds are closed, whoever looks how often, and then stand', async () => {
    const made = await answered(8);
    const { deps, boss, people, app } = made;
    for (const part of parts) assert.equal(await latestRelease(deps, roundId(at, part)), undefined);
    assert.equal((await skillResults(deps, boss, 'p1')).state, 'counting');
    for (const part of parts)
      assert.equal(await latestRelease(deps, roundId(at, part)), undefined, 'a look tells nothing');
    await Promise.all([closeSkills(deps, boss, 'p1'), closeSkills(deps, boss, 'p1')]);
    await app.run();
    const first = await skillResults(deps, boss, 'p1');
    const draft = { ratings: saying('mentee', 1), back: saying('mentee', 5), counted: true };
    const view = await saySkills(deps, callerFor(people[0]!), { ...at, moment: 'after' }, draft);
    assert.deepEqual([view.isClosed, view.said.now?.['need-no']], [true, 1], 'it is for its person alone');
    await tellSkills(deps, 'p1');
    await app.run();
    assert.deepEqual(await skillResults(deps, boss, 'p1'), first);
  });

  it('do not count whoever said no', async () => {
    const made = await group(12);
    for (const [place, one] of made.people.entries()) {
      const counted = place < 6;
      await made.say(one, 'before', { ratings: mixed(place), counted });
      await made.say(one, 'after', { ratings: mixed(place, 1), back: mixed(place), counted });
    }
    const { before, after } = await menteesTold(made);
    assert.deepEqual([before, after], [{ kind: '5-to-9' }, { kind: '5-to-9' }]);
  });

  it('stand on an answer that is taken back afterwards, of which only its place stays', async () => {
    const made = await answered(12);
    const { deps, boss, people, app } = made;
    await menteesTold(made);
    const first = await skillResults(deps, boss, 'p1');
    await deleteSkills(deps, callerFor(people[3]!), at);
    for (const part of parts) {
      assert.equal((await held.list(deps.tables, roundId(at, part))).length, 11);
      assert.deepEqual(
        (await goneRows.list(deps.tables, roundId(at, part))).map(({ value }) => value),
        [{}],
      );
    }
    await tellSkills(deps, 'p1');
    await app.run();
    assert.deepEqual(await skillResults(deps, boss, 'p1'), first);
    assert.deepEqual((await viewSkills(deps, callerFor(people[3]!), at)).said, {});
  });

  it('are compared with a trace where somebody took an answer back between two releases, and not beyond two', async () => {
    for (const [leaves, isCompared] of [
      [1, true],
      [3, false],
    ] as const) {
      const made = await answered(24);
      const { deps, boss, people, app } = made;
      // The rounds are told one by one, and answers go before they are compared.
      await closeSkills(deps, boss, 'p1');
      const items = releaseItemsOf(questionsOf('mentee'));
      for (const part of parts)
        await releaseResults(deps, { surveyId: roundId(at, part), items, isClosing: true, mode: 'confidential' });
      for (const one of people.slice(0, leaves)) await deleteSkills(deps, callerFor(one), at);
      await app.run();
      const results = await skillResults(deps, boss, 'p1');
      assert.ok(results.state === 'told');
      const { lines } = results.sides.find(({ side }) => side === 'mentee')!;
      const linked = lines.filter(({ measured }) => measured.kind === 'scale' && measured.linked);
      assert.equal(linked.length > 0, isCompared, `${leaves} left`);
    }
  });

  it('are for those who coordinate the programme, and say nothing to anybody else', async () => {
    const { deps, people } = await group(2);
    const elsewhere = aPerson(901);
    await deps.tables.commit([coordinated.put(elsewhere.id, 'p2', { id: 'p2' })]);
    for (const who of [callerFor(people[0]!), coordinatorFor(elsewhere), coordinatorFor(people[0]!)])
      for (const ask of [skillResults, closeSkills])
        await assert.rejects(ask(deps, who, 'p1'), (error) => isFailure(error, 'not-found'));
  });

  it('read a comparison the other way round without changing it', () => {
    const distribution = (mean: number) => ({ shares: [20, 20, 20, 20, 20], mean });
    const told = {
      ...{ state: 'told' as const, itemId: 'a', people: { kind: 'exact' as const, people: 20 }, step: 0.1 },
      ...{ before: distribution(4), after: distribution(3), moved: [5, 40, 30, 20, 5] },
    };
    assert.deepEqual(turned(told), { ...told, before: told.after, after: told.before, moved: [5, 20, 30, 40, 5] });
    assert.deepEqual(turned(turned(told)), told);
    const withheld = { state: 'withheld' as const, itemId: 'a', reason: 'too-few' as const };
    assert.deepEqual(turned(withheld), withheld);
  });

  it('close thirty days after the last day, later when the programme goes on, and a year after it only figures are left', async () => {
    const made = await answered(6, 6, { endsOn: '2026-04-30' });
    const { deps, boss, people, app } = made;
    app.pass({ days: 80 });
    await app.run();
    assert.equal((await skillResults(deps, boss, 'p1')).state, 'counting');
    app.pass({ days: 12 });
    await app.run();
    const told = await skillResults(deps, boss, 'p1');
    assert.equal(told.state, 'told');
    app.pass({ days: 300 });
    await app.run();
    assert.ok((await ownRows.list(deps.tables, chainOf(at))).length > 0);
    app.pass({ days: 60 });
    await app.run();
    for (const side of sides) {
      assert.deepEqual(await ownRows.list(deps.tables, chainOf(atSide(side))), []);
      for (const part of parts)
        assert.deepEqual(await held.list(deps.tables, roundId(atSide(side), part)), [], `${side} ${part}`);
    }
    for (const one of people) assert.deepEqual(await skillRows.list(deps.tables, one.id), []);
    assert.deepEqual(await skillResults(deps, boss, 'p1'), told);
  });
});
