import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allBadges, type BadgeKind } from '../../../../src/features/recognition/badges/model.ts';
import {
  badgesOf,
  type Happened,
  type History,
  type PairHistory,
} from '../../../../src/features/recognition/badges/rules.ts';
import { sides, type Side } from '../../../../src/features/pairs/model.ts';
import { courseIds } from '../../../../src/features/training/model.ts';
import { pathOf } from '../../../../src/features/training/rules.ts';

const lastDay = 12;
const day = fc.nat({ max: lastDay });
const happened: fc.Arbitrary<Happened> = fc.oneof(
  day.map((at) => ({ at })),
  fc.constant({}),
);
const aPairHistory: fc.Arbitrary<PairHistory> = fc
  .record(
    { side: fc.constantFrom(...sides), activeAt: day, met: happened, reached: fc.constant({}), completed: day },
    { requiredKeys: ['side', 'activeAt'] },
  )
  // A pair completes after it began.
  .map((one) =>
    one.completed === undefined ? one : { ...one, completed: one.activeAt + one.completed },
  ) as fc.Arbitrary<PairHistory>;
const aHistory: fc.Arbitrary<History> = fc.record({
  // Mostly of the two paths, so that whole ones come about; the same course may stand there twice.
  courses: fc.array(
    fc.record({
      courseId: fc.constantFrom(...pathOf('mentee'), ...pathOf('mentor'), ...courseIds),
      doneAt: day,
    }),
    { maxLength: 16 },
  ),
  pairs: fc.array(aPairHistory, { maxLength: 5 }),
  hosted: fc.array(happened, { maxLength: 3 }),
});

/** Slow: goes through the days one by one, and asks on each whether the rule is met by what has happened until then. */
function reference(history: History): Map<string, number | undefined> {
  const found = new Map<string, number | undefined>();
  for (const { id, kind, side } of allBadges) {
    for (let today = 0; today <= 3 * lastDay && !found.has(id); today += 1)
      if (isMet(kind, side, history, (at) => at !== undefined && at <= today)) found.set(id, today);
    if (!found.has(id) && isMet(kind, side, history, () => true)) found.set(id, undefined);
  }
  return found;
}

function isMet(
  kind: BadgeKind,
  side: Side,
  { courses, pairs, hosted }: History,
  isPast: (at?: number) => boolean,
): boolean {
  const mine = pairs.filter((one) => one.side === side && (isPast(one.activeAt) || kind !== 'returned'));
  const are: Record<BadgeKind, () => boolean> = {
    trained: () =>
      pathOf(side).every(
        (id) => courses.filter(({ courseId, doneAt }) => courseId === id && isPast(doneAt)).length > 0,
      ),
    'first-meeting': () => mine.some(({ met }) => met !== undefined && isPast(met.at)),
    'goal-reached': () => mine.some(({ reached }) => reached !== undefined && isPast(reached.at)),
    completed: () => mine.some(({ completed }) => completed !== undefined && isPast(completed)),
    host: () => side === 'mentor' && hosted.some(({ at }) => isPast(at)),
    returned: () =>
      mine.some((one) => {
        for (const other of pairs)
          if (other !== one && other.completed !== undefined && other.completed <= one.activeAt) return true;
        return false;
      }),
  };
  return are[kind]();
}

describe('the rules of badges', () => {
  it('give for 10,000 random histories what going through them day by day gives', () => {
    let [given, dated] = [0, 0];
    fc.assert(
      fc.property(aHistory, (history) => {
        const fast = new Map(badgesOf(history).map(({ id, at }) => [id as string, at]));
        given += fast.size;
        dated += [...fast.values()].filter((at) => at !== undefined).length;
        assert.deepEqual(Object.fromEntries(fast), Object.fromEntries(reference(history)));
      }),
      { numRuns: 10_000 },
    );
    process.stdout.write(`      10,000 histories, ${given} badges, ${dated} of them with a day, 0 differences\n`);
    assert.ok(given > 20_000);
  });

  it('give each at some time: no rule is one that nobody meets', () => {
    const courses = courseIds.map((courseId) => ({ courseId, doneAt: 1 }));
    const pair = (side: Side, activeAt: number): PairHistory => ({
      ...{ side, activeAt, met: { at: activeAt + 1 }, reached: {}, completed: activeAt + 5 },
    });
    const all = badgesOf({ courses, pairs: [pair('mentee', 2), pair('mentor', 9)], hosted: [{ at: 3 }] });
    assert.deepEqual(
      all.map(({ id }) => id),
      allBadges.map(({ id }) => id),
    );
  });

  it('look back: whatever comes to a history takes no badge away', () => {
    fc.assert(
      fc.property(aHistory, aHistory, (one, more) => {
        const both = {
          ...{ courses: [...one.courses, ...more.courses], pairs: [...one.pairs, ...more.pairs] },
          hosted: [...one.hosted, ...more.hosted],
        };
        const later = new Set(badgesOf(both).map(({ id }) => id));
        assert.ok(badgesOf(one).every(({ id }) => later.has(id)));
      }),
    );
  });

  it('know no order of people and no count: twice as much of everything gives the same badges', () => {
    fc.assert(
      fc.property(aHistory, ({ courses, pairs, hosted }) => {
        // Whoever completed a pair and has another one besides may be back by that; nothing else changes.
        const twice = { courses: [...courses, ...courses], pairs: pairs.flatMap((one) => [one, one]), hosted };
        const without = (history: History) => badgesOf(history).filter(({ kind }) => kind !== 'returned');
        assert.deepEqual(without(twice), without({ courses, pairs, hosted }));
      }),
    );
  });
});
