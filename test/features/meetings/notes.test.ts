import assert from 'node:assert/strict';
import fc from 'fast-check';
import { logMeeting } from '../../../src/features/meetings/after/usecases.ts';
import { enterByHand } from '../../../src/features/meetings/booking/usecases.ts';
import { mostPoints, ownNotes } from '../../../src/features/meetings/notes/model.ts';
import { phaseOf } from '../../../src/features/meetings/notes/rules.ts';
import {
  addAgreed,
  addPoint,
  addQuestion,
  keepOwnNotes,
  notesFor,
  questionsFor,
  takeBackAgreed,
  takeBackPoint,
  tickAgreed,
} from '../../../src/features/meetings/notes/usecases.ts';
import { phases } from '../../../src/features/meetings/questions/model.ts';
import { meetings } from '../../../src/features/meetings/store.ts';
import { pairLines, pairs } from '../../../src/features/pairs/store.ts';
import type { Pair } from '../../../src/features/pairs/model.ts';
import { onlyRow, programmes } from '../../../src/features/programmes/store.ts';
import { day } from '../../../src/platform/clock.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import { setPreferences } from '../../../src/features/people/usecases.ts';
import { aDraft } from '../../support/applications.ts';
import { aPerson, callerFor, coordinatorFor, testApp } from '../../support/app.ts';

const [mentee, mentor, stranger] = [aPerson(1, { givenName: 'Sofia' }), aPerson(2, { givenName: 'Tom' }), aPerson(3)];
const inPair = { programmeId: 'p1', pairId: 'pair-1' };
const byText = (one: readonly unknown[], other: readonly unknown[]): number =>
  String(one[0]).localeCompare(String(other[0]));
const noLines = { take: '', next: '', tell: '' };
const reasonIs = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;

/** A pair with a meeting behind it and one to come. */
async function twoMeetings() {
  const app = await testApp();
  await app.addPeople(mentee, mentor, stranger);
  Object.assign(app.deps, { directory: { workingHours: async () => usualHours } });
  const now = app.clock.now();
  const times = {
    zone: 'Europe/Brussels',
    createdAt: now,
    stageAt: now,
    createdBy: stranger.id,
    stage: 'run',
  } as const;
  const programme = { ...aDraft({ startsOn: '2026-02-01', endsOn: '2026-11-01' }), id: 'p1', ...times };
  const pair: Pair = {
    ...{ id: 'pair-1', programmeId: 'p1', proposalId: 'x', menteeId: mentee.id, mentorId: mentor.id },
    ...{ state: 'active', reasons: [], offeredAt: 1, activeAt: 1 },
  };
  await app.deps.tables.commit([programmes.create('p1', onlyRow, programme), pairs.create('p1', pair.id, pair)]);
  for (const one of [mentee, mentor]) await app.deps.tables.commit([pairLines.put(one.id, pair.id, inPair)]);
  const before = await logMeeting(app.deps, callerFor(mentee), inPair, '2026-03-02');
  const next = await enterByHand(app.deps, callerFor(mentee), inPair, { start: now + 7 * day, minutes: 60 });
  const at = (meetingId: string) => ({ ...inPair, meetingId });
  return {
    app,
    deps: app.deps,
    pair,
    last: at(before.id),
    at: at(next.id),
    me: callerFor(mentee),
    other: callerFor(mentor),
  };
}

