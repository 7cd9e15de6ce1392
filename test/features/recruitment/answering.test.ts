import assert from 'node:assert/strict';
import { saveApplication } from '../../../src/features/recruitment/applying/usecases.ts';
import { recruitmentActions } from '../../../src/features/recruitment/bot.ts';
import { recruitmentPageOf, sendCall } from '../../../src/features/recruitment/calls/usecases.ts';
import { preferencesOfPerson, setPreferences } from '../../../src/features/people/usecases.ts';
import type { Card } from '../../../src/platform/cards.ts';
import { someAnswers } from '../../support/applications.ts';
import { press } from '../../support/app.ts';
import { aCall, office, saidIn } from './office.ts';

/** One invited person with the card in the chat. */
async function invited() {
  const found = await office(1);
  const { app, me, who } = found;
  await sendCall(app.deps, me, 'p1', aCall());
  await app.run();
  const card = app.cardsTo(who.personId)[0]!;
  return {
    ...found,
    card,
    say: (title: string, on: Card = card) => press(app.deps, recruitmentActions, who, { card: on, title }),
    apply: () => saveApplication(app.deps, who, 'p1', { answers: someAnswers(), apply: true }),
    isAsked: async () => !((await preferencesOfPerson(app.deps, who.personId)).doNotAsk ?? false),
  };
}

const titlesOf = (card: Card): string[] => (card.buttons ?? []).map(({ title }) => title);

describe('the answer to an invitation, on an old card', () => {
  it('"do not ask" is not taken back by "not now", and by "ask me again" it is', async () => {
    const { say, isAsked } = await invited();
    await say('Do not ask again');
    const reply = await say('Not now');
    assert.ok(reply.kind === 'card' && saidIn(reply).includes('We will not ask again'), saidIn(reply));
    assert.equal(await isAsked(), false);
    const again = await say('Ask me again', reply.card);
    assert.equal(await isAsked(), true);
    assert.ok(again.kind === 'card');
    assert.deepEqual(titlesOf(again.card), ['Apply', 'Not now', 'Do not ask again']);
  });

  it('"do not ask" is kept and can be taken back when the round is over', async () => {
    const { app, say, isAsked } = await invited();
    app.pass({ days: 40 });
    const reply = await say('Do not ask again');
    assert.equal(await isAsked(), false);
    assert.ok(reply.kind === 'card');
    assert.ok(saidIn(reply).includes('Applying for this round is over'), saidIn(reply));
    assert.deepEqual(titlesOf(reply.card), ['Apply', 'Ask me again']);
    const again = await say('Ask me again', reply.card);
    assert.equal(await isAsked(), true);
    assert.ok(again.kind === 'card');
    assert.deepEqual(titlesOf(again.card), ['Apply'], 'for the waiting list');
  });

  it('"not now" says that the round is over when it is, and shows the way to the waiting list', async () => {
    const { app, say } = await invited();
    app.pass({ days: 40 });
    const reply = await say('Not now');
    assert.ok(reply.kind === 'card' && saidIn(reply).includes('Applying for this round is over'), saidIn(reply));
    assert.ok(titlesOf(reply.card).includes('Apply'), 'for the waiting list');
  });

  it('says the last day of a later call that prolonged applying', async () => {
    const { app, me, say } = await invited();
    app.pass({ hours: 1 });
    await sendCall(app.deps, me, 'p1', aCall({ closesOn: '2026-05-31' }));
    await app.run();
    app.pass({ days: 40 });
    const reply = await say('Not now');
    assert.ok(saidIn(reply).includes('31 May 2026'), saidIn(reply));
    assert.ok(reply.kind === 'card');
    const again = await say('Ask me again', reply.card);
    assert.ok(saidIn(again).includes('31 May 2026'), saidIn(again));
  });

  it('"not now" after applying says that the application stays', async () => {
    const { app, me, say, apply } = await invited();
    await apply();
    const reply = await say('Not now');
    assert.ok(saidIn(reply).includes('Your application stays as it is'), saidIn(reply));
    const { figures } = await recruitmentPageOf(app.deps, me, 'p1');
    assert.deepEqual([figures.notNow, figures.mentees], [0, 1]);
  });

  it('"do not ask" after applying is about invitations only, and says so', async () => {
    const { say, apply, isAsked } = await invited();
    await apply();
    const reply = await say('Do not ask again');
    assert.ok(saidIn(reply).includes('Your application stays as it is'), saidIn(reply));
    assert.equal(await isAsked(), false);
  });

  it('pressed twice at the same time is one answer', async () => {
    const { say, isAsked } = await invited();
    const replies = await Promise.all([say('Do not ask again'), say('Do not ask again')]);
    assert.deepEqual(
      replies.map(({ kind }) => kind),
      ['card', 'card'],
    );
    assert.equal(await isAsked(), false);
  });

  it('keeps a wish that was said in the settings', async () => {
    const { app, who, say, isAsked } = await invited();
    await setPreferences(app.deps, who.personId, { doNotAsk: true });
    const reply = await say('Not now');
    assert.ok(saidIn(reply).includes('We will not ask again'), saidIn(reply));
    assert.equal(await isAsked(), false);
  });
});

describe('the figure of "not now"', () => {
  it('counts who said no and has not applied', async () => {
    const { app, me, say, apply } = await invited();
    const notNow = async () => (await recruitmentPageOf(app.deps, me, 'p1')).figures.notNow;
    await say('Not now');
    assert.equal(await notNow(), 1);
    await apply();
    assert.equal(await notNow(), 0);
  });
});
