import assert from 'node:assert/strict';
import fc from 'fast-check';
import { day, hour } from '../../../../src/platform/clock.ts';
import { problemsOfDecision } from '../../../../src/features/recognition/events/deciding/rules.ts';
import type { Honour } from '../../../../src/features/recognition/events/honours/model.ts';
import { certificateOf, slidesOf } from '../../../../src/features/recognition/events/honours/rules.ts';
import {
  benchOf,
  conflictOf,
  isJudged,
  needsJuror,
  orderFor,
  othersFor,
  problemsOfJudgement,
  type Nearby,
} from '../../../../src/features/recognition/events/judging/rules.ts';
import type { Judgement } from '../../../../src/features/recognition/events/judging/model.ts';
import type { EventDraft, HonourEvent } from '../../../../src/features/recognition/events/model.ts';
import { eventDraft } from '../../../../src/features/recognition/events/model.ts';
import type { Nomination, Voice } from '../../../../src/features/recognition/events/nominating/model.ts';
import {
  countSides,
  fateOf,
  isConsidered,
  isReadable,
  isStanding,
  pairMeant,
  partnersToNominate,
  subjectOf,
  waitsFor,
} from '../../../../src/features/recognition/events/nominating/rules.ts';
import {
  closesAt,
  criteriaOf,
  entryHolds,
  fairnessOf,
  isNews,
  juryAt,
  phaseOf,
  problemsOfEvent,
} from '../../../../src/features/recognition/events/rules.ts';
import { aPair, draft, mentees, mentors } from './event.ts';

const zone = 'Europe/Brussels';
/** A Tuesday, ten o'clock in Brussels. */
const now = Date.UTC(2026, 2, 3, 9, 0);
const anEvent = (over: Partial<HonourEvent> = {}): HonourEvent => ({
  ...{ ...draft, id: 'e1', programmeId: 'p1', state: 'open', zone, createdBy: 'c', createdAt: now, version: 0 },
  ...over,
});
const [mentee, mentor] = [mentees[0]!.id, mentors[0]!.id];

describe('the last day to answer', () => {
  it('ends with its night also where the clock is changed', () => {
    assert.equal(juryAt({ closesOn: '2027-03-24', zone }), Date.UTC(2027, 2, 29, 22));
    assert.equal(juryAt({ closesOn: '2027-10-28', zone }), Date.UTC(2027, 10, 2, 23));
  });
});

const aVoice = (place: number, over: Partial<Voice> = {}): Voice => ({
  ...{ place, by: mentee, pairId: 'pair-1', members: [mentee, mentor], criteria: ['doors'], why: 'Because', at: now },
  ...over,
});
const yes = (upTo: number) => ({ said: 'yes', upTo, at: now }) as const;
const aNomination = (over: Partial<Nomination> = {}): Nomination => ({
  ...{ id: 'n1', eventId: 'e1', kind: 'mentor', subject: [mentor], voices: [aVoice(1)], turn: 1 },
  ...{ answers: { [mentee]: yes(1), [mentor]: yes(1) }, ...over },
});
const standing = new Set(['pair-1']);