describe('the page of a meeting', () => {
  it('has points of both, and the same words twice are one line', async () => {
    const { deps, at, me, other } = await twoMeetings();
    await Promise.all([
      addPoint(deps, me, at, { text: 'My year' }),
      addPoint(deps, me, at, { text: 'My year' }),
      addPoint(deps, other, at, { text: 'A course' }),
    ]);
    const seen = await notesFor(deps, other, at);
    assert.deepEqual(seen.points.map(({ text, mine }) => [text, mine]).sort(byText), [
      ['A course', true],
      ['My year', false],
    ]);
    const [theirs, own] = [seen.points.find((one) => !one.mine)!, seen.points.find((one) => one.mine)!];
    await assert.rejects(takeBackPoint(deps, other, { ...at, lineId: theirs.id }), reasonIs('not-your-line'));
    for (const turn of [1, 2])
      await takeBackPoint(deps, other, { ...at, lineId: own.id }).catch(() => assert.fail(String(turn)));
    assert.equal((await notesFor(deps, me, at)).points.length, 1);
  }).timeout(300_000);

  it('shows what was agreed last time, for each in their own words, until it is done', async () => {
    const { deps, at, last, me, other } = await twoMeetings();
    await addAgreed(deps, me, last, { text: 'Call Ana', who: 'me', until: '2026-03-20' });
    await addAgreed(deps, other, last, { text: 'Send the list', who: 'both' });
    const mine = (await notesFor(deps, me, at)).agreed;
    assert.deepEqual(mine.map(({ text, who, before, mine: own }) => [text, who, before, own]).sort(byText), [
      ['Call Ana', 'me', true, true],
      ['Send the list', 'both', true, false],
    ]);
    const theirs = (await notesFor(deps, other, at)).agreed.find(({ text }) => text === 'Call Ana')!;
    assert.deepEqual([theirs.who, theirs.until], ['partner', '2026-03-20']);
    await Promise.all(
      [1, 2].map(() => tickAgreed(deps, other, { ...at, lineId: theirs.id }, true).catch(() => undefined)),
    );
    assert.equal((await notesFor(deps, me, at)).agreed.find(({ id }) => id === theirs.id)?.done, true);
    await assert.rejects(takeBackAgreed(deps, other, { ...at, lineId: theirs.id }), reasonIs('not-your-line'));
    await takeBackAgreed(deps, me, { ...at, lineId: theirs.id });
    assert.equal((await notesFor(deps, me, at)).agreed.length, 1);
  }).timeout(300_000);

  it('keeps own notes for their writer alone, and no window overwrites another', async () => {
    const { deps, at, me, other } = await twoMeetings();
    const first = await keepOwnNotes(deps, me, at, { ...noLines, text: 'Only mine', version: 0 });
    assert.deepEqual(
      await keepOwnNotes(deps, me, at, { ...noLines, text: 'Only mine', version: 0 }),
      first,
      'the same press twice',
    );
    await assert.rejects(
      keepOwnNotes(deps, me, at, { ...noLines, text: 'Other window', version: 0 }),
      reasonIs('notes-changed'),
    );
    assert.equal((await notesFor(deps, other, at)).own.text, '');
    assert.equal((await notesFor(deps, me, at)).own.text, 'Only mine');
    await keepOwnNotes(deps, me, at, { ...noLines, text: '', version: first.version });
    assert.equal((await notesFor(deps, me, at)).own.version, 0, 'an empty text takes them back');
  }).timeout(300_000);

  it('keeps three lines beside the notes, and reads notes that were kept before there were any', async () => {
    const { deps, at, me, other } = await twoMeetings();
    assert.deepEqual(ownNotes.parse({ text: 'Old', version: 4 }), { ...noLines, text: 'Old', version: 4 });
    const lines = { take: 'I may ask', next: 'Write to Ana', tell: 'That it helped' };
    const { version } = await keepOwnNotes(deps, me, at, { ...lines, text: '', version: 0 });
    assert.deepEqual((await notesFor(deps, me, at)).own, { ...lines, text: '', version });
    assert.deepEqual((await notesFor(deps, other, at)).own, { ...noLines, text: '', version: 0 });
    const changed = { ...lines, take: 'Another window', text: '' };
    await assert.rejects(keepOwnNotes(deps, me, at, { ...changed, version: 0 }), reasonIs('notes-changed'));
    await keepOwnNotes(deps, me, at, { ...noLines, text: '', version });
    assert.equal((await notesFor(deps, me, at)).own.version, 0, 'without a word nothing is kept');
  }).timeout(300_000);

  it('makes a ready question a point once, whoever of the two chooses it, and each reads it in their language', async () => {
    const { deps, at, me, other } = await twoMeetings();
    const [dutch, french] = [{ ...me, language: 'nl' } as const, { ...other, language: 'fr' } as const];
    const before = await questionsFor(deps, dutch, { ...at, topic: 'networking' });
    const [first] = before.openers;
    assert.ok(first);
    for (const who of [dutch, french, dutch]) await addQuestion(deps, who, { ...at, questionId: first.id });
    const [mine, theirs] = [await notesFor(deps, dutch, at), await notesFor(deps, french, at)];
    assert.deepEqual([mine.points.length, mine.points[0]?.text, mine.points[0]?.mine], [1, first.text, true]);
    assert.equal(theirs.points[0]?.mine, false);
    assert.match(theirs.points[0].text, /^Avec qui/);
    const after = await questionsFor(deps, french, { ...at, topic: 'networking' });
    assert.ok(!after.openers.some(({ id }) => id === first.id), 'it is not offered again');
    await takeBackPoint(deps, dutch, { ...at, lineId: mine.points[0]!.id });
    const back = await questionsFor(deps, french, { ...at, topic: 'networking' });
    assert.ok(back.openers.some(({ id }) => id === first.id));
    await assert.rejects(addQuestion(deps, me, { ...at, questionId: 'networking-q99' }), reasonIs('question-gone'));
    await assert.rejects(addQuestion(deps, me, { ...at, questionId: 'gossip-q1' }), reasonIs('question-gone'));
  }).timeout(300_000);

  it('shows a question in both languages where the two read different ones, and once where they do not', async () => {
    const { deps, at, me } = await twoMeetings();
    const seen = await notesFor(deps, { ...me, language: 'nl' }, at);
    assert.equal(
      seen.questions.openers[0]?.other?.language,
      'en',
      'the language of the programme, where nothing else is known',
    );
    await setPreferences(deps, mentor.id, { language: 'fr' });
    const both = await notesFor(deps, { ...me, language: 'nl' }, at);
    assert.equal(both.questions.openers[0]?.other?.language, 'fr');
    assert.notEqual(both.questions.openers[0]?.other?.text, both.questions.openers[0]?.text);
    const one = await notesFor(deps, { ...me, language: 'fr' }, at);
    assert.ok([...one.questions.openers, ...one.questions.questions].every(({ other }) => other === undefined));
  }).timeout(300_000);

  it('is for the two alone, coordinators included; an ended pair reads, and adds nothing', async () => {
    const { deps, at, me, pair } = await twoMeetings();
    await addPoint(deps, me, at, { text: 'Ours' });
    for (const who of [callerFor(stranger), coordinatorFor(stranger)]) {
      await assert.rejects(notesFor(deps, who, at), reasonIs('pair-gone'));
      await assert.rejects(addPoint(deps, who, at, { text: 'x' }), reasonIs('pair-gone'));
      await assert.rejects(keepOwnNotes(deps, who, at, { ...noLines, text: 'x', version: 0 }), reasonIs('pair-gone'));
    }
    const row = (await pairs.find(deps.tables, 'p1', pair.id))!;
    await deps.tables.commit([pairs.replace(row, { ...row.value, state: 'ended', endedAt: 1 })]);
    assert.equal((await meetings.list(deps.tables, 'p1', pair.id)).length, 2);
    const seen = await notesFor(deps, me, at);
    assert.deepEqual([seen.open, seen.points.length], [false, 1]);
    await assert.rejects(addPoint(deps, me, at, { text: 'Late' }), reasonIs('pair-not-active'));
  }).timeout(300_000);

  it('has a sensible end', async () => {
    const { deps, at, me } = await twoMeetings();
    for (let turn = 0; turn < mostPoints; turn += 1) await addPoint(deps, me, at, { text: `Point ${turn}` });
    await assert.rejects(addPoint(deps, me, at, { text: 'One more' }), reasonIs('too-many-points'));
    await addPoint(deps, me, at, { text: 'Point 0' });
  }).timeout(300_000);
});

describe('the phases of a pair', () => {
  it('begin with getting to know each other, end with looking back, and never go backwards', () => {
    const endsAt = 300 * day;
    assert.equal(phaseOf({ start: 290 * day, before: 0, endsAt }), 'first');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 299 }), { minLength: 1, maxLength: 20 }), (days) => {
        const order = days
          .toSorted((a, b) => a - b)
          .map((at, before) => phases.indexOf(phaseOf({ start: at * day, before, endsAt })));
        assert.deepEqual(
          order,
          order.toSorted((a, b) => a - b),
        );
      }),
    );
  });
});
