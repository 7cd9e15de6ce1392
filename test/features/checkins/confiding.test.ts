import assert from 'node:assert/strict';
import { checkinsActions } from '../../../src/features/checkins/bot.ts';
import { checkInCard } from '../../../src/features/checkins/cards.ts';
import { confiding, type Confiding } from '../../../src/features/checkins/confiding/usecases.ts';
import { checkInsOfPair } from '../../../src/features/checkins/differing/usecases.ts';
import { checkinsJobs } from '../../../src/features/checkins/jobs.ts';
import type { SaidRated } from '../../../src/features/checkins/model.ts';
import { listNotes } from '../../../src/features/checkins/noting/usecases.ts';
import { checkInFigures } from '../../../src/features/checkins/results/usecases.ts';
import { checkIns } from '../../../src/features/checkins/store.ts';
import {
  recordCheckIn,
  takeBackShared,
  viewCheckIn,
  viewCheckInPage,
} from '../../../src/features/checkins/usecases.ts';
import { setAdvising } from '../../../src/features/concerns/advisers/usecases.ts';
import { advisersAsReaders, notesFor, readNote } from '../../../src/features/concerns/confiding/usecases.ts';
import { concernsJobs } from '../../../src/features/concerns/jobs.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import type { Card } from '../../../src/platform/cards.ts';
import { Failure } from '../../../src/platform/errors.ts';
import { aPerson, callerFor, press } from '../../support/app.ts';
import { at, coordinator, mentee, mentor, office, rated, reasonIs } from './office.ts';

const [adviser, boss] = [aPerson(5, { name: 'Ada' }), aPerson(6, { name: 'Boss' })];
const asAdviser = callerFor(adviser, { roles: ['Adviser'] });
const secret = 'what only an adviser may read';
const ratings = { 'open-talks': '4', 'next-step': '4', 'more-options': '4', 'often-moved': '2' };

async function inMonth({ takes = true } = {}) {
  const { app, setState } = await office({}, usualHours, concernsJobs);
  await app.addPeople({ ...mentee, managerId: boss.id }, adviser, boss);
  const setTakes = (one: typeof adviser, does: boolean) =>
    setAdvising(app.deps, callerFor(one, { roles: ['Adviser'] }), { speaks: ['nl'], takes: does });
  await setTakes(adviser, takes);
  app.pass({ days: 30 });
  const deps: Confiding = { ...app.deps, confidence: advisersAsReaders };
  const page = () => viewCheckInPage(deps, callerFor(mentee), at, 'day-30');
  const say = (over: Partial<SaidRated> = {}) => recordCheckIn(deps, callerFor(mentee), at, rated(over));
  const confide = (note = secret) => say({ note, noteFor: 'adviser' });
  const kept = async () => (await checkIns.find(app.deps.tables, 'p1', at.pairId, 'day-30', mentee.id))?.value.said;
  const read = async () => (await notesFor(app.deps, adviser.id)).map(({ text }) => text);
  return { app, deps, setState, setTakes, page, say, confide, kept, read };
}

