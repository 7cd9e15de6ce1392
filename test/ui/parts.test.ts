import assert from 'node:assert/strict';
import { assertAccessible } from '../support/axe.ts';
import { phone } from '../support/tab.ts';
import { startGallery } from './gallery.ts';

const pages = ['', '/programmes', '/form', '/nowhere'];

describe('what pages are made of', function () {
  this.timeout(300_000);
  let gallery: Awaited<ReturnType<typeof startGallery>>;

  before(async () => {
    gallery = await startGallery();
  });
  after(() => gallery.close());

  it('can be used by everybody, in each theme, on a desk and on a phone', async () => {
    for (const address of pages) {
      const wide = await gallery.show(address, { theme: 'contrast', roles: ['Coordinator'] });
      await assertAccessible(wide.frame, `${address} in contrast`);
      for (const theme of ['dark', 'default'] as const) {
        await gallery.host.setTheme(wide.page, theme);
        await assertAccessible(wide.frame, `${address} in ${theme}`);
      }
      const narrow = await gallery.show(address, { roles: ['Coordinator'] }, phone);
      await assertAccessible(narrow.frame, `${address} on a phone`);
      const width = await narrow.frame.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= phone.width, `${address} is ${String(width)} wide`);
    }
  });

  it('have targets of 44 pixels', async () => {
    const { frame } = await gallery.show('/form', {}, phone);
    const small = await frame.$$eval('button, input:not([type=radio], [type=checkbox]), select, nav a', (all) =>
      all.filter((one) => one.getBoundingClientRect().height < 44 - 2).map((one) => one.outerHTML.slice(0, 80)),
    );
    assert.deepEqual(small, []);
  });

  it('show what the server said, and a way on when it could not', async () => {
    gallery.state.broken = true;
    const { frame } = await gallery.show('', { locale: 'nl-be' });
    const alert = frame.getByText('Iets wat we nodig hebben, antwoordt niet. Wacht even en probeer opnieuw.');
    await alert.waitFor();
    gallery.state.broken = false;
    await frame.getByRole('button', { name: 'Opnieuw proberen' }).click();
    await frame.getByText('Hello from the server').waitFor();
  });

  it('let only harmless Markdown through', async () => {
    const { frame } = await gallery.show('');
    const story = frame.getByRole('region', { name: 'A story' });
    await story.getByRole('link', { name: 'More' }).waitFor();
    assert.equal(await story.getByRole('link').count(), 1);
    assert.equal(await story.locator('b').count(), 0);
    assert.equal(await story.getByRole('heading', { level: 3, name: 'Hello' }).count(), 1);
  });

  it('tell of what was done, and take it back', async () => {
    const { frame } = await gallery.show('');
    await frame.getByRole('button', { name: 'Remove' }).click();
    const messages = frame.getByRole('region', { name: 'Messages' });
    await messages.getByText('Removed from the list').waitFor();
    await messages.getByRole('button', { name: 'Undo' }).click();
    await messages.getByText('It is back').waitFor();
    assert.equal(await messages.getByText('Removed from the list').count(), 0);
  });

  it('ask in a dialog that keeps the focus, closes with Escape, and gives the focus back', async () => {
    const { frame } = await gallery.show('', {}, phone);
    const leave = frame.getByRole('button', { name: 'Leave' });
    await leave.click();
    const dialog = frame.getByRole('dialog', { name: 'Leave the programme?' });
    await dialog.waitFor();
    assert.ok(await dialog.evaluate((one) => one.contains(document.activeElement)));
    await assertAccessible(frame, 'an open dialog');
    await dialog.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.ok(await leave.evaluate((one) => one === document.activeElement));
  });

  it('find a row in a long list without its accents, and sort the rows', async () => {
    const { frame } = await gallery.show('/programmes');
    const rows = frame.getByRole('table', { name: 'Pairs' }).locator('tbody tr');
    await rows.nth(49).waitFor();
    assert.equal(await rows.count(), 50);
    await frame.getByRole('button', { name: 'Show 14 more' }).click();
    await rows.nth(63).waitFor();
    assert.equal(await rows.count(), 64);
    await frame.getByRole('searchbox').fill('elodie lambert 60');
    await frame.getByText('One row').waitFor();
    await frame.getByRole('searchbox').fill('');
    const head = frame.getByRole('columnheader', { name: 'Meetings' });
    const byMeetings = head.getByRole('button');
    await byMeetings.click();
    await rows.first().locator('td').last().getByText('0', { exact: true }).waitFor();
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    await byMeetings.press('Enter');
    await rows.first().locator('td').last().getByText('10', { exact: true }).waitFor();
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    await byMeetings.press('Enter');
    await rows.first().getByText('Élodie Lambert 0').waitFor();
    assert.equal(await head.getAttribute('aria-sort'), null);
  });

  it('make cards of rows on a phone, and a table of bars', async () => {
    const { frame } = await gallery.show('/programmes', {}, phone);
    const cards = frame.getByRole('list', { name: 'Pairs' }).getByRole('listitem');
    await cards.nth(49).waitFor();
    assert.equal(await cards.count(), 50);
    await frame.getByRole('button', { name: 'Show as a table' }).click();
    const lines = frame.getByRole('table', { name: 'What people hope for' }).getByRole('row');
    await lines.nth(3).waitFor();
    assert.equal(await lines.count(), 4);
  });
});
