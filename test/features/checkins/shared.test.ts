import assert from 'node:assert/strict';
import { checkinsActions } from '../../../src/features/checkins/bot.ts';
import { checkInsOfPair } from '../../../src/features/checkins/differing/usecases.ts';
import type { SaidRated } from '../../../src/features/checkins/model.ts';
import { listNotes, readNote } from '../../../src/features/checkins/noting/usecases.ts';
import { checkInFigures } from '../../../src/features/checkins/results/usecases.ts';
import { checkIns } from '../../../src/features/checkins/store.ts';
import { recordCheckIn, takeBackShared, viewCheckIn } from '../../../src/features/checkins/usecases.ts';
import type { Card } from '../../../src/platform/cards.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { callerFor, coordinatorFor, press } from '../../support/app.ts';
import { at, colleague, coordinator, mentee, mentor, office, rated, ratedIn, reasonIs, stranger } from './office.ts';

async function inMonth() {
  const made = await office();
  const { app } = made;
  app.pass({ days: 30 });
  const say = (person: typeof mentee, over: Partial<SaidRated> = {}) =>
    recordCheckIn(app.deps, callerFor(person), at, rated(over));
  const seen = (person: typeof mentee) => viewCheckIn(app.deps, callerFor(person), at, 'day-30');
  const pairPage = (person: typeof mentee) => checkInsOfPair(app.deps, callerFor(person), at);
  const notes = () => listNotes(app.deps, 'p1');
  return { ...made, say, seen, pairPage, notes };
}

const open = { 'open-talks': 5, 'next-step': 4, 'more-options': 4, 'often-moved': 2 };
const closed = { 'open-talks': 2, 'next-step': 3, 'more-options': 'skipped', 'often-moved': 4 } as const;

describe('where two see it differently', () => {
  it('is told to both once both agreed: which sentences and an idea, and never a number', async () => {
    const { say, seen, pairPage } = await inMonth();
    await say(mentee, { ratings: open, share: true });
    assert.deepEqual([(await seen(mentee)).compared, (await seen(mentor)).compared], ['waits', 'off']);
    await say(mentor, { ratings: closed, share: true });
    for (const person of [mentee, mentor]) {
      const { compared } = await seen(person);
      assert.ok(Array.isArray(compared));
      assert.deepEqual(
        compared.map(({ id }) => id),
        ['open-talks', 'often-moved'],
      );
      const { differs } = await pairPage(person);
      assert.deepEqual(
        differs.map(({ round, items }) => [round, items]),
        [['day-30', compared]],
      );
      for (const { text, idea } of compared) assert.doesNotMatch(`${text} ${idea}`, /\d/);
    }
  });

  it('is told to nobody when one of the two did not agree, or takes it back', async () => {
    const { app, say, seen, pairPage } = await inMonth();
    await say(mentee, { ratings: open, share: true });
    await say(mentor, { ratings: closed });
    assert.deepEqual([(await seen(mentee)).compared, (await seen(mentor)).compared], ['waits', 'off']);
    await say(mentor, { ratings: closed, share: true });
    assert.equal((await pairPage(mentee)).differs.length, 1);
    await takeBackShared(app.deps, mentor.id, at, 'day-30');
    for (const person of [mentee, mentor]) assert.deepEqual((await pairPage(person)).differs, []);
    assert.deepEqual((await seen(mentor)).said, rated({ ratings: closed, share: false, noteFor: 'nobody' }));
  });

  it('stands as it was first told: whoever changes answers finds out nothing more', async () => {
    const { say, seen } = await inMonth();
    await say(mentee, { ratings: open, share: true });
    await say(mentor, { ratings: closed, share: true });
    const first = (await seen(mentee)).compared;
    for (const value of [1, 2, 3, 4]) {
      await say(mentee, { ratings: { ...open, 'open-talks': value, 'next-step': 1 }, share: true });
      assert.deepEqual((await seen(mentee)).compared, first);
    }
  });

  it('is the same when both answer at one moment', async () => {
    const { say, seen } = await inMonth();
    await Promise.all([say(mentee, { ratings: open, share: true }), say(mentor, { ratings: closed, share: true })]);
    assert.deepEqual((await seen(mentee)).compared, (await seen(mentor)).compared);
    assert.ok(Array.isArray((await seen(mentee)).compared));
  });

  it('says so when their answers are near each other', async () => {
    const { say, seen } = await inMonth();
    await say(mentee, { share: true });
    await say(mentor, { share: true });
    assert.equal((await seen(mentor)).compared, 'alike');
  });

  it('is never on a page of the coordinators, and there is no way to ask for it', async () => {
    const { app, say, notes } = await inMonth();
    await say(mentee, { ratings: open, share: true });
    await say(mentor, { ratings: closed, share: true });
    const figures = await checkInFigures(app.deps, 'p1');
    assert.ok(figures.rounds.every(({ released }) => released === undefined));
    assert.deepEqual(await notes(), []);
    for (const one of [coordinator, colleague, stranger])
      await assert.rejects(checkInsOfPair(app.deps, callerFor(one), at), reasonIs('pair-gone'));
  });
});

