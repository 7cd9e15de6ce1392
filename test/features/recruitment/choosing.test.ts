import assert from 'node:assert/strict';
import { participantsOf } from '../../../src/features/pairs/participants/usecases.ts';
import {
  applyPageOf,
  saveApplication,
  withdrawApplication,
} from '../../../src/features/recruitment/applying/usecases.ts';
import { recruitmentPageOf, sendCall } from '../../../src/features/recruitment/calls/usecases.ts';
import { readApplications } from '../../../src/features/recruitment/choosing/reading/usecases.ts';
import {
  choosingPageOf,
  decide,
  sendChoices,
  writeCriteria,
} from '../../../src/features/recruitment/choosing/usecases.ts';
import type { Role, Side } from '../../../src/features/recruitment/model.ts';
import { letApplyUntil } from '../../../src/features/recruitment/rounds/usecases.ts';
import { applied, applications } from '../../../src/features/recruitment/store.ts';
import { reachStage } from '../../../src/features/programmes/usecases.ts';
import { teams } from '../../../src/features/programmes/store.ts';
import { someAnswers } from '../../support/applications.ts';
import { aPerson, callerFor, coordinatorFor } from '../../support/app.ts';
import { aCall, office, reasonIs } from './office.ts';

const two = {
  criteria: [
    { words: { en: 'Wants to lead a project', nl: 'Wil een project leiden' } },
    { words: { en: 'No course yet' } },
  ],
  limits: {},
};
const person = (number: number) => callerFor(aPerson(number));

/** So many mentees, and a mentor with so many places: the numbers after those of the mentees. */
async function programme(mentees: number, places: number) {
  const found = await office(mentees + 1);
  const { app, me } = found;
  const colleague = coordinatorFor(aPerson(901));
  await app.addPeople(aPerson(901, { department: 'HR' }));
  await app.deps.tables.commit([teams.create('p1', aPerson(901).id, { personId: aPerson(901).id, addedAt: 1 })]);
  const deps = { ...app.deps, participantsOf };
  await sendCall(app.deps, me, 'p1', aCall({ audience: { kind: 'departments', departments: ['Nobody'] } }));
  const apply = (number: number, role: Role = 'mentee', over = {}) =>
    saveApplication(app.deps, person(number), 'p1', { answers: someAnswers({ role, ...over }), apply: true });
  const all = async () => {
    for (let number = 1; number <= mentees; number += 1) await apply(number);
    await apply(mentees + 1, 'mentor', { capacity: places });
  };
  const page = () => choosingPageOf(deps, me, 'p1');
  const say = async (number: number, chosen: boolean, by = me, side: Side = 'mentee', sentence?: string) => {
    const [criterion] = (await page()).criteria;
    const at = { programmeId: 'p1', side, personId: aPerson(number).id };
    await decide(deps, by, at, { chosen, criterionId: criterion!.id, ...(sentence ? { sentence } : {}) });
  };
  return { ...found, deps, colleague, apply, all, page, say };
}

/** Three mentees want two places; criteria were written, and the last day is over. */
async function short() {
  const found = await programme(3, 2);
  await writeCriteria(found.deps, found.me, 'p1', two);
  await found.all();
  await found.app.run();
  found.app.pass({ days: 41 });
  return found;
}

