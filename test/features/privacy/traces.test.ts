import assert from 'node:assert/strict';
import '../../../src/api/routes.ts';
import '../../../src/worker/jobs.ts';
import { register } from '../../../src/platform/kept.ts';
import type { Traced } from '../../../src/features/privacy/traces/model.ts';
import { placesOf, rules, traceIn, without } from '../../../src/features/privacy/traces/rules.ts';
import { personPlaces } from '../../support/planted.ts';

const me = '00000000-0000-4000-a000-000000000001';
const other = '00000000-0000-4000-a000-000000000002';
const who: Traced = { personId: me, asMentee: new Set(['pair1']), stories: new Set(['story1']) };
const kinds = Object.entries(register).flatMap(([table, all]) => Object.keys(all).map((kind) => `${table} ${kind}`));

describe('where a person stands in what is kept', () => {
  it('is said for every place of every kind that may hold a person id', () => {
    const unsaid = kinds.flatMap((kind) => {
      const { own = [], shared = [], named = [] } = rules[kind] ?? {};
      const said = new Set([...own, ...shared, ...named]);
      return personPlaces(kind).flatMap((place) => (said.has(place) ? [] : [`${kind} ${place}`]));
    });
    assert.deepEqual(unsaid, []);
  });

  it('is said of no kind that is not kept', () => {
    assert.deepEqual(
      Object.keys(rules).filter((kind) => !kinds.includes(kind)),
      [],
    );
  });

  it('is the own row under the own id, as partition or in the key, whatever is in it', () => {
    const row = { table: 'people', kind: 'rest', partition: me, key: ['own'], value: { until: '2026-05-05' } };
    assert.deepEqual(traceIn(row, who), { kind: 'own', isShown: true });
    const inKey = { table: 'programmes', kind: 'checkinoff', partition: 'p1', key: ['pair1', 'day-14', me], value: {} };
    assert.deepEqual(traceIn(inKey, who), { kind: 'own', isShown: true });
  });

  it('leads to goals through the pair of a mentee, and to what belongs to a story', () => {
    const goal = { table: 'programmes', kind: 'pairgoal', partition: 'p1', key: ['pair1', 'g1'], value: { text: 'x' } };
    assert.equal(traceIn(goal, who)?.kind, 'own');
    assert.equal(traceIn({ ...goal, key: ['pair2', 'g1'] }, who), undefined);
    const wording = { table: 'programmes', kind: 'wording', partition: 'p1', key: ['story1', 'v1'], value: {} };
    assert.equal(traceIn(wording, who)?.kind, 'own');
  });

  it('tells what somebody wrote from what was written to them and from a list that holds them', () => {
    const thanks = { table: 'programmes', kind: 'thanks', partition: 'p1', key: ['t1'] };
    assert.equal(traceIn({ ...thanks, value: { from: me, to: other } }, who)?.kind, 'own');
    assert.deepEqual(traceIn({ ...thanks, value: { from: other, to: me } }, who), { kind: 'shared', isShown: true });
    const application = { table: 'programmes', kind: 'application', partition: 'p1', key: [other] };
    const value = { personId: other, answers: { ratherNot: [me] } };
    assert.deepEqual(traceIn({ ...application, value }, who), { kind: 'named', isShown: false });
  });

  it('never shows a nomination, a draft of pairs or another one’s reasons', () => {
    for (const [kind, value] of [
      ['nomination', { subject: [me] }],
      ['proposed', { menteeId: me, mentorId: other }],
      ['override', { menteeId: me }],
      ['rematch', { menteeId: me, mentorId: other, askedBy: other }],
    ] as const)
      assert.equal(
        traceIn({ table: 'programmes', kind, partition: 'p1', key: ['k'], value }, who)?.isShown,
        false,
        kind,
      );
  });

  it('finds ids at any depth, as keys too, and replaces them wherever they stand', () => {
    const value = { a: [{ by: me }], said: { [me]: 1 }, text: `about ${me}`, b: other };
    assert.deepEqual(placesOf(value, me), ['a[].by', 'said{}']);
    assert.deepEqual(without(value, me, 'x'), { a: [{ by: 'x' }], said: { x: 1 }, text: 'about x', b: other });
  });
});
