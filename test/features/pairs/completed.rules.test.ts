import assert from 'node:assert/strict';
import { completedAt, lastedToTheEnd } from '../../../src/features/pairs/rules.ts';
import { beginOfDay, day } from '../../../src/platform/clock.ts';

const end = Date.parse('2026-12-01T12:00Z');
const one = { endsOn: '2026-12-01', zone: 'Europe/Brussels', stage: 'run', stageAt: 0 } as const;
const closed = { ...one, stage: 'close', stageAt: end - 9 * day } as const;
const lastDay = beginOfDay(one.endsOn, one.zone);

describe('a pair', () => {
  it('has lasted to the end on the last day of the programme, or when it was closed', () => {
    assert.equal(lastedToTheEnd({}, one, end), true);
    assert.equal(lastedToTheEnd({}, one, end - 5 * day), false);
    assert.equal(lastedToTheEnd({ endedAt: end - 5 * day }, one, end), false);
    assert.equal(lastedToTheEnd({ endedAt: end - 5 * day }, closed, end), true);
  });

  it('has completed when it was rounded off together or lasted to the end, and not when somebody left it', () => {
    const activeAt = end - 100 * day;
    assert.equal(completedAt({ activeAt }, one, end), lastDay);
    assert.equal(completedAt({ activeAt }, one, end - 5 * day), undefined);
    assert.equal(completedAt({ activeAt, endedAt: end - 50 * day }, one, end), undefined);
    assert.equal(completedAt({ activeAt, endedAt: end - 50 * day, ending: 'together' }, one, end), end - 50 * day);
    assert.equal(completedAt({ activeAt }, closed, end), closed.stageAt);
    assert.equal(completedAt({}, closed, end), undefined);
    assert.equal(completedAt({ activeAt: end + day }, closed, end + 2 * day), end + day);
  });
});
