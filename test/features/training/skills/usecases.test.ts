import assert from 'node:assert/strict';
import { applications } from '../../../../src/features/recruitment/store.ts';
import { goneRows, held, ownRows } from '../../../../src/features/release/answers/store.ts';
import { forgetAnswersOf } from '../../../../src/features/release/answers/forgetting/usecases.ts';
import { ownAnswers } from '../../../../src/features/release/answers/own/usecases.ts';
import { latestRelease } from '../../../../src/features/release/usecases.ts';
import { tellSkills } from '../../../../src/features/training/skills/counting/usecases.ts';
import { skillsSaidBy } from '../../../../src/features/training/skills/forgetting/usecases.ts';
import { parts } from '../../../../src/features/training/skills/model.ts';
import {
  chainOf,
  closedRows,
  declinedRows,
  only,
  roundOf,
  skillRows,
} from '../../../../src/features/training/skills/store.ts';
import {
  declineSkills,
  deleteSkills,
  forgetWithdrawn,
  leaveFigures,
  mySkills,
  saySkills,
  viewSkills,
} from '../../../../src/features/training/skills/usecases.ts';
import { isFailure } from '../../../../src/platform/errors.ts';
import { tableNames } from '../../../../src/platform/tables.ts';
import { aPerson, callerFor } from '../../../support/app.ts';
import { atSide, group, saying } from './group.ts';

const at = atSide('mentee');
const fails = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;

async function countedIn(deps: Awaited<ReturnType<typeof group>>['deps']): Promise<number[]> {
  const rows = await Promise.all(parts.map((part) => held.list(deps.tables, roundOf(at, part).surveyId)));
  return rows.map(({ length }) => length);
}

