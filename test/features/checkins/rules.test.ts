import assert from 'node:assert/strict';
import { day } from '../../../src/platform/clock.ts';
import { bandOf, dayAfterStart, openRound } from '../../../src/features/checkins/rules.ts';

const zone = 'Europe/Brussels';
const activeAt = Date.UTC(2026, 2, 20, 9, 0);

describe('the rules of check-ins', () => {
  it('keep the local time over the change to summer time', () => {
    assert.equal(dayAfterStart(activeAt, 14, zone), Date.UTC(2026, 3, 3, 8, 0));
  });

  it('open the later round in place of the former', () => {
    assert.equal(openRound(activeAt, activeAt + 13 * day, zone), undefined);
    assert.equal(openRound(activeAt, activeAt + 15 * day, zone), 'day-14');
    assert.equal(openRound(activeAt, activeAt + 31 * day, zone), 'day-30');
  });

  it('tell how many answered as a band only', () => {
    assert.deepEqual(
      [bandOf(8, 8), bandOf(20, 9), bandOf(20, 10), bandOf(20, 15)],
      ['few-asked', 'under-half', 'half-or-more', 'most'],
    );
  });
});
