import assert from 'node:assert/strict';
import type { Pair } from '../../../src/features/pairs/model.ts';
import { pairLines, pairs } from '../../../src/features/pairs/store.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import { createProgramme } from '../../../src/features/programmes/usecases.ts';
import { recognitionActions } from '../../../src/features/recognition/bot.ts';
import { receiveCard } from '../../../src/features/recognition/cards.ts';
import { recognitionJobs } from '../../../src/features/recognition/jobs.ts';
import { isShown, type Thanks } from '../../../src/features/recognition/model.ts';
import {
  sayThanks,
  showThanks,
  suggestThanks,
  takeBackThanks,
  thanksFigures,
  thanksOfPair,
  wallOf,
} from '../../../src/features/recognition/usecases.ts';
import { say } from '../../../src/features/recognition/words.ts';
import { meetings } from '../../../src/features/meetings/store.ts';
import { day, hour } from '../../../src/platform/clock.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { languages } from '../../../src/platform/words.ts';
import { aPerson, callerFor, coordinatorFor, press, testApp } from '../../support/app.ts';

const [mentee, mentor] = [aPerson(1, { givenName: 'Sofia' }), aPerson(2, { givenName: 'Tom' })];
const [coordinator, stranger] = [aPerson(3), aPerson(4)];
const gone = (error: unknown): boolean => isFailure(error, 'not-found');

async function aProgramme() {
  const app = await testApp({ jobs: recognitionJobs });
  await app.addPeople(mentee, mentor, coordinator, stranger);
  Object.assign(app.deps, { directory: { workingHours: async () => usualHours } });
  const { id: programmeId } = await createProgramme(app.deps, coordinatorFor(coordinator), {
    ...{ name: 'Together', forWhom: 'All', why: 'Growth', howChosen: 'All are asked', goals: [], language: 'en' },
    ...{ startsOn: '2026-03-01', endsOn: '2026-12-01' },
  });
  const at = { programmeId, pairId: 'pair-1' };
  const pair: Pair = {
    ...{ id: at.pairId, programmeId, proposalId: 'x', menteeId: mentee.id, mentorId: mentor.id },
    ...{ state: 'active', reasons: [], offeredAt: 1, activeAt: app.clock.now() },
  };
  await app.deps.tables.commit([pairs.create(programmeId, pair.id, pair)]);
  for (const one of [mentee, mentor]) await app.deps.tables.commit([pairLines.put(one.id, pair.id, at)]);
  const met = app.clock.now() + day;
  const meeting = { id: 'first', ...at, start: met, end: met + hour, organiserId: mentee.id };
  await app.deps.tables.commit([
    meetings.create(programmeId, [at.pairId, 'first'], { ...meeting, state: 'planned', byHand: true, sequence: 0 }),
  ]);
  const wall = async () => (await wallOf(app.deps, callerFor(mentor), programmeId)).thanks.map(({ text }) => text);
  return { app, at, pair, programmeId, wall };
}

