import assert from 'node:assert/strict';
import { meetingCard } from '../../../src/features/meetings/cards.ts';
import { meetingsActions } from '../../../src/features/meetings/bot.ts';
import { metThanksCard } from '../../../src/features/meetings/after/cards.ts';
import { logMeeting } from '../../../src/features/meetings/after/usecases.ts';
import { cancelMeeting, enterByHand } from '../../../src/features/meetings/booking/usecases.ts';
import type { OwnNotes } from '../../../src/features/meetings/notes/model.ts';
import {
  addAgreed,
  addPoint,
  addQuestion,
  keepOwnNotes,
  tickAgreed,
} from '../../../src/features/meetings/notes/usecases.ts';
import { dueBy, lastNotes } from '../../../src/features/meetings/preparing/rules.ts';
import { preparationFor } from '../../../src/features/meetings/preparing/usecases.ts';
import { meetings } from '../../../src/features/meetings/store.ts';
import type { GoalView } from '../../../src/features/pairs/goals/model.ts';
import { addStep, makeGoal } from '../../../src/features/pairs/goals/usecases.ts';
import { pairs } from '../../../src/features/pairs/store.ts';
import { day, localDate } from '../../../src/platform/clock.ts';
import { callerFor, press } from '../../support/app.ts';
import { at as inPair, mentee, mentor, office, reasonIs, stranger, zone } from '../../support/times-office.ts';

const [me, them] = [callerFor(mentee), callerFor(mentor)];
const noNotes: OwnNotes = { text: '', take: '', next: '', tell: '', version: 0 };

async function twoTalks() {
  const { app, deps, now } = await office();
  const before = await logMeeting(deps, me, inPair, localDate(now - day, zone));
  const next = await enterByHand(deps, me, inPair, { start: now + 7 * day, minutes: 60 });
  return { app, deps, now, last: { ...inPair, meetingId: before.id }, at: { ...inPair, meetingId: next.id } };
}

describe('the preparation of a talk', () => {
  it('holds what is open between the two, and not what is done', async () => {
    const { deps, last, at } = await twoTalks();
    await addAgreed(deps, me, last, { text: 'Call Ana', who: 'me' });
    await addAgreed(deps, them, last, { text: 'Send the list', who: 'me' });
    await addPoint(deps, them, at, { text: 'My year' });
    const { agreed } = await preparationFor(deps, me, at);
    const list = agreed.find(({ text }) => text === 'Send the list')!;
    await tickAgreed(deps, me, { ...at, lineId: list.id }, true);
    const seen = await preparationFor(deps, them, at);
    assert.deepEqual(
      seen.agreed.map(({ text, who }) => [text, who]),
      [['Call Ana', 'partner']],
    );
    assert.deepEqual(
      seen.points.map(({ text, mine }) => [text, mine]),
      [['My year', true]],
    );
    assert.equal(seen.meeting.id, at.meetingId);
  }).timeout(300_000);

  it('shows each their own notes of last time, and nobody those of the other', async () => {
    const { deps, last, at } = await twoTalks();
    await keepOwnNotes(deps, me, last, { ...noNotes, take: 'I may ask', next: 'Write to Ana', tell: 'It helped' });
    await keepOwnNotes(deps, me, at, { ...noNotes, text: 'For the next one' });
    assert.equal((await preparationFor(deps, me, at)).last?.own.take, 'I may ask');
    assert.equal((await preparationFor(deps, them, at)).last, undefined);
    await keepOwnNotes(deps, them, last, { ...noNotes, text: 'Listen more' });
    assert.deepEqual((await preparationFor(deps, them, at)).last?.own.text, 'Listen more');
  }).timeout(300_000);

  it('shows the goals of the mentee to both, with the steps that are due by then', async () => {
    const { deps, now, at } = await twoTalks();
    const { id: pairGoalId } = await makeGoal(deps, me, inPair, { text: 'Speak up' });
    const goal = { ...inPair, pairGoalId };
    await addStep(deps, me, goal, { text: 'Prepare one point' });
    await addStep(deps, me, goal, { text: 'Speak on Monday', until: localDate(now + 2 * day, zone) });
    await addStep(deps, me, goal, { text: 'Speak in May', until: localDate(now + 60 * day, zone) });
    const [mine, theirs] = [await preparationFor(deps, me, at), await preparationFor(deps, them, at)];
    assert.deepEqual([mine.goals.mine, theirs.goals.mine], [true, false]);
    assert.deepEqual(mine.goals.due, theirs.goals.due);
    assert.deepEqual(
      mine.goals.due.map(({ goal: text, steps }) => [text, steps.map((one) => one.text)]),
      [['Speak up', ['Speak on Monday']]],
    );
  }).timeout(300_000);

  it('has questions for its reader that fit what brought the two together, until they are points', async () => {
    const { deps, at } = await twoTalks();
    const row = (await pairs.find(deps.tables, inPair.programmeId, inPair.pairId))!;
    const reasons = [{ kind: 'topics', about: ['negotiating'] }];
    await deps.tables.commit([pairs.replace(row, { ...row.value, reasons })]);
    const [mine, theirs] = [await preparationFor(deps, me, at), await preparationFor(deps, them, at)];
    assert.ok(mine.opener && mine.questions.length === 3 && theirs.questions.length === 3);
    const ofTopic = mine.questions.find(({ id }) => id.startsWith('negotiating-'));
    assert.ok(ofTopic && !theirs.questions.some(({ id }) => id === ofTopic.id), 'each has their own to ask');
    await addQuestion(deps, me, { ...at, questionId: ofTopic.id });
    const after = await preparationFor(deps, me, at);
    assert.ok(!after.questions.some(({ id }) => id === ofTopic.id));
    assert.equal(after.points[0]?.text, ofTopic.text);
  }).timeout(300_000);

  it('is for the two alone, while they are a pair and the talk is planned', async () => {
    const { deps, at } = await twoTalks();
    await assert.rejects(preparationFor(deps, callerFor(stranger), at), reasonIs('pair-gone'));
    const meeting = (await meetings.find(deps.tables, at.programmeId, at.pairId, at.meetingId))!;
    const row = (await pairs.find(deps.tables, inPair.programmeId, inPair.pairId))!;
    await deps.tables.commit([pairs.replace(row, { ...row.value, state: 'ended', endedAt: 1 })]);
    for (const who of [me, them]) await assert.rejects(preparationFor(deps, who, at), reasonIs('pair-not-active'));
    const ended = (await pairs.find(deps.tables, inPair.programmeId, inPair.pairId))!;
    await deps.tables.commit([
      pairs.replace(ended, row.value),
      meetings.replace(meeting, { ...meeting.value, state: 'cancelled' }),
    ]);
    await assert.rejects(preparationFor(deps, me, at), reasonIs('meeting-gone'));
  }).timeout(300_000);
});

