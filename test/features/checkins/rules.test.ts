import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { day, hour } from '../../../src/platform/clock.ts';
import { round } from '../../../src/features/checkins/model.ts';
import {
  bandOf,
  dueOf,
  isRoundOpen,
  openRound,
  roundsAhead,
  roundsOf,
  type Course,
} from '../../../src/features/checkins/rules.ts';
import { usualCheckIns } from '../../../src/features/programmes/model.ts';

const zone = 'Europe/Brussels';
const activeAt = Date.UTC(2026, 2, 20, 9, 0);

type Over = Partial<Omit<Course, 'programme'>> & { readonly programme?: Partial<Course['programme']> };

const aCourse = ({ programme, ...over }: Over = {}): Course => ({
  ...{ state: 'active', activeAt, endedAt: undefined, plan: usualCheckIns },
  ...over,
  programme: { zone, endsOn: '2027-06-30', stage: 'run', stageAt: 1, ...programme },
});

const namesAt = (course: Course, now: number) => roundsOf(course, now).map((one) => one.round);
const closedOn = (at: number, over: Over = {}) => aCourse({ ...over, programme: { stage: 'close', stageAt: at } });

describe('the rounds of a pair', () => {
  it('are named for good: days of whole months after the first two, the close and six months later', () => {
    for (const name of ['day-14', 'day-30', 'day-60', 'day-90', 'day-270', 'close', 'after-six-months'])
      assert.ok(round.safeParse(name).success, name);
    for (const name of ['day-15', 'day-00', 'day-95', 'day-1200', 'Close', 'constructor', ''])
      assert.ok(!round.safeParse(name).success, name);
  });

  it('follow the interval that the programme chose, or stop after the first month', () => {
    const later = activeAt + 200 * day;
    const every = (value: 30 | 60 | 90 | 'off') =>
      namesAt(aCourse({ plan: { ...usualCheckIns, every: value } }), later);
    assert.deepEqual(every(60), ['day-14', 'day-30', 'day-90', 'day-150', 'day-210', 'day-270']);
    assert.deepEqual(every(90).slice(2, 4), ['day-120', 'day-210']);
    assert.deepEqual(every(30).slice(2, 5), ['day-60', 'day-90', 'day-120']);
    assert.deepEqual(every('off'), ['day-14', 'day-30']);
  });

  it('leave out the regular one that stands just before the close, if the close is asked', () => {
    const endsOn = DateTime.fromMillis(activeAt, { zone }).plus({ days: 275 }).toISODate() ?? '';
    const course = aCourse({ programme: { endsOn } });
    const at = activeAt + 280 * day;
    assert.ok(!namesAt(course, at).includes('day-270'));
    assert.ok(namesAt(course, at).includes('day-210'));
    assert.ok(namesAt({ ...course, plan: { ...usualCheckIns, close: false } }, at).includes('day-270'));
  });

  it('end with a close when the pair ends or the programme closes, whichever is first, and six months after that', () => {
    const [closing, ending] = [activeAt + 120 * day, activeAt + 100 * day];
    assert.deepEqual(roundsOf(closedOn(closing), closing), [
      { round: 'close', due: closing },
      { round: 'after-six-months', due: DateTime.fromMillis(closing, { zone }).plus({ months: 6 }).toMillis() },
    ]);
    assert.equal(dueOf('close', closedOn(closing, { state: 'ended', endedAt: ending })), ending);
    assert.equal(dueOf('close', closedOn(closing, { state: 'ended', endedAt: closing + day })), closing);
    assert.equal(dueOf('close', aCourse()), undefined);
  });

  it('ask nobody to look back on less than a month, and nobody what is off', () => {
    const short = aCourse({ state: 'ended', endedAt: activeAt + 20 * day });
    assert.deepEqual(roundsOf(short, activeAt + 21 * day), []);
    const off = closedOn(activeAt + 100 * day, { plan: { every: 60, close: false, later: false } });
    assert.deepEqual(roundsOf(off, activeAt + 101 * day), []);
  });

  it('open the later one in place of the former', () => {
    const course = aCourse();
    const openOn = (days: number) => openRound(course, activeAt + days * day);
    assert.deepEqual([13, 15, 31, 95, 151].map(openOn), [undefined, 'day-14', 'day-30', 'day-90', 'day-150']);
    assert.equal(openRound({ ...course, state: 'paused' }, activeAt + 31 * day), undefined);
  });

  it('take a late answer of a pair that goes on, also of a round that the plan has no more', () => {
    const course = aCourse({ plan: { ...usualCheckIns, every: 'off' } });
    assert.ok(isRoundOpen('day-14', course, activeAt + 200 * day));
    assert.ok(isRoundOpen('day-90', course, activeAt + 200 * day));
    assert.ok(!isRoundOpen('day-90', course, activeAt + 80 * day));
    assert.ok(!isRoundOpen('day-90', { ...course, state: 'ended', endedAt: activeAt }, activeAt + 200 * day));
  });

  it('take answers to a close for two months', () => {
    const closing = activeAt + 120 * day;
    const course = closedOn(closing);
    assert.ok(isRoundOpen('close', course, closing + 59 * day));
    assert.ok(!isRoundOpen('close', course, closing + 61 * day));
    assert.equal(openRound(course, closing + 61 * day), undefined);
    assert.equal(openRound(course, closing + 190 * day), 'after-six-months');
    assert.deepEqual(
      roundsAhead(course, closing + 100 * day).map((one) => one.round),
      ['after-six-months'],
    );
  });

  it('keep the local time over every change of the clock, are in order, and one of them is always ahead', () => {
    const zones = ['Europe/Brussels', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Tokyo', 'Pacific/Apia', 'UTC'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2029, 0) }),
        fc.constantFrom(30 as const, 60 as const, 90 as const),
        fc.integer({ min: 0, max: 700 }),
        (where, start, every, days) => {
          const course = aCourse({
            activeAt: start,
            plan: { ...usualCheckIns, every },
            programme: { zone: where, endsOn: '2040-01-01' },
          });
          const now = start + days * day;
          const all = roundsOf(course, now);
          const began = DateTime.fromMillis(start, { zone: where });
          for (const [place, { round: name, due }] of all.entries()) {
            const then = DateTime.fromMillis(due, { zone: where });
            const wanted = began.plus({ days: Number(name.slice(4)) });
            assert.equal(then.toISODate(), wanted.toISODate());
            assert.ok(
              Math.abs(then.diff(then.startOf('day')).toMillis() - began.diff(began.startOf('day')).toMillis()) <= hour,
            );
            assert.ok(place === 0 || due > all[place - 1]!.due);
          }
          assert.ok(all.at(-1)!.due > now || all.length === 2);
          const regular = roundsAhead(course, now).filter((one) => Number(one.round.slice(4)) > 30);
          assert.equal(regular.length, 1);
          assert.ok(regular[0]!.due > now && regular[0]!.due - now <= (every + 31) * day);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('stand on the hour of the night that happens twice, and after the one that does not happen', () => {
    const at = (text: string) => DateTime.fromISO(text, { zone }).toMillis();
    const twice = aCourse({ activeAt: at('2026-10-11T02:30') });
    assert.equal(DateTime.fromMillis(dueOf('day-14', twice) ?? 0, { zone }).toFormat('MM-dd HH:mm'), '10-25 02:30');
    const never = aCourse({ activeAt: at('2027-03-14T02:30') });
    assert.equal(DateTime.fromMillis(dueOf('day-14', never) ?? 0, { zone }).toFormat('MM-dd HH:mm'), '03-28 03:30');
  });
  it('tell how many answered as a band only', () => {
    assert.deepEqual(
      [bandOf(8, 8), bandOf(20, 9), bandOf(20, 10), bandOf(20, 15)],
      ['few-asked', 'under-half', 'half-or-more', 'most'],
    );
  });
});
