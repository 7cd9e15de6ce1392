import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { instantOf } from '../../../src/features/meetings/times/model.ts';
import { rankedTimes } from '../../../src/features/meetings/times/rules.ts';
import type { Side } from '../../../src/features/meetings/rules.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import { weekdays, type WorkingHours } from '../../../src/features/people/model.ts';
import { publicHolidays } from '../../../src/platform/holidays.ts';
import { wallOf } from '../../support/slow-times.ts';

const minute = 60_000;
const hour = 60 * minute;
const quarter = 15 * minute;
const side = (hours: Partial<WorkingHours>, over: Partial<Side> = {}): Side => ({
  ...{ hours: { ...usualHours, ...hours }, busy: [], meetings: [] },
  ...over,
});
const offsetOf = (at: number, zone: string): number => {
  const { date, time } = wallOf(at, zone);
  return Date.parse(`${date}T${time}:00Z`) - at;
};
/** The instants at which the clocks of a zone change in a year, by Intl alone. */
function changesIn(zone: string, year: number): number[] {
  const found: number[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += quarter)
    if (offsetOf(at, zone) !== offsetOf(at - quarter, zone)) found.push(at);
  return found;
}

/** All that a week around a change offers, against every quarter of an hour by the clock of Intl. */
function compareWeek(zone: string, change: number, hours: Partial<WorkingHours>) {
  const from = change - 4 * 24 * hour;
  const wish = { from, to: change + 4 * 24 * hour, minutes: 30 };
  const me = side({ ...hours, zone });
  const found = rankedTimes([me, me], wish).map(({ start }) => start);
  const { start: begins, end: ends, days } = me.hours;
  const isIn = (at: number): boolean => {
    const { date, time, weekday } = wallOf(at, zone);
    return days.some((one) => weekdays[(weekday + 6) % 7] === one) && begins <= time && time < ends && date !== '';
  };
  const expected: number[] = [];
  for (let at = wish.from; at + 2 * quarter <= wish.to; at += quarter)
    if (isIn(at) && isIn(at + quarter)) expected.push(at);
  const [have, want] = [new Set(found), new Set(expected)];
  return {
    slots: expected.length,
    wrong: found.filter((at) => !want.has(at)).length,
    lost: expected.filter((at) => !have.has(at)).length,
    doubled: found.length - have.size,
  };
}

