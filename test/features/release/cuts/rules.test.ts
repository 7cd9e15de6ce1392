import assert from 'node:assert/strict';
import type { Answered } from '../../../../src/features/release/cuts/model.ts';
import { releaseCuts, smallGroups } from '../../../../src/features/release/cuts/rules.ts';
import { ratingScale as scale } from '../../../../src/features/release/worlds/model.ts';
import { fiveAttributes, opinions } from '../../../support/opinions.ts';

function saying(site: string, values: readonly number[], more: Record<string, string> = {}): Answered[] {
  return values.map((value) => ({ of: { site, ...more }, value, since: 1 }));
}
const sites = [{ id: 'site' }];
const stateOf = (answers: readonly Answered[], attributes = sites) =>
  releaseCuts({ attributes, answers, scale }).map(({ parts, figure }) => [
    parts.map(({ value }) => value).join(),
    figure.state,
  ]);

describe('figures by part of the organisation', () => {
  it('begin with everybody, and need five answers in each part', () => {
    const answers = [
      ...saying('Gent', [1, 2, 3, 4, 5, 2, 3]),
      ...saying('Luik', [2, 3, 4, 4, 3, 2]),
      ...saying('Mons', [1, 2, 3, 5]),
    ];
    assert.deepEqual(stateOf(answers), [
      ['', 'mean'],
      ['Gent', 'mean'],
      ['Luik', 'withheld'],
      ['Mons', 'withheld'],
    ]);
  });

  it('hold back a part whose rest would be fewer than five, and say so', () => {
    const answers = [...saying('Gent', [1, 2, 3, 4, 5, 2, 3]), ...saying('Luik', [2, 4, 3])];
    const [, gent] = releaseCuts({ attributes: sites, answers, scale });
    assert.deepEqual(gent?.figure, { state: 'withheld', reason: 'would-point' });
  });

  it('say only the side where (nearly) all are at one end, and nothing at all by a sensitive attribute', () => {
    const answers = [
      ...saying('Gent', [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5]),
      ...saying('Luik', [2, 3, 4, 4, 3, 2, 1, 3, 2, 4, 3]),
    ];
    const plain = releaseCuts({ attributes: sites, answers, scale });
    assert.deepEqual(plain[1]?.figure, { state: 'nearly-all', side: 'high' });
    const sensitive = releaseCuts({ attributes: [{ id: 'site', isSensitive: true }], answers, scale });
    assert.equal(sensitive[1]?.figure.state, 'withheld');
  });

  it('never cross two sensitive attributes, and need ten answers for one', () => {
    const attributes = [{ id: 'site', isSensitive: true }, { id: 'gender', isSensitive: true }, { id: 'role' }];
    const answers = [1, 2].flatMap((number) =>
      saying('Gent', [1, 2, 3, 4, 5, 3, 4, 2], { gender: `g${number}`, role: 'mentor' }),
    );
    const cuts = releaseCuts({ attributes, answers, scale });
    assert.ok(cuts.every(({ parts }) => parts.length < 2 || parts.some(({ attribute }) => attribute === 'role')));
    const byGender = cuts.filter(({ parts }) => parts.length === 1 && parts[0]?.attribute === 'gender');
    assert.ok(byGender.every(({ figure }) => figure.state === 'withheld'));
  });

  it('are the same for whoever asks, and however often', () => {
    const answers = opinions(60, 3);
    const tell = () => releaseCuts({ attributes: fiveAttributes, answers, scale });
    assert.deepEqual(tell(), tell());
  });

  it('keep an eye on a few of whom an attribute is not kept too: the directory says who they are', () => {
    const answers = Array.from({ length: 14 }, (_, place) => ({
      of: place < 12 ? { site: place % 2 === 0 ? 'Ghent' : 'Liège' } : {},
      ...{ value: 1 + (place % 5), since: 1 },
    }));
    assert.deepEqual(smallGroups({ attributes: sites, answers, scale }, 5), [[12, 13]]);
    const told = stateOf(answers);
    assert.deepEqual(
      told.map(([part]) => part),
      ['', 'Ghent', 'Liège'],
      'they are no part',
    );
    assert.ok(
      told.some(([, state]) => state === 'withheld'),
      'else the two of them would be left',
    );
  });
});
