import assert from 'node:assert/strict';
import { foretell, sharesOf } from '../../support/foretold.ts';

describe('the forecast of a survey, held against what was released', function () {
  this.timeout(300_000);

  it('was right where it was sure, in programmes whose people answered by other rules than its own', () => {
    const outcomes = Array.from({ length: 16 }, (_, seed) => foretell(10_000 + seed).outcomes).flat();
    const { lines, right, open, rightByFloor } = sharesOf(outcomes);
    process.stdout.write(
      `      ${lines} lines: ${(100 * right).toFixed(1)} % right, ${(100 * open).toFixed(1)} % left open; `,
    );
    process.stdout.write(`five expected answers alone: ${(100 * rightByFloor).toFixed(1)} % right\n`);
    assert.ok(right >= 0.95, `${right} right`);
    assert.ok(open <= 0.25, `${open} left open`);
    assert.ok(right > rightByFloor);
    for (const about of ['question', 'part', 'crossing'] as const)
      assert.ok(sharesOf(outcomes.filter((one) => one.about === about)).right >= 0.9, about);
  });
});
