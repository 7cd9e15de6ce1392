import assert from 'node:assert/strict';
import fc from 'fast-check';
import { day, hour } from '../../../../src/platform/clock.ts';
import { steps } from '../../../../src/features/training/sessions/guide/rules.ts';
import { feedbackQuestions } from '../../../../src/features/training/sessions/feedback/rules.ts';
import type { Seat, Session, SessionDraft } from '../../../../src/features/training/sessions/model.ts';
import { sessionDraft } from '../../../../src/features/training/sessions/model.ts';
import {
  closesAt,
  entryHolds,
  isInvitedTo,
  isNews,
  joinProblem,
  leftOf,
  movingUp,
  problemsOfSession,
  remindsAt,
  seatFor,
  waitingBefore,
} from '../../../../src/features/training/sessions/rules.ts';
import { someAnswers } from '../../../support/applications.ts';

const zone = 'Europe/Brussels';
/** A Tuesday, ten o'clock in Brussels. */
const now = Date.UTC(2026, 2, 3, 9, 0);
const draft: SessionDraft = {
  ...{ kind: 'workshop', forWhom: 'both', title: 'Listening', about: 'Exercises', language: 'en' },
  ...{ start: Date.UTC(2026, 2, 17, 13, 0), minutes: 90, place: 'Room 3', online: false, link: '', seats: 3 },
  closesOn: '2026-03-16',
};
const aSession = (over: Partial<Session> = {}): Session => ({
  ...{ ...draft, id: 's1', programmeId: 'p1', state: 'open', zone, createdBy: 'c', createdAt: now },
  ...{ version: 0, turn: 0, ...over },
});
const aSeat = (place: number, state: Seat['state'] = 'in'): Seat => ({
  ...{ sessionId: 's1', personId: `person-${place}`, state, place, at: now },
});

describe('what can be planned', () => {
  const cases: readonly (readonly [string, Partial<SessionDraft>, string])[] = [
    ['a time that is over', { start: now - hour }, 'start session-past'],
    ['a day that was not chosen', { start: 0 }, 'start session-past'],
    ['more than a year ahead', { start: now + 500 * day }, 'start session-far'],
    ['a last day that is over', { closesOn: '2026-03-02' }, 'closesOn session-closes-past'],
    ['a last day after the session', { closesOn: '2026-03-18' }, 'closesOn session-closes-late'],
    ['nowhere', { place: '' }, 'place session-nowhere'],
    ['a circle for mentees', { kind: 'supervision', forWhom: 'both' }, 'forWhom session-mentors-only'],
    ['a link of somebody else', { online: true, link: 'https://teams.microsoft.com.evil.test/x' }, 'link session-link'],
    ['a link that is none', { online: true, link: 'teams.microsoft.com' }, 'link session-link'],
    ['a script', { online: true, link: 'javascript:alert(1)' }, 'link session-link'],
    ['a link with a name in it', { online: true, link: 'https://a@teams.microsoft.com/' }, 'link session-link'],
  ];
  for (const [name, over, expected] of cases)
    it(`is not ${name}`, () => {
      const found = problemsOfSession({ ...draft, ...over }, zone, now);
      assert.deepEqual(
        found.map(({ field, reason }) => `${field} ${reason}`),
        [expected],
      );
    });

  it('is a sound draft, online only, on the last day too', () => {
    const online = { place: '', online: true, link: 'https://teams.microsoft.com/l/meetup-join/1' };
    for (const over of [{}, online, { closesOn: '2026-03-17' }, { closesOn: '2026-03-03' }])
      assert.deepEqual(problemsOfSession({ ...draft, ...over }, zone, now), []);
  });

  for (const over of [{ seats: 0 }, { seats: 1 }, { seats: 100_000 }, { seats: 2.5 }, { minutes: 17 }] as const)
    it(`has bounds: ${JSON.stringify(over)}`, () => assert.ok(!sessionDraft.safeParse({ ...draft, ...over }).success));
  it('has a title that fits, and one at all', () => {
    for (const title of ['', '   ', 'x'.repeat(200)])
      assert.ok(!sessionDraft.safeParse({ ...draft, title }).success, title);
  });
});

