import assert from 'node:assert/strict';
import { makeProposal } from '../../../src/features/matching/usecases.ts';
import { pairsActions } from '../../../src/features/pairs/bot.ts';
import {
  comeToAnEnd,
  planLookingBack,
  viewClosing,
  writeReached,
} from '../../../src/features/pairs/closing/usecases.ts';
import {
  askForSomebodyElse,
  endPair,
  pauseLonger,
  pausePair,
  resumePair,
  roundOff,
} from '../../../src/features/pairs/life/usecases.ts';
import type { Pair } from '../../../src/features/pairs/model.ts';
import { mostInACycle } from '../../../src/features/pairs/rematch/model.ts';
import { waitingFrom } from '../../../src/features/pairs/rematch/rules.ts';
import { rematches } from '../../../src/features/pairs/rematch/store.ts';
import { listWaiting } from '../../../src/features/pairs/rematch/usecases.ts';
import { workingDaysAfter } from '../../../src/features/pairs/rules.ts';
import { pairLines, pairs, partings } from '../../../src/features/pairs/store.ts';
import { listPairs, viewPair } from '../../../src/features/pairs/usecases.ts';
import { applicationOf } from '../../../src/features/recruitment/usecases.ts';
import { standings } from '../../../src/features/matching/store.ts';
import { day, localDate } from '../../../src/platform/clock.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { aPerson, callerFor, press, type TestApp } from '../../support/app.ts';
import { anApplication, aProgramme, apply, colleague, coordinator } from './journey.ts';

const [mentee, mentor, other] = [aPerson(1), aPerson(501), aPerson(502)];
const zone = 'Europe/Brussels';
const reasonIs = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;
const text = (app: TestApp, to: string): string => JSON.stringify(app.cardsTo(to).at(-1));

/** A pair that began five weeks ago, and a mentor who is free. */
async function aPair() {
  const { app, programmeId } = await aProgramme();
  await apply(
    app,
    anApplication(programmeId, 1, 'mentee'),
    anApplication(programmeId, 501, 'mentor'),
    anApplication(programmeId, 502, 'mentor'),
  );
  const begin = async (id: string, mentorId: string): Promise<void> => {
    const value: Pair = {
      ...{ id, programmeId, proposalId: 'x', menteeId: mentee.id, mentorId, state: 'active', reasons: [] },
      ...{ menteeSaid: 'yes', mentorSaid: 'yes', offeredAt: app.clock.now(), activeAt: app.clock.now() },
    };
    await app.deps.tables.commit([
      pairs.create(programmeId, id, value),
      standings.put(programmeId, id, { menteeId: mentee.id, mentorId, state: 'living' }),
    ]);
    for (const personId of [mentee.id, mentorId])
      await app.deps.tables.commit([pairLines.put(personId, id, { programmeId, pairId: id })]);
  };
  await begin('pair-1', mentor.id);
  app.pass({ days: 35 });
  return { app, programmeId, begin, at: [programmeId, 'pair-1'] as const };
}

