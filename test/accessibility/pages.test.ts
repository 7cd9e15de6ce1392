import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { pages } from '../../src/tab/pages.tsx';
import type { Rehearsal } from '../../src/features/insights/rehearsal/model.ts';
import { languages, type Language } from '../../src/platform/words.ts';
import { strangeEntries, strangers } from '../support/rehearsed.ts';
import { cardsGot, entriesGot } from '../support/told.ts';
import { assess } from '../support/assessed.ts';
import { assertAccessible } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { looksInAll, sittingsOf, type Sitting } from '../support/looks.ts';
import { seenAtWork } from '../support/seen-at-work.ts';
import { untilQuiet, watchRequests } from '../support/quiet.ts';
import { canariesOf, tellCanaries } from '../support/canaries.ts';
import { tellStories, type Story } from '../support/story.ts';
import { startToldSandbox, type SandboxPerson, type TestSandbox } from '../support/sandbox.ts';
import { desk, phone } from '../support/tab.ts';
import { openAt, turnTo, untilPainted } from '../support/window.ts';
import { faultsOf, narrowest } from './checks/faults.ts';
import { pressAll } from './checks/presses.ts';
import { openToReader, visitsOf, withoutThings, type Visit } from './visits.ts';

/** What the story must have brought to somebody, so that the comparison has something to compare. */
const kindsOfStory = [
  ...['surveys.send', 'recruitment.send-invitation', 'training.offer', 'pairs.ask', 'pairs.tellBegun', 'meetings.tell'],
  'checkins.ask',
];

const viewports = [desk, phone];

/** All that can be wrong on a page takes a minute for each: in an ordinary run axe looks, and whether it fits. */
const isWhole = process.env['EVERY_LOOK'] !== undefined;

/** A folder for a picture of each look, for whoever wants to see them side by side. */
const picturesIn = process.env['PICTURES'];

