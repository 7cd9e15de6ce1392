import assert from 'node:assert/strict';
import { offsetClock, pause } from '../../src/platform/clock.ts';
import { silentLog } from '../../src/platform/log.ts';
import { createPulse, readPulses, together, withOneMore, type PulseRow } from '../../src/platform/pulse.ts';
import { memoryTables } from '../support/delivery/memory.ts';

const minute = 60_000;
const now = 100 * minute + 30_000;
const row = (over: Partial<PulseRow> = {}): PulseRow => ({
  ...{ roles: ['worker'], startedAt: 0, at: now - 1_000, minutes: [] },
  ...over,
});

describe('signs of life', () => {
  it('add up what all processes sent, minute by minute, also those that ended since', () => {
    const minutes = [{ from: 99 * minute, sent: 900, throttled: 2 }];
    const found = together([row({ minutes }), row({ roles: [], at: now - 50_000, minutes })], now);
    assert.deepEqual(found.minutes.at(-2), { from: 99 * minute, sent: 1_800, throttled: 4 });
    assert.deepEqual([found.minutes.length, found.minutes.at(-1)?.from], [5, 100 * minute]);
  });

  it('count as alive who wrote within twenty seconds, by what it does', () => {
    const found = together(
      [row(), row({ roles: ['web', 'worker'] }), row({ at: now - 21_000 }), row({ roles: [] })],
      now,
    );
    assert.deepEqual([found.workers, found.webs], [2, 1]);
  });

  it('keep the last minutes only', () => {
    let minutes: PulseRow['minutes'] = [];
    for (let at = 0; at < 20; at += 1) minutes = withOneMore(minutes, 'sent', at * minute);
    minutes = withOneMore(minutes, 'throttled', 19 * minute + 1);
    assert.deepEqual([minutes.length, minutes.at(-1)], [6, { from: 19 * minute, sent: 1, throttled: 1 }]);
  });

  it('are written to the store while a process runs, and say at its end that it is nobody any more', async () => {
    const tables = memoryTables();
    const clock = offsetClock();
    const pulse = createPulse({ tables, clock, log: silentLog, roles: ['worker'] });
    const stop = pulse.start();
    pulse.count('sent');
    while ((await readPulses(tables, clock.machine())).workers === 0) await pause(1);
    await stop();
    const found = await readPulses(tables, clock.machine());
    assert.equal(found.workers, 0);
    assert.equal(
      found.minutes.reduce((sum, one) => sum + one.sent, 0),
      1,
    );
  });
});
