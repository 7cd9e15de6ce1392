import assert from 'node:assert/strict';
import { gainOf, movesBetween } from '../../../src/features/matching/comparing/rules.ts';
import { usualAims, type Override, type Strength } from '../../../src/features/matching/model.ts';
import { mayAdjust, mayUse } from '../../../src/features/matching/policy.ts';
import { changesIn, handMade } from '../../../src/features/matching/rules.ts';
import { isGoing } from '../../../src/features/matching/runs/rules.ts';
import { presetWeights } from '../../../src/features/matching/weighing/rules.ts';

let at = 0;
const did = (what: Override['what'], menteeId: string, mentorId?: string, proposalId = 'p'): Override => ({
  ...{ what, menteeId, proposalId, why: 'Because', by: 'c', at: (at += 1), cost: 'nothing' },
  ...(mentorId === undefined ? {} : { mentorId }),
});
const pair = (menteeId: string, mentorId: string, strength: Strength = 'good') => ({ menteeId, mentorId, strength });

describe('what coordinators changed by hand', () => {
  it('holds as the last word says', () => {
    assert.deepEqual(handMade([did('sent-back', 'a', 'x'), did('chosen', 'a', 'x')]), {
      ...{ refused: [], locked: [{ mentee: 'a', mentor: 'x' }], later: [] },
    });
    assert.deepEqual(handMade([did('fixed', 'a', 'x'), did('chosen', 'a', 'y')]).locked, [
      { mentee: 'a', mentor: 'y' },
    ]);
    assert.deepEqual(handMade([did('fixed', 'a', 'x'), did('later', 'a', 'x')]), {
      ...{ refused: [], locked: [], later: ['a'] },
    });
    for (const what of ['sent-back', 'chosen', 'fixed', 'later'] as const)
      assert.deepEqual(handMade([did(what, 'a', 'x'), did('released', 'a', 'x')]), {
        ...{ refused: [], locked: [], later: [] },
      });
  });

  it('holds in the proposals that were made from it, and in no other', () => {
    const all = [{ id: 'one' }, { id: 'two', basisId: 'one' }, { id: 'side', basisId: 'one' }];
    const changes = [did('fixed', 'a', 'x', 'two'), did('fixed', 'b', 'y', 'side')];
    assert.deepEqual(changesIn(all[1], all, changes), [changes[0]]);
    assert.deepEqual(changesIn(all[0], all, changes), []);
    assert.deepEqual(changesIn(undefined, all, changes), []);
  });
});

describe('two proposals beside each other', () => {
  it('differ by who moves: who loses a mentor first, then who wins one, then the others', () => {
    const before = [pair('a', 'x'), pair('b', 'y', 'strong'), pair('c', 'z')];
    const after = [pair('a', 'x'), pair('b', 'z', 'fair'), pair('d', 'y', 'very-strong')];
    const moves = movesBetween(before, after);
    assert.deepEqual(
      moves.map((one) => [one.menteeId, Math.sign(gainOf(one))]),
      [
        ['c', -1],
        ['d', 1],
        ['b', -1],
      ],
    );
    assert.deepEqual(movesBetween(before, before), []);
  });
});

describe('rules of the workbench', () => {
  it('let a draft be changed while it counts, and used while its round lasts', () => {
    const draft = { id: 'p', state: 'draft', round: 2 } as Parameters<typeof mayUse>[0];
    assert.deepEqual([mayAdjust(draft, 'p'), mayAdjust(draft, 'q')], [true, false]);
    assert.deepEqual(
      [mayUse(draft, 2), mayUse(draft, 3), mayUse({ ...draft, state: 'published' }, 2)],
      [true, false, false],
    );
  });

  it('weigh whole parts of a hundred, whatever comes first', () => {
    for (const weights of Object.values(presetWeights))
      assert.equal(
        Object.values(weights).reduce((sum, one) => sum + one, 0),
        100,
      );
    assert.equal(usualAims.preset, 'balanced');
  });

  it('let a run make way that was silent for five minutes', () => {
    const run = { state: 'running', seenAt: 0 } as const;
    assert.deepEqual([isGoing(run, 299_999), isGoing(run, 300_000)], [true, false]);
    assert.equal(isGoing({ ...run, state: 'done' }, 1), false);
  });
});
