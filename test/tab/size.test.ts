import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildTab } from '../../src/tab/build.ts';
import { firstLoads } from '../support/tab-size.ts';
import { builtTab } from '../support/tab.ts';

/** Before a page can be used. The shell is what all of them need; it is two thirds React, Fluent's base and TeamsJS. */
const shellLimit = 164;
const limit = 205;
/** Smaller than the tab, and built in the same way. */
const gallery = join(import.meta.dirname, '..', 'support', 'gallery');

describe('the build of the tab', function () {
  this.timeout(300_000);
  let outDir: string;

  before(async () => {
    outDir = await builtTab();
  });

  it('brings every page with no more than 205 kB, and the shell alone with less', async () => {
    const loads = await firstLoads(outDir);
    assert.ok(loads.length > 0);
    const heavy = loads.filter(({ kilobytes }) => kilobytes > limit);
    assert.deepEqual(
      heavy.map(({ page, kilobytes }) => `${page}: ${kilobytes.toFixed(1)} kB`),
      [],
    );
    const shell = loads.find(({ page }) => page === 'shell');
    assert.ok(shell && shell.kilobytes <= shellLimit, `the shell: ${String(shell?.kilobytes)} kB`);
  });

  it('is not done again when nothing changed', async () => {
    const own = { outDir: await mkdtemp(join(tmpdir(), 'tandem-tab-')), root: gallery };
    try {
      assert.equal(await buildTab(own), true);
      const mark = join(own.outDir, 'index.html');
      await utimes(mark, 1, 1);
      assert.equal(await buildTab(own), false);
      assert.equal((await stat(mark)).mtimeMs, 1000);
      assert.equal(await buildTab({ ...own, development: true }), true);
    } finally {
      await rm(own.outDir, { recursive: true });
    }
  });

  it('asks no schema for anything: in the browser there is none, and the page would stumble', async () => {
    const assets = join(outDir, 'assets');
    for (const name of (await readdir(assets)).filter((one) => one.endsWith('.js'))) {
      const asked = /.{0,80}(?:\.safeParse(?:Async)?\(|\.shape\.\w+\.options\b)/.exec(
        await readFile(join(assets, name), 'utf8'),
      );
      assert.equal(asked?.[0], undefined, name);
    }
  });

  it('leaves a place for the nonce wherever a style or script is named', async () => {
    const page = await readFile(join(outDir, 'index.html'), 'utf8');
    const tags = page.match(/<(script|link|style)\b[^>]*>/g) ?? [];
    assert.ok(tags.length > 0);
    for (const tag of tags) assert.match(tag, /nonce="__STYLE_NONCE__"/);
  });
});
