import assert from 'node:assert/strict';
import type { CircleTotals } from '../../../../src/features/matching/engine/circle-search.ts';
import { proposeCircles, type CircleProposal } from '../../../../src/features/matching/engine/circles.ts';
import type { EngineMentee, EngineMentor } from '../../../../src/features/matching/engine/model.ts';
import { whyNot } from '../../../../src/features/matching/engine/rules.ts';
import { defaultWeights, scorePair, weightList } from '../../../../src/features/matching/engine/scores.ts';
import { aMentee, aMentor, aPool } from './people.ts';

interface People {
  readonly mentees: readonly EngineMentee[];
  readonly mentors: readonly EngineMentor[];
}

const weights = weightList(defaultWeights);
const size = { least: 2, most: 3 };

/** Few topics, languages and times, so that people share some. */
function smallPool(seed: number): People {
  let state = seed + 1;
  const below = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const some = (words: readonly string[]): string[] => words.filter(() => below(2) === 0);
  const languages = (): string[] => [['nl'], ['fr'], ['nl', 'fr']][below(3)]!;
  const topics = () => some(['a', 'b', 'c']).map((topic) => ({ topic, level: 'some' as const }));
  const times = (): string[] => (below(3) === 0 ? [] : some(['mon', 'tue']));
  return {
    mentees: Array.from({ length: 6 }, (_, k) =>
      aMentee({
        ...{ id: `e${k}`, languages: languages(), topics: topics(), times: times(), waited: below(4) === 0 },
        ...{ seniority: below(5), excluded: below(6) === 0 ? [`o${below(3)}`] : [] },
      }),
    ),
    mentors: Array.from({ length: 3 }, (_, k) =>
      aMentor({
        ...{ id: `o${k}`, languages: languages(), offers: topics(), times: times() },
        ...{ capacity: 1 + below(4), seniority: 3 + below(5) },
      }),
    ),
  };
}

/** Every choice of a subject for each mentor, and every place for each mentee. */
function bestByTrying({ mentees, mentors }: People): CircleTotals {
  const anyTimes = [...new Set(mentees.flatMap(({ times = [] }) => times))];
  const subjects = mentors.map(({ offers, languages, times = [] }) => {
    const named = times.length > 0 ? times : anyTimes;
    const slots = named.length > 0 ? named : [''];
    return offers.flatMap(({ topic }) =>
      languages.flatMap((language) => slots.map((time) => ({ topic, language, time }))),
    );
  });
  const fits = (mentee: EngineMentee, j: number, subject: { topic: string; language: string; time: string }): boolean =>
    whyNot(mentee, mentors[j]!) === null &&
    mentee.topics.some(({ topic }) => topic === subject.topic) &&
    mentee.languages.includes(subject.language) &&
    (subject.time === '' || (mentee.times ?? []).length === 0 || mentee.times!.includes(subject.time));
  let best: CircleTotals = { mentees: 0, waited: 0, score: 0 };
  const place = (able: readonly (readonly number[])[], i: number, load: number[], totals: CircleTotals): void => {
    if (i === mentees.length) {
      if (load.some((count) => count > 0 && count < size.least)) return;
      if (orderOf(totals, best) > 0) best = totals;
      return;
    }
    place(able, i + 1, load, totals);
    for (const j of able[i]!) {
      if (load[j]! >= Math.min(size.most, mentors[j]!.capacity)) continue;
      const more = {
        mentees: totals.mentees + 1,
        waited: totals.waited + Number(mentees[i]!.waited === true),
        score: totals.score + scorePair(mentees[i]!, mentors[j]!, weights),
      };
      load[j]!++;
      place(able, i + 1, load, more);
      load[j]!--;
    }
  };
  const choose = (chosen: readonly (number | null)[]): void => {
    if (chosen.length < mentors.length) {
      choose([...chosen, null]);
      subjects[chosen.length]!.forEach((_, k) => choose([...chosen, k]));
      return;
    }
    const able = mentees.map((mentee) =>
      chosen.flatMap((k, j) => (k !== null && fits(mentee, j, subjects[j]![k]!) ? [j] : [])),
    );
    place(
      able,
      0,
      mentors.map(() => 0),
      { mentees: 0, waited: 0, score: 0 },
    );
  };
  choose([]);
  return best;
}

const orderOf = (one: CircleTotals, other: CircleTotals): number =>
  one.mentees - other.mentees || one.waited - other.waited || one.score - other.score;