describe('a note in a check-in', () => {
  it('is read by nobody else unless its writer chooses', async () => {
    const { app, say, pairPage, notes } = await inMonth();
    await say(mentee, { note: 'secret', noteFor: 'nobody' });
    await app.run();
    assert.deepEqual([(await pairPage(mentor)).notes, await notes(), app.cardsTo(coordinator.id)], [[], [], []]);
    app.pass({ days: 8 });
    await app.run();
    assert.doesNotMatch(JSON.stringify(await checkInFigures(app.deps, 'p1')), /secret/);
  });

  it('for the partner stands on the page of the two, and only the partner hears of it', async () => {
    const { app, say, pairPage, notes } = await inMonth();
    await app.run();
    const before = app.cardsTo(mentor.id).length;
    await say(mentee, { note: 'a word to Tom', noteFor: 'partner' });
    await say(mentee, { note: 'a word to Tom', noteFor: 'partner' });
    await app.run();
    const cards = app.cardsTo(mentor.id);
    assert.equal(cards.length, before + 1);
    assert.ok(cards.some((card) => JSON.stringify(card.body).includes('wrote something for you')));
    assert.doesNotMatch(JSON.stringify(cards), /a word to Tom/);
    assert.deepEqual(
      (await pairPage(mentor)).notes.map(({ text }) => text),
      ['a word to Tom'],
    );
    assert.deepEqual([(await pairPage(mentee)).notes, await notes()], [[], []]);
    await takeBackShared(app.deps, mentee.id, at, 'day-30');
    assert.deepEqual((await pairPage(mentor)).notes, []);
  });

  it('for the coordinators comes with the name, until one of the team has read it', async () => {
    const { app, say, pairPage, notes } = await inMonth();
    await say(mentee, { note: 'for the team', noteFor: 'coordinator' });
    await app.run();
    assert.equal(app.cardsTo(coordinator.id).length, 1);
    assert.doesNotMatch(JSON.stringify(app.cardsTo(coordinator.id)), /for the team/);
    const [note] = await notes();
    assert.deepEqual([note?.person.name, note?.text], ['Sofia', 'for the team']);
    assert.doesNotMatch(JSON.stringify(note), /ratings|open-talks/);
    assert.deepEqual((await pairPage(mentor)).notes, []);
    const read = (who: typeof coordinator) =>
      readNote(app.deps, coordinatorFor(who), 'p1', { ...note!, personId: mentee.id, at: Infinity });
    for (const other of [colleague, mentee])
      await assert.rejects(read(other), (error) => isFailure(error, 'not-found'));
    assert.equal((await notes()).length, 1);
    await read(coordinator);
    assert.deepEqual(await notes(), []);
    app.pass({ minutes: 1 });
    await say(mentee, { note: 'once more', noteFor: 'coordinator' });
    assert.deepEqual(
      (await notes()).map(({ text }) => text),
      ['once more'],
    );
  });

  it('that is taken back before it left is told to nobody', async () => {
    const { app, say } = await inMonth();
    app.pass({ hours: 9 });
    await say(mentee, { note: 'for the team', noteFor: 'coordinator' });
    await app.run();
    await takeBackShared(app.deps, mentee.id, at, 'day-30');
    app.pass({ hours: 16 });
    await app.run();
    assert.deepEqual(app.cardsTo(coordinator.id), []);
  });

  it('cannot be for a partner any more once the two are no pair', async () => {
    const { app, setState } = await inMonth();
    app.pass({ days: 1 });
    await setState('ended');
    const said = ratedIn('close', { note: 'x', noteFor: 'partner' });
    await assert.rejects(recordCheckIn(app.deps, callerFor(mentee), at, said), reasonIs('reader-gone'));
    assert.ok(!(await viewCheckIn(app.deps, callerFor(mentee), at, 'close')).readers.includes('partner'));
  });
});

