import assert from 'node:assert/strict';
import { throughTrouble } from '../support/delivery/trouble.ts';

describe('messages through trouble', function () {
  this.timeout(1_500_000);

  it('are neither lost nor sent to somebody else, and doubled only where an answer was lost', async function () {
    const end = await throughTrouble({ seed: 7, faults: 2_000, kills: 20, people: 260, longestMs: 600_000 });
    this.test!.title += ` (${end.injected} faults, ${end.kills} kills: ${JSON.stringify(end.byKind)}; ${end.doubled} doubled, ${end.lostAnswers} answers lost)`;
    assert.ok(end.injected >= 2_000 && end.kills >= 20);
    assert.deepEqual(end.lost, []);
    assert.deepEqual(end.unexplained, []);
    assert.ok(end.doubled <= end.lostAnswers);
    assert.deepEqual([end.wrongReceiver, end.inQuietHours, end.afterOptingOut], [0, 0, 0]);
  });

  it('would be lost if they were marked before they are sent: this trial sees it', async () => {
    const wish = { seed: 7, faults: 300, kills: 3, people: 60, longestMs: 300_000 } as const;
    const { lost } = await throughTrouble({ ...wish, order: 'mark-first' });
    assert.ok(lost.length > 0, 'nothing was lost');
  });
});