describe('a note for the confidential advisers', function () {
  this.timeout(60_000);

  it('is offered with the names of those who would read it, and only while there are any', async () => {
    const { page, setTakes } = await inMonth({ takes: false });
    assert.ok(!(await page()).readers.includes('adviser'));
    await setTakes(boss, true);
    assert.ok(!(await page()).readers.includes('adviser'), 'only the own manager takes requests');
    await setTakes(adviser, true);
    const { readers, advisers } = await page();
    assert.deepEqual([readers.includes('adviser'), advisers], [true, ['Ada']]);
  });

  it('leaves an answer that is the same as one without a note: row, pair page, coordinators, figures', async () => {
    const { app, confide, kept, say, read } = await inMonth();
    await say();
    const without = await kept();
    await confide();
    assert.deepEqual(await kept(), without);
    assert.deepEqual(await read(), [secret]);
    app.pass({ days: 8 });
    await app.run();
    const seen = [
      ...[await checkInsOfPair(app.deps, callerFor(mentor), at), await listNotes(app.deps, 'p1')],
      ...[await checkInFigures(app.deps, 'p1'), app.cardsTo(mentor.id), app.cardsTo(coordinator.id)],
    ];
    assert.doesNotMatch(JSON.stringify(seen), new RegExp(secret));
    assert.deepEqual(app.cardsTo(coordinator.id), []);
    const programme = await app.deps.tables.range('programmes', 'p1', { from: 'a', to: 'zz' });
    assert.ok(programme.length > 5);
    assert.doesNotMatch(JSON.stringify(programme), /what only|adviser|Ada|concerns/);
  });

  it('is seen by its writer, changed, read, and gone when it is taken back or others are to read it', async () => {
    const { deps, page, confide, say, read, kept } = await inMonth();
    await confide();
    const { confided } = await page();
    assert.deepEqual([confided?.text, confided?.advisers, confided?.read], [secret, ['Ada'], undefined]);
    await confide('other words');
    assert.deepEqual(await read(), ['other words']);
    const [one] = await notesFor(deps, adviser.id);
    await readNote(deps, asAdviser, one!.id);
    assert.equal((await page()).confided?.read?.by, 'Ada');
    await takeBackShared(deps, mentee.id, at, 'day-30');
    assert.deepEqual([(await page()).confided, await read()], [undefined, []]);
    await confide();
    await say({ note: 'for Tom', noteFor: 'partner' });
    const said = await kept();
    assert.deepEqual([await read(), said && 'note' in said && said.note], [[], 'for Tom']);
    await confide();
    await say({ note: '', noteFor: 'nobody' });
    assert.deepEqual(await read(), []);
  });

  it('is one however often it is sent, also at one moment', async () => {
    const { app, confide, read } = await inMonth();
    await Promise.all([confide(), confide(), confide()]);
    await confide();
    await app.run();
    assert.deepEqual(await read(), [secret]);
    assert.equal(app.cardsTo(adviser.id).length, 1);
  });

  it('is never a signal, and asks for no contact', async () => {
    const { app, confide } = await inMonth();
    await confide();
    await app.run();
    assert.deepEqual(await app.deps.tables.range('programmes', 'p1', { from: 'word.', to: 'word/' }), []);
  });

  it('is refused with a sentence when nobody can read it, and nothing is kept', async () => {
    const { confide, kept } = await inMonth({ takes: false });
    await assert.rejects(confide(), reasonIs('adviser-none'));
    assert.equal(await kept(), undefined);
  });

  it('stays for the next adviser when nobody takes requests any more, and may be changed meanwhile', async () => {
    const { deps, page, confide, setTakes, read } = await inMonth();
    await confide();
    await setTakes(adviser, false);
    assert.deepEqual((await page()).confided?.advisers, []);
    await confide('while nobody is there');
    assert.deepEqual(await read(), []);
    await setTakes(boss, true);
    assert.deepEqual(await notesFor(deps, boss.id), [], 'the next one is the manager');
    await setTakes(adviser, true);
    assert.deepEqual(await read(), ['while nobody is there']);
  });

  it('stays as requests do when the pair ends, and can be taken back then', async () => {
    const { deps, page, confide, setState, read } = await inMonth();
    await confide();
    await setState('ended');
    assert.equal((await page()).confided?.text, secret);
    assert.deepEqual(await read(), [secret]);
    await takeBackShared(deps, mentee.id, at, 'day-30');
    assert.deepEqual(await read(), []);
  });

  it('needs the vault alone: while that is away answers are taken, and what was confided is neither shown nor lost', async () => {
    const { deps, page, say, confide, read } = await inMonth();
    const away = () => Promise.reject(new Failure('unavailable', 'vault-down'));
    const without: Confiding = { ...deps, concernsRing: () => ({ pseudonym: away, seal: away, open: away }) as never };
    const answer = (over: Partial<SaidRated>) => recordCheckIn(without, callerFor(mentee), at, rated(over));
    await answer({ note: 'mine', noteFor: 'nobody' });
    await say({ note: '', noteFor: 'nobody' });
    await confide();
    await answer({});
    assert.equal((await viewCheckInPage(without, callerFor(mentee), at, 'day-30')).confided, undefined);
    assert.deepEqual([(await page()).confided?.text, await read()], [secret, [secret]]);
    await assert.rejects(answer({ note: 'x', noteFor: 'adviser' }), reasonIs('vault-down'));
    assert.deepEqual(await read(), [secret]);
  });
});

describe('a card and a note for the advisers', function () {
  this.timeout(60_000);

  const readersIn = (card: Card): string[] => {
    const field = card.body.find(({ id }) => id === 'reader');
    return ((field?.['choices'] ?? []) as { value: string }[]).map(({ value }) => value);
  };

  it('offers them where somebody takes requests', async () => {
    for (const takes of [true, false]) {
      const { app, deps } = await inMonth({ takes });
      const job = confiding(advisersAsReaders, checkinsJobs).find(({ name }) => name === 'checkins.ask')!;
      await job.run(deps, { ...at, round: 'day-30', personId: mentee.id }, { id: 'task', due: 0 });
      const card = app.cardsTo(mentee.id).at(-1);
      assert.equal(card && readersIn(card).includes('adviser'), takes);
    }
  });

  it('shows the same thanks whether something was confided, and not the words', async () => {
    const { app, deps, read } = await inMonth();
    const { readers } = await viewCheckIn(app.deps, callerFor(mentee), at, 'day-30');
    const card = checkInCard('en', { ...at, round: 'day-30', partner: mentor, readers: [...readers, 'adviser'] });
    const send = async (inputs: object) => {
      const all = { ...ratings, contact: 'no', ...inputs };
      const reply = await press(deps, checkinsActions, callerFor(mentee), { card, title: 'Send', inputs: all });
      assert.equal(reply.kind, 'card');
      return JSON.stringify(reply);
    };
    const plain = await send({ note: '', reader: 'nobody' });
    assert.equal(await send({ note: secret, reader: 'adviser' }), plain);
    assert.match(plain, /kept apart/);
    assert.deepEqual(await read(), [secret]);
  });

  it('that is sent again without a note leaves alone what was confided, and shows nothing of it', async () => {
    const { app, deps, confide, read, page } = await inMonth();
    await confide();
    const thanks: Card = {
      ...{ summary: '', body: [] },
      buttons: [{ title: 'Change', verb: 'checkins.change', subject: { ...at, round: 'day-30' } }],
    };
    const reply = await press(deps, checkinsActions, callerFor(mentee), { card: thanks, title: 'Change' });
    assert.ok(reply.kind === 'card');
    assert.doesNotMatch(JSON.stringify(reply), new RegExp(secret));
    const inputs = { ...ratings, 'open-talks': '5', note: '', reader: 'nobody', contact: 'no' };
    await press(deps, checkinsActions, callerFor(mentee), { card: reply.card, title: 'Send', inputs });
    assert.deepEqual(await read(), [secret]);
    const { said } = await page();
    assert.equal(said && 'ratings' in said && said.ratings['open-talks'], 5);
    await press(deps, checkinsActions, callerFor(mentee), {
      ...{ card: reply.card, title: 'Send', inputs: { ...inputs, note: 'for all to read', reader: 'coordinator' } },
    });
    assert.deepEqual(await read(), []);
    assert.equal((await listNotes(app.deps, 'p1')).length, 1);
  });
});
