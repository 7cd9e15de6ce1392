import assert from 'node:assert/strict';
import { testBrowser } from '../support/browser.ts';
import { startGallery } from '../ui/gallery.ts';

/** What Teams may say, and which of our four languages is nearest; English for the others. */
const tags: Readonly<Record<string, string>> = {
  'nl-nl': 'nl',
  'nl-be': 'nl',
  'fr-ca': 'fr',
  'fr-lu': 'fr',
  'de-at': 'de',
  'en-us': 'en',
  'es-es': 'en',
  'pt-br': 'en',
  'ar-sa': 'en',
  'he-il': 'en',
  'zh-hant-tw': 'en',
  'tr-tr': 'en',
  uk: 'en',
};

const dayIn: Readonly<Record<string, RegExp>> = {
  nl: /3 mrt 2026/,
  fr: /3 mars 2026/,
  de: /3\. März 2026/,
  en: /3 Mar 2026/,
};

/** As a browser does in a frame whose site data are blocked. */
const refusingStorage = `for (const name of ['sessionStorage', 'localStorage'])
  Object.defineProperty(globalThis, name, { get() { throw new DOMException('Access is denied', 'SecurityError'); } });`;

describe('the language of Teams', function () {
  this.timeout(300_000);
  let gallery: Awaited<ReturnType<typeof startGallery>>;

  before(async () => {
    gallery = await startGallery();
  });
  after(() => gallery.close());

  it('is ours, the nearest, or English: sentences, dates, and what the document says that it is', async () => {
    const wrong: string[] = [];
    const all = Object.entries(tags);
    for (const [locale, language] of all) {
      const { frame } = await gallery.show('', { locale });
      const day = frame.locator('main time').first();
      await day.waitFor();
      const [lang, dir] = await frame.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
      const text = (await day.textContent()) ?? '';
      if (lang !== language || !dayIn[language]!.test(text)) wrong.push(`${locale}: ${lang}, ${text}`);
      if (dir === 'rtl') wrong.push(`${locale} turns English around`);
    }
    process.stdout.write(`      ${all.length - wrong.length}/${all.length} languages of Teams\n`);
    assert.deepEqual(wrong, []);
  });

  it('needs no storage of the browser: where it is refused, the tab opens, keeps drafts and sends', async () => {
    const context = await (await testBrowser()).newContext();
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.addInitScript({ content: refusingStorage });
    const frame = await gallery.host.open(page, gallery.api.url, '/form');
    await frame.getByLabel('Title').fill('Without a store');
    await frame.getByLabel('Honesty').check();
    await frame.getByRole('link', { name: 'My mentoring' }).click();
    await frame.getByRole('heading', { level: 1, name: 'Growing together' }).waitFor();
    await frame.evaluate(() => history.back());
    await frame.getByLabel('Title').waitFor();
    assert.equal(await frame.getByLabel('Title').inputValue(), 'Without a store');
    await frame.getByRole('button', { name: 'Send' }).click();
    await frame.locator('output[data-sent="1"]').waitFor({ state: 'attached' });
    assert.deepEqual(complaints, []);
    await context.close();
  });
});
