import assert from 'node:assert/strict';
import { standings } from '../../../src/features/matching/store.ts';
import { makeProposal } from '../../../src/features/matching/usecases.ts';
import { pairsActions } from '../../../src/features/pairs/bot.ts';
import { endPair, pausePair, resumePair } from '../../../src/features/pairs/life/usecases.ts';
import { offerPairs, withdrawOffers } from '../../../src/features/pairs/offers/usecases.ts';
import { partings } from '../../../src/features/pairs/store.ts';
import {
  activePairFor,
  matchingFigures,
  pairFor,
  pairsOfPerson,
  pairsOfProgramme,
} from '../../../src/features/pairs/usecases.ts';
import { programmeOf } from '../../../src/features/programmes/usecases.ts';
import type { Card } from '../../../src/platform/cards.ts';
import { applicationOf } from '../../../src/features/recruitment/usecases.ts';
import { aPerson, callerFor, press, type TestApp } from '../../support/app.ts';
import { coordinator, published } from './journey.ts';

const [mentee, mentor] = [aPerson(1), aPerson(501)];
const yes = 'Yes, I would like to meet';
const no = 'Rather someone else';
const surely = 'Yes, someone else please';

const lastCard = (app: TestApp, personId: string): Card => app.cardsTo(personId).at(-1)!;
const text = (card: Card): string => JSON.stringify(card);
const pressed = (app: TestApp, who: typeof mentee, card: Card, title: string, inputs = {}) =>
  press(app.deps, pairsActions, callerFor(who), { card, title, inputs });

async function onlyPair(app: TestApp, programmeId: string) {
  const [pair] = await pairsOfProgramme(app.deps, programmeId);
  assert.ok(pair);
  return pair;
}

async function activePair() {
  const begun: string[] = [];
  const ended: string[] = [];
  const all = await published(1, 1, {
    active: [async (_, pair) => void begun.push(pair.id)],
    ended: [async (_, pair) => void ended.push(pair.id)],
  });
  await all.app.run();
  await pressed(all.app, mentee, lastCard(all.app, mentee.id), yes);
  await all.app.run();
  await pressed(all.app, mentor, lastCard(all.app, mentor.id), yes);
  await all.app.run();
  return { ...all, begun, ended, pair: await onlyPair(all.app, all.programmeId) };
}

