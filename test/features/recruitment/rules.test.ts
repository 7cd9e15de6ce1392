import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  answerAfter,
  isIn,
  isOpen,
  mayReturn,
  missingFor,
  sortAudience,
  standingOf,
} from '../../../src/features/recruitment/rules.ts';
import { isCandidate } from '../../../src/features/people/model.ts';
import { aPerson } from '../../support/app.ts';
import { someAnswers } from '../../support/applications.ts';

describe('who is reached by a call', () => {
  it('is everybody, a department or a group', () => {
    const one = aPerson(1, { department: 'Sales' });
    assert.equal(isIn({ kind: 'all' }, one, new Set()), true);
    assert.equal(isIn({ kind: 'departments', departments: ['Sales'] }, one, new Set()), true);
    assert.equal(isIn({ kind: 'departments', departments: ['Finance'] }, one, new Set()), false);
    assert.equal(isIn({ kind: 'group', groupId: 'g', name: 'g' }, one, new Set([one.id])), true);
    assert.equal(isIn({ kind: 'group', groupId: 'g', name: 'g' }, one, new Set()), false);
  });

  it('leaves out who cannot or will not be asked, each counted once', () => {
    const people = [
      aPerson(1),
      aPerson(2),
      aPerson(3, { kind: 'guest' }),
      aPerson(4, { leftAt: 1 }),
      aPerson(5, { enabled: false }),
      aPerson(6),
    ];
    const sorted = sortAudience(people, {
      doNotAsk: new Set([people[1]!.id, people[5]!.id]),
      invited: new Set([people[5]!.id]),
    });
    assert.deepEqual(
      sorted.reached.map((one) => one.id),
      [people[0]!.id],
    );
    assert.deepEqual([sorted.doNotAsk, sorted.invitedBefore, sorted.noCandidates], [1, 1, 3]);
  });
});

describe('an audience that is sorted', () => {
  const facts = fc.record({
    ...{ kind: fc.constantFrom('member' as const, 'guest' as const), enabled: fc.boolean(), left: fc.boolean() },
    ...{ doNotAsk: fc.boolean(), invited: fc.boolean() },
  });
  const audience = fc.array(facts, { maxLength: 40 }).map((all) => {
    const people = all.map(({ kind, enabled, left }, at) =>
      aPerson(at + 1, { kind, enabled, ...(left ? { leftAt: 1 } : {}) }),
    );
    const idsWhere = (holds: (one: (typeof all)[number]) => boolean) =>
      new Set(people.filter((_, at) => holds(all[at]!)).map((one) => one.id));
    return { people, doNotAsk: idsWhere((one) => one.doNotAsk), invited: idsWhere((one) => one.invited) };
  });

  it('counts everybody exactly once', () => {
    fc.assert(
      fc.property(audience, ({ people, ...known }) => {
        const { reached, doNotAsk, noCandidates, invitedBefore } = sortAudience(people, known);
        assert.equal(reached.length + doNotAsk + noCandidates + invitedBefore, people.length);
      }),
    );
  });

  it('reaches candidates only, nobody who was invited or does not want to be asked, and nobody else is left out', () => {
    fc.assert(
      fc.property(audience, ({ people, ...known }) => {
        const expected = people.filter(
          (one) => isCandidate(one) && !known.invited.has(one.id) && !known.doNotAsk.has(one.id),
        );
        const ids = sortAudience(people, known).reached.map((one) => one.id);
        assert.deepEqual(ids, expected.map((one) => one.id).toSorted());
      }),
    );
  });

  it('is the same in whatever order the people come', () => {
    fc.assert(
      fc.property(audience, ({ people, ...known }) => {
        assert.deepEqual(sortAudience(people.toReversed(), known), sortAudience(people, known));
      }),
    );
  });
});

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
        { stage: 'recruit', open: true, now: 9 * hour },
      ],
      true,
    ],
    [
      'for an hour after it',
      [
        { status: 'withdrawn', changedAt: 0 },
        { stage: 'match', open: false, now: hour - 1 },
      ],
      true,
    ],
    [
      'not later',
      [
        { status: 'withdrawn', changedAt: 0 },
        { stage: 'match', open: false, now: hour },
      ],
      false,
    ],
    [
      'not once it runs',
      [
        { status: 'withdrawn', changedAt: 0 },
        { stage: 'run', open: false, now: 1 },
      ],
      false,
    ],
    [
      'not when nothing was withdrawn',
      [
        { status: 'applied', changedAt: 0 },
        { stage: 'match', open: true, now: 1 },
      ],
      false,
    ],
  ];
  for (const [name, input, expected] of cases) it(name, () => assert.equal(mayReturn(...input), expected));
});

describe('when one can apply', () => {
  const calls = [{ closesOn: '2026-03-10' }, { closesOn: '2026-03-20' }];
  const cases: [string, Parameters<typeof isOpen>, boolean][] = [
    ['not while it is prepared', ['prepare', calls, '2026-03-01'], false],
    ['until the last day of the last call', ['recruit', calls, '2026-03-20'], true],
    ['not after it', ['recruit', calls, '2026-03-21'], false],
    ['while it is matched', ['match', calls, '2026-03-15'], true],
    ['not once it runs', ['run', calls, '2026-03-15'], false],
    ['without a call as long as it recruits', ['recruit', [], '2026-03-15'], true],
  ];
  for (const [name, input, expected] of cases) it(name, () => assert.equal(isOpen(...input), expected));
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
