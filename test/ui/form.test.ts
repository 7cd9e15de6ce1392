import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { assertAccessible } from '../support/axe.ts';
import { startGallery } from './gallery.ts';

const fill = async (frame: Frame, title: string): Promise<void> => {
  await frame.getByLabel('Title').fill(title);
  await frame.getByLabel('Honesty').check();
};
const send = (frame: Frame): Promise<void> => frame.getByRole('button', { name: 'Send' }).click();

describe('a form', function () {
  this.timeout(300_000);
  let gallery: Awaited<ReturnType<typeof startGallery>>;

  before(async () => {
    gallery = await startGallery();
  });
  beforeEach(() => {
    gallery.state.saved.length = 0;
    gallery.state.slow = Promise.resolve();
  });
  after(() => gallery.close());

  it('says next to each field what to do, goes to the first, and can still be used by everybody', async () => {
    const { frame } = await gallery.show('/form', { locale: 'fr-be' });
    await frame.getByLabel('Title').fill('far too long for a title of twenty');
    await frame.getByRole('button', { name: 'Send' }).click();
    await frame.getByText('Choisis-en au moins un.').first().waitFor();
    const field = frame.getByLabel('Title');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    const described = await field.evaluate((one) => {
      const names = one.getAttribute('aria-describedby')?.split(' ') ?? [];
      return names.map((name) => document.getElementById(name)?.textContent ?? '').join(' ');
    });
    assert.match(described, /C’est trop long\s: 20 caractères au maximum\./);
    assert.ok(await field.evaluate((one) => one === document.activeElement));
    await assertAccessible(frame, 'the form with problems');
    await field.fill('short');
    assert.notEqual(await field.getAttribute('aria-invalid'), 'true');
  });

  it('sends what was filled in, and forgets the draft then', async () => {
    const { frame } = await gallery.show('/form');
    await fill(frame, 'Growing');
    await frame.getByRole('radio', { name: '4 out of 5' }).check({ force: true });
    await frame.getByLabel('Hours').fill('2');
    await send(frame);
    await frame.locator('output[data-sent="1"]').waitFor({ state: 'attached' });
    const [saved] = gallery.state.saved as Record<string, unknown>[];
    assert.deepEqual([saved?.['title'], saved?.['rating'], saved?.['hours']], ['Growing', 4, 2]);
    assert.equal(await frame.getByLabel('Title').inputValue(), '');
  });

  it('keeps what is typed while it is being sent', async () => {
    const { frame } = await gallery.show('/form');
    let go = (): void => undefined;
    gallery.state.slow = new Promise((resolve) => (go = resolve));
    await fill(frame, 'Early');
    await send(frame);
    await frame.getByLabel('Why now').fill('Typed while it was sent.');
    go();
    await frame.locator('output[data-sent="1"]').waitFor({ state: 'attached' });
    assert.equal(await frame.getByLabel('Why now').inputValue(), 'Typed while it was sent.');
    const [saved] = gallery.state.saved as Record<string, unknown>[];
    assert.deepEqual([saved?.['title'], saved?.['why']], ['Early', '']);
  });

  it('sends once, however often the button is pressed', async () => {
    const { frame } = await gallery.show('/form');
    let go = (): void => undefined;
    gallery.state.slow = new Promise((resolve) => (go = resolve));
    await fill(frame, 'Once');
    const button = frame.locator('button[type=submit]');
    await button.evaluate((one: HTMLButtonElement) => [one.click(), one.click(), one.click()].length);
    await frame.getByRole('button', { name: 'Busy' }).waitFor();
    go();
    await frame.locator('output[data-sent="1"]').waitFor({ state: 'attached' });
    assert.equal(gallery.state.saved.length, 1);
  });

  it('lets choose no more than so many', async () => {
    const { frame } = await gallery.show('/form');
    await frame.getByLabel('Honesty').check();
    await frame.getByLabel('Care').check();
    await frame.getByText('2 of at most 2 chosen').waitFor();
    assert.ok(await frame.getByLabel('Freedom').isDisabled());
    await frame.getByLabel('Care').uncheck();
    assert.ok(await frame.getByLabel('Freedom').isEnabled());
  });

  it('counts what is too long instead of cutting it off', async () => {
    const { frame } = await gallery.show('/form');
    await frame.getByLabel('Why now').fill('x'.repeat(203));
    await frame.getByText('3 characters too many').waitFor();
    assert.equal((await frame.getByLabel('Why now').inputValue()).length, 203);
  });

  it('keeps what was typed when the session is lost, and goes on after signing in again', async () => {
    const { frame } = await gallery.show('/form');
    await fill(frame, 'Kept');
    gallery.state.refused = true;
    await send(frame);
    await frame.getByText('Your session has ended.', { exact: true }).waitFor();
    assert.equal(await frame.getByLabel('Title').inputValue(), 'Kept');
    await assertAccessible(frame, 'the form without a session');
    gallery.state.refused = false;
    await frame.getByRole('button', { name: 'Sign in again' }).click();
    await send(frame);
    await frame.locator('output[data-sent="1"]').waitFor({ state: 'attached' });
    assert.equal(await frame.getByText('Your session has ended.', { exact: true }).count(), 0);
    assert.equal(gallery.state.saved.length, 1);
  });

  it('keeps what was typed over a reload, for this person only, until it is discarded', async () => {
    const { frame, page } = await gallery.show('/form');
    await fill(frame, 'Half a thought');
    const again = await gallery.host.open(page, gallery.api.url, '/form');
    assert.equal(await again.getByLabel('Title').inputValue(), 'Half a thought');
    await again.getByText('We kept what you typed earlier.').waitFor();
    const other = await gallery.host.open(page, gallery.api.url, '/form', { personId: 'someone-else' });
    assert.equal(await other.getByLabel('Title').inputValue(), '');
    const mine = await gallery.host.open(page, gallery.api.url, '/form');
    await mine.getByRole('button', { name: 'Start over' }).click();
    assert.equal(await mine.getByLabel('Title').inputValue(), '');
  });

  it('closes the dialog that a card opened', async () => {
    const { frame, page } = await gallery.show('/form', { context: 'task' });
    assert.equal(await frame.getByRole('navigation').count(), 0);
    await fill(frame, 'From a card');
    await send(frame);
    await page.waitForFunction(() =>
      (globalThis as unknown as { asked: { func: string }[] }).asked.some(({ func }) =>
        /completeTask|submit/.test(func),
      ),
    );
  });
});
