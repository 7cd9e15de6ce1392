/** The size of the tab: gzip of all that the browser fetches before the first page can be used, from the build's manifest. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstLoads } from '../../../test/support/tab-size.ts';
import { buildTab } from '../../tab/build.ts';
import type { Figures } from '../bench.ts';

const firstPage = 'insights/page.tsx';

export async function benchTab(): Promise<Figures> {
  const outDir = await mkdtemp(join(tmpdir(), 'tandem-bench-'));
  try {
    await buildTab({ outDir });
    const loads = await firstLoads(outDir);
    const of = (name: string): number => loads.find(({ page }) => page.endsWith(name))?.kilobytes ?? Number.NaN;
    const pages = loads.filter(({ page }) => page !== 'shell');
    return {
      'first-load-kb': of(firstPage),
      'shell-kb': of('shell'),
      'largest-page-kb': Math.max(...pages.map(({ kilobytes }) => kilobytes)),
      pages: pages.length,
    };
  } finally {
    await rm(outDir, { recursive: true });
  }
}