describe('saying what one can do', () => {
  it('gives the own page with what was said, and keeps nothing that was not said', async () => {
    const { deps, people, say } = await group(1);
    const [one] = people;
    const view = await say(one!, 'before', { ratings: saying('mentee', (place) => (place === 0 ? 'skipped' : 4)) });
    assert.deepEqual([Object.keys(view.said.before ?? {}).length, view.said.before?.['goal-say']], [9, undefined]);
    assert.deepEqual([view.kept?.counted, view.due, view.mayLookBack], [true, undefined, false]);
    assert.deepEqual((await viewSkills(deps, callerFor(one!), at)).said, view.said);
  });

  it('is for whoever takes part on that side', async () => {
    const { deps, people } = await group(2, { mentors: 1 });
    const draft = { ratings: saying('mentor', 3), counted: true };
    for (const [who, side] of [
      [people[0]!, 'mentor'],
      [people[1]!, 'mentee'],
      [aPerson(50), 'mentee'],
    ] as const) {
      await assert.rejects(viewSkills(deps, callerFor(who), atSide(side)), fails('skills-gone'));
      const say = saySkills(deps, callerFor(who), { ...atSide(side), moment: 'before' }, draft);
      await assert.rejects(say, fails('skills-gone'));
    }
  });

  it('refuses what the side is not asked, and a look back before anything was learnt', async () => {
    const { deps, people } = await group(1);
    const who = callerFor(people[0]!);
    const say = (moment: 'before' | 'after', ratings: Record<string, number>) =>
      saySkills(deps, who, { ...at, moment }, { ratings, counted: true });
    await assert.rejects(say('before', { 'hear-out': 3 }), fails('skills-unknown'));
    await assert.rejects(say('after', { 'goal-say': 3 }), fails('skills-too-early'));
    assert.equal((await viewSkills(deps, who, at)).kept, undefined);
  });

  it('can be changed and repeated: the last answer stands, once', async () => {
    const { deps, people, say } = await group(1);
    const [one] = people;
    await say(one!, 'before', { ratings: saying('mentee', 2) });
    await say(one!, 'before', { ratings: saying('mentee', 3) });
    await say(one!, 'after', { ratings: saying('mentee', 4), back: saying('mentee', 1) });
    const view = await say(one!, 'after', { ratings: saying('mentee', 5), back: saying('mentee', 2) });
    const means = [view.said.before, view.said.now, view.said.back].map((found) => found?.['need-no']);
    assert.deepEqual(
      [means, await countedIn(deps)],
      [
        [3, 5, 2],
        [1, 1, 1],
      ],
    );
  });

  it('counts nothing of who says no, who sees the own page all the same', async () => {
    const { deps, people, say } = await group(1);
    const view = await say(people[0]!, 'before', { ratings: saying('mentee', 2), counted: false });
    assert.deepEqual([view.said.before?.['need-no'], view.kept?.counted], [2, false]);
    assert.deepEqual(await countedIn(deps), [0, 0, 0]);
  });

  it('takes back and counts again by the last word, also what was said earlier', async () => {
    const { deps, people, say } = await group(1);
    const who = callerFor(people[0]!);
    await say(people[0]!, 'before', { ratings: saying('mentee', 2) });
    await leaveFigures(deps, who, at);
    assert.deepEqual(await countedIn(deps), [0, 0, 0]);
    await say(people[0]!, 'after', { ratings: saying('mentee', 4), back: saying('mentee', () => 'skipped') });
    assert.deepEqual(await countedIn(deps), [1, 1, 0], 'a part in which nothing was said is no answer');
  });

  it('lies under pseudonyms that lead to nobody, and not to one another', async () => {
    const { deps, people, say } = await group(3);
    for (const one of people) await say(one, 'before', { ratings: saying('mentee', 4) });
    const own = await ownRows.list(deps.tables, chainOf(at));
    const counted = await held.list(deps.tables, roundOf(at, 'before').surveyId);
    assert.deepEqual([own.length, counted.length], [3, 3]);
    const keys = new Set(counted.map(({ key }) => key[0]));
    for (const { key } of own) assert.ok(!keys.has(key[0]) && people.every(({ id }) => !key.join().includes(id)));
  });

  it('says nowhere beside the answers when they were given', async () => {
    const { deps, people, say } = await group(1);
    await say(people[0]!, 'before', { ratings: saying('mentee', 3) });
    const rows = await ownRows.list(deps.tables, chainOf(at));
    assert.deepEqual(
      rows.map(({ value }) => Object.keys(value)),
      [['ratings']],
    );
  });

  it('is out of the figures before the page says so, and leaves nothing when it is deleted while it is kept', async () => {
    const { deps, people, say } = await group(1);
    const [one] = people;
    await say(one!, 'before', { ratings: saying('mentee', 2) });
    const { commit } = deps.tables;
    let seen: number[] | undefined;
    deps.tables.commit = async (changes) => {
      if (changes[0]?.rowKey.startsWith('skills.')) seen = await countedIn(deps);
      return commit(changes);
    };
    await say(one!, 'before', { ratings: saying('mentee', 3), counted: false });
    assert.deepEqual(seen, [0, 0, 0]);

    let isFirst = true;
    deps.tables.commit = async (changes) => {
      const done = await commit(changes);
      if (isFirst && changes[0]?.rowKey.startsWith('skills.')) {
        isFirst = false;
        await deleteSkills(deps, callerFor(one!), at);
      }
      return done;
    };
    await say(one!, 'before', { ratings: saying('mentee', 4) });
    assert.deepEqual([await countedIn(deps), await ownRows.list(deps.tables, chainOf(at))], [[0, 0, 0], []]);
  });

  it('goes at once and whole when its person deletes it', async () => {
    const { deps, people, say } = await group(2);
    const [one, other] = people;
    for (const who of [one!, other!]) {
      await say(who, 'before', { ratings: saying('mentee', 1) });
      await say(who, 'after', { ratings: saying('mentee', 2), back: saying('mentee', 3) });
    }
    const view = await deleteSkills(deps, callerFor(one!), at);
    assert.deepEqual([view.said, view.kept], [{}, undefined]);
    assert.deepEqual([await countedIn(deps), (await ownRows.list(deps.tables, chainOf(at))).length], [[1, 1, 1], 3]);
    assert.equal((await goneRows.list(deps.tables, roundOf(at, 'now').surveyId)).length, 0, 'nothing was counted yet');
    assert.deepEqual(await skillRows.list(deps.tables, one!.id, 'p1'), []);
    for (const table of tableNames)
      for (const { rowKey } of await deps.tables.range(table, one!.id, { from: '!', to: '~' }))
        assert.ok(!rowKey.startsWith('skills.'), rowKey);
    await deleteSkills(deps, callerFor(one!), at);
    assert.equal((await viewSkills(deps, callerFor(other!), at)).said.now?.['need-no'], 2, 'the other keeps theirs');
  });

  it('goes with whoever is forgotten, also of a round whose figures stand, and the others’ stays', async () => {
    const { deps, people, say } = await group(7);
    for (const [place, who] of people.slice(0, 7).entries())
      await say(who, 'before', { ratings: saying('mentee', 1 + (place % 5)) });
    await deps.tables.commit([closedRows.create('p1', only, { at: deps.clock.now() })]);
    await tellSkills(deps, 'p1');
    const { surveyId } = roundOf(at, 'before');
    const told = await latestRelease(deps, surveyId);
    const { id } = people[0]!;
    assert.equal((await ownAnswers(deps, chainOf(at), id))['before']?.ratings['need-no'], 1);
    for (let turn = 0; turn < 2; turn += 1) await forgetAnswersOf(deps, id, await skillsSaidBy(deps, id));
    assert.deepEqual(await ownAnswers(deps, chainOf(at), id), {});
    assert.deepEqual([(await held.list(deps.tables, surveyId)).length, told?.isFinal], [6, true]);
    assert.deepEqual(await latestRelease(deps, surveyId), told);
    const pseudonym = await deps.answersRing(chainOf(at)).pseudonym(`answers of ${id}`);
    for (const table of ['answers', 'surveys'] as const)
      for (const { rowKey, text } of await deps.tables.range(table, surveyId, { from: '!', to: '~' }))
        assert.ok(!`${rowKey} ${text}`.includes(pseudonym), rowKey);
  });

  it('is not offered to who said "no thanks", until they answer after all', async () => {
    const { app, deps, people, learn, say } = await group(2);
    const [one, other] = people;
    const dueOf = async (who = one!) => (await mySkills(deps, who.id)).map(({ due, isDeclined }) => due ?? isDeclined);
    assert.deepEqual(await dueOf(), ['before']);
    for (const _ of [1, 2]) await declineSkills(deps, callerFor(one!), at);
    assert.deepEqual([await dueOf(), await dueOf(other)], [[true], ['before']]);
    await learn(one!);
    app.pass({ days: 100 });
    assert.deepEqual([await dueOf(), await dueOf(other)], [[true], ['before']]);
    await say(one!, 'after', { ratings: saying('mentee', 4), back: saying('mentee', 2) });
    assert.deepEqual(await dueOf(), [undefined]);
    assert.deepEqual(await declinedRows.list(deps.tables, one!.id), []);
  });

  it('forgets "no thanks" with an application that is withdrawn', async () => {
    const { deps, people } = await group(1);
    const [one] = people;
    await declineSkills(deps, callerFor(one!), at);
    const row = await applications.find(deps.tables, 'p1', one!.id);
    await forgetWithdrawn(deps, { ...row!.value, status: 'withdrawn' });
    assert.deepEqual(await declinedRows.list(deps.tables, one!.id), []);
  });

  it('goes with an application that is withdrawn', async () => {
    const { deps, people, say } = await group(1);
    const [one] = people;
    await say(one!, 'before', { ratings: saying('mentee', 2) });
    const row = (await applications.find(deps.tables, 'p1', one!.id))!;
    await forgetWithdrawn(deps, row.value);
    assert.deepEqual(await countedIn(deps), [1, 0, 0], 'whoever takes part keeps it');
    await forgetWithdrawn(deps, { ...row.value, status: 'withdrawn' });
    assert.deepEqual([await countedIn(deps), await ownRows.list(deps.tables, chainOf(at))], [[0, 0, 0], []]);
    assert.equal(await skillRows.find(deps.tables, one!.id, 'p1', 'mentee'), undefined);
  });

  it('stands on the first page as an offer, and later as what was said', async () => {
    const { deps, people, say, learn } = await group(1);
    const [one] = people;
    const lines = async () => (await mySkills(deps, one!.id)).map(({ side, due }) => [side, due]);
    assert.deepEqual(await lines(), [['mentee', 'before']]);
    await say(one!, 'before', { ratings: saying('mentee', 2) });
    assert.deepEqual(await lines(), [['mentee', undefined]]);
    await learn(one!);
    assert.deepEqual(await lines(), [['mentee', 'after']]);
    assert.deepEqual(await mySkills(deps, aPerson(50).id), []);
  });
});
