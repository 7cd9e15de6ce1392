import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preloadsFile, type Preload } from '../../src/api/tab-files.ts';
import { languages } from '../../src/platform/words.ts';
import { buildTab } from '../../src/tab/build.ts';
import { pages } from '../../src/tab/pages.tsx';
import { firstLoads } from '../support/tab-size.ts';
import { builtTab } from '../support/tab.ts';

/**
 * In kilobytes, before a page can be used. The shell is what all of them need; half of it is React. The front page is what
 * Teams opens, without the settings at its foot, which come after it; the aim is 150.
 */
const shellLimit = 138;
const frontLimit = 152;
/** With the table of all pages (5 kB), which the first of them brings. */
const moreForPage = 62;
/** Smaller than the tab, and built in the same way. */
const gallery = join(import.meta.dirname, '..', 'support', 'gallery');

describe('the build of the tab', function () {
  this.timeout(300_000);
  let outDir: string;

  before(async () => {
    outDir = await builtTab();
  });

  it('brings the first page within its limit, and every other with little besides the shell', async () => {
    const loads = await firstLoads(outDir);
    const shell = loads.find(({ page }) => page === 'shell')?.kilobytes ?? Number.NaN;
    assert.ok(shell <= shellLimit, `the shell: ${shell.toFixed(1)} kB`);
    const front = loads.find(({ page }) => page.endsWith('home-page.tsx'))?.kilobytes ?? Number.NaN;
    assert.ok(front <= frontLimit, `the front page: ${front.toFixed(1)} kB`);
    assert.ok(loads.length > 90);
    const heavy = loads.filter(({ kilobytes }) => kilobytes > shell + moreForPage);
    assert.deepEqual(
      heavy.map(({ page, kilobytes }) => `${page}: ${(kilobytes - shell).toFixed(1)} kB more`),
      [],
    );
  });

  it('brings the shell in one piece, and knows for every page what comes beside it', async () => {
    const page = await readFile(join(outDir, 'index.html'), 'utf8');
    assert.ok((page.match(/\.js"/g) ?? []).length <= 2);
    const preloads = JSON.parse(await readFile(join(outDir, preloadsFile), 'utf8')) as Preload[];
    assert.equal(preloads.length, pages.length);
    const names = new Set(await readdir(join(outDir, 'assets')));
    for (const { path, files } of preloads)
      for (const language of languages) {
        const own = files[language] ?? [];
        assert.ok(own.length > 0 && own.every((file) => names.has(file.replace('assets/', ''))), `${path} ${language}`);
      }
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
