import assert from 'node:assert/strict';
import type { EngineMentee, EngineMentor, RuleId } from '../../../../src/features/matching/engine/model.ts';
import { ruleIds } from '../../../../src/features/matching/engine/model.ts';
import { pairSetOf, toldRule, whyNot } from '../../../../src/features/matching/engine/rules.ts';
import { aMentee, aMentor } from './people.ts';

type Case = readonly [name: string, Partial<EngineMentee>, Partial<EngineMentor>, RuleId | null];

const cases: readonly Case[] = [
  ['two strangers with a language may be a pair', {}, {}, null],
  ['nobody is a pair with themselves', { id: 'x' }, { id: 'x' }, 'self'],
  ['a mentor without a place takes nobody', {}, { capacity: 0 }, 'capacity'],
  ['the own manager is out', { managerChain: ['mentor', 'head'] }, {}, 'reporting-line'],
  ["the manager's manager is out", { managerChain: ['boss', 'mentor'] }, {}, 'reporting-line'],
  ['three levels up is far enough', { managerChain: ['boss', 'head', 'mentor'] }, {}, null],
  ['somebody who reports to the mentee is out', {}, { managerChain: ['mentee'] }, 'reporting-line'],
  ['two levels below the mentee is out', {}, { managerChain: ['boss', 'mentee'] }, 'reporting-line'],
  ['three levels below is far enough', {}, { managerChain: ['boss', 'head', 'mentee'] }, null],
  ['the same manager is no reporting line', { managerChain: ['boss'] }, { managerChain: ['boss'] }, null],
  ['a language in common is needed', { languages: ['fr', 'de'] }, { languages: ['nl', 'en'] }, 'language'],
  ['one in common is enough', { languages: ['fr', 'en'] }, { languages: ['nl', 'en'] }, null],
  ['without any language there is none in common', { languages: [] }, { languages: [] }, 'language'],
  ['on site only and remote only do not meet', { meeting: 'site' }, { meeting: 'remote' }, 'meeting'],
  ['nor the other way round', { meeting: 'remote' }, { meeting: 'site' }, 'meeting'],
  ['on site only needs the same site', { meeting: 'site', site: 'Gent' }, { site: 'Luik' }, 'meeting'],
  ['also for the mentor', { site: 'Gent' }, { meeting: 'site', site: 'Luik' }, 'meeting'],
  ['at the same site they meet', { meeting: 'site', site: 'Gent' }, { meeting: 'either', site: 'Gent' }, null],
  ['a site not given is no obstacle', { meeting: 'site', site: 'Gent' }, { meeting: 'site' }, null],
  ['remote only meets somebody flexible', { meeting: 'remote', site: 'Gent' }, { site: 'Luik' }, null],
  ['former partners are out', { pairedBefore: ['mentor'] }, {}, 'paired-before'],
  ['also when only the mentor remembers', {}, { pairedBefore: ['mentee'] }, 'paired-before'],
  ['whom the mentee would rather not meet is out', { excluded: ['mentor'] }, {}, 'excluded'],
  ['and whom the mentor would rather not', {}, { excluded: ['mentee'] }, 'excluded'],
  ['a rule that may be told comes before a private one', { excluded: ['mentor'], languages: ['fr'] }, {}, 'language'],
];

describe('rules', () => {
  for (const [name, mentee, mentor, rule] of cases) {
    it(name, () => assert.equal(whyNot(aMentee(mentee), aMentor(mentor)), rule));
  }

  it('a refused pair is out, other pairs of the two are not', () => {
    const refused = pairSetOf([{ mentee: 'mentee', mentor: 'mentor' }]);
    assert.equal(whyNot(aMentee(), aMentor(), refused), 'refused');
    assert.equal(whyNot(aMentee({ id: 'other' }), aMentor(), refused), null);
    assert.equal(whyNot(aMentee(), aMentor({ id: 'other' }), refused), null);
  });

  it('every rule has a case that shows it', () => {
    const shown = new Set([...cases.map(([, , , rule]) => rule), 'refused']);
    assert.deepEqual(
      ruleIds.filter((rule) => !shown.has(rule)),
      [],
    );
  });

  it('tells nobody whether somebody said no, or who', () => {
    assert.equal(toldRule('excluded'), 'private-wishes');
    assert.equal(toldRule('refused'), 'private-wishes');
    assert.equal(toldRule('language'), 'language');
  });
});