describe('a sandbox with a history', function () {
  this.timeout(900_000);
  let sandbox: TestSandbox;
  let story: Story;
  const windows: Page[] = [];

  before(async () => {
    sandbox = await startToldSandbox('--people', '300', '--log-level', 'info', '--traces');
    story = await tellStories(sandbox);
    for (const viewport of viewports) {
      const window = await (await testBrowser()).newPage({ viewport, reducedMotion: 'reduce' });
      watchRequests(window);
      windows.push(window);
    }
  });
  after(async () => {
    await Promise.all(windows.map((one) => one.close()));
    await sandbox?.stop();
  });

  it('has no page that this test does not visit', () => {
    assert.deepEqual(Object.keys(visitsOf(story)).sort(), pages.map(({ path }) => path).sort());
  });

  /** What was looked at, as it is printed. */
  const sums = { looks: 0, stops: 0, buttons: 0, dialogs: 0, refusals: 0, fields: 0 };
  let passed = 0;

  for (const [number, { path }] of pages.entries())
    it(`has a page that everybody can use: ${path}`, async () => {
      const visit = visitsOf(story)[path];
      assert.ok(visit, `${path} has no visit in this test`);
      await Promise.all(
        windows.map(async (window, width) => {
          const sittings = sittingsOf(number, width);
          for (const sitting of sittings) await lookAt(window, visit, { sitting, isWalked: number % 2 === width });
          if (isWhole && number % 2 !== width) await press(window, visit, sittings[number % 4]!.lang);
        }),
      );
      passed += 1;
    });

  if (isWhole)
    it('has pages as the statement on accessibility says', () => {
      const { looks, stops, buttons, dialogs, refusals, fields } = sums;
      process.stdout.write(
        `      ${passed} pages in ${looks} looks, with ${stops} stops of the Tab key, without a fault\n` +
          `      ${buttons} buttons pressed: ${dialogs} dialogs closed by Escape, ${refusals} refusals read out, ${fields} fields with their problem\n`,
      );
      assert.equal(passed, pages.length);
      const widths = [desk.width, phone.width, narrowest.width];
      assess('pages', { pages: passed, looks: looks / passed, ofLooks: looksInAll * windows.length, widths });
    });

  it('says where one has come to: the title changes, and the focus is on the heading', async () => {
    const [wide] = windows;
    const { frame } = await openAt(wide!, sandbox.host, { personId: story.coordinator, path: '/' });
    for (const name of ['Programmes', 'Stories', 'Help', 'My mentoring']) {
      const before = await frame.evaluate(() => document.title);
      await frame.getByRole('navigation').getByRole('link', { name }).focus();
      await wide!.keyboard.press('Enter');
      await frame.waitForFunction((title) => document.title !== title, before);
      await untilQuiet(frame);
      const [title, heading] = await frame.evaluate(() => [document.title, document.activeElement?.outerHTML ?? '']);
      assert.match(heading, /^<h1 /, `${name}: the focus is on ${heading}`);
      assert.ok(heading.includes(title), `${name}: the title is ${title}`);
    }
  });

  it('prints what everybody will get in light colours, with what is folded in on the screen', async () => {
    const [dark, visit] = [windows[1]!, visitsOf(story)['/programmes/:programmeId/rehearsal']!];
    const { frame } = await openAt(dark, sandbox.host, { ...visit, theme: 'dark', lang: 'fr' });
    const [folded, forScreen] = [frame.locator('details:not([open])'), frame.locator('nav, [data-screen]')];
    assert.ok((await folded.count()) > 0);
    await dark.emulateMedia({ media: 'print' });
    await frame.waitForFunction(() => document.querySelector('details:not([open])') === null);
    for (const one of await forScreen.all()) assert.equal(await one.isVisible(), false);
    const colour = await frame.locator('h1').evaluate((one) => getComputedStyle(one).color);
    assert.equal(colour, 'rgb(36, 36, 36)');
    await dark.emulateMedia({ media: 'screen' });
  });

  it('told nobody what a coordinator could not read beforehand', async () => {
    const { coordinator, ids } = story;
    const programmes = [ids.programme, ids.openProgramme];
    const readAs = (path: string) => sandbox.api<Rehearsal>(coordinator, 'GET', path);
    const read = programmes.flatMap((id) =>
      languages.map((one) => readAs(`/programmes/${id}/rehearsal?language=${one}`)),
    );
    const rehearsals = await Promise.all(read);
    const got = await cardsGot(sandbox, [...programmes, ids.survey, ids.openSurvey, ids.talk]);
    const kinds = new Set(got.map(({ kind }) => kind));
    for (const kind of kindsOfStory) assert.ok(kinds.has(kind), `nobody got ${kind}`);
    const people = await sandbox.control<SandboxPerson[]>('/people');
    const names = people.filter(({ role }) => role === 'coordinator').map(({ name }) => name);
    assert.deepEqual(strangers(got, rehearsals, names), []);
    const entries = await entriesGot(sandbox);
    assert.ok(entries.length > 0);
    assert.deepEqual(strangeEntries(entries, rehearsals), []);
  });

  it('shows whoever may not see a page the same as if there were nothing', async () => {
    const closed = Object.entries(visitsOf(story)).filter(
      ([path]) => path.includes(':') && !openToReader.includes(path),
    );
    const differing: string[] = [];
    const next = closed.values();
    await Promise.all(
      windows.map(async (window) => {
        for (const [path, visit] of next) {
          const difference = await differenceOf(window, visit.path, withoutThings(path));
          if (difference) differing.push(`${path}: ${difference}`);
        }
      }),
    );
    process.stdout.write(
      `      ${closed.length} pages, for who may not and of what is not there: told apart ${differing.length}\n`,
    );
    assert.ok(closed.length > 10);
    assert.deepEqual(differing, []);
  });

  /** Said when it is there three times: what only came too late on a slow machine is none. */
  async function differenceOf(window: Page, real: string, nothing: string): Promise<string> {
    let difference = '';
    for (let tries = 0; tries < 3; tries++) {
      const [closed, absent] = [await shownAt(window, real), await shownAt(window, nothing)];
      if (closed !== '' && closed === absent) return '';
      difference = `${JSON.stringify(closed)} is not ${JSON.stringify(absent)}`;
    }
    return difference;
  }

  async function shownAt(window: Page, path: string): Promise<string> {
    const { frame } = await openAt(window, sandbox.host, { personId: story.reader, path });
    return frame.locator('main').innerText();
  }

  it('leaves nobody, and nothing that anybody said, in the log, also when everything goes wrong', async () => {
    const before = sandbox.said().length;
    await tellCanaries(sandbox, story);
    const lines = sandbox.said();
    const canaries = await canariesOf(sandbox);
    const found = lines.filter((line) => canaries.some((one) => line.includes(one)));
    const ofTrouble = lines.length - before;
    process.stdout.write(
      `      ${lines.length} lines of the log (${ofTrouble} of trouble) scanned for ${canaries.length} names, addresses, ids, answers and tokens, found ${found.length}\n`,
    );
    assert.ok(before > 100 && ofTrouble >= 5, `only ${before} and ${ofTrouble} lines`);
    assert.deepEqual(found.slice(0, 5), []);
  });

  seenAtWork(() => sandbox);

  interface Looking {
    readonly sitting: Sitting;
    readonly isWalked: boolean;
  }

  async function lookAt(page: Page, visit: Visit, { sitting, isWalked }: Looking): Promise<void> {
    const { lang, themes } = sitting;
    const nameOf = (theme: string) => `${visit.path} in ${theme}, ${lang}, ${page.viewportSize()?.width} px`;
    const [first] = themes;
    const { frame, problem } = await openAt(page, sandbox.host, { ...visit, lang, theme: first! });
    assert.equal(problem, '', `${nameOf(first!)} shows a problem`);
    if (!isWhole) {
      await assertAccessible(frame, nameOf(first!));
      await assertFits(frame, nameOf(first!));
      return;
    }
    for (const theme of themes) {
      if (theme !== first) await turnTo(page, frame, theme);
      const name = nameOf(theme);
      if (picturesIn !== undefined)
        await takePicture(page, frame, join(picturesIn, `${name.replaceAll(/\W+/g, '-')}.png`));
      await assertAccessible(frame, name);
      const { faults, stops } = await faultsOf(page, frame, { lang, isWalked });
      assert.deepEqual(faults, [], name);
      sums.looks += 1;
      sums.stops += stops;
    }
  }

  /** Of all that there is on the page, as far as a picture can still be looked at. */
  async function takePicture(page: Page, frame: Frame, path: string): Promise<void> {
    const usual = page.viewportSize()!;
    const height = Math.min(await frame.evaluate(() => document.documentElement.scrollHeight), 2_600);
    await page.setViewportSize({ ...usual, height: Math.max(usual.height, height) });
    await untilPainted(frame);
    await page.screenshot({ path });
    await page.setViewportSize(usual);
  }

  async function assertFits(frame: Frame, name: string): Promise<void> {
    const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `${name} is ${overflow} pixels wider than the window`);
    const spilling = await frame.evaluate(() =>
      [...document.querySelectorAll('main li:has(dl)')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1)
        .map(({ textContent }) => textContent.slice(0, 60)),
    );
    assert.deepEqual(spilling, [], `${name} has rows that are wider than their card`);
  }

  async function press(page: Page, visit: Visit, lang: Language): Promise<void> {
    const { faults, ...counts } = await pressAll(
      page,
      async () => (await openAt(page, sandbox.host, { ...visit, lang })).frame,
    );
    assert.deepEqual(faults, [], `${visit.path} in ${lang}, ${page.viewportSize()?.width} px`);
    for (const one of ['buttons', 'dialogs', 'refusals', 'fields'] as const) sums[one] += counts[one];
  }
});