describe('criteria', () => {
  it('are two at least, in the binding language, and never about who somebody is', async () => {
    const { deps, me, page } = await programme(1, 1);
    const write = (...words: object[]) =>
      writeCriteria(deps, me, 'p1', { criteria: words.map((one) => ({ words: one })), limits: {} });
    await assert.rejects(write({ en: 'Wants to lead' }), reasonIs('criteria-too-few'));
    await assert.rejects(write({ en: 'Wants to lead' }, { nl: 'Wil leren' }), reasonIs('criterion-empty'));
    await assert.rejects(write({ en: 'Wants to lead' }, { en: 'Women first' }), reasonIs('criterion-identity'));
    await assert.rejects(
      write({ en: 'Wants to lead' }, { en: 'Wants to learn', fr: 'Les jeunes' }),
      reasonIs('criterion-identity'),
    );
    await writeCriteria(deps, me, 'p1', two);
    assert.equal((await page()).criteria.length, 2);
  });

  it('are refused once somebody of the team looked at who applied, who are hidden until then', async () => {
    const { app, deps, me, all, page } = await programme(2, 1);
    await all();
    const before = await recruitmentPageOf(app.deps, me, 'p1');
    assert.deepEqual([before.unread, before.applicants], [3, []]);
    await readApplications(app.deps, me, 'p1');
    await readApplications(app.deps, me, 'p1');
    assert.equal((await recruitmentPageOf(app.deps, me, 'p1')).applicants.length, 3);
    await assert.rejects(writeCriteria(deps, me, 'p1', two), reasonIs('criteria-read'));
    assert.equal((await page()).writing, 'read');
  });

  it('are refused once the last day is over, and can be written for the next round', async () => {
    const { app, deps, me, page } = await programme(1, 1);
    app.pass({ days: 41 });
    await assert.rejects(writeCriteria(deps, me, 'p1', two), reasonIs('criteria-late'));
    await reachStage(app.deps, 'p1', 'run');
    await letApplyUntil(app.deps, me, 'p1', '2026-09-01');
    assert.equal((await page()).writing, 'may');
    await writeCriteria(deps, me, 'p1', two);
  });
});