describe('when things are over', () => {
  it('signing up ends with its day, and at the latest when it begins', () => {
    assert.equal(closesAt(aSession()), Date.UTC(2026, 2, 16, 23, 0));
    assert.equal(closesAt(aSession({ closesOn: '2026-03-17' })), draft.start);
    assert.equal(joinProblem(aSession(), closesAt(aSession()) - 1), undefined);
    assert.equal(joinProblem(aSession(), closesAt(aSession())), 'session-closed');
    assert.equal(joinProblem(aSession({ state: 'cancelled' }), now), 'session-cancelled');
  });

  it('the reminder comes at nine on the working day before, also over a weekend and a change of the clock', () => {
    assert.equal(remindsAt(aSession()), Date.UTC(2026, 2, 16, 8, 0));
    const monday = Date.UTC(2026, 2, 30, 7, 0);
    assert.equal(remindsAt(aSession({ start: monday })), Date.UTC(2026, 2, 27, 8, 0));
    assert.equal(remindsAt(aSession({ start: Date.UTC(2026, 2, 31, 7, 0) })), Date.UTC(2026, 2, 30, 7, 0));
  });
});

describe('who gets a seat', () => {
  it('whoever comes waits as long as somebody does, and the longest waiting moves up first', () => {
    const all = [aSeat(1), aSeat(2), aSeat(5, 'waiting'), aSeat(4, 'waiting')];
    assert.equal(seatFor(aSession(), all), 'waiting');
    assert.deepEqual(
      movingUp(aSession(), all).map(({ place }) => place),
      [4],
    );
    assert.equal(waitingBefore(aSeat(5, 'waiting'), all), 1);
    assert.equal(seatFor(aSession(), [aSeat(1), aSeat(2)]), 'in');
  });

  it('never more than there are, whoever comes and goes and however often seats are added', () => {
    const step = fc.record({ who: fc.integer({ min: 0, max: 12 }), what: fc.constantFrom('join', 'leave', 'more') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), fc.integer({ min: 2, max: 6 }), (steps, seats) => {
        let one = aSession({ seats });
        let all: Seat[] = [];
        for (const { who, what } of steps) {
          const personId = `person-${who}`;
          one = { ...one, turn: one.turn + 1, seats: one.seats + (what === 'more' ? 1 : 0) };
          if (what === 'join' && !all.some((seat) => seat.personId === personId))
            all = [...all, { ...aSeat(one.turn, seatFor(one, all)), personId }];
          if (what === 'leave') all = all.filter((seat) => seat.personId !== personId);
          const up = new Set(movingUp(one, all).map((seat) => seat.personId));
          all = all.map((seat) => (up.has(seat.personId) ? { ...seat, state: 'in' } : seat));
          const taken = all.filter(({ state }) => state === 'in');
          assert.ok(taken.length <= one.seats);
          // Nobody waits beside a seat that is free.
          assert.ok(taken.length === all.length || leftOf(one, all) === 0);
        }
      }),
    );
  });

  it('is invited who takes part on a side that it is for, and applied for this round', () => {
    const of = (role: 'mentee' | 'mentor' | 'both', status: 'applied' | 'waiting' | 'withdrawn' = 'applied') => ({
      ...{ status, answers: someAnswers({ role }) },
    });
    const cases = [
      ['mentees', of('mentee'), true],
      ['mentees', of('mentor'), false],
      ['mentors', of('both'), true],
      ['both', of('mentor'), true],
      ['both', of('mentor', 'waiting'), false],
      ['both', of('mentor', 'withdrawn'), false],
      ['both', undefined, false],
      ['mentors', { ...of('both'), passedOver: { as: 'mentor', round: 1 } }, false],
    ] as const;
    for (const [forWhom, application, is] of cases) assert.equal(isInvitedTo({ forWhom }, application), is);
  });
});

describe('what is told of a change', () => {
  it('time, length and place, and not the text', () => {
    assert.ok(isNews(draft, { ...draft, start: draft.start + hour }));
    assert.ok(isNews(draft, { ...draft, place: 'Room 4' }));
    assert.ok(!isNews(draft, { ...draft, title: 'New', about: 'New', seats: 20 }));
  });

  it('an entry is in line while time, place and who comes are the same', () => {
    const holds = entryHolds(aSession(), [aSeat(1), aSeat(2), aSeat(3, 'waiting')]);
    assert.equal(entryHolds(aSession(), [aSeat(2), aSeat(1)]), holds);
    assert.notEqual(entryHolds(aSession(), [aSeat(1)]), holds);
    assert.notEqual(entryHolds(aSession({ place: 'Room 4' }), [aSeat(1), aSeat(2)]), holds);
  });
});

describe('what comes with a session', () => {
  it('a guide of six steps, and three questions of which two can be left empty', () => {
    assert.equal(steps.length, 6);
    assert.deepEqual(
      feedbackQuestions.map(({ id, kind }) => `${id} ${kind}`),
      ['useful agree', 'keep long', 'change long'],
    );
  });
});