describe('what belongs on a preparation', () => {
  const step = (text: string, more: object = {}) => ({ id: text, text, done: false, ...more });
  const goal = (more: Partial<GoalView>): GoalView => ({
    ...{ id: 'g', text: 'Speak up', dropped: false, steps: [], notes: [] },
    ...more,
  });
  const cases: [string, GoalView, string[] | undefined][] = [
    ['a step that is due', goal({ steps: [step('a', { until: '2026-03-01' }), step('b')] }), ['a']],
    [
      'what is overdue, and what is due on the very day',
      goal({ steps: [step('a', { until: '2026-01-01' }), step('b', { until: '2026-03-04' })] }),
      ['a', 'b'],
    ],
    [
      'the next step where none is due',
      goal({ steps: [step('a', { done: true }), step('b', { until: '2026-05-01' }), step('c')] }),
      ['b'],
    ],
    ['a goal without steps', goal({}), []],
    ['no goal that was put aside', goal({ dropped: true, steps: [step('a')] }), undefined],
    ['no goal of which is known what came', goal({ outcome: 'partly', steps: [step('a')] }), undefined],
  ];
  for (const [name, one, steps] of cases)
    it(name, () =>
      assert.deepEqual(
        dueBy('2026-03-04', [one])[0]?.steps.map(({ text }) => text),
        steps,
      ),
    );

  it('the notes of the latest talk that has any', () => {
    const talks = [1, 2, 3].map((start) => ({ id: `m${start}`, start }));
    const own = new Map([1, 2].map((one) => [`m${one}`, { ...noNotes, text: String(one), version: 1 }]));
    assert.equal(lastNotes(talks, own)?.own.text, '2');
    assert.equal(lastNotes(talks, new Map()), undefined);
    assert.equal(lastNotes([], own), undefined);
  });
});

describe('the way to a preparation and to the three lines', () => {
  const shown = { partner: 'Tom', zone };

  it('is a button of the card about a planned talk, and of the thanks after it; nothing private stands in chat', async () => {
    const { deps, at, last } = await twoTalks();
    await keepOwnNotes(deps, me, last, { ...noNotes, take: 'canary-line' });
    const one = (await meetings.find(deps.tables, at.programmeId, at.pairId, at.meetingId))!.value;
    for (const news of ['booked', 'moved'] as const) {
      const card = meetingCard('en', { ...shown, news, one });
      const reply = await press(deps, meetingsActions, me, { card, title: 'Prepare' });
      assert.ok(reply.kind === 'dialog' && reply.path.endsWith(`/meetings/${at.meetingId}/preparation`));
    }
    for (const news of ['cancelled', 'asked', 'off'] as const) {
      const { buttons = [] } = meetingCard('en', { ...shown, news, one });
      assert.ok(
        buttons.every(({ verb }) => verb !== 'meetings.open'),
        news,
      );
    }
    for (const said of ['yes', 'elsewhere'] as const) {
      const card = metThanksCard('en', last, said, 'Tom');
      assert.doesNotMatch(JSON.stringify(card), /canary/);
      const reply = await press(deps, meetingsActions, me, { card, title: 'Three lines for myself' });
      assert.ok(reply.kind === 'dialog' && reply.path.endsWith(`/meetings/${last.meetingId}`));
    }
    assert.ok(metThanksCard('en', last, 'no', 'Tom').buttons?.every(({ verb }) => verb !== 'meetings.open'));
  }).timeout(300_000);

  it('says so where the talk is no longer planned', async () => {
    const { deps, at } = await twoTalks();
    const one = (await meetings.find(deps.tables, at.programmeId, at.pairId, at.meetingId))!.value;
    await cancelMeeting(deps, me, at);
    const card = meetingCard('en', { ...shown, news: 'booked', one });
    const reply = await press(deps, meetingsActions, me, { card, title: 'Prepare' });
    assert.deepEqual(reply, { kind: 'message', text: 'This meeting is no longer planned.' });
  }).timeout(300_000);
});
