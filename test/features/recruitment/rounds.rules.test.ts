import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Application } from '../../../src/features/recruitment/model.ts';
import type { Round } from '../../../src/features/recruitment/rounds/model.ts';
import {
  applyingAt,
  isTakenUp,
  lookDayOf,
  nextOf,
  statusWhenSent,
  whyListed,
  withLastDay,
} from '../../../src/features/recruitment/rounds/rules.ts';
import { someAnswers } from '../../support/applications.ts';

const first: Round = { closesOn: '2026-03-20' };
const second: Round = { closesOn: '2026-09-10', number: 2 };

describe('what applying means', () => {
  const cases: [string, Parameters<typeof applyingAt>, ReturnType<typeof applyingAt>][] = [
    ['nothing while it is prepared', ['prepare', first, '2026-03-01'], 'closed'],
    ['taking part until the last day', ['recruit', first, '2026-03-20'], 'open'],
    ['the list after it', ['recruit', first, '2026-03-21'], 'list'],
    ['taking part while it is matched', ['match', first, '2026-03-15'], 'open'],
    ['the list once it runs, also before the last day', ['run', first, '2026-03-15'], 'list'],
    ['taking part without a last day, as long as it recruits', ['recruit', undefined, '2026-03-15'], 'open'],
    ['the list where it runs without a last day', ['run', undefined, '2026-03-15'], 'list'],
    ['taking part in a second round while the first one runs', ['run', second, '2026-09-10'], 'open'],
    ['the list after the last day of the second', ['run', second, '2026-09-11'], 'list'],
    ['the list once the second is matched', ['run', { ...second, matched: true }, '2026-09-01'], 'list'],
    ['nothing once it is over', ['close', second, '2026-09-01'], 'closed'],
  ];
  for (const [name, input, expected] of cases) it(`is ${name}`, () => assert.equal(applyingAt(...input), expected));
});

describe('a new last day', () => {
  it('makes a round longer until its match is out, and begins the next one then', () => {
    assert.deepEqual(withLastDay('recruit', first, '2026-04-01'), { closesOn: '2026-04-01' });
    assert.deepEqual(withLastDay('run', first, '2026-09-10'), second);
    assert.deepEqual(withLastDay('run', second, '2026-09-20'), { ...second, closesOn: '2026-09-20' });
    assert.deepEqual(withLastDay('run', { ...second, matched: true }, '2027-03-01'), {
      closesOn: '2027-03-01',
      number: 3,
    });
    assert.equal(nextOf('close', second), undefined);
  });

  it('keeps the day of the list only where it still comes after it', () => {
    const told = { ...first, looksOn: '2026-04-10' };
    assert.equal(withLastDay('recruit', told, '2026-04-01').looksOn, '2026-04-10');
    assert.equal(withLastDay('recruit', told, '2026-04-10').looksOn, undefined);
    assert.equal(lookDayOf(first), '2026-04-17', 'four weeks after the last day where nobody said');
    assert.equal(lookDayOf(told), '2026-04-10');
  });
});

describe('an application that is sent', () => {
  const open = { applying: 'open', number: 1 } as const;
  const list = { applying: 'list', number: 1 } as const;
  it('takes part, waits, or cannot be sent', () => {
    assert.deepEqual(statusWhenSent(undefined, open), { status: 'applied' });
    assert.deepEqual(statusWhenSent(undefined, list), { status: 'waiting', waits: { why: 'late', round: 1 } });
    assert.equal(
      statusWhenSent({ status: 'applied' }, list),
      undefined,
      'who was in time keeps the answers of the day',
    );
    assert.equal(statusWhenSent(undefined, { ...list, applying: 'closed' }), undefined);
  });

  it('waits where there was no place, also when the round becomes longer, and not in the next one', () => {
    const waits = { why: 'not-chosen', round: 1 } as const;
    assert.deepEqual(statusWhenSent({ status: 'withdrawn', waits }, open), { status: 'waiting', waits });
    assert.deepEqual(statusWhenSent({ status: 'waiting', waits }, { ...open, number: 2 }), { status: 'applied' });
    assert.equal(isTakenUp({ status: 'waiting', waits }, 1), false);
    assert.equal(isTakenUp({ status: 'waiting', waits }, 2), true);
    assert.equal(isTakenUp({ status: 'waiting', waits: { why: 'late', round: 1 } }, 1), true, 'by a longer round');
    assert.equal(isTakenUp({ status: 'withdrawn', waits }, 2), false);
  });

  it('before the last day stands as any other, whatever the moment', () => {
    const day = fc.integer({ min: 1, max: 20 }).map((one) => `2026-03-${String(one).padStart(2, '0')}`);
    fc.assert(
      fc.property(day, day, (one, other) => {
        const sent = (today: string) =>
          statusWhenSent(undefined, { number: 1, applying: applyingAt('recruit', first, today) });
        assert.deepEqual(sent(one), sent(other));
      }),
    );
  });
});

describe('the waiting list', () => {
  const one: Application = {
    ...{ programmeId: 'p1', personId: 'x', status: 'applied', answers: someAnswers(), startedAt: 1, changedAt: 1 },
    waited: false,
  };
  it('names who came late, had no place or was not matched, and nobody else', () => {
    assert.equal(whyListed(one, 'run'), undefined);
    assert.equal(whyListed({ ...one, waited: true }, 'run'), 'unmatched');
    assert.equal(whyListed({ ...one, waited: true }, 'recruit'), undefined, 'not matched in another programme');
    assert.equal(whyListed({ ...one, status: 'waiting', waits: { why: 'late', round: 1 } }, 'run'), 'late');
    assert.equal(whyListed({ ...one, status: 'waiting', waits: { why: 'not-chosen', round: 1 } }, 'run'), 'not-chosen');
    assert.equal(whyListed({ ...one, status: 'withdrawn', waited: true }, 'run'), undefined);
    assert.equal(whyListed({ ...one, status: 'draft' }, 'run'), undefined);
  });
});
