import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { isFreeFor, type Side } from '../../../src/features/meetings/rules.ts';
import { rankedTimes, suggestTimes } from '../../../src/features/meetings/times/rules.ts';
import { weekdays } from '../../../src/features/people/model.ts';
import { halfDays } from '../../../src/features/people/passport/model.ts';
import { publicHolidays } from '../../../src/platform/holidays.ts';
import { slowSuggestions, slowTimes, step } from '../../support/slow-times.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const zones = [
  ...['Europe/Brussels', 'Europe/Lisbon', 'Europe/Helsinki', 'Europe/Dublin', 'America/New_York', 'Asia/Kolkata'],
  ...['Australia/Sydney', 'Asia/Kathmandu', 'Africa/Cairo'],
];
/** Changes of clocks, a leap day, feasts of several countries, and weeks without anything. */
const begins = [
  '2026-03-26',
  '2026-10-22',
  '2027-03-11',
  '2028-02-25',
  '2027-03-25',
  '2027-12-21',
  '2027-10-01',
  '2027-06-07',
];
const countries = [undefined, 'BE', 'France', 'Deutschland', 'Nederland', 'IN', 'TR', 'United States', 'Nowhere'];
const length = 8 * day;
const runs = Number(process.env['TIMES_RUNS'] ?? 5_000);

/** Most people sit near each other: of those who do not few have an hour in common. */
const anyZone = fc.oneof(
  { weight: 5, arbitrary: fc.constant('Europe/Brussels') },
  { weight: 1, arbitrary: fc.constantFrom(...zones) },
);
const five = (most: number) => fc.integer({ min: 0, max: most / 5 }).map((n) => n * 5);
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
/** Not between one and five at night: what a change of clocks does to hours that begin in it has tests of its own. */
const anyHours = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(['09:00', '17:00'], ['08:30', '16:30'], ['07:00', '19:00']) },
  { weight: 2, arbitrary: fc.tuple(five(360), five(540)).map(([a, b]) => [clock(300 + a), clock(720 + b)]) },
  { weight: 1, arbitrary: fc.constant(['22:00', '06:00']) },
);
const span = fc.tuple(five(8 * 24 * 60), five(600)).map(([from, long]) => ({ from, long: long + 5 }));
const anyDays = fc.oneof(
  { weight: 3, arbitrary: fc.constant(weekdays.slice(0, 5)) },
  { weight: 1, arbitrary: fc.subarray([...weekdays], { minLength: 2 }) },
);
const anyHalves = fc.oneof(
  fc.constant({}),
  fc.dictionary(fc.constantFrom(...halfDays), fc.constantFrom('rather', 'never'), { maxKeys: 8 }),
);
const seldom = fc.integer({ min: 0, max: 49 }).map((n) => n === 0);
const anySide = fc.record({
  ...{ zone: anyZone, days: anyDays, hours: anyHours, halves: anyHalves },
  busy: fc.array(span, { maxLength: 15 }),
  meetings: fc.array(five(8 * 24 * 60), { maxLength: 1 }),
  free: fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 2 }),
  ...{ breaks: seldom, later: seldom },
  country: fc.constantFrom(...countries),
});
const anyCase = fc.record({
  begin: fc.constantFrom(...begins),
  offset: five(24 * 60),
  long: fc.constantFrom(...[2, 4, 6]),
  minutes: fc.constantFrom(30, 45, 60),
  sides: fc.oneof(
    { weight: 9, arbitrary: fc.array(anySide, { minLength: 2, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.array(anySide, { minLength: 3, maxLength: 8 }) },
  ),
  agreed: fc.oneof(
    { weight: 5, arbitrary: fc.array(span, { maxLength: 0 }) },
    { weight: 1, arbitrary: fc.array(span, { maxLength: 2 }) },
  ),
});
type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;

async function sidesIn({ begin, sides, agreed }: Case): Promise<{ readonly base: number; readonly sides: Side[] }> {
  const base = Date.parse(`${begin}T00:00:00Z`);
  const at = ({ from, long }: { from: number; long: number }) => ({
    start: base + from * minute,
    end: base + (from + long) * minute,
  });
  const built = sides.map(async (one): Promise<Side> => {
    const near = (date: string): boolean => Math.abs(Date.parse(date) - base) < 15 * day;
    const holidays = (await publicHolidays(one.country, 2026, 2028)).filter(near);
    return {
      hours: { zone: one.zone, days: one.days, start: one.hours[0]!, end: one.hours[1]! },
      busy: one.busy.map(at),
      meetings: one.meetings.map((from) => at({ from, long: 60 })),
      closed: [...holidays, ...one.free.map((n) => new Date(base + n * day).toISOString().slice(0, 10))],
      halves: one.halves as NonNullable<Side['halves']>,
      ...(one.breaks ? { around: 15 * minute } : {}),
      ...(one.later ? { notBefore: base + day } : {}),
      agreed: agreed.map((some) => at({ ...some, long: Math.min(some.long, 120) })),
    };
  });
  return { base, sides: await Promise.all(built) };
}

describe('times, against a slow and obvious reference', function () {
  this.timeout(600_000);

  it('are free and allowed for all, never miss the earliest, and come in the documented order', async () => {
    const counts = { cases: 0, none: 0, times: 0, suggested: 0, sides: 0 };
    await fc.assert(
      fc.asyncProperty(anyCase, async (one) => {
        const { base, sides } = await sidesIn(one);
        const from = base + one.offset * minute;
        const wish = { from, to: Math.min(base + length, from + one.long * day), minutes: one.minutes };
        const slow = slowTimes(sides, wish);
        const fast = rankedTimes(sides, wish);
        assert.deepEqual(
          fast.map(({ start, liked }) => ({ start, liked })),
          slow,
        );
        const zone = sides[0]!.hours.zone;
        const expected = slowSuggestions(slow, zone);
        const found = suggestTimes(sides, wish);
        assert.deepEqual(
          found.map(({ start }) => start),
          expected.starts,
        );
        assert.equal(found.find(({ best }) => best)?.start, expected.best);
        assert.equal(found.find(({ earliest }) => earliest)?.start, slow[0]?.start);
        assert.ok(found.slice(0, 3).every((slot) => isFreeFor(sides, slot)));
        if (counts.cases % 10 === 0) assert.deepEqual(suggestTimes(sides, wish), found);
        counts.cases += 1;
        counts.none += slow.length === 0 ? 1 : 0;
        counts.times += slow.length;
        counts.suggested += found.length;
        counts.sides += sides.length;
      }),
      { numRuns: runs, seed: 8 },
    );
    process.stdout.write(
      `      ${counts.cases} cases of ${(counts.sides / counts.cases).toFixed(1)} sides, ${counts.none} without a time; ${counts.times} times and ${counts.suggested} suggestions compared\n`,
    );
    assert.ok(counts.none < counts.cases / 2, 'too few cases have any time');
  });

  it('the reference would notice a wrong clock: five minutes more or less are another answer', () => {
    const side = (end: string): Side => ({
      hours: { zone: 'Europe/Brussels', days: ['monday'], start: '09:00', end },
      ...{ busy: [], meetings: [] },
    });
    const from = DateTime.fromISO('2027-06-07', { zone: 'Europe/Brussels' }).toMillis();
    const wish = { from, to: from + day, minutes: 30 };
    const count = (end: string): number => slowTimes([side(end)], wish).length;
    assert.deepEqual([count('10:00'), count('10:15'), count('10:10')], [3, 4, 3]);
    assert.equal(step, 5 * minute);
  });
});
