import assert from 'node:assert/strict';
import { say } from '../../src/features/surveys/words.ts';
import { assertAccessible } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { phone } from '../support/tab.ts';
import { startGallery } from '../ui/gallery.ts';

const isBlockedList = (text: string): boolean => text.includes('res.cdn.office.net');

describe('the tab', function () {
  this.timeout(300_000);
  let gallery: Awaited<ReturnType<typeof startGallery>>;

  before(async () => {
    gallery = await startGallery();
  });
  after(() => gallery.close());

  it('opens in the language of Teams, and asks nobody outside for anything', async () => {
    const { frame, complaints } = await gallery.show('', { locale: 'nl-be' });
    assert.equal(await frame.evaluate(() => document.documentElement.lang), 'nl');
    await frame.getByRole('link', { name: 'Mijn mentoring' }).waitFor();
    await frame.getByText('Hello from the server').waitFor();
    // TeamsJS asks Microsoft for a newer list of hosts; the policy forbids it, and it goes on with its own.
    assert.deepEqual(
      complaints.filter((text) => !isBlockedList(text)),
      [],
    );
  });

  it('fetches the sentences of the reader’s language, and of another when a page shows it', async () => {
    const { frame, page } = await gallery.show('/languages', { locale: 'fr-be' });
    assert.equal(await frame.getByRole('heading', { level: 1 }).textContent(), say('fr', 'privacy.title'));
    const lists = (): Promise<string[]> =>
      frame.evaluate(() =>
        performance.getEntriesByType('resource').flatMap(({ name }) => /assets\/(\w\w)\.list-/.exec(name)?.[1] ?? []),
      );
    const first = await lists();
    // The browser's own language is guessed while Teams has not said one yet.
    assert.ok(first.includes('fr') && first.every((one) => one === 'fr' || one === 'en'), first.join());
    await frame.getByRole('button', { name: 'nl' }).click();
    assert.equal(await frame.locator('p[data-language=nl]').textContent(), say('nl', 'privacy.title'));
    const again = await gallery.host.open(page, gallery.api.url, '/languages', { locale: 'fr-be' });
    await again.locator('p[data-language=fr]').waitFor();
    const fetched = await again.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const words = fetched.flatMap((name) => /assets\/(\w\w)\.list-/.exec(name)?.[1] ?? []);
    assert.deepEqual([...new Set(words)], ['fr']);
  });

  it('takes the focus to the heading of each page that one goes to, and names the window', async () => {
    const { frame } = await gallery.show('', { roles: ['Coordinator'] });
    const focused = (): Promise<string> => frame.evaluate(() => document.activeElement?.textContent ?? '');
    assert.equal(await frame.evaluate(() => document.activeElement?.tagName), 'BODY');
    await frame.getByRole('navigation').getByRole('link', { name: 'Programmes' }).click();
    await frame.getByRole('heading', { level: 1, name: 'How it goes' }).waitFor();
    assert.equal(await focused(), 'How it goes');
    assert.equal(await frame.evaluate(() => document.title), 'How it goes');
    const here = frame.getByRole('navigation').locator('[aria-current=page]');
    assert.equal(await here.textContent(), 'Programmes');
  });

  it('lets the keyboard skip the navigation', async () => {
    const { frame, page } = await gallery.show('');
    await frame.locator('body').press('Tab');
    const skip = frame.getByRole('link', { name: 'Skip to the content' });
    assert.ok(await skip.evaluate((one) => one === document.activeElement));
    await page.keyboard.press('Enter');
    assert.equal(await frame.evaluate(() => document.activeElement?.id), 'main');
    assert.equal(await frame.evaluate(() => location.pathname), '/tab');
  });

  it('shows programmes to coordinators only', async () => {
    const names = async (roles: string[]): Promise<string[]> => {
      const { frame } = await gallery.show('', { roles }, phone);
      await frame.getByText('Hello from the server').waitFor();
      return frame.getByRole('navigation').getByRole('link').allTextContents();
    };
    assert.deepEqual(await names([]), ['My mentoring', 'Stories', 'Help']);
    assert.deepEqual(await names(['Coordinator']), ['My mentoring', 'Programmes', 'Stories', 'Help']);
  });

  it('opens the page that a deep link names', async () => {
    const { frame } = await gallery.show('', { subPageId: '/form' });
    assert.equal(await frame.getByRole('heading', { level: 1 }).textContent(), 'Apply');
  });

  it('stays when a page breaks, and goes on from there', async () => {
    const { frame } = await gallery.show('/broken/now', { locale: 'de-de' });
    assert.equal(await frame.getByRole('heading', { level: 1 }).textContent(), 'Diese Seite ist gestolpert');
    await assertAccessible(frame, 'a broken page');
    await frame.getByRole('link', { name: 'Mein Mentoring' }).click();
    await frame.getByRole('heading', { level: 1, name: 'Growing together' }).waitFor();
  });

  it('says that there is no connection, keeps the page, and goes on when it is back', async () => {
    const { frame, page } = await gallery.show('/form');
    await frame.getByLabel('Title').fill('Kept');
    await page.context().setOffline(true);
    await frame.getByText('There is no connection.', { exact: true }).waitFor();
    await assertAccessible(frame, 'the tab without a connection');
    await page.context().setOffline(false);
    await frame.getByText('There is no connection.', { exact: true }).waitFor({ state: 'detached' });
    assert.equal(await frame.getByLabel('Title').inputValue(), 'Kept');
  });

  it('does not notice that the service is started anew', async () => {
    const usual = await (await gallery.show('')).frame.getByRole('alert').count();
    gallery.state.broken = true;
    const opened = gallery.show('');
    setTimeout(() => (gallery.state.broken = false), 1_500);
    const { frame } = await opened;
    await frame.getByText('Hello from the server').waitFor();
    assert.equal(await frame.getByRole('alert').count(), usual);
  });

  it('asks Teams for a token again when the server refuses the one it has', async () => {
    gallery.state.refused = true;
    const { frame, page } = await gallery.show('');
    await frame.getByText('Your session has ended.', { exact: true }).waitFor();
    gallery.state.refused = false;
    const asked = await page.evaluate(() => {
      const all = (globalThis as unknown as { asked: { func: string }[] }).asked;
      return all.filter(({ func }) => func === 'authentication.getAuthToken').length;
    });
    assert.equal(asked, 2);
  });

  it('says where it lives when it is opened outside Teams', async () => {
    const context = await (await testBrowser()).newContext({ locale: 'fr-BE' });
    const page = await context.newPage();
    await page.goto(`${gallery.api.url}/tab`);
    await page.getByRole('heading', { level: 1, name: 'Tandem habite dans Teams' }).waitFor({ timeout: 25_000 });
    await assertAccessible(page, 'outside Teams');
    await context.close();
  });
});