describe('what event can be set up', () => {
  const cases: readonly (readonly [string, Partial<EventDraft>, string])[] = [
    ['a time that is over', { start: now - hour }, 'start event-past'],
    ['more than a year ahead', { start: now + 500 * day }, 'start event-far'],
    ['a last day that is over', { closesOn: '2026-03-02' }, 'closesOn event-closes-past'],
    ['no time for answers and a jury', { closesOn: '2026-04-06' }, 'closesOn event-closes-late'],
    ['nowhere', { place: '' }, 'place event-nowhere'],
    ['a link of somebody else', { online: true, link: 'https://teams.microsoft.com.evil.test/x' }, 'link event-link'],
    ['a script', { online: true, link: 'javascript:alert(1)' }, 'link event-link'],
    ['for nothing', { criteria: [], ownCriteria: [] }, 'criteria event-no-criteria'],
    ['for nobody', { mentors: 0, mentees: 0 }, 'mentors event-nobody'],
    ['one juror, named twice', { jurors: [mentee, mentee] }, 'jurors event-jury-two'],
  ];
  for (const [name, over, expected] of cases)
    it(`is not with ${name}`, () => {
      const found = problemsOfEvent({ ...draft, ...over }, zone, now);
      assert.deepEqual(
        found.map(({ field, reason }) => `${field} ${reason}`),
        [expected],
      );
    });

  it('is a sound draft, for mentors alone too, and on the last day that leaves eight', () => {
    for (const over of [{}, { mentees: 0 }, { closesOn: '2026-04-05' }, { place: '', online: true }])
      assert.deepEqual(problemsOfEvent({ ...draft, ...over }, zone, now), []);
  });

  it('keeps criteria and a last day that is over once nominations are open, while the time may move', () => {
    const later = now + 30 * day;
    const reasons = (over: Partial<EventDraft>, at: number) =>
      problemsOfEvent({ ...draft, ...over }, zone, at, anEvent()).map(({ reason }) => reason);
    assert.deepEqual(reasons({ ownCriteria: [] }, now), ['event-criteria-open']);
    assert.deepEqual(reasons({ criteria: ['doors'] }, now), ['event-criteria-open']);
    assert.deepEqual(reasons({ closesOn: '2026-04-02' }, later), ['event-closed-already']);
    assert.deepEqual(reasons({ start: draft.start + day }, later), []);
  });

  it('has bounds', () => {
    for (const over of [{ mentors: -1 }, { mentees: 21 }, { minutes: 17 }, { title: ' ' }, { ownCriteria: [''] }])
      assert.ok(!eventDraft.safeParse({ ...draft, ...over }).success, JSON.stringify(over));
  });

  it('goes from nominations to answers, to the jury, to the event', () => {
    const open = anEvent();
    const at = (when: number, over: Partial<HonourEvent> = {}) => phaseOf({ ...open, ...over }, when);
    assert.equal(closesAt(open), Date.UTC(2026, 2, 13, 23, 0));
    assert.deepEqual(
      [closesAt(open) - 1, closesAt(open), juryAt(open) - 1, juryAt(open), open.start + 2 * hour].map((one) => at(one)),
      ['nominating', 'answering', 'answering', 'judging', 'held'],
    );
    assert.equal(at(open.start, { state: 'decided' }), 'decided');
    assert.equal(at(open.start, { state: 'cancelled' }), 'cancelled');
  });

  it('is news when the time or the place is another, and the entry is in line while who comes is the same', () => {
    assert.ok(isNews(draft, { ...draft, start: draft.start + 1 }) && isNews(draft, { ...draft, place: 'Room' }));
    assert.ok(!isNews(draft, { ...draft, title: 'Another', mentors: 1 }));
    assert.equal(entryHolds(draft, ['a', 'b']), entryHolds(draft, ['b', 'a']));
    assert.notEqual(entryHolds(draft, ['a']), entryHolds(draft, ['b']));
  });

  it('has its own criteria after those of the catalogue', () => {
    assert.deepEqual(criteriaOf(draft), [{ id: 'doors' }, { id: 'listened' }, { id: 'own-1', text: 'Sang' }]);
  });
});

