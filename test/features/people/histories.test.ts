import { holdHistories } from '../../support/delivery/history.ts';

describe('histories of messages', function () {
  this.timeout(300_000);

  it('hold the invariants of delivery after every step, and drain at the end: 1,000 of them', async () => {
    await holdHistories(1_000, 7);
  });
});
