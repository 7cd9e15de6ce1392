import assert from 'node:assert/strict';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { assertAccessible } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../support/sandbox.ts';

const day = 86_400_000;
/** Fluent sets guards at both ends of the page, which take the focus only to pass it on. */
const guards = { rules: { 'aria-hidden-focus': { enabled: false } } };

describe('the host page', function () {
  this.timeout(300_000);
  let sandbox: TestSandbox;
  let coordinator: SandboxPerson;
  let asked: SandboxPerson;
  const pages: Page[] = [];

  before(async () => {
    sandbox = await startTestSandbox('--people', '40');
    await sandbox.control('/clock', { hours: 0 });
    const people = await sandbox.control<SandboxPerson[]>('/people');
    coordinator = people.find(({ role }) => role === 'coordinator')!;
    asked = await askEverybody(people);
  });
  after(() => sandbox?.stop());
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });

  /** A survey for everybody: its card has inputs. Gives somebody who has the card. */
  async function askEverybody(people: readonly SandboxPerson[]): Promise<SandboxPerson> {
    const { now } = await sandbox.control<{ now: string }>('/clock');
    const closesOn = new Date(Date.parse(now) + 60 * day).toISOString().slice(0, 10);
    const draft = { audience: { kind: 'everybody' }, closesOn };
    const { id } = await sandbox.api<{ id: string }>(coordinator.id, 'POST', '/surveys', draft);
    await sandbox.api(coordinator.id, 'POST', `/surveys/${id}/open`);
    await sandbox.control('/clock', { days: 4 });
    for (const person of people.filter(({ role }) => role === 'employee')) {
      const messages = await sandbox.control<object[]>(`/messages?personId=${person.id}`);
      if (JSON.stringify(messages).includes('surveys.answer')) return person;
    }
    throw new Error('nobody got the card');
  }

  async function open(hash: Record<string, string>, options: BrowserContextOptions = {}): Promise<Page> {
    const size = { viewport: { width: 1280, height: 900 } };
    const page = await (await testBrowser()).newPage({ locale: 'en-GB', ...size, ...options });
    pages.push(page);
    await page.goto(`${sandbox.host}/#${new URLSearchParams(hash).toString()}`);
    await page.locator('main').waitFor();
    return page;
  }

  it('opens with a coordinator, in that person’s language', async () => {
    const page = await open({});
    await page.getByRole('heading', { name: 'Tandem' }).waitFor();
    const hash = new URLSearchParams(new URL(page.url()).hash.slice(1));
    assert.equal(hash.get('person'), coordinator.id);
    assert.equal(await page.locator('html').getAttribute('lang'), coordinator.language);
  });

  it('can be used by everybody, in every app and theme', async () => {
    const page = await open({ person: asked.id, lang: 'en' });
    await page.locator('.ac-pushButton').first().waitFor();
    await assertAccessible(page, 'chat', guards);
    for (const [app, theme] of [
      ['channels', 'dark'],
      ['mail', 'contrast'],
      ['calendar', 'dark'],
      ['tab', 'light'],
    ] as const) {
      const next = await open({ person: asked.id, lang: 'en', app, theme });
      await next.getByRole('complementary').waitFor();
      await assertAccessible(next, app, guards);
    }
  });

  it('frames the tab with the person’s own token, language and theme, and passes a change of theme on', async () => {
    const page = await open({ person: coordinator.id, app: 'tab', path: '/programmes', lang: 'fr' });
    const tab = page.frameLocator('iframe');
    await tab.getByRole('heading', { level: 1 }).waitFor();
    assert.equal(await tab.locator('html').getAttribute('lang'), 'fr');
    const colour = (): Promise<string> =>
      tab.locator('h1').evaluate((element) => getComputedStyle(element).color.replace(/\s/g, ''));
    const before = await colour();
    await page.getByRole('button', { name: 'Thème et langue' }).click();
    await page.getByRole('menuitemradio', { name: 'Sombre' }).click();
    await page.waitForFunction(() => new URL(location.href).hash.includes('theme=dark'));
    while ((await colour()) === before) await page.evaluate(() => new Promise(requestAnimationFrame));
  });

  it('has the tabs and the commands of the app’s package, in the person’s language, and opens what they say', async () => {
    const page = await open({ person: coordinator.id, lang: 'nl' });
    const tabs = page.getByRole('navigation', { name: 'Tandem' });
    assert.deepEqual(await tabs.getByRole('button').allTextContents(), ['Mijn mentoring', 'Chat', 'Verhalen', 'Hulp']);
    const offered = page.locator('datalist option');
    assert.ok((await offered.count()) >= 7);
    for (const option of await offered.all()) {
      const text = (await option.getAttribute('value')) ?? '';
      await sandbox.control('/chat', { personId: coordinator.id, text });
      const [answer] = await sandbox.control<{ card?: object }[]>(`/messages?personId=${coordinator.id}`);
      assert.ok(!JSON.stringify(answer?.card).includes('Daar kan ik hier niet op antwoorden'), text);
    }
    await tabs.getByRole('button', { name: 'Hulp' }).click();
    const title = page.frameLocator('iframe').getByRole('heading', { level: 1 });
    await title.filter({ hasText: 'Hulp' }).waitFor();
    assert.match((await page.locator('iframe').getAttribute('src')) ?? '', /\/tab\/help\?package=\d+\.\d+\.\d+$/);
  });

  it('lets one be somebody else, found by name', async () => {
    const page = await open({ person: coordinator.id, lang: 'en' });
    const picker = page.getByRole('combobox', { name: 'You are' });
    await picker.click();
    await picker.fill(asked.name);
    await page.getByRole('option', { name: asked.name }).first().click();
    await page.waitForFunction((id) => location.hash.includes(`person=${id}`), asked.id);
  });

  it('keeps what was typed in a card when the press fails or the theme changes, and replaces the card when it works', async () => {
    const page = await open({ person: asked.id, lang: 'en' });
    const lists = page.locator('main select');
    await lists.first().waitFor();
    const all = await lists.count();
    for (let place = 0; place < all; place += 1) await lists.nth(place).selectOption({ index: 4 });
    const chosen = (): Promise<(string | number)[]> =>
      lists.evaluateAll((found) => found.map((one) => (one as HTMLSelectElement).selectedIndex));
    const expected = Array.from({ length: all }, () => 4);
    const send = page.locator('.ac-pushButton.style-positive').last();
    await page.route('**/actions', (route) => route.abort());
    await send.click();
    await page.getByText('That did not work. What you filled in is still there.').waitFor();
    assert.deepEqual(await chosen(), expected);
    await page.evaluate(() => (location.hash += '&theme=dark'));
    await page.waitForFunction(() => {
      const themed = document.querySelector('.fui-FluentProvider');
      return themed !== null && getComputedStyle(themed).colorScheme === 'dark';
    });
    assert.deepEqual(await chosen(), expected);
    await page.unroute('**/actions');
    await send.click();
    await lists.first().waitFor({ state: 'detached' });
  });

  it('answers what one writes, and counts what one has not seen', async () => {
    const page = await open({ person: coordinator.id, lang: 'en' });
    const box = page.getByRole('combobox', { name: 'Write to Tandem' });
    await box.fill('help');
    await box.press('Enter');
    await page.locator('.ac-pushButton').last().waitFor();
    await page.waitForFunction((one) => (one as HTMLInputElement).value === '', await box.elementHandle());
    await page.getByRole('navigation', { name: 'Apps' }).getByRole('button', { name: 'Mail' }).click();
    await sandbox.control('/chat', { personId: coordinator.id, text: 'hello' });
    await page.getByRole('button', { name: /^Chat .* new message/ }).waitFor();
  });

  it('lets a week pass, and says that it did', async () => {
    const page = await open({ person: coordinator.id, lang: 'en' });
    const now = async (): Promise<number> => Date.parse((await sandbox.control<{ now: string }>('/clock')).now);
    const before = await now();
    await page.getByRole('button', { name: '+1 week' }).click();
    await page.getByText(/happened meanwhile\./).waitFor({ timeout: 60_000 });
    assert.ok((await now()) - before >= 7 * day);
  });

  it('fits a phone: nothing is wider than 360 pixels, and every app can be reached', async () => {
    const page = await open({ person: asked.id, lang: 'fr' }, { viewport: { width: 360, height: 740 } });
    for (const app of ['Tandem', 'Canaux', 'Courrier', 'Calendrier', 'Conversation']) {
      await page.getByRole('navigation', { name: 'Applications' }).getByRole('button', { name: app }).click();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, app);
    }
    await page.getByRole('button', { name: /^L’horloge/ }).click();
    await page.getByRole('button', { name: '+1 jour' }).waitFor();
  });
});