describe('what the jury may read', () => {
  const cases: readonly (readonly [string, Partial<Nomination>, boolean])[] = [
    ['both said yes', {}, true],
    ['one has said nothing', { answers: { [mentee]: yes(1) } }, false],
    ['one said no', { answers: { [mentee]: yes(1), [mentor]: { said: 'no', upTo: 1, at: now } } }, false],
    ['words that came after the yes', { voices: [aVoice(2)], turn: 2 }, false],
    ['words of nobody in a pair', { voices: [{ ...aVoice(1, { members: [] }), pairId: undefined } as Voice] }, false],
    ['one half of a pair', { voices: [aVoice(1, { members: [mentor] })] }, false],
  ];
  for (const [name, over, is] of cases)
    it(`${is ? 'is' : 'is not'} a voice when ${name}`, () =>
      assert.equal(isConsidered(aNomination(over), standing), is));

  it('is nothing of a pair that one of the two left, and everything of one that was rounded off', () => {
    assert.equal(isConsidered(aNomination(), new Set()), false);
    const is = (over: object) => isStanding(aPair(1, over));
    assert.deepEqual(
      [is({}), is({ state: 'paused' }), is({ state: 'ended', ending: 'together' }), is({ state: 'ended' })],
      [true, true, true, false],
    );
    assert.ok(!is({ state: 'offered' }) && !is({ state: 'declined' }));
  });

  it('never more than both agreed to, whatever they answer and whoever writes more', () => {
    const said = fc.record({ said: fc.constantFrom('yes', 'no'), upTo: fc.integer({ min: 0, max: 4 }) });
    const answers = fc.record({ [mentee]: said, [mentor]: said }, { requiredKeys: [] });
    fc.assert(
      fc.property(answers, fc.integer({ min: 1, max: 4 }), fc.boolean(), (given, place, stands) => {
        const one = aNomination({ answers: given as unknown as Nomination['answers'], voices: [aVoice(place)] });
        const agreed = [mentee, mentor].every((id) => given[id]?.said === 'yes' && given[id].upTo >= place);
        assert.equal(isReadable(one, one.voices[0]!, stands ? standing : new Set()), agreed && stands);
      }),
    );
  });

  it('asks anew for new words, and nobody who said no', () => {
    assert.ok(!waitsFor(aNomination(), mentee));
    assert.ok(waitsFor(aNomination({ voices: [aVoice(1), aVoice(2)] }), mentee));
    const refused = { [mentee]: { said: 'no', upTo: 1, at: now } } as const;
    assert.ok(!waitsFor(aNomination({ voices: [aVoice(1), aVoice(2)], answers: refused }), mentee));
    assert.ok(!waitsFor(aNomination({ answers: {} }), 'somebody-else'));
  });

  it('is told to whoever nominated by one word, whatever the reason', () => {
    const no = aNomination({ answers: { [mentee]: yes(1), [mentor]: { said: 'no', upTo: 1, at: now } } });
    const silent = aNomination({ answers: {} });
    const stranger = aNomination({ voices: [aVoice(1, { members: [] })] });
    for (const one of [no, silent, stranger]) {
      assert.equal(fateOf(one, standing, 'nominating'), 'asked');
      assert.equal(fateOf(one, standing, 'answering'), 'asked');
      assert.equal(fateOf(one, standing, 'judging'), 'not-considered');
      assert.equal(fateOf(one, standing, 'decided'), 'not-considered');
    }
    assert.equal(fateOf(aNomination(), standing, 'nominating'), 'asked');
    assert.equal(fateOf(aNomination(), standing, 'judging'), 'with-jury');
  });
});

describe('whom a nomination means', () => {
  const all = [aPair(1), aPair(2), aPair(3, { mentorId: mentor })];
  it('is the pair with whoever nominates, else the longest, else nobody', () => {
    assert.equal(pairMeant([mentor], mentees[2]!.id, all)?.id, 'pair-3');
    assert.equal(pairMeant([mentor], mentees[1]!.id, all)?.id, 'pair-1');
    assert.equal(pairMeant([mentees[1]!.id, mentors[1]!.id].toSorted(), mentee, all)?.id, 'pair-2');
    assert.equal(pairMeant([mentee, mentors[1]!.id], 'x', all), undefined);
    assert.equal(pairMeant([mentor], 'x', [aPair(1, { state: 'ended' })]), undefined);
  });
  it('offers the own partner only, and never oneself', () => {
    const found = partnersToNominate(mentor, all).map(({ pair, kind }) => subjectOf(pair, kind).join());
    assert.deepEqual(found, [mentee, mentees[2]!.id]);
  });
});

const nobody: Nearby = { partners: new Map(), above: new Map() };
const given = (jurorId: string, nominationId = 'n1'): Judgement => ({
  ...{ kind: 'given', eventId: 'e1', nominationId, jurorId, scores: {}, comment: jurorId, at: now },
});

