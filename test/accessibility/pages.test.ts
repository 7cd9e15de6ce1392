import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { pages } from '../../src/tab/pages.tsx';
import type { Rehearsal } from '../../src/features/insights/rehearsal/model.ts';
import { languages } from '../../src/platform/words.ts';
import { strangeEntries, strangers } from '../support/rehearsed.ts';
import { cardsGot, entriesGot } from '../support/told.ts';
import { assertAccessible } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { looksOf, type Look } from '../support/looks.ts';
import { seenAtWork } from '../support/seen-at-work.ts';
import { untilQuiet, watchRequests } from '../support/quiet.ts';
import { canariesOf, tellCanaries } from '../support/canaries.ts';
import { tellStories, type Story } from '../support/story.ts';
import { startToldSandbox, type SandboxPerson, type TestSandbox } from '../support/sandbox.ts';
import { desk, phone } from '../support/tab.ts';

/** Who looks at a page, and where it is then. */
interface Visit {
  readonly personId: string;
  readonly path: string;
}

/** What the story must have brought to somebody, so that the comparison has something to compare. */
const kindsOfStory = [
  ...['surveys.send', 'recruitment.send-invitation', 'training.offer', 'pairs.ask', 'pairs.tellBegun', 'meetings.tell'],
  'checkins.ask',
];

const viewports = [desk, phone];

/** Who takes part in nothing may see these all the same. */
const openToReader = [
  '/surveys/:surveyId/answer',
  '/programmes/:programmeId/apply',
  '/go/:code',
  '/stories/:programmeId/:storyId',
  '/courses/:courseId',
  '/courses/:courseId/whole',
  '/courses/own/:ownId',
];

/** The same page of things that there never were. */
const withoutThings = (path: string): string => path.replace(':round', 'day-30').replaceAll(/:\w+/g, 'none');

