import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { intersect, isFreeFor, subtract, workingTime, type Side } from '../../../src/features/meetings/rules.ts';
import { suggestTimes } from '../../../src/features/meetings/times/rules.ts';
import type { Slot } from '../../../src/features/meetings/model.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import type { WorkingHours } from '../../../src/features/people/model.ts';

const at = (iso: string, zone = 'Europe/Brussels'): number => DateTime.fromISO(iso, { zone }).toMillis();
const side = (over: Partial<Side> = {}): Side => ({ hours: usualHours, busy: [], meetings: [], ...over });
const hours = (over: Partial<WorkingHours>): WorkingHours => ({ ...usualHours, ...over });
const week = { from: at('2026-03-02T00:00'), to: at('2026-03-09T00:00'), minutes: 60 };
const starts = (slots: readonly Slot[], zone = 'Europe/Brussels'): string[] =>
  slots.map(({ start }) => DateTime.fromMillis(start, { zone }).toFormat('ccc HH:mm'));
const busy = (from: string, to: string): Slot => ({ start: at(from), end: at(to) });

describe('times to meet', () => {
  it('are whole hours first, two a day, nine in all', () => {
    const found = starts(suggestTimes([side(), side()], week));
    assert.deepEqual(found.slice(0, 3), ['Mon 09:00', 'Mon 11:00', 'Tue 09:00']);
    assert.equal(found.length, 9);
  });

  it('take a half or a quarter when no whole hour is free', () => {
    const found = suggestTimes(
      [
        side({ busy: [busy('2026-03-02T09:00', '2026-03-02T10:15'), busy('2026-03-02T11:15', '2026-03-02T17:00')] }),
        side(),
      ],
      { ...week, to: at('2026-03-03T00:00') },
    );
    assert.deepEqual(starts(found), ['Mon 10:15']);
  });

  it('know the days on which each works', () => {
    const partTime = side({ hours: hours({ days: ['wednesday', 'friday'] }) });
    assert.deepEqual(starts(suggestTimes([side(), partTime], week)), [
      'Wed 09:00',
      'Wed 11:00',
      'Fri 09:00',
      'Fri 11:00',
    ]);
  });

  it('lie in the hours of both where they live', () => {
    const lisbon = side({ hours: hours({ zone: 'Europe/Lisbon', start: '08:00', end: '12:00' }) });
    const found = suggestTimes([side(), lisbon], { ...week, to: at('2026-03-03T00:00') });
    assert.deepEqual(starts(found), ['Mon 09:00', 'Mon 11:00']);
    assert.deepEqual(starts(found, 'Europe/Lisbon'), ['Mon 08:00', 'Mon 10:00']);
  });

  it('leave out a day with another mentoring meeting', () => {
    const met = side({ meetings: [busy('2026-03-02T15:00', '2026-03-02T16:00')] });
    assert.equal(starts(suggestTimes([side(), met], week))[0], 'Tue 09:00');
  });

  it('are none when nobody is free together', () => {
    const mornings = side({ hours: hours({ end: '12:00' }) });
    const afternoons = side({ hours: hours({ start: '13:00' }) });
    assert.deepEqual(suggestTimes([mornings, afternoons], week), []);
  });

  it('are nine by the clock on the wall, before and after the change to summer and to winter time', () => {
    for (const [from, to] of [
      ['2026-03-27', '2026-03-31'],
      ['2026-10-23', '2026-10-27'],
    ]) {
      const found = suggestTimes([side(), side()], { from: at(from!), to: at(to!), minutes: 60 });
      assert.deepEqual([...new Set(starts(found).map((one) => one.slice(4)))], ['09:00', '11:00']);
    }
  });

  const minuteOfWeek = fc.integer({ min: 0, max: 7 * 24 * 60 });
  const interval = fc.tuple(minuteOfWeek, fc.integer({ min: 5, max: 600 })).map(([start, length]) => ({
    start: week.from + start * 60_000,
    end: week.from + (start + length) * 60_000,
  }));
  const zone = fc.constantFrom('Europe/Brussels', 'Europe/Lisbon', 'Asia/Kolkata', 'America/New_York');
  const anySide = fc
    .record({ busy: fc.array(interval, { maxLength: 30 }), meetings: fc.array(interval, { maxLength: 2 }), zone })
    .map((one): Side => ({
      busy: one.busy,
      meetings: one.meetings,
      hours: hours({ zone: one.zone, start: '08:00', end: '19:00' }),
    }));

  it('never touch busy time, always lie in the hours of both, and are the same when asked twice', () => {
    fc.assert(
      fc.property(anySide, anySide, fc.constantFrom(30, 45, 60), (one, other, minutes) => {
        const wish = { ...week, minutes };
        const found = suggestTimes([one, other], wish);
        assert.deepEqual(found, suggestTimes([one, other], wish));
        for (const slot of found) {
          assert.equal(slot.end - slot.start, minutes * 60_000);
          assert.ok(isFreeFor([one, other], slot));
          for (const { busy: taken, hours: work } of [one, other]) {
            assert.ok(taken.every((block) => block.end <= slot.start || block.start >= slot.end));
            assert.ok(
              workingTime(work, week.from, week.to).some((day) => day.start <= slot.start && day.end >= slot.end),
            );
          }
        }
      }),
    );
  });
});

describe('intervals', () => {
  it('are cut and kept', () => {
    assert.deepEqual(
      subtract(
        [{ start: 0, end: 10 }],
        [
          { start: 3, end: 5 },
          { start: 9, end: 12 },
        ],
      ),
      [
        { start: 0, end: 3 },
        { start: 5, end: 9 },
      ],
    );
    assert.deepEqual(
      intersect(
        [
          { start: 0, end: 4 },
          { start: 6, end: 9 },
        ],
        [{ start: 3, end: 7 }],
      ),
      [
        { start: 3, end: 4 },
        { start: 6, end: 7 },
      ],
    );
  });
});
