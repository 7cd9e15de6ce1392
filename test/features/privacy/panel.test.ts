import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { routes, says } from '../../../src/api/routes.ts';
import { viewForgetting } from '../../../src/features/privacy/erasing/usecases.ts';
import { say } from '../../../src/features/privacy/words.ts';
import { assertAccessible } from '../../support/axe.ts';
import type { TestApp } from '../../support/app.ts';
import { desk, phone, startTestTab } from '../../support/tab.ts';
import { dataOffice, mentee } from './office.ts';

const shots = process.env['SHOTS'];

/** Each look once. */
const looks = [
  { locale: 'nl-be', theme: 'dark', viewport: phone },
  { locale: 'fr-be', theme: 'contrast', viewport: phone },
  { locale: 'de-de', theme: 'default', viewport: desk },
] as const;

describe('the page of one’s own data', function () {
  this.timeout(600_000);
  let app: TestApp;
  let tab: Awaited<ReturnType<typeof startTestTab>>;

  before(async () => {
    ({ app } = await dataOffice());
    const user = { id: mentee.id, displayName: mentee.name, jobTitle: 'Analyst' };
    Object.assign(app.deps, {
      directory: { workingHours: async () => undefined, person: async () => user, managersOf: async () => new Map() },
    });
    const verifyTabToken = async () => ({ personId: mentee.id, name: 'Someone', roles: [] });
    tab = await startTestTab({ app, routes, says, entra: { verifyTabToken } });
  });
  after(() => tab?.close());

  async function shoot(page: Page, frame: Frame, name: string): Promise<void> {
    if (shots !== undefined) {
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: `${shots}/${name.replaceAll(' ', '-')}.png` });
    }
    await assertAccessible(frame, name);
    const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `${name}: ${overflow} pixels too wide`);
  }

  it('looks for everything, shows it to its person, and gives it as a file', async () => {
    const { page, frame } = await tab.show('/me/data', { locale: 'en-gb', personId: mentee.id });
    await shoot(page, frame, 'own data before');
    await frame.getByRole('button', { name: say('en', 'data.look') }).click();
    await frame.getByText(/Looking: \d+ % done/).waitFor();
    await app.run();
    const application = frame.getByRole('listitem').filter({ hasText: 'The application' }).first();
    await application.getByRole('button', { name: say('en', 'data.open') }).click();
    await application.getByText('zz own words').waitFor();
    await page.setViewportSize({ width: 1280, height: 2_600 });
    await shoot(page, frame, 'own data');
    const download = page.waitForEvent('download');
    await frame.getByRole('button', { name: say('en', 'data.file') }).click();
    assert.equal((await download).suggestedFilename(), 'my-data.json');
    await page.close();
  });

  for (const { viewport, ...look } of looks)
    it(`can be read in ${look.locale}, ${look.theme}, at ${viewport.width} pixels`, async () => {
      const language = look.locale.slice(0, 2) as 'nl' | 'fr' | 'de';
      const { page, frame } = await tab.show(
        ...(['/me/data', { ...look, personId: mentee.id }] as const),
        shots === undefined ? viewport : { ...viewport, height: 1_500 },
      );
      const open = frame.getByRole('button', { name: say(language, 'data.open') });
      await open.first().click();
      await frame.getByText('zz own words').waitFor();
      await shoot(page, frame, `own data ${look.locale} ${look.theme}`);
      await page.close();
    });

  it('forgets its person after one question with a tick, closes every other page, and lets them come back', async () => {
    const { page, frame } = await tab.show('/me/data', { locale: 'en-gb', personId: mentee.id });
    await frame.getByRole('button', { name: say('en', 'forget.do') }).click();
    const dialog = frame.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: say('en', 'forget.do') });
    await confirm.click();
    assert.equal((await viewForgetting(app.deps, mentee.id)).state, 'none', 'without the tick nothing is done');
    await dialog.getByLabel(say('en', 'forget.tick')).check();
    await shoot(page, frame, 'forget me');
    await confirm.click();
    await frame.getByRole('heading', { name: say('en', 'forgotten.title') }).waitFor();
    await shoot(page, frame, 'being forgotten');
    for (let round = 0; round < 8; round += 1) {
      await app.run();
      app.pass({ hours: 3 });
    }
    await page.close();
    const again = await tab.show('/', { locale: 'nl-be', personId: mentee.id }, phone);
    await again.frame.getByRole('heading', { name: say('nl', 'forgotten.done.title') }).waitFor();
    await shoot(again.page, again.frame, 'forgotten');
    await again.frame.getByRole('button', { name: say('nl', 'forgotten.back') }).click();
    await again.frame.getByRole('link').first().waitFor();
    assert.equal((await viewForgetting(app.deps, mentee.id)).state, 'none');
  });
});
