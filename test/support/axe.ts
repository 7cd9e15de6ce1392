/** Asks axe whether a page can be used by everybody (WCAG 2.2 A and AA, and axe's best practices). */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Fails with the rule, the element and what to do, for each thing that axe finds in the page or frame. */
export async function assertAccessible(where: Page | Frame, name: string, options: RunOptions = {}): Promise<void> {
  // Through the debugger: the page's policy, which is tested too, allows no script of ours.
  await where.evaluate(source);
  const violations = await where.evaluate(
    async (given) => {
      const { axe } = globalThis as unknown as { axe: { run(o: object): Promise<AxeResults> } };
      return (await axe.run(given)).violations;
    },
    { ...options, iframes: false, resultTypes: ['violations'] } as RunOptions,
  );
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${name}: ${id} (${help}) at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
  assert.deepEqual(found, []);
}
