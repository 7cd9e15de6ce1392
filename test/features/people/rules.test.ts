import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { chainAbove, languageFor, nextWorkingMoment, usualHours } from '../../../src/features/people/rules.ts';
import { aPerson } from '../../support/app.ts';

const at = (iso: string, zone = 'Europe/Brussels'): number => DateTime.fromISO(iso, { zone }).toMillis();

describe('the next working moment', () => {
  const cases: [string, string, string][] = [
    ['in working hours it is now', '2026-03-03T10:15', '2026-03-03T10:15'],
    ['before work it is the start of the day', '2026-03-03T06:00', '2026-03-03T09:00'],
    ['after work it is the next day', '2026-03-03T17:00', '2026-03-04T09:00'],
    ['on Friday evening it is Monday', '2026-03-06T18:00', '2026-03-09T09:00'],
    ['over the change to summer time it is nine by the clock on the wall', '2026-03-28T12:00', '2026-03-30T09:00'],
    ['over the change to winter time too', '2026-10-24T12:00', '2026-10-26T09:00'],
  ];
  for (const [name, now, expected] of cases)
    it(name, () => assert.equal(nextWorkingMoment(at(now), usualHours), at(expected)));

  it('knows part-time days', () => {
    const hours = { ...usualHours, days: ['tuesday', 'thursday'] as ('tuesday' | 'thursday')[] };
    assert.equal(nextWorkingMoment(at('2026-03-03T18:00'), hours), at('2026-03-05T09:00'));
  });

  it('writes to whoever works at night in the night, until it is over', () => {
    const night = { ...usualHours, start: '22:00', end: '06:00' };
    // A Tuesday; the night of Friday ends on Saturday morning.
    for (const [now, expected] of [
      ['2026-03-03T12:00', '2026-03-03T22:00'],
      ['2026-03-03T23:30', '2026-03-03T23:30'],
      ['2026-03-04T05:59', '2026-03-04T05:59'],
      ['2026-03-04T06:00', '2026-03-04T22:00'],
      ['2026-03-07T03:00', '2026-03-07T03:00'],
      ['2026-03-07T07:00', '2026-03-09T22:00'],
    ] as const)
      assert.equal(nextWorkingMoment(at(now), night), at(expected), now);
    const always = { ...usualHours, start: '00:00', end: '00:00' };
    assert.equal(nextWorkingMoment(at('2026-03-03T04:00'), always), at('2026-03-03T04:00'));
  });

  it('is never in the past, never more than a week away, and always in working hours', () => {
    const instant = fc.integer({ min: at('2026-01-01'), max: at('2027-12-31') });
    fc.assert(
      fc.property(instant, (now) => {
        const moment = nextWorkingMoment(now, usualHours);
        const local = DateTime.fromMillis(moment, { zone: usualHours.zone });
        assert.ok(moment >= now && moment - now < 8 * 86_400_000);
        assert.ok(local.weekday <= 5 && local.hour >= 9 && local.hour < 17);
      }),
    );
  });
});

describe('the language to write in', () => {
  it('is the own choice, then the directory, then the programme', () => {
    assert.equal(languageFor(aPerson(1, { language: 'fr' }), { language: 'de' }, 'nl'), 'de');
    assert.equal(languageFor(aPerson(1, { language: 'fr' }), {}, 'nl'), 'fr');
    assert.equal(languageFor(undefined, undefined, 'nl'), 'nl');
  });
});

describe('the chain of managers', () => {
  const managers: Record<string, string> = { a: 'b', b: 'c', c: 'd', x: 'y', y: 'x' };
  it('goes up as many levels as asked', () => {
    assert.deepEqual(
      chainAbove('a', (id) => managers[id], 2),
      ['b', 'c'],
    );
  });
  it('ends where two people manage each other', () => {
    assert.deepEqual(
      chainAbove('x', (id) => managers[id], 9),
      ['y', 'x'],
    );
  });
});
