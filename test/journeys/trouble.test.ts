import assert from 'node:assert/strict';
import { say as sayTab } from '../../src/tab/words.ts';
import { say as sayUi } from '../../src/ui/words.ts';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../support/sandbox.ts';
import { openWindow, watchWrites, type Seen } from '../support/windows.ts';

const thought = 'Half a thought, kept';
const say = (what: string): void => void process.stdout.write(`      ${what}\n`);
const by = (personId: string, path: string): Seen => ({ personId, path });

describe('bad luck', function () {
  this.timeout(600_000);
  let sandbox: TestSandbox;
  let coordinator = '';
  let person = '';
  let programme = '';
  let survey = '';

  before(async () => {
    sandbox = await startTestSandbox('--people', '60');
    const people = await sandbox.control<SandboxPerson[]>('/people');
    coordinator = people.find(({ role }) => role === 'coordinator')!.id;
    person = people.find(({ role, enabled }) => role === 'employee' && enabled)!.id;
    await sandbox.control('/clock', { hours: 1 });
    const { id } = await sandbox.api<{ id: string }>(coordinator, 'POST', '/programmes', {
      ...{ name: 'Grow', forWhom: 'Newcomers', why: 'They know few people', howChosen: 'Everybody in Finance' },
      ...{ goals: [], language: 'en', startsOn: '2027-04-05', endsOn: '2027-12-30' },
    });
    programme = `/programmes/${id}`;
    const draft = { audience: { kind: 'everybody' }, closesOn: '2027-03-20' };
    survey = (await sandbox.api<{ id: string }>(coordinator, 'POST', '/surveys', draft)).id;
    await sandbox.api(coordinator, 'POST', `/surveys/${survey}/open`);
    await sandbox.control('/clock', { hours: 1 });
  });
  after(() => sandbox?.stop());

  const show = (seen: Seen, ...more: [options?: object, prepare?: Parameters<typeof openWindow>[3]]) =>
    openWindow(sandbox, seen, ...more);

  it('sends once, however often the button is pressed', async () => {
    const forms = [
      by(person, '/me/passport'),
      by(person, '/me/messages'),
      by(person, '/private-talk'),
      by(person, `/surveys/${survey}/answer`),
      by(coordinator, '/programmes/new'),
      by(coordinator, `${programme}/settings`),
      by(coordinator, `${programme}/events/new`),
      by(coordinator, `${programme}/training/sessions/new`),
      by(coordinator, '/talks/new'),
      by(coordinator, '/surveys/new'),
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
    assert.ok(sent >= 7, `only ${sent} forms`);
    assert.deepEqual(wrong, []);
  });

  it('keeps what is typed over the buttons for back and forward', async () => {
    const forms = [
      by(person, '/me/passport'),
      by(coordinator, '/programmes/new'),
      by(coordinator, `${programme}/settings`),
      by(coordinator, `${programme}/events/new`),
      by(coordinator, `${programme}/training/sessions/new`),
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
    const { page, frame, close } = await show(by(person, '/me/passport'));
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
    const kept = await sandbox.api<{ words: { text: string } }>(person, 'GET', '/me/passport');
    assert.equal(kept.words.text, thought);
  });

  it('renews a token by itself, and keeps what was typed when that cannot be', async () => {
    const { page, frame, close } = await show(by(person, '/me/passport'));
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
    const kept = await sandbox.api<{ words: { text: string } }>(person, 'GET', '/me/passport');
    assert.equal(kept.words.text, 'Signed in again');
  });

  it('lets two windows change a programme, and writes nothing over', async () => {
    const seen = by(coordinator, `${programme}/settings`);
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
    const now = await sandbox.api<{ forWhom: string; why: string }>(coordinator, 'GET', programme);
    assert.deepEqual(
      [now.forWhom, now.why],
      ['For whoever is new here, from the first window', 'Because of the second window'],
    );
  });

  it('says so when the role was taken away or what it is about is over, and keeps what was typed', async () => {
    const seen = [
      {
        ...by(coordinator, `${programme}/settings`),
        goes: () => sandbox.control(`/people/${coordinator}`, { role: 'employee' }),
        comesBack: () => sandbox.control(`/people/${coordinator}`, { role: 'coordinator' }),
      },
      {
        ...by(person, `/surveys/${survey}/answer`),
        goes: () => sandbox.api(coordinator, 'POST', `/surveys/${survey}/cancel`),
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
});