describe('somebody else', () => {
  it('ends the pair without a reason told, and both come first', async () => {
    const { app, programmeId, at } = await aPair();
    assert.equal((await askForSomebodyElse(app.deps, mentee.id, ...at, 'click')).state, 'ended');
    await app.run();
    const told = text(app, mentor.id);
    assert.match(told, /Your pair with Given1 has ended/);
    assert.doesNotMatch(told, /somebody else|good fit/);
    for (const one of [mentee, mentor])
      assert.equal((await applicationOf(app.deps, programmeId, one.id))?.waited, true);
    const counted = (await partings.list(app.deps.tables, programmeId)).map(({ value }) => value);
    assert.deepEqual(counted, [{ what: 'rematch', why: 'click' }]);
  });

  it('tells the partner what everybody is told whose pair ended, and shows the date to whoever asked only', async () => {
    const { app, at } = await aPair();
    await askForSomebodyElse(app.deps, mentee.id, ...at);
    const mine = await viewPair(app.deps, callerFor(mentee), ...at);
    assert.equal(mine.proposalBy, workingDaysAfter(mine.endedAt ?? 0, 10, zone));
    assert.equal((await viewPair(app.deps, callerFor(mentor), ...at)).proposalBy, undefined);
  });

  it('runs a clock of ten working days that coordinators see, for both, until the next proposal', async () => {
    const { app, programmeId, begin, at } = await aPair();
    await askForSomebodyElse(app.deps, mentor.id, ...at);
    const waiting = await listWaiting(app.deps, programmeId);
    assert.deepEqual(waiting.map(({ person }) => person.id).toSorted(), [mentee.id, mentor.id].toSorted());
    assert.deepEqual(
      waiting.map(({ late }) => late),
      [false, false],
    );
    assert.doesNotMatch(JSON.stringify(waiting), /askedBy/);
    app.pass({ days: 15 });
    assert.deepEqual(
      (await listWaiting(app.deps, programmeId)).map(({ late }) => late),
      [true, true],
    );
    await begin('pair-2', other.id);
    assert.deepEqual(
      (await listWaiting(app.deps, programmeId)).map(({ person }) => person.id),
      [mentor.id],
    );
  });

  it('proposes another mentor, and never the same one', async () => {
    const { app, programmeId, at } = await aPair();
    await askForSomebodyElse(app.deps, mentee.id, ...at);
    await app.run();
    const proposal = await makeProposal(app.deps, coordinator, programmeId);
    assert.equal(proposal.counts.matched, 1);
    const told = (await standings.list(app.deps.tables, programmeId)).map(({ value }) => value.state);
    assert.deepEqual(told, ['past']);
  });

  it('is asked for twice in a programme at most; then a sentence leads to the coordinator', async () => {
    const { app, programmeId, begin } = await aPair();
    for (let turn = 1; turn <= mostInACycle; turn += 1) {
      if (turn > 1) await begin(`pair-${turn}`, other.id);
      await askForSomebodyElse(app.deps, mentee.id, programmeId, `pair-${turn}`);
      app.pass({ days: 1 });
    }
    await begin('pair-3', other.id);
    assert.equal((await viewPair(app.deps, callerFor(mentee), programmeId, 'pair-3')).rematch, 'used-up');
    assert.equal((await viewPair(app.deps, callerFor(other), programmeId, 'pair-3')).rematch, 'possible');
    await assert.rejects(askForSomebodyElse(app.deps, mentee.id, programmeId, 'pair-3'), reasonIs('rematch-used-up'));
    assert.equal((await rematches.list(app.deps.tables, programmeId)).length, 2);
  });

  it('counts once when it is pressed twice', async () => {
    const { app, programmeId, at } = await aPair();
    const states = await Promise.all([1, 2].map(() => askForSomebodyElse(app.deps, mentee.id, ...at)));
    assert.deepEqual(
      states.map(({ state }) => state),
      ['ended', 'ended'],
    );
    assert.equal((await partings.list(app.deps.tables, programmeId)).length, 1);
  });

  it('is no business of anybody else, and the clock of no other coordinator', async () => {
    const { app, programmeId, at } = await aPair();
    for (const who of [other, aPerson(900)])
      await assert.rejects(askForSomebodyElse(app.deps, who.id, ...at), reasonIs('pair-gone'));
    for (const who of [colleague, callerFor(mentee)])
      await assert.rejects(listPairs(app.deps, who, programmeId), (error) => isFailure(error, 'not-found'));
  });

  it('has a clock that stops for whoever left or has a partner', () => {
    const asked = [{ pairId: 'a', menteeId: 'm', mentorId: 'n', askedBy: 'm', at: 10, until: 20 }];
    const pair = { id: 'b', menteeId: 'm', mentorId: 'o', state: 'declined', offeredAt: 11 } as Pair;
    const ids = (...args: Parameters<typeof waitingFrom>) => waitingFrom(...args).map(({ personId }) => personId);
    assert.deepEqual(ids(asked, [], new Set(['m', 'n'])), ['m', 'n']);
    assert.deepEqual(ids(asked, [], new Set(['n'])), ['n']);
    assert.deepEqual(ids(asked, [pair], new Set(['m', 'n'])), ['n'], 'somebody was proposed since');
  });
});

