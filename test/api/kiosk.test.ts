import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { closeKiosk, kioskRequestsOf, openKiosk } from '../../src/features/recruitment/kiosk/usecases.ts';
import { mostRequests } from '../../src/features/recruitment/kiosk/model.ts';
import { kioskRequests } from '../../src/features/recruitment/kiosk/store.ts';
import { slips } from '../../src/features/recruitment/slips/store.ts';
import { enterSlip } from '../../src/features/recruitment/slips/usecases.ts';
import { sourceOf } from '../../src/features/recruitment/sources/usecases.ts';
import { applicationOf } from '../../src/features/recruitment/usecases.ts';
import { languages } from '../../src/platform/words.ts';
import { aSlip, codeOn, hall, helper, other, worker } from '../features/recruitment/outside.ts';
import { reasonIs } from '../features/recruitment/office.ts';
import { addProgramme } from '../support/applications.ts';
import { knownTokens, startApi } from '../support/api.ts';
import { aPerson, callerFor, coordinatorFor } from '../support/app.ts';
import { assertAccessible } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';

async function opened() {
  const found = await hall();
  const api = await startApi({ deps: found.app.deps, entra: knownTokens });
  const { link } = await openKiosk(found.app.deps, found.me, 'p1', 7);
  const path = new URL(link).pathname;
  const post = async (to: string, form: Record<string, string>, at = path) => {
    const answer = await fetch(`${api.url}${at}/en/${to}`, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(form) },
    });
    return answer.headers.get('location')?.split('/').at(-1) ?? String(answer.status);
  };
  const code = (typed: string, what = 'confirm', at = path) => post('code', { code: typed, what }, at);
  const enter = async (personId = worker.id) =>
    codeOn(await enterSlip(found.app.deps, helper, 'p1', aSlip({ personId })));
  return { ...found, api, path, post, code, enter };
}