describe('clocks that change', function () {
  this.timeout(300_000);

  const ofBrussels = [2026, 2027, 2028, 2029, 2030].flatMap((year) => changesIn('Europe/Brussels', year));
  const shifts: readonly Partial<WorkingHours>[] = [
    {},
    { start: '00:00', end: '24:00', days: [...weekdays] },
    { start: '04:30', end: '23:15', days: [...weekdays] },
  ];

  it('take, lose and double no time in the weeks of ten changes in Brussels', () => {
    assert.equal(ofBrussels.length, 10);
    const all = ofBrussels.flatMap((change) => shifts.map((one) => compareWeek('Europe/Brussels', change, one)));
    const sum = (key: 'slots' | 'wrong' | 'lost' | 'doubled'): number => all.reduce((so, one) => so + one[key], 0);
    process.stdout.write(
      `      ${sum('slots')} times: ${sum('wrong')} wrong, ${sum('lost')} lost, ${sum('doubled')} doubled\n`,
    );
    assert.ok(sum('slots') > 10_000);
    assert.deepEqual([sum('wrong'), sum('lost'), sum('doubled')], [0, 0, 0]);
  });

  for (const zone of [
    ...['Europe/Lisbon', 'Europe/London', 'Europe/Dublin', 'Europe/Helsinki', 'Europe/Bucharest', 'Europe/Athens'],
    ...['Atlantic/Azores', 'America/New_York', 'Australia/Sydney'],
  ])
    it(`take, lose and double none in ${zone}`, () => {
      const changes = changesIn(zone, 2027);
      assert.equal(changes.length, 2);
      for (const change of changes)
        for (const hours of shifts) {
          const { wrong, lost, doubled } = compareWeek(zone, change, hours);
          assert.deepEqual([wrong, lost, doubled], [0, 0, 0]);
        }
    });

  it('do not change in Kolkata, whose hours lie on the half of ours', () => {
    assert.deepEqual(changesIn('Asia/Kolkata', 2027), []);
    const from = DateTime.fromISO('2027-03-29', { zone: 'utc' }).toMillis();
    const found = rankedTimes([side({}), side({ zone: 'Asia/Kolkata' })], { from, to: from + 24 * hour, minutes: 60 });
    assert.deepEqual(
      [found[0], found.at(-1)].map((one) => wallOf(one!.start, 'Asia/Kolkata').time),
      ['12:30', '16:00'],
    );
  });

  it('move a partner overseas by an hour in the weeks in which only one of the two has changed', () => {
    const us = [side({ end: '18:00' }), side({ zone: 'America/New_York' })];
    const firstOn = (date: string): string | undefined => {
      const from = DateTime.fromISO(date, { zone: 'Europe/Brussels' }).toMillis();
      const [first] = rankedTimes(us, { from, to: from + 24 * hour, minutes: 60 });
      return first && wallOf(first.start, 'Europe/Brussels').time;
    };
    assert.deepEqual(
      [firstOn('2027-03-10'), firstOn('2027-03-17'), firstOn('2027-04-07')],
      ['15:00', '14:00', '15:00'],
    );
  });

  it('begin hours that a change leaves out at the change, and count those that come twice once', () => {
    const night = side({ zone: 'Europe/Brussels', start: '02:30', end: '04:00', days: [...weekdays] });
    const timesOn = (date: string): string[] => {
      const from = DateTime.fromISO(date, { zone: 'Europe/Brussels' }).toMillis();
      return rankedTimes([night], { from, to: from + 12 * hour, minutes: 30 }).map(
        ({ start }) => wallOf(start, 'Europe/Brussels').time,
      );
    };
    assert.deepEqual(timesOn('2027-03-28'), ['03:00', '03:15', '03:30']);
    const autumn = timesOn('2027-10-31');
    assert.equal(autumn[0], '02:30');
    assert.equal(autumn.at(-1), '03:30');
  });

  it('turn a day and a time that was typed in into the right instant, on every hour of those days', () => {
    for (const zone of ['Europe/Brussels', 'Europe/Lisbon', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney']) {
      const changes = [...changesIn(zone, 2027), Date.UTC(2027, 5, 7)];
      for (const change of changes)
        for (let at = change - 24 * hour; at < change + 24 * hour; at += hour) {
          const { date, time } = wallOf(at, zone);
          const isTwice = wallOf(at - hour, zone).time === time || wallOf(at + hour, zone).time === time;
          if (!isTwice) assert.equal(instantOf(date, time, zone), at, `${date} ${time} in ${zone}`);
        }
    }
    assert.equal(instantOf('', '10:00', 'Europe/Brussels'), 0);
  });

  it('know a leap day, and that there is none the year after', () => {
    const timesOn = (date: string): number => {
      const from = DateTime.fromISO(date, { zone: 'Europe/Brussels' }).toMillis();
      return rankedTimes([side({}), side({})], { from, to: from + 24 * hour, minutes: 60 }).length;
    };
    assert.equal(timesOn('2028-02-29'), 29);
    assert.equal(timesOn('2028-03-01'), 29);
    assert.equal(timesOn('2027-03-01'), 29);
  });

  it('leave nights to those who work at night', () => {
    const night = side({ start: '22:00', end: '06:00', days: ['monday'] });
    const from = DateTime.fromISO('2027-06-07', { zone: 'Europe/Brussels' }).toMillis();
    const found = rankedTimes([night], { from, to: from + 3 * 24 * hour, minutes: 60 });
    assert.equal(wallOf(found[0]!.start, 'Europe/Brussels').time, '22:00');
    assert.equal(wallOf(found.at(-1)!.end, 'Europe/Brussels').time, '06:00');
    assert.equal(wallOf(found.at(-1)!.end, 'Europe/Brussels').date, '2027-06-08');
  });
});

describe('public holidays', () => {
  const weekdaysOff: Readonly<Record<string, readonly string[]>> = {
    // Federal: the ten of the law of 4 January 1974.
    BE: [
      ...['2027-01-01', '2027-03-29', '2027-05-01', '2027-05-06', '2027-05-17', '2027-07-21', '2027-08-15'],
      ...['2027-11-01', '2027-11-11', '2027-12-25'],
    ],
  };

  it('of Belgium are the ten of the law', async () => {
    assert.deepEqual(await publicHolidays('BE', 2027, 2027), weekdaysOff['BE']);
  });

  it('are found by a code or by a name in the language of whoever typed it', async () => {
    const all = ['be', 'Belgium', 'België', 'Belgique', ' belgien '].map((one) => publicHolidays(one, 2027, 2027));
    for (const one of await Promise.all(all)) assert.deepEqual(one, weekdaysOff['BE']);
    assert.ok((await publicHolidays('Frankrijk', 2027, 2027)).includes('2027-07-14'));
    assert.ok((await publicHolidays('UK', 2027, 2027)).includes('2027-12-25'));
    assert.ok((await publicHolidays('United States', 2027, 2027)).includes('2027-11-25'));
  });

  it('are none where nobody knows the country', async () => {
    for (const one of [undefined, '', 'Nowhere', 'ZZ', '__proto__'])
      assert.deepEqual(await publicHolidays(one, 2027, 2027), []);
  });

  it('of the whole country only, each day of a long feast, and no half ones', async () => {
    const german = await publicHolidays('DE', 2027, 2027);
    assert.ok(german.includes('2027-10-03') && !german.includes('2027-11-01') && !german.includes('2027-12-24'));
    const turkish = await publicHolidays('Türkiye', 2027, 2027);
    for (const date of ['2027-03-09', '2027-03-10', '2027-03-11']) assert.ok(turkish.includes(date), date);
  });
});