describe('who may judge', () => {
  const cases: readonly (readonly [string, string, Nearby, string | undefined])[] = [
    ['who is nominated', mentor, nobody, 'nominated'],
    ['the other of the pair', mentee, nobody, 'partner'],
    ['a partner elsewhere', 'j', { ...nobody, partners: new Map([[mentor, new Set(['j'])]]) }, 'partner'],
    ['a manager two levels up', 'j', { ...nobody, above: new Map([[mentor, ['x', 'j']]]) }, 'line'],
    ['who is led by them', 'j', { ...nobody, above: new Map([['j', ['x', mentor]]]) }, 'line'],
    ['anybody else', 'j', { ...nobody, above: new Map([['j', ['x']]]) }, undefined],
  ];
  for (const [name, who, nearby, expected] of cases)
    it(`${expected === undefined ? 'does' : 'does not'}: ${name}`, () =>
      assert.equal(conflictOf(who, aNomination(), nearby), expected));

  it('does not: who nominated, or says that they are near', () => {
    assert.equal(conflictOf('n', aNomination({ voices: [aVoice(1, { by: 'n' })] }), nobody), 'nominator');
    assert.equal(conflictOf('j', aNomination(), nobody, true), 'declared');
  });

  it('leaves out every word of whoever is near, whatever they had said', () => {
    const people = [mentee, mentor, 'j1', 'j2', 'j3'];
    const words = fc.array(fc.record({ who: fc.constantFrom(...people), isConflict: fc.boolean() }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.subarray(people), words, fc.subarray(people), (jury, wanted, line) => {
        const nearby = { ...nobody, above: new Map([[mentor, line]]) };
        const once = [...new Map(wanted.map((one) => [one.who, one])).values()];
        const all = once.map(({ who, isConflict }): Judgement => {
          return isConflict ? { ...given(who), kind: 'conflict' } : given(who);
        });
        const bench = benchOf(aNomination(), jury, all, nearby);
        for (const { jurorId } of bench.given) {
          assert.ok(jury.includes(jurorId) && !line.includes(jurorId) && jurorId !== mentee && jurorId !== mentor);
          assert.ok(!once.some(({ who, isConflict }) => who === jurorId && isConflict));
        }
        assert.equal(isJudged(bench), bench.given.length >= 2);
        assert.equal(needsJuror(bench), bench.judges.length < 2);
      }),
    );
  });

  it('reads nothing of the others before the own word, and in an order of their own', () => {
    const bench = benchOf(aNomination(), ['a', 'b'], [given('a')], nobody);
    assert.equal(othersFor('b', bench), undefined);
    assert.deepEqual(othersFor('a', bench), []);
    const both = benchOf(aNomination(), ['a', 'b'], [given('a'), given('b')], nobody);
    assert.deepEqual(
      othersFor('b', both)?.map(({ jurorId }) => jurorId),
      ['a'],
    );
    const all = Array.from({ length: 12 }, (_, at) => ({ id: `n${at}` }));
    const orders = new Set(
      ['a', 'b', 'c', 'd'].map((who) =>
        orderFor(who, all)
          .map(({ id }) => id)
          .join(),
      ),
    );
    assert.equal(orders.size, 4);
    assert.deepEqual(orderFor('a', all), orderFor('a', all.toReversed()));
  });

  it('says a word for each criterion of the event, and for no other', () => {
    const scores = { doors: 'clearly', listened: 'little', 'own-1': 'partly' } as const;
    assert.deepEqual(problemsOfJudgement(draft, { scores, comment: '' }), []);
    const { doors: _, ...rest } = scores;
    assert.equal(problemsOfJudgement(draft, { scores: rest, comment: '' })[0]?.field, 'scores.doors');
    assert.equal(problemsOfJudgement(draft, { scores: { ...scores, kept: 'partly' }, comment: '' }).length, 1);
  });
});

