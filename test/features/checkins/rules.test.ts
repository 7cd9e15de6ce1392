import assert from 'node:assert/strict';
import { day } from '../../../src/platform/clock.ts';
import { bandOf, dayAfterStart, firstMeeting, openRound } from '../../../src/features/checkins/rules.ts';

const zone = 'Europe/Brussels';
const activeAt = Date.UTC(2026, 2, 20, 9, 0);
const facts = { activeAt, zone, firstMeetingAt: undefined, saidMet: false };

describe('the rules of check-ins', () => {
  it('keep the local time over the change to summer time', () => {
    assert.equal(dayAfterStart(activeAt, 14, zone), Date.UTC(2026, 3, 3, 8, 0));
  });

  it('open the later round in place of the former', () => {
    assert.equal(openRound(activeAt, activeAt + 13 * day, zone), undefined);
    assert.equal(openRound(activeAt, activeAt + 15 * day, zone), 'day-14');
    assert.equal(openRound(activeAt, activeAt + 31 * day, zone), 'day-30');
  });

  it('see a missing first meeting from day 21 on, and wait for one that is planned soon', () => {
    const now = activeAt + 21 * day;
    assert.equal(firstMeeting({ ...facts, now: activeAt + 20 * day }), 'early');
    assert.equal(firstMeeting({ ...facts, now }), 'missing');
    assert.equal(firstMeeting({ ...facts, now, saidMet: true }), 'met');
    assert.equal(firstMeeting({ ...facts, now, firstMeetingAt: now - day }), 'met');
    assert.deepEqual(firstMeeting({ ...facts, now, firstMeetingAt: now + day }), { waitUntil: now + 2 * day });
    assert.equal(firstMeeting({ ...facts, now, firstMeetingAt: now + 40 * day }), 'missing');
  });

  it('tell how many answered as a band only', () => {
    assert.deepEqual(
      [bandOf(8, 8), bandOf(20, 9), bandOf(20, 10), bandOf(20, 15)],
      ['few-asked', 'under-half', 'half-or-more', 'most'],
    );
  });
});
