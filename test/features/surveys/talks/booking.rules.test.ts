import assert from 'node:assert/strict';
import { timesFor, type Attendee } from '../../../../src/features/surveys/talks/booking/rules.ts';
import { usualHours } from '../../../../src/features/people/rules.ts';
import { day, hour } from '../../../../src/platform/clock.ts';

const hours = { ...usualHours, zone: 'UTC' };
/** Monday, 9 March 2026, nine o'clock. */
const monday = Date.UTC(2026, 2, 9, 9);
const wish = { from: monday, to: monday + 5 * day, minutes: 60 };
const at = (days: number, from: number, to: number) => ({
  start: monday + days * day + from * hour,
  end: monday + days * day + to * hour,
});
const busy = (...spans: { start: number; end: number }[]): Attendee => ({ hours, busy: spans });
const free = busy();
const wholeWeek = [0, 1, 2, 3, 4].map((days) => at(days, 0, 8));

describe('the time of a group', () => {
  it('is free for everybody where there is such a time, at most two a day', () => {
    const times = timesFor(free, [busy(at(0, 0, 4)), busy(at(0, 5, 8)), free], wish);
    assert.deepEqual(times[0], { ...at(0, 4, 5), missing: 0 });
    assert.ok(times.length <= 6 && times.every(({ missing }) => missing === 0));
    const perDay = times.filter(({ start }) => start >= monday + day && start < monday + 2 * day);
    assert.equal(perDay.length, 2);
  });

  it('is one of the best three where nobody finds one, with how many would miss', () => {
    const others = [busy(...wholeWeek), busy(at(0, 0, 8), at(1, 0, 8), at(2, 0, 8), at(3, 0, 8)), free];
    const times = timesFor(free, others, wish);
    assert.equal(times.length, 3);
    for (const { missing, start } of times) assert.deepEqual([missing, start >= monday + 4 * day], [1, true]);
  });

  it('never falls in the busy time of whoever holds the talk', () => {
    const holder = busy(at(0, 0, 7), ...wholeWeek.slice(1));
    assert.deepEqual(timesFor(holder, [free], wish), [{ ...at(0, 7, 8), missing: 0 }]);
    assert.deepEqual(timesFor(busy(...wholeWeek), [free], wish), []);
  });

  it('lies in the working hours of each in the zone of each', () => {
    const later = { hours: { ...hours, zone: 'America/New_York' }, busy: [] };
    // Nine in New York is one o'clock here in that week.
    for (const { start } of timesFor(free, [later], wish)) assert.ok(new Date(start).getUTCHours() >= 13);
  });

  it('is none where everybody would miss', () => assert.deepEqual(timesFor(free, [busy(...wholeWeek)], wish), []));
});