describe('pairs', () => {
  it('ask the mentee first, then the mentor, and begin with both', async () => {
    const { app, programmeId } = await published(1, 1);
    await app.run();
    assert.equal((await programmeOf(app.deps, programmeId)).stage, 'run');
    assert.equal(app.cardsTo(mentor.id).length, 0, 'the mentor sees no name before the yes');
    const offer = lastCard(app, mentee.id);
    assert.match(text(offer), /Given501.*Getting to know people.*kept private/);
    const pair = await onlyPair(app, programmeId);
    await assert.rejects(pairFor(app.deps, mentor.id, programmeId, pair.id), /pair-gone/);

    await pressed(app, mentee, offer, yes);
    await app.run();
    await pressed(app, mentor, lastCard(app, mentor.id), yes);
    await app.run();
    assert.equal((await activePairFor(app.deps, mentor.id, programmeId, pair.id)).value.state, 'active');
    for (const one of [mentee, mentor]) assert.match(text(lastCard(app, one.id)), /are a pair/);
    assert.deepEqual(
      (await pairsOfPerson(app.deps, mentee.id)).map(({ id }) => id),
      [pair.id],
    );
  });

  it('tell other features when they begin and end', async () => {
    const { app, programmeId, pair, begun, ended } = await activePair();
    assert.deepEqual([begun, ended], [[pair.id], []]);
    await endPair(app.deps, mentor.id, programmeId, pair.id, 'time');
    await app.run();
    assert.deepEqual(ended, [pair.id]);
  });

  it('take a press twice for one, and answer an old card with what is so now', async () => {
    const { app, programmeId } = await published(1, 1);
    await app.run();
    const offer = lastCard(app, mentee.id);
    const first = await pressed(app, mentee, offer, yes);
    assert.deepEqual(await pressed(app, mentee, offer, yes), first);
    assert.deepEqual(await pressed(app, mentee, offer, no), first);
    await app.run();
    assert.equal(app.cardsTo(mentor.id).length, 1);
    assert.equal((await onlyPair(app, programmeId)).state, 'offered');
  });

  it('are declined by the mentee without a word to the mentor, and counted without a name', async () => {
    const { app, programmeId } = await published(1, 1);
    await app.run();
    const asked = await pressed(app, mentee, lastCard(app, mentee.id), no);
    assert.ok(asked.kind === 'card');
    assert.equal((await onlyPair(app, programmeId)).state, 'offered', 'a no counts when it is confirmed');
    await pressed(app, mentee, asked.card, surely, { why: 'topics' });
    await app.run();
    assert.equal(app.cardsTo(mentor.id).length, 0);
    assert.equal((await onlyPair(app, programmeId)).state, 'declined');
    const counted = (await partings.list(app.deps.tables, programmeId)).map((row) => row.value);
    assert.deepEqual(counted, [{ what: 'declined', why: 'topics' }]);
    const figures = await matchingFigures(app.deps, programmeId);
    assert.deepEqual([figures.declined, figures.unmatched, figures.matched], [1, 1, 0]);
  });

  it('are declined by the mentor, and the mentee is told kindly without who and why', async () => {
    const { app, programmeId } = await published(1, 1);
    await app.run();
    await pressed(app, mentee, lastCard(app, mentee.id), yes);
    await app.run();
    const asked = await pressed(app, mentor, lastCard(app, mentor.id), no);
    assert.ok(asked.kind === 'card');
    await pressed(app, mentor, asked.card, surely, { why: 'click' });
    await app.run();
    const told = text(lastCard(app, mentee.id));
    assert.match(told, /go on looking/);
    assert.doesNotMatch(told, /501|good fit/);
    const again = await makeProposal(app.deps, coordinator, programmeId);
    assert.equal(again.counts.matched, 0, 'who was declined is not proposed again');
  });

  it('are offered to 150 mentees after a cut in the middle, each once', async () => {
    const { app, programmeId, proposal } = await published(150, 150);
    await offerPairs(app.deps, programmeId, proposal.id);
    await offerPairs(app.deps, programmeId, proposal.id);
    assert.equal((await pairsOfProgramme(app.deps, programmeId)).length, 40);
    for (let step = 0; (await offerPairs(app.deps, programmeId, proposal.id)) && step < 20; step += 1);
    const all = await pairsOfProgramme(app.deps, programmeId);
    assert.equal(all.length, 150);
    assert.equal(new Set(all.flatMap((one) => [one.menteeId, one.mentorId])).size, 300);
    assert.equal((await standings.list(app.deps.tables, programmeId)).length, 150);
  }).timeout(300_000);

  it('remind once after three working days, and wait in sight of the coordinator', async () => {
    const { app, programmeId } = await published(1, 1);
    await app.run();
    app.pass({ days: 3 });
    await app.run();
    assert.equal(app.cardsTo(mentee.id).length, 2);
    app.pass({ days: 7 });
    await app.run();
    assert.equal(app.cardsTo(mentee.id).length, 2);
    assert.equal((await matchingFigures(app.deps, programmeId)).overdue, 1);
  });

  it('tell who has no pair, kindly', async () => {
    const { app, programmeId } = await published(2, 1);
    await app.run();
    const titles = [1, 2].map((number) => text(lastCard(app, aPerson(number).id)));
    const told = titles.map((one) => one.includes('not found a mentor for you yet'));
    assert.equal(told.filter(Boolean).length, 1);
    assert.equal((await matchingFigures(app.deps, programmeId)).unmatched, 1);
    const waited = [1, 2].map(
      async (number) => (await applicationOf(app.deps, programmeId, aPerson(number).id))?.waited,
    );
    assert.deepEqual(await Promise.all(waited), told, 'who is told to come first next time does');
  });

  it('pause by one and go on by the same one', async () => {
    const { app, programmeId, pair } = await activePair();
    assert.equal((await pausePair(app.deps, mentee.id, programmeId, pair.id)).state, 'paused');
    await app.run();
    assert.match(text(lastCard(app, mentor.id)), /taking a break/);
    await assert.rejects(activePairFor(app.deps, mentor.id, programmeId, pair.id), /pair-not-active/);
    assert.equal((await resumePair(app.deps, mentor.id, programmeId, pair.id)).state, 'paused');
    assert.equal((await resumePair(app.deps, mentee.id, programmeId, pair.id)).state, 'active');
  });

  it('are no business of anybody else', async () => {
    const { app, programmeId, pair } = await activePair();
    await assert.rejects(endPair(app.deps, aPerson(900).id, programmeId, pair.id), /pair-gone/);
    await assert.rejects(pressed(app, aPerson(900), lastCard(app, mentee.id), 'Open our page'), /pair-gone/);
  });

  it('are taken back when somebody leaves, and whoever was asked is told', async () => {
    const { app, programmeId } = await published(1, 1);
    await app.run();
    await withdrawOffers(app.deps, programmeId, mentor.id);
    await app.run();
    assert.equal((await onlyPair(app, programmeId)).state, 'withdrawn');
    assert.match(text(lastCard(app, mentee.id)), /go on looking/);
    assert.equal((await standings.list(app.deps.tables, programmeId)).length, 0);
  });
});