describe('a decision', () => {
  const judges = ['a', 'b', 'c'];
  const bench = (who: readonly string[]) =>
    benchOf(
      aNomination(),
      judges,
      who.map((one) => given(one)),
      nobody,
    );
  const one = { id: 'n1', bench: bench(['a', 'b']), sides: new Map([[mentor, 'mentor' as const]]), isNear: false };
  const other = { ...one, id: 'n2', sides: new Map([['m2', 'mentor' as const]]) };
  const chosen = { honoured: [{ nominationId: 'n1', why: 'W' }], with: ['a', 'b'], others: 'Because' };
  const reasons = (over: object, all: readonly (typeof one)[], event = { mentors: 2, mentees: 2 }) =>
    problemsOfDecision(event, { ...chosen, ...over }, all).map(({ reason }) => reason);

  it('is kept when two who are near to nobody judged each and decided it', () =>
    assert.deepEqual(reasons({}, [one, other]), []));
  const cases: readonly (readonly [string, string[]])[] = [
    ['decision-gone', reasons({}, [other])],
    ['decision-near', reasons({}, [one, { ...other, isNear: true }])],
    ['decision-few-jurors', reasons({}, [one, { ...other, bench: { judges: ['a'], given: [] } }])],
    ['decision-not-judged', reasons({}, [one, { ...other, bench: bench(['a']) }])],
    ['decision-too-many', reasons({}, [one, other], { mentors: 0, mentees: 2 })],
    ['decision-with-two', reasons({ with: ['a'] }, [one, other])],
    ['decision-with-near', reasons({ with: ['a', 'c'] }, [one, other])],
    ['decision-others', reasons({ others: '' }, [one, other])],
  ];
  for (const [reason, found] of cases)
    it(`is refused: ${reason}`, () => assert.ok(found.includes(reason), found.join(' ')));

  it('may honour nobody, and needs no word on others where there are none', () => {
    assert.deepEqual(reasons({ honoured: [], with: [], others: '' }, []), []);
    assert.deepEqual(reasons({ others: '' }, [one]), []);
  });

  it('counts people and not nominations', () => {
    const pair = new Map([
      [mentor, 'mentor' as const],
      [mentee, 'mentee' as const],
    ]);
    assert.deepEqual(countSides([one.sides, pair, new Map()]), { mentors: 1, mentees: 1 });
  });

  it('is told in bands, and nothing under five', () => {
    const told = fairnessOf({ nominated: { mentors: 4, mentees: 7 }, honoured: { mentors: 1, mentees: 12 } });
    assert.deepEqual(told, {
      nominated: { mentors: { kind: 'under-5' }, mentees: { kind: '5-to-9' } },
      honoured: { mentors: { kind: 'under-5' }, mentees: { kind: 'band', from: 10, to: 14 } },
    });
  });
});

describe('what leaves the house', () => {
  const honour = (personId: string, says: Honour['says']): Honour => ({
    ...{ eventId: 'e1', personId, side: 'mentor', criteria: ['doors', 'own-1'], says, at: now },
  });
  const shown = { event: anEvent({ state: 'decided' }), programme: 'Growing together' };

  it('has a slide for whoever said yes to the stage, and for nobody else, whatever else they said', () => {
    const say = fc.constantFrom('yes', 'no', undefined);
    const says = fc.record({ comes: say, stage: say, pictures: say, page: say });
    fc.assert(
      fc.property(fc.array(says, { maxLength: 8 }), (all) => {
        const people = all.map((one, at) => ({ honour: honour(`p${at}`, one as Honour['says']), name: `Name ${at}` }));
        const expected = people.filter(({ honour: { says: one } }) => one.stage === 'yes').map(({ name }) => name);
        assert.deepEqual(
          slidesOf(shown, people).sections.map(({ title }) => title),
          expected,
        );
      }),
    );
  });

  it('says on paper who, at which event, as what and for what, in the reader’s language', () => {
    const paper = certificateOf(shown, { honour: honour('p1', {}), name: 'Tom Maes' }, 'nl');
    const text = JSON.stringify(paper);
    for (const part of ['Tom Maes', 'Growing together', 'Summer *meeting*', '14 april 2026', 'Sang', 'Deuren'])
      assert.ok(text.includes(part), `${part} in ${text}`);
  });
});