describe('a kiosk', () => {
  it('tells what the programme is in four languages, keeps nothing, and lets in only its own style and script', async () => {
    const { api, path } = await opened();
    for (const language of languages) {
      const { status, headers, text } = await api.ask({ path: `${path}/${language}`, language: 'en' });
      assert.equal(status, 200);
      assert.match(text, new RegExp(`<html lang="${language}"`));
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('set-cookie'), null);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(
        policy,
        /^default-src 'none'; style-src 'nonce-\w+'; script-src 'nonce-\w+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      );
      assert.doesNotMatch(text, /localStorage|sessionStorage|indexedDB|cookie|https?:\/\//);
      for (const input of text.match(/<input[^>]*>/g) ?? []) assert.match(input, /autocomplete="off"/);
      assert.ok(!text.includes(aPerson(900).name));
    }
    await api.close();
  });

  it('confirms a slip by its code, or deletes it, and says so with a page that is the same for everybody', async () => {
    const { app, api, path, code, enter } = await opened();
    assert.equal(await code(await enter()), 'applied');
    assert.equal((await applicationOf(app.deps, 'p1', worker.id))?.status, 'applied');
    assert.equal(await code(await enter(other.id), 'delete'), 'deleted');
    assert.deepEqual(await slips.list(app.deps.tables, 'p1'), []);
    const { text } = await api.ask({ path: `${path}/en/applied` });
    assert.match(text, /Your application has been sent/);
    assert.ok(!text.includes(worker.name));
    assert.equal((await api.ask({ path: `${path}/en/nonsense` })).status, 200);
    await api.close();
  });

  it('takes a wish to be spoken with, never an application, and it goes by itself', async () => {
    const { app, me, api, post } = await opened();
    assert.equal(await post('contact', { name: ' <b>Jo</b> ', reach: 'Night shift' }), 'asked');
    assert.equal(await post('contact', { name: '', reach: 'x' }), 'missing');
    assert.equal(await post('contact', { name: 'x'.repeat(81), reach: 'x' }), 'missing');
    const [wish] = await kioskRequestsOf(app.deps, 'p1');
    assert.deepEqual([wish?.name, wish?.reach, wish?.language], ['<b>Jo</b>', 'Night shift', 'en']);
    await enterSlip(app.deps, me, 'p1', aSlip({ requestId: wish!.id }));
    assert.deepEqual(await kioskRequestsOf(app.deps, 'p1'), []);
    assert.equal((await slips.list(app.deps.tables, 'p1'))[0]?.value.channel, 'kiosk');
    assert.equal(await post('contact', { name: 'Jo', reach: 'Night shift' }), 'asked');
    app.pass({ days: 31 });
    await app.run();
    assert.deepEqual(await kioskRequestsOf(app.deps, 'p1'), []);
    await api.close();
  });

  it('takes no more wishes than a team can look after', async () => {
    const { app, api, post } = await opened();
    const rows = Array.from({ length: mostRequests }, (_, at) => wishOf(`w${at}`));
    await app.deps.tables.commit(rows.map((one) => kioskRequests.put('p1', one.id, one)));
    assert.equal(await post('contact', { name: 'Jo', reach: 'x' }), 'full');
    await api.close();
  });

  it('counts for who asked at it and was then helped', async () => {
    const { app, me, api, post, code } = await opened();
    await post('contact', { name: 'Jo', reach: 'Hall 3' });
    const [wish] = await kioskRequestsOf(app.deps, 'p1');
    const paper = await enterSlip(app.deps, me, 'p1', aSlip({ requestId: wish!.id }));
    assert.equal(await code(await codeOn(paper)), 'applied');
    const source = await sourceOf(app.deps, 'p1', worker.id);
    assert.ok(source !== 'unknown' && source.last.channel === 'kiosk');
    await api.close();
  });

  it('is closed by its team, by time, and by a newer link; then it is not there, like any link that never was', async () => {
    const { app, me, api, path, code, enter } = await opened();
    const slip = await enter();
    const gone = async (at = path): Promise<void> => {
      const { status, text } = await api.ask({ path: at });
      assert.equal(status, 404);
      const never = await api.ask({ path: '/kiosk/00000000000000000000' });
      const bare = (html: string): string => html.replace(/nonce="\w+"|\/kiosk\/\w+/g, '');
      assert.equal(bare(text), bare(never.text));
      assert.equal(await code(slip, 'confirm', at), '404');
    };
    const { link } = await openKiosk(app.deps, me, 'p1', 1);
    await gone();
    const second = new URL(link).pathname;
    assert.equal((await api.ask({ path: second })).status, 200);
    app.pass({ days: 1, minutes: 1 });
    await gone(second);
    const third = new URL((await openKiosk(app.deps, me, 'p1', 1)).link).pathname;
    await assert.rejects(closeKiosk(app.deps, callerFor(other), 'p1'), reasonIs('programme-gone'));
    await closeKiosk(app.deps, me, 'p1');
    await gone(third);
    await gone('/kiosk/..%2f..%2fetc');
    await api.close();
  });

  it('of another programme does not know the code', async () => {
    const { app, api, code, enter } = await opened();
    const boss = aPerson(901);
    await app.addPeople(boss);
    await addProgramme(app, boss, { id: 'p2', stage: 'recruit' });
    const { link } = await openKiosk(app.deps, coordinatorFor(boss), 'p2', 7);
    const slip = await enter();
    assert.equal(await code(slip, 'confirm', new URL(link).pathname), 'wrong');
    assert.equal(await code(slip, 'delete', new URL(link).pathname), 'wrong');
    assert.equal(await code(slip), 'applied');
    await api.close();
  });

  it('is tired of guesses after ten, and of wishes after twenty, and takes bodies of forms only', async () => {
    const { api, path, post, code, enter } = await opened();
    const slip = await enter();
    const ends: string[] = [];
    for (let turn = 0; turn < 12; turn += 1) ends.push(await code(`AAAA-AAA-${String(turn).padStart(3, '0')}`));
    assert.deepEqual(ends, [...Array.from({ length: 10 }, () => 'wrong'), 'wait', 'wait']);
    assert.equal(await code(slip), 'wait', 'also for the right one, for ten minutes');
    for (let turn = 0; turn < 20; turn += 1) assert.equal(await post('contact', { name: 'Jo', reach: 'x' }), 'asked');
    assert.equal(await post('contact', { name: 'Jo', reach: 'x' }), 'full');
    const long = await fetch(`${api.url}${path}/en/code`, {
      method: 'POST',
      body: new URLSearchParams({ code: 'x'.repeat(5_000) }),
    });
    assert.equal(long.status, 413);
    const json = await api.ask({ method: 'POST', path: `${path}/en/code`, body: { code: ['a'] } });
    assert.match(json.headers.get('location') ?? '', /\/wrong$/);
    await api.close();
  });
});

const wishOf = (id: string) => ({ id, name: 'Jo', reach: 'x', language: 'en' as const, at: 1 });

describe('a kiosk in a browser', function () {
  this.timeout(300_000);
  let window: Page;
  let found: Awaited<ReturnType<typeof opened>>;
  let start: string;

  before(async () => {
    found = await opened();
    start = `${found.api.url}${found.path}`;
    const browser = await testBrowser();
    const context = await browser.newContext({ viewport: { width: 768, height: 1024 } });
    window = await context.newPage();
    await window.clock.install();
  });
  after(async () => {
    await window?.context().close();
    await found?.api.close();
  });

  it('clears what was typed after a minute, counts down before everybody, and can be given more time', async () => {
    await window.goto(`${start}/en`);
    await window.getByLabel('Your name').fill('Jo Secret');
    await window.clock.runFor(45_000);
    assert.match((await window.locator('#left').textContent()) ?? '', /clears itself in 1[4-6] s/);
    assert.match((await window.getByRole('status').textContent()) ?? '', /more time/);
    await window.getByRole('button', { name: 'I need more time' }).click();
    await window.clock.runFor(120_000);
    assert.equal(await window.getByLabel('Your name').inputValue(), 'Jo Secret');
    await window.clock.runFor(181_000);
    await window.waitForURL(start);
    assert.equal(await window.getByLabel('Your name').inputValue(), '');
  });

  it('shows nothing of the one before when somebody goes back, and nothing is kept in the browser', async () => {
    await window.goto(`${start}/en`);
    await window.getByLabel('Your name').fill('Jo Secret');
    await window.getByLabel('Where and when can we find you?').fill('Night shift');
    await window.getByRole('button', { name: 'Please contact me' }).click();
    await window.waitForURL(/\/asked$/);
    await window.goBack();
    await window.getByLabel('Your name').waitFor();
    assert.equal(await window.getByLabel('Your name').inputValue(), '');
    assert.equal(await window.getByLabel('Where and when can we find you?').inputValue(), '');
    assert.ok(!(await window.content()).includes('Secret'));
    await window.goForward();
    await window.waitForURL(/\/asked$/);
    assert.ok(!(await window.content()).includes('Secret'));
    const kept = await window.evaluate(async () => [
      ...[localStorage.length, sessionStorage.length, document.cookie.length, (await indexedDB.databases()).length],
      (await caches.keys()).length,
    ]);
    assert.deepEqual(kept, [0, 0, 0, 0, 0]);
    assert.deepEqual(await window.context().cookies(), []);
  });

  it('is used by keyboard alone, with targets that a glove hits, in every language without a fault of access', async () => {
    const slip = await found.enter();
    for (const language of languages) {
      await window.goto(`${start}/${language}`);
      await assertAccessible(window.mainFrame(), `the kiosk in ${language}`);
      const small = await window.evaluate(
        () =>
          [...document.querySelectorAll('a, button, input')].filter((one) => one.getBoundingClientRect().height < 60)
            .length,
      );
      assert.equal(small, 0);
    }
    await window.setViewportSize({ width: 360, height: 740 });
    assert.ok((await window.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
    await window.goto(`${start}/en`);
    for (let turn = 0; turn < 5; turn += 1) await window.keyboard.press('Tab');
    assert.equal(await window.evaluate(() => document.activeElement?.id), 'code');
    await window.keyboard.type(slip);
    await window.keyboard.press('Tab');
    await window.keyboard.press('Enter');
    await window.waitForURL(/\/applied$/);
    await assertAccessible(window.mainFrame(), 'what a kiosk says');
  });
});