describe('choosing', () => {
  it('is not offered where there are enough places, and says so', async () => {
    const { app, deps, me, all, page, say } = await programme(2, 2);
    await writeCriteria(deps, me, 'p1', two);
    await all();
    app.pass({ days: 41 });
    assert.equal((await page()).sides.find(({ side }) => side === 'mentee')?.stands, 'enough-places');
    assert.deepEqual((await page()).lines, []);
    await assert.rejects(say(1, true), reasonIs('choice-enough-places'));
    await assert.rejects(sendChoices(deps, me, 'p1'), reasonIs('choice-enough-places'));
  });

  it('is not offered before the last day, nor without criteria', async () => {
    const { deps, me, all, say } = await programme(3, 1);
    await writeCriteria(deps, me, 'p1', two);
    await all();
    await assert.rejects(say(1, true), reasonIs('choice-still-open'));
    const without = await programme(3, 1);
    await without.all();
    without.app.pass({ days: 41 });
    const stands = (await without.page()).sides.find(({ side }) => side === 'mentee')?.stands;
    assert.equal(stands, 'no-criteria');
  });

  it('refuses a colleague who decides otherwise, and lets whoever decided change it', async () => {
    const { say, page, colleague, app } = await short();
    await say(1, true);
    await assert.rejects(say(1, false, colleague), reasonIs('decided-otherwise'));
    await say(1, true, colleague);
    await say(1, false);
    const line = (await page()).lines.find((one) => one.person.id === aPerson(1).id);
    assert.deepEqual([line?.decision?.chosen, line?.decision?.mine, line?.decision?.by], [false, true, 'Person 900']);
    const made = (await app.deps.audit.list()).filter(({ what }) => what === 'choice.made');
    assert.deepEqual(
      made.map(({ outcome }) => outcome),
      ['mentee-yes', 'mentee-no'],
    );
  });

  it('answers nobody before all are decided, and then everybody in one press, once', async () => {
    const { app, deps, me, say } = await short();
    await say(1, true);
    await say(2, true);
    await assert.rejects(sendChoices(deps, me, 'p1'), reasonIs('not-all-decided'));
    assert.equal((await applyPageOf(app.deps, person(1), 'p1')).choice, undefined);
    await say(3, false, me, 'mentee', 'We would love to see you next time.');
    await Promise.allSettled([sendChoices(deps, me, 'p1'), sendChoices(deps, me, 'p1')]);
    await app.run();
    await sendChoices(deps, me, 'p1');
    await app.run();
    const cards = [1, 2, 3].map((number) => app.cardsTo(aPerson(number).id));
    assert.deepEqual(
      cards.map((one) => one.length),
      [1, 1, 1],
    );
    assert.match(JSON.stringify(cards[0]), /You have a place in Growing together/);
    const no = JSON.stringify(cards[2]);
    for (const said of [
      /There was no place for you in this round/,
      /says nothing about you/,
      /Wants to lead a project/,
    ])
      assert.match(no, said);
    for (const said of [/We would love to see you next time/, /come first in the next round/, /stories/, /circle/])
      assert.match(no, said);
    await assert.rejects(say(3, true), reasonIs('choice-sent'));
  });

  it('lets who had no place wait, with priority in the next round, and keeps the reason to be read', async () => {
    const { app, deps, me, say, page } = await short();
    await Promise.all([say(1, true), say(2, false), say(3, true)]);
    await sendChoices(deps, me, 'p1');
    await app.run();
    const shown = await applyPageOf(app.deps, { ...person(2), language: 'nl' }, 'p1');
    assert.deepEqual([shown.status, shown.waits, shown.waited], ['waiting', 'not-chosen', true]);
    assert.deepEqual(shown.choice, { chosen: false, criterion: 'Wil een project leiden' });
    assert.deepEqual(
      (await applied(app.deps.tables, 'p1')).map(({ personId }) => personId),
      [1, 3, 4].map((number) => aPerson(number).id),
    );
    assert.equal((await page()).lines.find((one) => one.person.id === aPerson(2).id)?.decision?.chosen, false);
    const changed = await saveApplication(app.deps, person(2), 'p1', {
      answers: someAnswers({ hoursAMonth: 3 }),
      apply: true,
    });
    assert.equal(changed.status, 'waiting', 'other answers do not bring a place in this round');
    await letApplyUntil(app.deps, me, 'p1', '2026-05-20');
    await app.run();
    assert.equal((await applyPageOf(app.deps, person(2), 'p1')).status, 'waiting', 'nor does a longer round');
    await reachStage(app.deps, 'p1', 'run');
    await letApplyUntil(app.deps, me, 'p1', '2026-09-01');
    await app.run();
    const next = await applyPageOf(app.deps, person(2), 'p1');
    assert.deepEqual([next.status, next.waited, next.choice], ['applied', true, undefined]);
  });

  it('leaves who applied for both sides on the other one', async () => {
    const { app, deps, me, apply, say, page } = await programme(3, 1);
    await writeCriteria(deps, me, 'p1', two);
    await Promise.all([apply(1), apply(2), apply(3, 'both', { capacity: 1 })]);
    app.pass({ days: 41 });
    assert.equal((await page()).sides.find(({ side }) => side === 'mentee')?.places, 1);
    await Promise.all([say(1, true), say(2, false), say(3, false)]);
    await sendChoices(deps, me, 'p1');
    await app.run();
    const kept = (await applications.find(app.deps.tables, 'p1', aPerson(3).id))?.value;
    assert.deepEqual([kept?.status, kept?.passedOver], ['applied', { as: 'mentee', round: 1 }]);
    assert.match(JSON.stringify(app.cardsTo(aPerson(3).id)), /On the other side you do take part/);
  });

  it('tells nothing to whoever withdrew meanwhile, who needs no decision', async () => {
    const { app, deps, me, say } = await short();
    await say(1, true);
    await withdrawApplication(app.deps, person(1), 'p1');
    // Two are left for two places.
    await assert.rejects(say(2, true), reasonIs('choice-enough-places'));
    await assert.rejects(sendChoices(deps, me, 'p1'), reasonIs('choice-enough-places'));
    assert.equal(app.cardsTo(aPerson(1).id).length, 0);
  });

  it('shows an order of chance that is the same for the whole team', async () => {
    const { deps, me, colleague, page } = await short();
    const ids = (lines: readonly { person: { id: string } }[]) => lines.map((one) => one.person.id);
    const own = ids((await page()).lines);
    assert.deepEqual(ids((await choosingPageOf(deps, colleague, 'p1')).lines), own);
    assert.equal(own.length, 3);
    assert.ok(me);
  });
});