describe('a sandbox with a history', function () {
  this.timeout(900_000);
  let sandbox: TestSandbox;
  let story: Story;
  const windows: Page[] = [];

  before(async () => {
    sandbox = await startToldSandbox('--people', '300', '--log-level', 'info', '--traces');
    story = await tellStories(sandbox);
    for (const viewport of viewports) {
      const window = await (await testBrowser()).newPage({ viewport });
      watchRequests(window);
      windows.push(window);
    }
  });
  after(async () => {
    await Promise.all(windows.map((one) => one.close()));
    await sandbox?.stop();
  });

  function visits(): Readonly<Record<string, Visit>> {
    const { coordinator, administrator, mentee, author, reader, invited, ids } = story;
    const programme = `/programmes/${ids.programme}`;
    const pair = `${programme}/pairs/${ids.pair}`;
    const by = (personId: string, path: string): Visit => ({ personId, path });
    return {
      '/': by(mentee, '/'),
      '/programmes': by(coordinator, '/programmes'),
      '/programmes/new': by(coordinator, '/programmes/new'),
      '/surveys': by(coordinator, '/surveys'),
      '/surveys/new': by(coordinator, '/surveys/new'),
      '/surveys/:surveyId': by(coordinator, `/surveys/${ids.survey}`),
      '/surveys/:surveyId/answer': by(reader, `/surveys/${ids.openSurvey}/answer`),
      '/surveys/:surveyId/themes': by(coordinator, `/surveys/${ids.survey}/themes`),
      '/needs': by(coordinator, '/needs'),
      '/talks': by(coordinator, '/talks'),
      '/talks/new': by(coordinator, '/talks/new'),
      '/talks/:talkId': by(coordinator, `/talks/${ids.talk}`),
      '/talk-guides/:purpose': by(coordinator, '/talk-guides/needs'),
      '/talks/:talkId/invitation': by(ids.talkGuest, `/talks/${ids.talk}/invitation`),
      '/programmes/:programmeId': by(coordinator, programme),
      '/programmes/:programmeId/messages': by(coordinator, `${programme}/messages`),
      '/programmes/:programmeId/messages/:sendGroup': by(coordinator, `${programme}/messages/${ids.sendGroup}`),
      '/programmes/:programmeId/settings': by(coordinator, `${programme}/settings`),
      '/programmes/:programmeId/audit': by(coordinator, `${programme}/audit`),
      '/programmes/:programmeId/rehearsal': by(coordinator, `${programme}/rehearsal`),
      '/programmes/:programmeId/recruitment': by(coordinator, `${programme}/recruitment`),
      '/programmes/:programmeId/recruitment/rounds': by(coordinator, `${programme}/recruitment/rounds`),
      '/programmes/:programmeId/recruitment/kit': by(coordinator, `${programme}/recruitment/kit`),
      '/programmes/:programmeId/recruitment/outside': by(
        coordinator,
        `/programmes/${ids.openProgramme}/recruitment/outside`,
      ),
      '/programmes/:programmeId/help-apply': by(coordinator, `/programmes/${ids.openProgramme}/help-apply`),
      '/go/:code': by(invited, `/go/${ids.code}`),
      '/programmes/:programmeId/funnel': by(coordinator, `${programme}/funnel`),
      '/programmes/:programmeId/outcome': by(coordinator, `/programmes/${ids.closedProgramme}/outcome`),
      '/programmes/:programmeId/goals': by(coordinator, `${programme}/goals`),
      '/programmes/:programmeId/quality': by(coordinator, `${programme}/quality`),
      '/programmes/:programmeId/matching': by(coordinator, `${programme}/matching`),
      '/programmes/:programmeId/matching/what-counts': by(coordinator, `${programme}/matching/what-counts`),
      '/programmes/:programmeId/pairs': by(coordinator, `${programme}/pairs`),
      '/programmes/:programmeId/check-ins': by(coordinator, `${programme}/check-ins`),
      '/programmes/:programmeId/findings': by(coordinator, `${programme}/findings`),
      '/programmes/:programmeId/you-said': by(mentee, `${programme}/you-said`),
      '/programmes/:programmeId/report': by(coordinator, `${programme}/report`),
      '/programmes/:programmeId/evidence': by(coordinator, `${programme}/evidence`),
      '/programmes/:programmeId/check-ins/rounds': by(coordinator, `${programme}/check-ins/rounds`),
      '/programmes/:programmeId/thanks': by(mentee, `${programme}/thanks`),
      '/programmes/:programmeId/credits': by(coordinator, `${programme}/credits`),
      '/programmes/:programmeId/equal-recognition': by(coordinator, `${programme}/equal-recognition`),
      '/programmes/:programmeId/stories': by(coordinator, `${programme}/stories`),
      '/programmes/:programmeId/stories/:storyId': by(coordinator, `${programme}/stories/${ids.story}`),
      '/programmes/:programmeId/apply': by(invited, `/programmes/${ids.openProgramme}/apply`),
      '/programmes/:programmeId/pairs/:pairId': by(mentee, pair),
      '/programmes/:programmeId/pairs/:pairId/meetings/new': by(mentee, `${pair}/meetings/new`),
      '/programmes/:programmeId/pairs/:pairId/meetings/:meetingId': by(mentee, `${pair}/meetings/${ids.meeting}`),
      '/programmes/:programmeId/pairs/:pairId/meetings/:meetingId/preparation': by(
        mentee,
        `${pair}/meetings/${ids.meeting}/preparation`,
      ),
      '/programmes/:programmeId/pairs/:pairId/meetings/new/:start': by(mentee, `${pair}/meetings/new/1`),
      '/programmes/:programmeId/pairs/:pairId/rhythm': by(mentee, `${pair}/rhythm`),
      '/programmes/:programmeId/pairs/:pairId/polls/:pollId': by(mentee, `${pair}/polls/${ids.poll}`),
      '/programmes/:programmeId/pairs/:pairId/meetings/:meetingId/move': by(
        mentee,
        `${pair}/meetings/${ids.meeting}/move`,
      ),
      '/programmes/:programmeId/pairs/:pairId/check-ins/:round': by(mentee, `${pair}/check-ins/day-30`),
      '/programmes/:programmeId/pairs/:pairId/agreement': by(mentee, `${pair}/agreement`),
      '/programmes/:programmeId/pairs/:pairId/goals': by(mentee, `${pair}/goals`),
      '/programmes/:programmeId/pairs/:pairId/goals/new': by(mentee, `${pair}/goals/new`),
      '/programmes/:programmeId/pairs/:pairId/closing': by(mentee, `${pair}/closing`),
      '/programmes/:programmeId/pairs/:pairId/story': by(author, `${programme}/pairs/${ids.storyPair}/story`),
      '/stories': by(reader, '/stories'),
      '/stories/:programmeId/:storyId': by(reader, `/stories/${ids.programme}/${ids.story}`),
      '/me/data': by(mentee, '/me/data'),
      '/me/messages': by(mentee, '/me/messages'),
      '/me/passport': by(mentee, '/me/passport'),
      '/me/identity': by(mentee, '/me/identity'),
      '/private-talk': by(reader, '/private-talk'),
      '/private-talk/requests': by(story.adviser, '/private-talk/requests'),
      '/private-talk/contacts': by(story.adviser, '/private-talk/contacts'),
      '/identity/countries': by(administrator, '/identity/countries'),
      '/installation': by(administrator, '/installation'),
      '/installation/beginning': by(administrator, '/installation/beginning'),
      '/delivery': by(administrator, '/delivery'),
      '/papers': by(administrator, '/papers'),
      '/help': by(reader, '/help'),
      '/help/changes': by(coordinator, '/help/changes'),
      '/courses': by(mentee, '/courses'),
      '/programmes/:programmeId/skills/:side': by(mentee, `${programme}/skills/mentee`),
      '/programmes/:programmeId/circle': by(coordinator, `${programme}/circle`),
      '/programmes/:programmeId/circle/ask': by(coordinator, `${programme}/circle/ask`),
      '/programmes/:programmeId/circle/:circleQuestionId': by(coordinator, `${programme}/circle/${ids.circleQuestion}`),
      '/me/recognition': by(mentee, '/me/recognition'),
      '/programmes/:programmeId/resources': by(mentee, `${programme}/resources`),
      '/courses/own': by(coordinator, '/courses/own'),
      '/courses/own/:ownId': by(reader, `/courses/own/${ids.ownCourse}`),
      '/courses/own/:ownId/edit': by(coordinator, `/courses/own/${ids.ownCourse}/edit`),
      '/courses/:courseId': by(mentee, `/courses/${ids.course}`),
      '/courses/:courseId/whole': by(mentee, `/courses/${ids.course}/whole`),
      '/programmes/:programmeId/training': by(coordinator, `${programme}/training`),
      '/programmes/:programmeId/training/sessions': by(coordinator, `${programme}/training/sessions`),
      '/programmes/:programmeId/training/sessions/new': by(coordinator, `${programme}/training/sessions/new`),
      '/programmes/:programmeId/training/sessions/:sessionId': by(
        coordinator,
        `${programme}/training/sessions/${ids.session}`,
      ),
      '/programmes/:programmeId/training/sessions/:sessionId/edit': by(
        coordinator,
        `${programme}/training/sessions/${ids.session}/edit`,
      ),
      '/sessions/:programmeId/:sessionId': by(mentee, `/sessions/${ids.programme}/${ids.session}`),
      '/programmes/:programmeId/events': by(coordinator, `${programme}/events`),
      '/programmes/:programmeId/events/new': by(coordinator, `${programme}/events/new`),
      '/programmes/:programmeId/events/:eventId': by(coordinator, `${programme}/events/${ids.event}`),
      '/programmes/:programmeId/events/:eventId/edit': by(coordinator, `${programme}/events/${ids.event}/edit`),
      '/events/:programmeId/:eventId': by(ids.eventMentor, `/events/${ids.programme}/${ids.event}`),
      '/events/:programmeId/:eventId/nominate': by(mentee, `/events/${ids.programme}/${ids.event}/nominate`),
      '/events/:programmeId/:eventId/jury': by(coordinator, `/events/${ids.programme}/${ids.event}/jury`),
    };
  }

  it('has no page that this test does not visit', () => {
    assert.deepEqual(Object.keys(visits()).sort(), pages.map(({ path }) => path).sort());
  });

  for (const [number, { path }] of pages.entries())
    it(`has a page that everybody can use: ${path}`, async () => {
      const visit = visits()[path];
      assert.ok(visit, `${path} has no visit in this test`);
      await Promise.all(
        windows.map(async (window, width) => {
          for (const look of looksOf(number, width)) await lookAt(window, visit, look);
        }),
      );
    });

  it('prints what everybody will get in light colours, with what is folded in on the screen', async () => {
    const [dark, visit] = [windows[1]!, visits()['/programmes/:programmeId/rehearsal']!];
    await lookAt(dark, visit, { theme: 'dark', lang: 'fr' });
    const frame = dark.frames()[1]!;
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
    const closed = Object.entries(visits()).filter(([path]) => path.includes(':') && !openToReader.includes(path));
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
    const place = new URLSearchParams({ person: story.reader, app: 'tab', lang: 'en', path, clean: '1' });
    await open(window, `${sandbox.host}/#${place}`);
    return (await window.frames()[1]?.locator('main').innerText()) ?? '';
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

  async function lookAt(page: Page, { personId, path }: Visit, { theme, lang }: Look): Promise<void> {
    const place = new URLSearchParams({ person: personId, app: 'tab', theme, lang, path, clean: '1' });
    const address = `${sandbox.host}/#${place}`;
    assert.equal(await open(page, address), '', `${path} shows a problem`);
    const frame = page.frames()[1];
    assert.ok(frame);
    const name = `${path} in ${theme}, ${lang}`;
    const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `${name} is ${overflow} pixels wider than the window`);
    const spilling = await frame.evaluate(() =>
      [...document.querySelectorAll('main li:has(dl)')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1)
        .map(({ textContent }) => textContent.slice(0, 60)),
    );
    assert.deepEqual(spilling, [], `${name} has rows that are wider than their card`);
    await assertAccessible(frame, name);
  }

  /** The host stays where it is; the tab is loaded anew. */
  async function goTo(page: Page, address: string): Promise<void> {
    if (!page.url().startsWith(sandbox.host) || page.url() === address) {
      await page.goto('about:blank');
      await page.goto(address);
      return;
    }
    const before = await page.locator('iframe').elementHandle();
    await page.goto(address);
    await before?.waitForElementState('hidden');
  }

  /** Gives the problems that the page shows when all of it is there. */
  async function open(page: Page, address: string): Promise<string> {
    await goTo(page, address);
    const tab = page.frameLocator('iframe');
    await tab.getByRole('heading', { level: 1 }).waitFor();
    await untilQuiet(page.frames()[1]!);
    return (await tab.getByRole('alert').allInnerTexts()).join(' · ');
  }
});