describe('answers to other questions than are asked', () => {
  const oldCard: Card = {
    summary: '',
    body: [],
    buttons: [{ title: 'Send', verb: 'checkins.answer', subject: at }],
  };
  const old = { 'open-talks': '4', 'next-step': 'skipped', 'more-options': '2', 'often-moved': '1' };

  it('of a card that was sent before there were more rounds are kept as it said', async () => {
    const { app, answersOf } = await inMonth();
    const inputs = { ...old, note: 'as before', contact: 'no' };
    await press(app.deps, checkinsActions, callerFor(mentee), { card: oldCard, title: 'Send', inputs });
    const [said] = await answersOf();
    assert.ok(said && 'ratings' in said && said.noteFor === undefined);
    assert.deepEqual(said.ratings, { 'open-talks': 4, 'next-step': 'skipped', 'more-options': 2, 'often-moved': 1 });
  });

  it('of a card with other questions are kept as far as they are asked, the rest as not said', async () => {
    const { app, answersOf } = await inMonth();
    const inputs = { 'open-talks': '4', 'no-more-asked': '3', contact: 'no' };
    await press(app.deps, checkinsActions, callerFor(mentee), { card: oldCard, title: 'Send', inputs });
    const [said] = await answersOf();
    assert.deepEqual(said && 'ratings' in said && said.ratings, {
      ...{ 'open-talks': 4, 'next-step': 'skipped', 'more-options': 'skipped', 'often-moved': 'skipped' },
    });
  });

  it('of a page with other questions, or out of the scale, are refused and nothing is kept', async () => {
    const { app, answersOf } = await inMonth();
    for (const ratings of [{ 'talk-open': 4 }, { 'open-talks': 0 }, { 'open-talks': 6 }])
      await assert.rejects(
        recordCheckIn(app.deps, callerFor(mentee), at, rated({ ratings })),
        reasonIs('questions-changed'),
      );
    await assert.rejects(
      recordCheckIn(app.deps, callerFor(mentee), at, rated({ round: 'day-14' })),
      reasonIs('questions-changed'),
    );
    assert.deepEqual(await answersOf(), []);
  });

  it('that were kept before are read, shown and counted', async () => {
    const { app, seen } = await inMonth();
    const { noteFor: _, share: __, ...said } = rated({ note: 'of before' });
    await app.deps.tables.commit([
      checkIns.create('p1', [at.pairId, 'day-30', mentee.id], {
        ...{ pairId: at.pairId, personId: mentee.id },
        said,
        at: 1,
      }),
    ]);
    assert.deepEqual((await seen(mentee)).said, said);
    assert.equal((await seen(mentee)).compared, 'off');
  });
});