/** What is wrong with it, read from the people alone. */
function faultsOf(
  { mentees, mentors }: People,
  { circles, left, totals }: CircleProposal,
  { least, most } = size,
): string[] {
  const faults: string[] = [];
  const menteeOf = new Map(mentees.map((one) => [one.id, one]));
  const placed = circles.flatMap(({ members }) => members.map(({ mentee }) => mentee));
  if (new Set(placed).size < placed.length) faults.push('somebody is in two circles');
  if (new Set(circles.map(({ mentor }) => mentor)).size < circles.length) faults.push('somebody holds two');
  for (const { mentor: id, topic, language, time, members } of circles) {
    const mentor = mentors.find((one) => one.id === id)!;
    if (members.length < least || members.length > Math.min(most, mentor.capacity))
      faults.push(`${id} has the wrong size`);
    if (!mentor.offers.some((one) => one.topic === topic) || !mentor.languages.includes(language))
      faults.push(`${id}: not his`);
    for (const { mentee: who, score } of members) {
      const mentee = menteeOf.get(who)!;
      const shares =
        mentee.topics.some((one) => one.topic === topic) &&
        mentee.languages.includes(language) &&
        (time === undefined || !mentee.times?.length || mentee.times.includes(time));
      if (!shares || whyNot(mentee, mentor) !== null) faults.push(`${who} does not belong to ${id}`);
      if (score !== scorePair(mentee, mentor, weights)) faults.push(`${who} has another score`);
    }
  }
  const waited = placed.filter((who) => menteeOf.get(who)!.waited).length;
  const score = circles.flatMap(({ members }) => members).reduce((sum, one) => sum + one.score, 0);
  if (orderOf(totals, { mentees: placed.length, waited, score }) !== 0) faults.push('the totals are others');
  if (left.length + placed.length !== mentees.length) faults.push('somebody is nowhere');
  return faults;
}

describe('circles', () => {
  it('are the best there are in small pools, and never better than their bound', function () {
    this.timeout(300_000);
    const count = 300;
    let [best, held] = [0, 0];
    for (let seed = 0; seed < count; seed += 1) {
      const people = smallPool(seed);
      const found = proposeCircles(people, size);
      assert.deepEqual(faultsOf(people, found), [], `seed ${seed}`);
      const possible = bestByTrying(people);
      assert.ok(orderOf(found.totals, possible) <= 0 && orderOf(possible, found.bound) <= 0, `seed ${seed}`);
      best += Number(orderOf(found.totals, possible) === 0);
      held += found.circles.length;
    }
    this.test!.title += ` (${best} of ${count} the best, ${held} circles)`;
    assert.ok(held > count / 2);
    assert.equal(best, count);
  });

  it('keep their rules in a larger pool, the same for any order of people', function () {
    this.timeout(300_000);
    const people = aPool({ seed: 3, mentees: 90, mentors: 24, places: 8 });
    const found = proposeCircles(people);
    assert.deepEqual(faultsOf(people, found, { least: 3, most: 8 }), []);
    assert.ok(found.circles.length >= 5);
    const turned = { mentees: people.mentees.toReversed(), mentors: people.mentors.toReversed() };
    assert.deepEqual(proposeCircles(turned), found);
  });

  it('hold nobody who has nothing in common with a group, and no group that is too small', () => {
    const law = [{ topic: 'law', level: 'some' as const }];
    const mentees = ['a', 'b', 'c'].map((id) => aMentee({ id, topics: law, times: ['mon'] }));
    const mentor = aMentor({ id: 'm', offers: law, capacity: 8, times: ['mon', 'tue'] });
    const other = aMentee({ id: 'd', topics: [{ topic: 'music', level: 'some' }] });
    const found = proposeCircles({ mentees: [...mentees, other], mentors: [mentor] });
    assert.deepEqual(
      found.circles.map(({ topic, language, time, members }) => [topic, language, time, members.length]),
      [['law', 'nl', 'mon', 3]],
    );
    assert.deepEqual(found.left, ['d']);
    const fewer = proposeCircles({ mentees: mentees.slice(1), mentors: [mentor] });
    assert.deepEqual([fewer.circles, fewer.totals.mentees, fewer.bound.mentees], [[], 0, 0]);
    assert.throws(() => proposeCircles({ mentees, mentors: [mentor] }, { least: 4, most: 3 }), /from 4 to 3/);
  });
});
