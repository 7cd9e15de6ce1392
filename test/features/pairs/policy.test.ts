import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  declineCard,
  notNowCard,
  offerCard,
  stateCard,
  unmatchedCard,
  changeCard,
  isChange,
} from '../../../src/features/pairs/cards.ts';
import { nextOffers } from '../../../src/features/pairs/offers/usecases.ts';
import { pairStates, sides, type Pair } from '../../../src/features/pairs/model.ts';
import {
  mayActInPair,
  mayAnswerOffer,
  mayEnd,
  mayPause,
  mayResume,
  maySeePair,
} from '../../../src/features/pairs/policy.ts';
import { isOverdue, workingDaysAfter } from '../../../src/features/pairs/rules.ts';
import type { ProposedPair } from '../../../src/features/matching/model.ts';
import { usualAims } from '../../../src/features/matching/model.ts';
import { keptPairs } from '../../../src/features/matching/proposals/rules.ts';
import { problemFrom } from '../../../src/features/matching/rules.ts';
import { propose } from '../../../src/features/matching/engine/propose.ts';
import { languages } from '../../../src/platform/words.ts';
import { aPerson } from '../../support/app.ts';
import { anApplication } from './journey.ts';

const [mentee, mentor, other] = [aPerson(1), aPerson(501), aPerson(9)];

function aPair(over: Partial<Pair> = {}): Pair {
  const ids = { id: 'p', programmeId: 'g', proposalId: 'r', menteeId: mentee.id, mentorId: mentor.id };
  return { ...ids, state: 'offered', reasons: [{ kind: 'picks', about: ['mentee-asked'] }], offeredAt: 0, ...over };
}

describe('who may do what with a pair', () => {
  const permissions = { maySeePair, mayAnswerOffer, mayActInPair, mayPause, mayResume, mayEnd };
  type Permission = keyof typeof permissions;
  const cases: [string, Partial<Pair>, Permission[], Permission[]][] = [
    ['an offer', {}, ['maySeePair', 'mayAnswerOffer'], []],
    ['an offer with a yes', { menteeSaid: 'yes' }, ['maySeePair'], ['maySeePair', 'mayAnswerOffer']],
    [
      'an active pair',
      { state: 'active' },
      ['maySeePair', 'mayActInPair', 'mayPause', 'mayEnd'],
      ['maySeePair', 'mayActInPair', 'mayPause', 'mayEnd'],
    ],
    [
      'a pause of the mentee',
      { state: 'paused', pausedBy: mentee.id },
      ['maySeePair', 'mayResume', 'mayEnd'],
      ['maySeePair', 'mayEnd'],
    ],
    ['an ended pair', { state: 'ended' }, ['maySeePair'], ['maySeePair']],
    ['a declined offer', { state: 'declined', menteeSaid: 'yes' }, [], []],
    ['a withdrawn offer', { state: 'withdrawn' }, [], []],
  ];
  for (const [name, over, ofMentee, ofMentor] of cases)
    it(`is right for ${name}`, () => {
      const allowed = (who: string) =>
        Object.entries(permissions).flatMap(([key, may]) => (may(who, aPair(over), 0) ? [key] : []));
      assert.deepEqual(allowed(mentee.id), ofMentee);
      assert.deepEqual(allowed(mentor.id), ofMentor);
      assert.deepEqual(allowed(other.id), []);
    });
});

describe('the cards about pairs', () => {
  it('are small, in four languages, and say nothing that is private', () => {
    for (const language of languages)
      for (const side of sides)
        for (const state of pairStates) {
          const told = { language, pair: aPair({ state }), side, partner: mentor, programmeName: 'Grow' };
          const cards = [offerCard(told), offerCard(told, true), stateCard(told)];
          if (isChange(state)) cards.push(changeCard(told, state));
          const more = [
            declineCard(language, told.pair),
            notNowCard(language, side),
            unmatchedCard(language, side, 'Grow'),
          ];
          for (const card of [...cards, ...more]) {
            const text = JSON.stringify(card);
            assert.ok(text.length < 28_000 && (card.buttons?.length ?? 0) <= 6);
            assert.doesNotMatch(text, /ratherNot|asked"|picks|excluded|refused/);
            assert.doesNotMatch(card.summary, /Given|Person/, 'a preview names nobody');
          }
        }
  });

  it('of a no name nobody', () => {
    for (const language of languages)
      for (const side of sides) assert.doesNotMatch(JSON.stringify(notNowCard(language, side)), /Given|Person/);
  });
});

describe('waiting for an answer', () => {
  it('counts working days only', () => {
    const friday = Date.UTC(2026, 2, 6, 9);
    assert.equal(workingDaysAfter(friday, 3, 'Europe/Brussels'), Date.UTC(2026, 2, 11, 9));
    assert.equal(isOverdue(aPair({ offeredAt: friday }), Date.UTC(2026, 2, 13, 9), 'Europe/Brussels'), false);
    assert.equal(isOverdue(aPair({ offeredAt: friday }), Date.UTC(2026, 2, 13, 10), 'Europe/Brussels'), true);
  });
});

describe('what is offered', () => {
  const people = fc.array(
    fc.record({
      role: fc.constantFrom('mentee', 'mentor', 'both'),
      languages: fc.subarray(['nl', 'fr', 'en'] as const, { minLength: 1 }),
      capacity: fc.integer({ min: 1, max: 3 }),
      mayShowName: fc.boolean(),
      ratherNot: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 2 }),
      manager: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    }),
    { minLength: 2, maxLength: 12 },
  );

  it('never breaks a hard rule, and takes no place twice', () => {
    fc.assert(
      fc.property(people, (drawn) => {
        const applications = drawn.map(({ role, languages: spoken, ratherNot, ...rest }, at) => {
          const { manager: _, ...over } = rest;
          const rather = ratherNot.map((number) => aPerson(number).id);
          return anApplication('g', at + 1, role, { ...over, languages: spoken, ratherNot: rather });
        });
        const chains = new Map(
          drawn.map(({ manager }, at) => [aPerson(at + 1).id, manager ? [aPerson(manager).id] : []]),
        );
        const directory = new Map(drawn.map((_, at) => [aPerson(at + 1).id, aPerson(at + 1)]));
        const problem = problemFrom({
          applications,
          people: directory,
          chains,
          aims: usualAims,
          standings: [],
          overrides: [],
          kept: [],
        });
        const offers: ProposedPair[] = nextOffers('r', keptPairs(problem, propose(problem)), [], applications);
        const of = (id: string) => applications.find((one) => one.personId === id)!.answers;
        for (const { menteeId, mentorId } of offers) {
          const [a, b] = [of(menteeId), of(mentorId)];
          assert.notEqual(menteeId, mentorId);
          assert.ok(
            a.languages.some((one) => b.languages.includes(one)),
            'a shared language',
          );
          assert.ok(!a.ratherNot.includes(mentorId) && !b.ratherNot.includes(menteeId));
          assert.ok(!chains.get(menteeId)?.includes(mentorId) && !chains.get(mentorId)?.includes(menteeId));
          assert.ok(b.mayShowName && a.role !== 'mentor' && b.role !== 'mentee');
          assert.ok(offers.filter((one) => one.mentorId === mentorId).length <= b.capacity);
          assert.equal(offers.filter((one) => one.menteeId === menteeId).length, 1);
        }
      }),
      { numRuns: 100 },
    );
  });
});