describe('a break', () => {
  it('lasts until the named day, on which both are asked, and either goes on with one press', async () => {
    const { app, at } = await aPair();
    const on = localDate(app.clock.now() + 20 * day, zone);
    await pausePair(app.deps, mentee.id, ...at, on);
    await app.run();
    assert.equal((await resumePair(app.deps, mentor.id, ...at)).state, 'paused', 'not yet for the other');
    app.pass({ days: 19 });
    await app.run();
    assert.doesNotMatch(text(app, mentor.id), /go on\?/);
    app.pass({ days: 1 });
    await app.run();
    for (const one of [mentee, mentor]) assert.match(text(app, one.id), /Shall you and .* go on\?/);
    const card = app.cardsTo(mentor.id).at(-1)!;
    await press(app.deps, pairsActions, callerFor(mentor), { card, title: 'Yes, we go on' });
    const back = await viewPair(app.deps, callerFor(mentee), ...at);
    assert.deepEqual([back.state, back.backAt], ['active', undefined]);
  });

  it('lasts a month when no day is named, and may go on for another', async () => {
    const { app, at } = await aPair();
    await pausePair(app.deps, mentee.id, ...at);
    app.pass({ days: 31 });
    await app.run();
    const before = app.cardsTo(mentor.id).length;
    assert.match(text(app, mentor.id), /Shall you and/);
    await pauseLonger(app.deps, mentor.id, ...at);
    assert.equal((await resumePair(app.deps, mentor.id, ...at)).state, 'paused');
    app.pass({ days: 31 });
    await app.run();
    assert.equal(app.cardsTo(mentor.id).length, before + 1);
  });

  it('takes no day that is over or far away, and changes nothing then', async () => {
    const { app, at } = await aPair();
    for (const on of ['2020-01-01', localDate(app.clock.now(), zone), '2031-01-01'])
      await assert.rejects(pausePair(app.deps, mentee.id, ...at, on), reasonIs('not-a-return-day'));
    assert.equal((await viewPair(app.deps, callerFor(mentee), ...at)).state, 'active');
  });

  it('asks nobody whose pair went on or ended by then', async () => {
    const { app, at } = await aPair();
    await pausePair(app.deps, mentee.id, ...at);
    await resumePair(app.deps, mentee.id, ...at);
    await endPair(app.deps, mentee.id, ...at);
    app.pass({ days: 40 });
    await app.run();
    for (const one of [mentee, mentor]) assert.doesNotMatch(JSON.stringify(app.cardsTo(one.id)), /Shall you and/);
  });
});

describe('the end of a pair in good standing', () => {
  it('is rounded off by one, and both get the same kind card', async () => {
    const { app, at } = await aPair();
    assert.equal((await roundOff(app.deps, mentee.id, ...at)).ending, 'together');
    await app.run();
    for (const one of [mentee, mentor]) assert.match(text(app, one.id), /have rounded off/);
    assert.equal(app.cardsTo(mentor.id).length, 1, 'and no second one that it ended');
  });

  it('shares up to three lines of each between the two, also afterwards', async () => {
    const { app, programmeId, at } = await aPair();
    const address = { programmeId, pairId: 'pair-1' };
    await writeReached(app.deps, callerFor(mentee), address, ['I asked for a project', '', 'I know my next step']);
    await roundOff(app.deps, mentor.id, ...at);
    await writeReached(app.deps, callerFor(mentor), address, ['I learnt to ask']);
    const seen = await viewClosing(app.deps, callerFor(mentor), address);
    assert.deepEqual([seen.mine, seen.theirs], [['I learnt to ask'], ['I asked for a project', 'I know my next step']]);
    assert.equal(seen.isRoundedOff, true);
    await writeReached(app.deps, callerFor(mentor), address, ['', '']);
    assert.deepEqual((await viewClosing(app.deps, callerFor(mentor), address)).mine, []);
  });

  it('shows nothing any more of a pair that one of them left, and nothing to anybody else', async () => {
    const { app, programmeId, at } = await aPair();
    const address = { programmeId, pairId: 'pair-1' };
    await writeReached(app.deps, callerFor(mentee), address, ['Secret words']);
    for (const who of [callerFor(other), coordinator, colleague])
      await assert.rejects(viewClosing(app.deps, who, address), reasonIs('pair-gone'));
    await endPair(app.deps, mentor.id, ...at);
    for (const who of [mentee, mentor])
      await assert.rejects(viewClosing(app.deps, callerFor(who), address), reasonIs('no-looking-back'));
  });

  it('is suggested to both a week before the programme ends, once, and later when the end was moved', async () => {
    const { app, programmeId } = await aPair();
    const pair = (await pairs.find(app.deps.tables, programmeId, 'pair-1'))!.value;
    const first = await comeToAnEnd(app.deps, { programmeId, pairId: pair.id });
    assert.ok(first && 'again' in first);
    await planLookingBack(app.deps, pair);
    app.pass({ days: Math.ceil((first.again - app.clock.now()) / day) });
    await app.run();
    for (const one of [mentee, mentor]) assert.match(text(app, one.id), /Time to look back/);
    await planLookingBack(app.deps, pair);
    app.pass({ days: 1 });
    await app.run();
    assert.equal(app.cardsTo(mentee.id).length, 1);
  });
});
