import assert from 'node:assert/strict';
import { pairStates } from '../../../src/features/pairs/model.ts';
import { participantsFrom } from '../../../src/features/pairs/participants/rules.ts';

const applied = (personId: string, role: 'mentor' | 'mentee' | 'both') => ({ personId, answers: { role } });
const pair = (menteeId: string, mentorId: string, state: (typeof pairStates)[number]) => ({
  menteeId,
  mentorId,
  state,
});
const found = (...args: Parameters<typeof participantsFrom>): string[] =>
  participantsFrom(...args)
    .map(({ personId, role, stage }) => `${personId} ${role} ${stage}`)
    .toSorted();

describe('participants of a programme', () => {
  it('are those who applied, on each side that they applied for', () => {
    assert.deepEqual(found([applied('a', 'mentee'), applied('b', 'both')], []), [
      'a mentee applied',
      'b mentee applied',
      'b mentor applied',
    ]);
  });

  it('have a partner while the pair is active or paused; an offer makes none yet', () => {
    const stageIn = (state: (typeof pairStates)[number]) =>
      found([applied('a', 'mentee')], [pair('a', 'm', state)]).find((one) => one.startsWith('a'));
    assert.deepEqual(
      pairStates.map((state) => [state, stageIn(state)?.split(' ')[2]]),
      [
        ['offered', 'applied'],
        ['active', 'paired'],
        ['paused', 'paired'],
        ['ended', 'ended'],
        ['declined', 'applied'],
        ['withdrawn', 'applied'],
      ],
    );
  });

  it('have a partner as long as one pair lives, in whatever order the others ended', () => {
    const all = [pair('a', 'm', 'active'), pair('b', 'm', 'ended'), pair('a', 'n', 'ended')];
    for (const pairs of [all, all.toReversed()])
      assert.deepEqual(found([], pairs), ['a mentee paired', 'b mentee ended', 'm mentor paired', 'n mentor ended']);
  });

  it('are asked why they left, also when they took their application back', () => {
    assert.deepEqual(found([], [pair('a', 'm', 'ended'), pair('b', 'n', 'withdrawn')]), [
      'a mentee ended',
      'm mentor ended',
    ]);
  });
});
