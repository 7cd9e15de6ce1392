import assert from 'node:assert/strict';
import { answerAfter, mayReturn, missingFor, standingOf } from '../../../src/features/recruitment/rules.ts';
import { someAnswers } from '../../support/applications.ts';

describe('an answer to an invitation', () => {
  const none = { answer: undefined, doNotAsk: false, hasApplied: false };
  it('"not now" takes back neither "do not ask" nor an application', () => {
    assert.equal(answerAfter('not-now', { ...none, answer: 'do-not-ask', doNotAsk: true }), 'do-not-ask');
    assert.equal(answerAfter('not-now', { ...none, hasApplied: true }), undefined);
    assert.equal(
      answerAfter('not-now', { ...none, answer: 'do-not-ask' }),
      'not-now',
      'the wish was taken back before',
    );
    assert.equal(answerAfter(undefined, { ...none, answer: 'do-not-ask', doNotAsk: true }), undefined);
  });
  it('is told as what is true now', () => {
    assert.equal(standingOf(none), 'open');
    assert.equal(standingOf({ ...none, answer: 'not-now' }), 'not-now');
    assert.equal(standingOf({ ...none, answer: 'not-now', hasApplied: true }), 'applied');
    assert.equal(standingOf({ answer: 'not-now', doNotAsk: true, hasApplied: true }), 'do-not-ask');
  });
});

describe('taking back a withdrawal', () => {
  const hour = 3_600_000;
  const cases: [string, Parameters<typeof mayReturn>, boolean][] = [
    [
      'while one can apply',
      [
        { status: 'withdrawn', changedAt: 0 },
        { stage: 'recruit', applying: 'open', now: 9 * hour },
      ],
      true,
    ],
    [
      'for an hour after it',
      [
        { status: 'withdrawn', changedAt: 0 },
        { stage: 'match', applying: 'closed', now: hour - 1 },
      ],
      true,
    ],
    [
      'later to the waiting list',
      [
        { status: 'withdrawn', changedAt: 0 },
        { stage: 'run', applying: 'list', now: 99 * hour },
      ],
      true,
    ],
    [
      'not later',
      [
        { status: 'withdrawn', changedAt: 0 },
        { stage: 'match', applying: 'closed', now: hour },
      ],
      false,
    ],
    [
      'not once it runs',
      [
        { status: 'withdrawn', changedAt: 0 },
        { stage: 'run', applying: 'closed', now: 1 },
      ],
      false,
    ],
    [
      'not when nothing was withdrawn',
      [
        { status: 'applied', changedAt: 0 },
        { stage: 'match', applying: 'open', now: 1 },
      ],
      false,
    ],
  ];
  for (const [name, input, expected] of cases) it(name, () => assert.equal(mayReturn(...input), expected));
});

describe('what an application needs', () => {
  const fields = (over: Parameters<typeof someAnswers>[0]) => missingFor(someAnswers(over)).map(({ field }) => field);
  it('is a language, and a topic for each role', () => {
    assert.deepEqual(fields({ role: 'mentee' }), []);
    assert.deepEqual(fields({ role: 'mentee', languages: [], sought: [] }), ['languages', 'sought']);
    assert.deepEqual(fields({ role: 'both', offered: [], sought: [], mayShowName: true }), ['sought', 'offered']);
    assert.deepEqual(fields({ role: 'mentee', offered: [] }), []);
  });
  it('is a mentor’s agreement to be named', () => {
    assert.deepEqual(fields({ role: 'mentor', mayShowName: false }), ['mayShowName']);
  });
  it('is nothing else', () => {
    assert.deepEqual(fields({ role: 'mentor', ambitions: [], interests: [], values: [], motivation: '' }), []);
  });
});
