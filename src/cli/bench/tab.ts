/**
 * How fast the tab is on a phone: twelve pages of a sandbox with a history, each opened for the first time, on a simulated phone
 * (`tab/phone.ts`); what they weigh, packed with gzip; and for comparison, each in one file: this app, what an app weighs that imports the same
 * packages whole and has no page yet, and one page of what templates begin with. Fails nothing.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../../../test/support/browser.ts';
import { startToldSandbox } from '../../../test/support/sandbox.ts';
import { tellStories } from '../../../test/support/story.ts';
import { firstLoads } from '../../../test/support/tab-size.ts';
import { tabDir } from '../../tab/build.ts';
import { tabConfig } from '../../tab/vite.config.ts';
import type { Figures } from '../bench.ts';
import { mostUsed } from './tab/most-used.ts';
import { depthOf, seeOnPhone, type Request, type Seen } from './tab/phone.ts';

/** The tab in the host's own process, as one target of the debugger: what slows the page slows the frame too, and all requests are seen. */
const inOneProcess =
  '--disable-features=OriginIsolationHeader,OriginKeyedProcessesByDefault,IsolateOrigins,site-per-process';

interface Row extends Seen {
  readonly name: string;
  readonly kilobytes: number;
  readonly depth: number;
}

export async function benchTab(): Promise<Figures> {
  const sandbox = await startToldSandbox('--people', '300');
  const rows: Row[] = [];
  print(head);
  try {
    const [story, browser] = [await tellStories(sandbox), await launchBrowser(inOneProcess)];
    for (const { name, personId, path } of mostUsed(story)) {
      const url = `${sandbox.host}/#person=${personId}&app=tab&theme=light&lang=nl&path=${path}&clean=1`;
      const seen = await seeOnPhone(browser, url, sandbox.app);
      const row = { name, ...seen, kilobytes: await kilobytesOf(seen.requests), depth: depthOf(seen.requests) };
      rows.push(row);
      print(cellsOf(row));
    }
    await browser.close();
  } finally {
    await sandbox.stop();
  }
  const worst = (of: (row: Row) => number): number => Math.max(...rows.map(of));
  const loads = await firstLoads(tabDir);
  return {
    'first-load-kb': rows[0]?.kilobytes ?? Number.NaN,
    'lcp-ms': worst(({ lcpMs }) => lcpMs),
    'interaction-ms': worst(({ interactionMs }) => interactionMs),
    'layout-shift': worst(({ layoutShift }) => layoutShift),
    depth: worst(({ depth }) => depth),
    requests: worst(({ requests }) => requests.length),
    'works-ms': worst(({ worksMs }) => worksMs),
    'largest-first-load-kb': worst(({ kilobytes }) => kilobytes),
    'shell-kb': loads.find(({ page }) => page === 'shell')?.kilobytes ?? Number.NaN,
    'unsplit-kb': await oneFile('unsplit'),
    'whole-fluent-kb': await oneFile('whole-fluent'),
    'template-kb': await oneFile('template'),
    pages: loads.length - 1,
  };
}

/** Files as they travel to a browser that takes gzip, whatever this one takes; answers of the API as they came. */
async function kilobytesOf(requests: readonly Request[]): Promise<number> {
  const sizes = requests.map(async ({ url, bytes }) => {
    const name = basename(new URL(url).pathname);
    if (!url.includes('/tab/assets/')) return bytes;
    return (await readFile(join(tabDir, 'assets', `${name}.gz`)).catch(() => readFile(join(tabDir, 'assets', name))))
      .length;
  });
  return (await Promise.all(sizes)).reduce((total, one) => total + one, 0) / 1000;
}

/** Kilobytes of one of `tab/stacks`, in one file. */
async function oneFile(stack: string): Promise<number> {
  const outDir = await mkdtemp(join(tmpdir(), 'tandem-one-file-'));
  try {
    const { build } = await import('vite');
    const config = tabConfig(outDir, false);
    const input = join(import.meta.dirname, 'tab/stacks', `${stack}.tsx`);
    const rolldownOptions = { input, output: { codeSplitting: false } };
    await build({ ...config, build: { ...config.build, rolldownOptions } });
    const files = (await readdir(join(outDir, 'assets'))).map((name) => readFile(join(outDir, 'assets', name)));
    return (await Promise.all(files)).reduce((total, file) => total + gzipSync(file).length, 0) / 1000;
  } finally {
    await rm(outDir, { recursive: true });
  }
}

const head = ['page', 'kB', 'LCP ms', 'works ms', 'press ms', 'shift', 'depth', 'requests'];

const cellsOf = (row: Row): string[] => [
  row.name,
  row.kilobytes.toFixed(1),
  ...[row.lcpMs, row.worksMs, row.interactionMs].map((ms) => ms.toFixed(0)),
  row.layoutShift.toFixed(3),
  String(row.depth),
  String(row.requests.length),
];

function print([name = '', ...cells]: readonly string[]): void {
  process.stderr.write(`${name.padEnd(22)}${cells.map((cell) => cell.padStart(10)).join('')}\n`);
}
