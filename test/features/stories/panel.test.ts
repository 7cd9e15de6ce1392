import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { routes } from '../../../src/api/routes.ts';
import { say } from '../../../src/features/stories/words.ts';
import type { AppRole } from '../../../src/platform/doors.ts';
import type { Language } from '../../../src/platform/words.ts';
import { assertAccessible } from '../../support/axe.ts';
import { desk, phone, startTestTab } from '../../support/tab.ts';
import { author, coordinator, partner, storyOffice, type StoryOffice } from './office.ts';

type Tab = Awaited<ReturnType<typeof startTestTab>>;

const shots = process.env['SHOTS'];
const title = 'I ask now';
const told =
  'In my first year I waited until somebody asked me something, and so I never spoke when it mattered to me. ' +
  'Then Tom Maes took me along to Ghent on 12 March 2026, and I gave my first talk in front of all of them. ' +
  'Since then I have not waited any more, and nobody who sits there was surprised by it but me.';

/** Each look once, with something to find in each language. */
const looks = [
  {
    locale: 'nl-be',
    theme: 'dark',
    viewport: phone,
    text: 'Tom Maes nam me mee naar Gent op 12 maart 2026. Ik was de enige vrouw.',
  },
  {
    locale: 'fr-be',
    theme: 'contrast',
    viewport: phone,
    text: 'Tom Maes m’a emmenée à Gand le 12 mars 2026. J’étais la seule femme.',
  },
  {
    locale: 'de-de',
    theme: 'default',
    viewport: desk,
    text: 'Tom Maes nahm mich am 12. März 2026 nach Gent mit. Ich war die einzige Frau.',
  },
] as const;

describe('the panel of what could tell who somebody is', function () {
  this.timeout(600_000);
  let office: StoryOffice;
  let tab: Tab;
  let who: { readonly personId: string; readonly roles: readonly AppRole[] };

  before(async () => {
    office = await storyOffice();
    const verifyTabToken = async () => ({ ...who, name: 'Someone', roles: [...who.roles] });
    tab = await startTestTab({ app: office.app, routes, says: [say], entra: { verifyTabToken } });
  });
  after(() => tab?.close());

  const as = (person: typeof author, address: string, setting: object = {}, viewport = desk) => {
    who = { personId: person.id, roles: person === coordinator ? ['Coordinator'] : [] };
    return tab.show(address, { locale: 'en-gb', personId: person.id, ...setting }, viewport);
  };
  const writing = (): string => `/programmes/${office.at.programmeId}/pairs/pair-1/story`;
  async function shoot(frame: Frame, name: string, language: Language = 'en'): Promise<void> {
    if (shots !== undefined) {
      mkdirSync(shots, { recursive: true });
      await frame
        .getByRole('region', { name: say(language, 'protect.title') })
        .screenshot({ path: `${shots}/${name.replaceAll(' ', '-')}.png` });
    }
    await assertAccessible(frame, name);
  }
  const finding = (frame: Frame, why: string) => frame.getByRole('listitem', { name: why, exact: true });
  const happened = (frame: Frame) => frame.getByLabel('What happened?');
  const focused = (frame: Frame): Promise<string> =>
    frame.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.tagName ?? '');

  async function write() {
    const { frame, page } = await as(author, writing());
    await frame.getByLabel('Title').fill(title);
    await happened(frame).fill(told);
    await frame.getByLabel('What is different now?').fill('I ask twice a week.');
    await frame.getByLabel('Getting to know people').check();
    await frame.getByLabel('My name may stand under it').uncheck();
    await frame.getByText('3 places found, 3 still open.').waitFor();
    return { frame, page };
  }
  const partnerName = 'This is the name of the other of you two.';
  const town = 'A place: few of those who read it know many people from there.';
  const day = 'An exact day: with a calendar one finds out what happened.';

  it('can be used in the other languages and looks', async () => {
    for (const { viewport, text, ...look } of looks) {
      const language = look.locale.slice(0, 2) as 'nl' | 'fr' | 'de';
      const tall = shots === undefined ? viewport : { ...viewport, height: 5000 };
      const { frame, page } = await as(author, writing(), look, tall);
      await frame.getByLabel(say(language, 'part.happened')).fill(text);
      await frame.getByLabel(say(language, 'terms.named')).uncheck();
      await frame
        .getByRole('button', { name: say(language, 'protect.jump') })
        .nth(2)
        .waitFor();
      const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${overflow} pixels too wide`);
      await shoot(frame, `what could tell who in ${language}`, language);
      await page.close();
    }
  });

  it('puts other words in, with the keyboard alone, and keeps the focus', async () => {
    const { frame, page } = await write();
    await shoot(frame, 'what could tell who');
    const take = finding(frame, partnerName)
      .getByRole('button', { name: /^Take “/ })
      .first();
    const words = /“(.+)”/.exec((await take.textContent()) ?? '')?.[1];
    assert.ok(words);
    await take.focus();
    await page.keyboard.press('Enter');
    await finding(frame, partnerName).waitFor({ state: 'detached' });
    const text = await happened(frame).inputValue();
    assert.equal(text.toLowerCase(), told.replace('Tom Maes', words).toLowerCase());
    assert.equal(await focused(frame), 'OUTPUT');
    await frame.getByText('2 places found, 2 still open.').waitFor();
    await page.close();
  });

  it('leads to the place, with the words chosen', async () => {
    const { frame, page } = await write();
    await finding(frame, day).getByRole('button', { name: 'Go to the place' }).click();
    assert.equal(await focused(frame), 'happened');
    const chosen = await happened(frame).evaluate((field) => {
      const { value, selectionStart, selectionEnd } = field as HTMLTextAreaElement;
      return value.slice(selectionStart, selectionEnd);
    });
    assert.equal(chosen, 'on 12 March 2026');
    await page.close();
  });

  it('lets one keep what stands, which goes with the story', async () => {
    const { frame, page } = await write();
    const keep = finding(frame, town).getByRole('button', { name: 'Keep as it is' });
    assert.equal(await keep.getAttribute('aria-pressed'), 'false');
    await keep.click();
    await finding(frame, town)
      .getByText(/^You keep it:/)
      .waitFor();
    await frame.getByText('3 places found, 2 still open.').waitFor();
    await finding(frame, town).getByRole('button', { name: 'Do not keep it' }).click();
    await frame.getByText('3 places found, 3 still open.').waitFor();
    await frame.getByRole('button', { name: 'Keep all 3 as they are' }).click();
    await frame.getByText('3 places found, 0 still open.').waitFor();
    assert.equal(await focused(frame), 'OUTPUT');
    await frame.getByRole('button', { name: /^Ask Tom Maes/ }).click();
    await frame.getByText('Tom Maes gets the story to read.').first().waitFor();
    await page.close();
  });

  it('shows the other one what the writer keeps, and helps with the own words alone', async () => {
    const { frame, page } = await as(partner, `/programmes/${office.at.programmeId}/pairs/pair-1`);
    await frame.getByRole('link', { name: 'Read it' }).click();
    await frame.getByRole('heading', { level: 1, name: title }).waitFor();
    await finding(frame, day).waitFor();
    assert.equal(await frame.getByRole('button', { name: /^Take “/ }).count(), 0);
    await frame.getByLabel('Your own words').fill('Sofia Peeters was afraid of the first talk, and then she gave it.');
    const name = frame.getByRole('listitem').filter({ hasText: 'Sofia Peeters was' });
    await name.getByRole('button', { name: 'Go to the place' }).click();
    assert.equal(await focused(frame), 'voice');
    await shoot(frame, 'what own words could tell');
    await page.close();
  });
});
