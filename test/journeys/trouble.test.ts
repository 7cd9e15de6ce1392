import assert from 'node:assert/strict';
import { findPage } from '../../src/tab/page-table.tsx';
import { pages } from '../../src/tab/pages.tsx';
import { say as sayTab } from '../../src/tab/words.ts';
import { say as sayUi } from '../../src/ui/words.ts';
import { deepLinks, someOfEach } from '../support/deep-links.ts';
import { renameAll } from '../support/many-scripts.ts';
import { startToldSandbox, type TestSandbox } from '../support/sandbox.ts';
import { tellStories, type Story } from '../support/story.ts';
import { desk, phone } from '../support/tab.ts';
import { alertsIn, fillEmpty, openWindow, watchWrites, type Seen } from '../support/windows.ts';

const thought = 'Half a thought, kept';
const say = (what: string): void => void process.stdout.write(`      ${what}\n`);

describe('bad luck in a programme', function () {
  this.timeout(600_000);
  let sandbox: TestSandbox;
  let story: Story;
  let programme = '';
  let pair = '';

  before(async () => {
    sandbox = await startToldSandbox('--people', '200');
    story = await tellStories(sandbox);
    programme = `/programmes/${story.ids.programme}`;
    pair = `${programme}/pairs/${story.ids.pair}`;
  });
  after(() => sandbox?.stop());

  const by = (personId: string, path: string): Seen => ({ personId, path });
  const show = (seen: Seen, ...more: [options?: object, prepare?: Parameters<typeof openWindow>[3]]) =>
    openWindow(sandbox, seen, ...more);

  it('leads from every card, mail and entry to a page that is shown to whoever got it', async () => {
    const links = await deepLinks(sandbox);
    const patternOf = (path: string): string => findPage(pages, path)?.page.path ?? `nowhere: ${path}`;
    const nowhere = links.filter(({ path }) => patternOf(path).startsWith('nowhere'));
    assert.deepEqual(nowhere, []);
    const some = [...someOfEach(links, patternOf, 3).values()].flat();
    const failed: string[] = [];
    const next = some.values();
    const walk = async (): Promise<void> => {
      for (const { personId, path, from } of next) {
        const { frame, close } = await show(by(personId, path));
        const missing = await frame.getByRole('heading', { level: 1, name: sayTab('en', 'missing.title') }).count();
        const problem = await alertsIn(frame);
        if (missing > 0 || problem !== '') failed.push(`${path} (${from}): ${problem || 'there is no such page'}`);
        await close();
      }
    };
    await Promise.all([walk(), walk()]);
    say(`${links.length} links lead to pages, ${some.length - failed.length}/${some.length} of them opened`);
    assert.ok(some.length > 15, 'the story has few links');
    assert.deepEqual(failed, []);
  });

  it('sends once, however often the button is pressed', async () => {
    const forms = [
      by(story.mentee, '/me/passport'),
      by(story.mentee, '/me/messages'),
      by(story.mentee, `${pair}/goals/new`),
      by(story.mentee, `${pair}/agreement`),
      by(story.reader, '/private-talk'),
      by(story.reader, `/surveys/${story.ids.openSurvey}/answer`),
      by(story.invited, `/programmes/${story.ids.openProgramme}/apply`),
      by(story.coordinator, '/programmes/new'),
      by(story.coordinator, `${programme}/settings`),
      by(story.coordinator, `${programme}/circle/ask`),
      by(story.coordinator, `${programme}/events/new`),
      by(story.coordinator, '/talks/new'),
    ];
    const wrong: string[] = [];
    let sent = 0;
    for (const form of forms) {
      const { page, frame, close } = await show(form);
      const writes = watchWrites(page);
      const buttons = frame.locator('main button[type=submit]');
      if ((await buttons.count()) > 0) {
        await buttons.first().evaluate((one: HTMLButtonElement) => [one.click(), one.click(), one.click()].length);
        await page.waitForTimeout(600);
        sent += 1;
        if (writes.length > 1) wrong.push(`${form.path}: ${writes.join(', ')}`);
      }
      await close();
    }
    say(`${sent - wrong.length}/${sent} forms pressed three times sent at most one request`);
    assert.ok(sent >= 8, `only ${sent} forms`);
    assert.deepEqual(wrong, []);
  });

  it('keeps what is typed over the buttons for back and forward', async () => {
    const forms = [
      by(story.mentee, '/me/passport'),
      by(story.mentee, `${pair}/goals/new`),
      by(story.coordinator, '/programmes/new'),
      by(story.coordinator, `${programme}/settings`),
      by(story.coordinator, `${programme}/circle/ask`),
      by(story.coordinator, `${programme}/events/new`),
    ];
    const lost: string[] = [];
    for (const form of forms) {
      const { page, frame, close } = await show(form);
      const field = frame.locator('main form').locator('textarea:visible, input[type=text]:visible').first();
      await field.fill(thought);
      await frame.getByRole('link', { name: 'Help', exact: true }).click();
      await frame.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
      await frame.evaluate(() => history.back());
      await field.waitFor();
      if ((await field.inputValue()) !== thought) lost.push(`${form.path} back`);
      await frame.evaluate(() => history.forward());
      await frame.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
      await frame.evaluate(() => history.back());
      await field.waitFor();
      if ((await field.inputValue()) !== thought) lost.push(`${form.path} forward and back`);
      await page.waitForTimeout(50);
      await close();
    }
    say(`${forms.length * 2 - lost.length}/${forms.length * 2} ways back found what was typed`);
    assert.deepEqual(lost, []);
  });

  it('keeps what is typed without a network, and counts it once when it is back', async () => {
    const { page, frame, close } = await show(by(story.mentee, '/me/passport'));
    const field = frame.locator('main textarea').first();
    const save = frame.locator('main button[type=submit]').first();
    await field.fill(thought);
    await page.context().setOffline(true);
    await save.click();
    await frame.getByText(sayUi('en', 'problem.offline')).first().waitFor();
    assert.equal(await field.inputValue(), thought);
    await page.context().setOffline(false);
    await save.click();
    await frame.getByText('Saved. We keep to it.').waitFor();
    await close();
    const kept = await sandbox.api<{ words: { text: string } }>(story.mentee, 'GET', '/me/passport');
    assert.equal(kept.words.text, thought);
  });

  it('makes one of it when the answer was lost and it is sent again', async () => {
    const { page, frame, close } = await show(by(story.coordinator, '/programmes/new'));
    const count = async () => (await sandbox.api<unknown[]>(story.coordinator, 'GET', '/programmes')).length;
    const before = await count();
    await fillEmpty(frame, 'A year of growing');
    await page.route('**/api/programmes', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch();
      await page.unroute('**/api/programmes');
      return route.abort();
    });
    const create = frame.locator('main button[type=submit]').first();
    await create.click();
    await frame.getByText(sayUi('en', 'problem.offline')).first().waitFor();
    await create.click();
    await frame.waitForFunction(() => !location.pathname.endsWith('/new'));
    await close();
    assert.equal(await count(), before + 1);
  });

  it('renews a token by itself, and keeps what was typed when that cannot be', async () => {
    const { page, frame, close } = await show(by(story.mentee, '/me/passport'));
    const field = frame.locator('main textarea').first();
    const save = frame.locator('main button[type=submit]').first();
    const refuse = (times: number): Promise<unknown> => {
      let left = times;
      return page.route('**/api/me/passport', (route) => {
        if (left <= 0) return route.continue();
        left -= 1;
        return route.fulfill({ status: 401, json: {} });
      });
    };
    await refuse(1);
    await field.fill('Once renewed');
    await save.click();
    await frame.getByText('Saved. We keep to it.').waitFor();
    await page.unroute('**/api/me/passport');
    await refuse(2);
    await field.fill('Signed in again');
    await save.click();
    const again = frame.getByRole('button', { name: sayTab('en', 'session.again') });
    await again.waitFor();
    assert.equal(await field.inputValue(), 'Signed in again');
    await again.click();
    await again.waitFor({ state: 'detached' });
    await save.click();
    await frame.getByText('Saved. We keep to it.').first().waitFor();
    await close();
    const kept = await sandbox.api<{ words: { text: string } }>(story.mentee, 'GET', '/me/passport');
    assert.equal(kept.words.text, 'Signed in again');
  });

  it('lets two windows change a programme, and writes nothing over', async () => {
    const seen = by(story.coordinator, `${programme}/settings`);
    const [one, other] = [await show(seen), await show(seen)];
    const fields = (frame: typeof one.frame) => frame.locator('main form textarea');
    const save = (frame: typeof one.frame) => frame.locator('main button[type=submit]').first().click();
    await fields(one.frame).nth(0).fill('For whoever is new here, from the first window');
    await fields(other.frame).nth(1).fill('Because of the second window');
    await save(one.frame);
    await one.frame.getByText('Saved', { exact: false }).first().waitFor();
    await save(other.frame);
    await other.frame.getByText(/Somebody else changed this programme/).waitFor();
    assert.equal(await fields(other.frame).nth(1).inputValue(), 'Because of the second window');
    await save(other.frame);
    await other.frame.getByText(/Somebody else changed/).waitFor({ state: 'detached' });
    await Promise.all([one.close(), other.close()]);
    const now = await sandbox.api<{ forWhom: string; why: string }>(story.coordinator, 'GET', programme);
    assert.deepEqual(
      [now.forWhom, now.why],
      ['For whoever is new here, from the first window', 'Because of the second window'],
    );
  });

  it('shows names of every script and length on lists and cards, and nothing leaves its place', async () => {
    const c = story.coordinator;
    const lists = [
      ...['', '/messages', `/messages/${story.ids.sendGroup}`, '/recruitment', '/recruitment/rounds', '/pairs'].map(
        (path) => by(c, `${programme}${path}`),
      ),
      ...['/check-ins', '/matching', '/training', '/training/sessions', '/circle', '/events', '/credits'].map((path) =>
        by(c, `${programme}${path}`),
      ),
      ...['/stories', '/audit', `/events/${story.ids.event}`, `/training/sessions/${story.ids.session}`].map((path) =>
        by(c, `${programme}${path}`),
      ),
      ...['/programmes', '/surveys', '/talks', `/talks/${story.ids.talk}`].map((path) => by(c, path)),
      ...['/', '/stories', pair, '/courses', '/me/recognition', `${programme}/thanks`].map((path) =>
        by(story.mentee, path),
      ),
    ];
    const broken: string[] = [];
    for (const viewport of [desk, phone]) {
      const windows = new Map<string, Awaited<ReturnType<typeof show>>>();
      for (const seen of lists) {
        const found = windows.get(seen.personId);
        const window = found ?? (await show(seen, { viewport }, renameAll));
        windows.set(seen.personId, window);
        const frame = found ? await found.goTo(seen.path) : window.frame;
        const wide = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        const problem = await alertsIn(frame);
        if (wide > 0 || problem !== '') broken.push(`${seen.path} at ${viewport.width}: ${wide} px wider; ${problem}`);
      }
      for (const window of windows.values()) await window.close();
    }
    say(`${lists.length * 2 - broken.length}/${lists.length * 2} pages hold names of every script at two widths`);
    assert.deepEqual(broken, []);
  });

  it('says the same whatever the clock of the device says, and the reader’s own time in another zone', async () => {
    const seen = [by(story.mentee, '/'), by(story.mentee, pair), by(story.coordinator, programme)];
    const textsAt = async (one: Seen, options: object, skewMs: number): Promise<string> => {
      const { frame, close } = await show(one, options, (page) => page.clock.setSystemTime(Date.now() + skewMs));
      const text = await frame.locator('main').innerText();
      assert.equal(await alertsIn(frame), '');
      await close();
      return text;
    };
    let same = 0;
    for (const one of seen) {
      const right = await textsAt(one, { timezoneId: 'Europe/Brussels' }, 0);
      for (const skew of [3_600_000, -86_400_000])
        if ((await textsAt(one, { timezoneId: 'Europe/Brussels' }, skew)) === right) same += 1;
    }
    const far = await textsAt(by(story.mentee, '/'), { timezoneId: 'Pacific/Auckland' }, 0);
    assert.ok(far.length > 100);
    say(`${same}/${seen.length * 2} pages say the same an hour ahead and a day behind`);
    assert.equal(same, seen.length * 2);
  });

  it('says so when the role was taken away or what it is about is over, and keeps what was typed', async () => {
    const { coordinator, mentee, reader, ids } = story;
    const seen = [
      {
        ...by(coordinator, `${programme}/settings`),
        goes: () => sandbox.control(`/people/${coordinator}`, { role: 'employee' }),
        comesBack: () => sandbox.control(`/people/${coordinator}`, { role: 'coordinator' }),
      },
      { ...by(reader, `/surveys/${ids.openSurvey}/answer`), goes: () => closeSurvey(), comesBack: undefined },
      {
        ...by(mentee, `${pair}/goals/new`),
        goes: () => sandbox.api(ids.eventMentor, 'POST', `${pair}/end`, { why: 'not-said' }),
        comesBack: undefined,
      },
    ];
    const silent: string[] = [];
    for (const { goes, comesBack, ...one } of seen) {
      const { frame, close } = await show(one);
      const field = frame.locator('main form').locator('textarea:visible, input[type=text]:visible').first();
      const hasField = (await field.count()) > 0;
      if (hasField) await field.fill(thought);
      await goes();
      await frame.locator('main button[type=submit]').first().click();
      const told = frame
        .getByRole('alert')
        .or(frame.locator('main output'))
        .filter({ hasText: /\w{4,}/ });
      await told
        .first()
        .waitFor({ timeout: 10_000 })
        .catch(() => silent.push(`${one.path} says nothing`));
      const text = (await told.allInnerTexts()).join(' ');
      if (text.includes(sayUi('en', 'problem.ours')) || /not your fault/.test(text))
        silent.push(`${one.path}: ${text}`);
      say(`${one.path.replace(/[0-9a-f-]{16,}/g, '…')}: ${text.slice(0, 140)}`);
      await comesBack?.();
      await close();
    }
    assert.deepEqual(silent, []);
  });

  async function closeSurvey(): Promise<void> {
    const people = await sandbox.control<{ id: string; role: string }[]>('/people');
    for (const { id } of people.filter(({ role }) => role === 'coordinator')) {
      const closed = sandbox.api(id, 'POST', `/surveys/${story.ids.openSurvey}/close`).then(
        () => true,
        () => false,
      );
      if (await closed) return;
    }
    throw new Error('nobody may close the survey');
  }
});
