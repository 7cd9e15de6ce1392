import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { explainPair } from '../../../../src/features/matching/engine/explanations.ts';
import type { EngineMentee, EngineMentor, PartId } from '../../../../src/features/matching/engine/model.ts';
import { partIds } from '../../../../src/features/matching/engine/model.ts';
import {
  defaultWeights,
  neutralScore,
  normaliseWeights,
  parts,
  scorePair,
  weightList,
} from '../../../../src/features/matching/engine/scores.ts';
import { aMentee, aMentor, aPool } from './people.ts';

type Case = readonly [PartId, Partial<EngineMentee>, Partial<EngineMentor>, number | null];
const topic = (name: string, level: 'some' | 'much') => ({ topic: name, level });

const cases: readonly Case[] = [
  ['topics', { topics: [topic('a', 'much'), topic('b', 'some')] }, { offers: [topic('a', 'much')] }, 66],
  ['topics', { topics: [topic('a', 'much')] }, { offers: [topic('a', 'some')] }, 60],
  ['topics', { topics: [topic('a', 'some')] }, { offers: [topic('a', 'some')] }, 100],
  ['topics', { topics: [topic('a', 'some')] }, { offers: [topic('b', 'much')] }, 0],
  ['topics', { topics: [topic('a', 'some')] }, {}, null],
  ['values', { values: ['a', 'b', 'c', 'd', 'e'] }, { values: ['a', 'v', 'w', 'x', 'y'] }, 40],
  ['values', { values: ['a', 'b', 'c', 'd', 'e'] }, { values: ['a', 'b', 'c', 'x', 'y'] }, 100],
  ['values', { values: ['a'] }, {}, null],
  ['ambitions', { ambitions: ['a', 'b', 'c'] }, { ambitions: ['a', 'b'] }, 66],
  ['ambitions', {}, { ambitions: ['a'] }, null],
  ['picks', { picks: ['mentor'] }, {}, 100],
  ['picks', { picks: ['mentor'] }, { picks: ['somebody'] }, 50],
  ['picks', {}, { picks: ['mentee'] }, 100],
  ['picks', { picks: ['somebody'] }, {}, 0],
  ['picks', {}, {}, null],
  ['interests', { interests: ['a', 'b'] }, { interests: ['a', 'b'] }, 68],
  ['interests', { interests: ['a'] }, {}, null],
  ['seniority', { seniority: 3 }, { seniority: 5 }, 100],
  ['seniority', { seniority: 3 }, { seniority: 2 }, 0],
  ['seniority', { seniority: 1 }, { seniority: 9 }, 10],
  ['seniority', { seniority: 1 }, {}, null],
  ['department', { department: 'x', departmentWish: 'other' }, { department: 'y' }, 100],
  ['department', { department: 'x', departmentWish: 'same' }, { department: 'y' }, 20],
  ['department', { department: 'x' }, { department: 'y', departmentWish: 'other' }, 100],
  ['department', { department: 'x', departmentWish: 'same' }, { department: 'y', departmentWish: 'other' }, 60],
  ['department', { department: 'x', departmentWish: 'any' }, { department: 'y' }, null],
  ['department', { departmentWish: 'other' }, { department: 'y' }, null],
  ['meeting', { site: 'Gent' }, { site: 'Gent' }, 100],
  ['meeting', { site: 'Gent' }, { site: 'Luik' }, 50],
  ['meeting', { site: 'Gent', meeting: 'remote' }, { meeting: 'remote' }, 80],
  ['meeting', { site: 'Gent' }, {}, null],
];

describe('scores', () => {
  for (const [part, mentee, mentor, score] of cases) {
    it(`${part}: ${JSON.stringify(mentee)} and ${JSON.stringify(mentor)} score ${score}`, () =>
      assert.equal(parts[part].score(aMentee(mentee), aMentor(mentor)), score));
  }

  it('somebody who answered nothing scores exactly in the middle, with everybody', () => {
    const { mentors } = aPool({ seed: 3, mentees: 1, mentors: 50 });
    for (const mentor of mentors) {
      const quiet = { ...mentor, picks: [], departmentWish: 'any' as const };
      assert.equal(scorePair(aMentee(), quiet, weightList(defaultWeights)), 100 * neutralScore);
    }
  });

  it('an answer left out is no malus: the middle is no less than what the answers of others score on average', () => {
    const { mentees, mentors } = aPool({ seed: 11, mentees: 60, mentors: 60 });
    for (const part of ['values', 'interests', 'ambitions', 'topics'] as const) {
      const scores = mentees.flatMap((mentee) => mentors.map((mentor) => parts[part].score(mentee, mentor)));
      const known = scores.filter((score) => score !== null);
      assert.ok(known.reduce((sum, score) => sum + score, 0) / known.length <= neutralScore, part);
    }
  });

  it('the weights used are whole, add up to 100 and keep the order of those wished', () => {
    const wishes = fc.record(Object.fromEntries(partIds.map((id) => [id, fc.nat(1000)])));
    fc.assert(
      fc.property(wishes, (wished: Partial<Record<PartId, number>>) => {
        const weights = normaliseWeights(wished);
        assert.equal(
          partIds.reduce((sum, id) => sum + weights[id], 0),
          100,
        );
        for (const a of partIds) {
          assert.ok(Number.isInteger(weights[a]) && weights[a] >= 0);
          for (const b of partIds) if (wished[a]! > wished[b]! && wished[b]! > 0) assert.ok(weights[a] >= weights[b]);
        }
      }),
    );
    assert.deepEqual(normaliseWeights(), defaultWeights);
    assert.deepEqual(normaliseWeights(Object.fromEntries(partIds.map((id) => [id, 0]))), defaultWeights);
  });

  it('the reasons are the computation: contributions add up to the score of the pair', () => {
    const { mentees, mentors } = aPool({ seed: 8, mentees: 30, mentors: 30 });
    const weights = normaliseWeights({ values: 40, picks: 0 });
    for (const mentee of mentees) {
      for (const mentor of mentors) {
        const reasons = explainPair(mentee, mentor, weights);
        assert.equal(reasons.score, scorePair(mentee, mentor, weightList(weights)));
        assert.ok(reasons.score >= 0 && reasons.score <= 10_000 && Number.isInteger(reasons.score));
        for (const { contribution, score, weight } of reasons.parts) assert.equal(contribution, score * weight);
      }
    }
  });

  it('the three that matter speak for the pair, the weightiest first, with what is in common', () => {
    const mentee = aMentee({
      topics: [topic('law', 'much')],
      values: ['care'],
      interests: ['chess'],
      seniority: 2,
      site: 'Gent',
    });
    const mentor = aMentor({
      offers: [topic('law', 'much')],
      values: ['care'],
      interests: ['golf'],
      seniority: 4,
      site: 'Gent',
    });
    const { matters, languages } = explainPair(mentee, mentor, defaultWeights);
    assert.deepEqual(
      matters.map(({ part, facts }) => [part, facts]),
      [
        ['topics', ['law']],
        ['values', ['care']],
        ['seniority', ['2']],
      ],
    );
    assert.deepEqual(languages, ['nl']);
  });

  it('a pair with private wishes elsewhere is explained as one without', () => {
    const [open, discreet] = [aMentee({ site: 'Gent' }), aMentee({ site: 'Gent', excluded: ['somebody'] })];
    assert.deepEqual(explainPair(discreet, aMentor(), defaultWeights), explainPair(open, aMentor(), defaultWeights));
  });
});