describe('thanks', () => {
  it('reach the partner once, however often the same words are sent', async () => {
    const { app, at, programmeId } = await aProgramme();
    const draft = { text: 'I dare to ask now', show: false };
    await Promise.all([1, 2].map(() => sayThanks(app.deps, mentee.id, at, draft)));
    await sayThanks(app.deps, mentee.id, at, draft);
    await app.run();
    assert.equal(app.cardsTo(mentor.id).length, 1);
    assert.deepEqual(await thanksFigures(app.deps, programmeId), { said: 1 });
  });

  it('stay between the two: coordinators count them, and nobody else sees anything', async () => {
    const { app, at, programmeId } = await aProgramme();
    await sayThanks(app.deps, mentee.id, at, { text: 'Between us', show: false });
    assert.deepEqual(await wallOf(app.deps, coordinatorFor(coordinator), programmeId), { thanks: [] });
    await assert.rejects(wallOf(app.deps, coordinatorFor(stranger), programmeId), gone);
    await assert.rejects(wallOf(app.deps, callerFor(coordinator), programmeId), gone);
    await assert.rejects(thanksOfPair(app.deps, coordinator.id, at), gone);
    await assert.rejects(sayThanks(app.deps, stranger.id, at, { text: 'Hello', show: false }), gone);
  });

  it('are not shown any more once one of the two has left, who cannot take them back', async () => {
    const { app, at, programmeId, wall } = await aProgramme();
    const { id } = await sayThanks(app.deps, mentee.id, at, { text: 'For all', show: true });
    await showThanks(app.deps, mentor.id, programmeId, id, true);
    assert.deepEqual(await wall(), ['For all']);
    await app.addPeople({ ...mentee, leftAt: app.clock.now() });
    assert.deepEqual(await wall(), []);
  });

  it('are shown only while both want it, and either ends that', async () => {
    const { app, at, programmeId, wall } = await aProgramme();
    const { id } = await sayThanks(app.deps, mentee.id, at, { text: 'For all', show: true });
    assert.deepEqual(await wall(), []);
    await showThanks(app.deps, mentor.id, programmeId, id, true);
    assert.deepEqual(await wall(), ['For all']);
    await showThanks(app.deps, mentor.id, programmeId, id, false);
    assert.deepEqual(await wall(), []);
    await showThanks(app.deps, mentor.id, programmeId, id, true);
    await takeBackThanks(app.deps, mentee.id, programmeId, id);
    assert.deepEqual(await wall(), []);
  });

  it('are shown, hidden and taken back by nobody else', async () => {
    const { app, at, programmeId } = await aProgramme();
    const { id } = await sayThanks(app.deps, mentee.id, at, { text: 'Ours', show: true });
    for (const one of [stranger, coordinator])
      await assert.rejects(showThanks(app.deps, one.id, programmeId, id, true), gone);
    for (const one of [stranger, mentor]) await assert.rejects(takeBackThanks(app.deps, one.id, programmeId, id), gone);
  });

  it('are agreed to in the card, and an old card after they were taken back says so', async () => {
    const { app, at, programmeId, wall } = await aProgramme();
    const { id } = await sayThanks(app.deps, mentee.id, at, { text: 'Shown', show: true });
    await app.run();
    const card = app.cardsTo(mentor.id)[0]!;
    const agree = { card, title: say('en', 'receive.agree') };
    await press(app.deps, recognitionActions, callerFor(mentor), agree);
    assert.deepEqual(await wall(), ['Shown']);
    await takeBackThanks(app.deps, mentee.id, programmeId, id);
    const late = await press(app.deps, recognitionActions, callerFor(mentor), agree);
    assert.deepEqual(late, { kind: 'message', text: say('en', 'gone') });
  });

  it('are suggested to both, and not to whoever has said them', async () => {
    const { app, at, pair } = await aProgramme();
    await suggestThanks(app.deps, pair);
    await suggestThanks(app.deps, pair);
    await sayThanks(app.deps, mentee.id, at, { text: 'Already', show: false });
    app.pass({ days: 55 });
    await app.run();
    assert.equal(app.cardsTo(mentee.id).length, 0);
    assert.equal(app.cardsTo(mentor.id).filter((one) => one.summary === say('en', 'suggest.summary')).length, 1);
  });

  it('can be written in the suggestion, but not without words', async () => {
    const { app, at, pair, programmeId } = await aProgramme();
    await suggestThanks(app.deps, pair);
    app.pass({ days: 55 });
    await app.run();
    const suggestion = { card: app.cardsTo(mentee.id)[0]!, title: say('en', 'send') };
    const empty = { ...suggestion, inputs: { text: '   ', show: 'no' } };
    await assert.rejects(press(app.deps, recognitionActions, callerFor(mentee), empty), { name: 'ZodError' });
    const written = { ...suggestion, inputs: { text: 'Thank you', show: 'yes' } };
    await press(app.deps, recognitionActions, callerFor(mentee), written);
    assert.deepEqual(await thanksFigures(app.deps, programmeId), { said: 1 });
    assert.equal((await thanksOfPair(app.deps, mentor.id, at)).thanks[0]?.text, 'Thank you');
  });
});

describe('the card of a thank-you', () => {
  const one: Thanks = {
    ...{ id: 't1', programmeId: 'p1', pairId: 'pair-1', from: mentee.id, to: mentor.id, at: 1 },
    ...{ text: '[press](https://evil.test) **now**\u202e', senderShows: false, receiverShows: false },
  };

  it('shows what was typed, and nothing in the notification', () => {
    for (const language of languages) {
      const card = receiveCard(language, one, 'Sofia');
      const text = JSON.stringify(card.body);
      assert.ok(!text.includes('[press]('), language);
      assert.ok(!text.includes('\u202e'), language);
      assert.ok(!card.summary.includes('Sofia') && !card.summary.includes('press'), language);
    }
  });

  it('asks whether others may read it only when the sender offers that', () => {
    assert.equal(receiveCard('en', one, 'Sofia').buttons?.length, 0);
    assert.equal(receiveCard('en', { ...one, senderShows: true }, 'Sofia').buttons?.length, 2);
    assert.equal(receiveCard('en', { ...one, senderShows: true }, 'Sofia', 'kept').buttons?.length, 0);
  });

  it('is shown with two yeses only', () => {
    for (const senderShows of [true, false])
      for (const receiverShows of [true, false])
        assert.equal(isShown({ ...one, senderShows, receiverShows }), senderShows && receiverShows);
  });
});
