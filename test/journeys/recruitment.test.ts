import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { connected } from '../../src/cli/doctor.ts';
import { steps, type FunnelPage } from '../../src/features/insights/funnel/model.ts';
import { readSteps } from '../../src/features/insights/funnel/reading/usecases.ts';
import { programmeOf } from '../../src/features/programmes/usecases.ts';
import type { KitPage } from '../../src/features/recruitment/kit/model.ts';
import type { NetworksPage } from '../../src/features/recruitment/networks/model.ts';
import { applications } from '../../src/features/recruitment/store.ts';
import type { Deed } from '../../src/sandbox/acts/calls.ts';
import { testBrowser } from '../support/browser.ts';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../support/sandbox.ts';

const words = {
  Dutch: 'We zochten dit samen uit met het netwerk. Doe mee als je zin hebt.',
  French: 'Nous l’avons préparé avec le réseau. Participez si vous en avez envie.',
  German: 'Wir haben das mit dem Netzwerk vorbereitet. Mach mit, wenn du Lust hast.',
  English: 'We prepared this together with the network. Join if you feel like it.',
};
const ways = ['chat', 'mail', 'channel', 'network', 'slide', 'poster'] as const;

describe('a call over five channels, and by which of them people came', function () {
  this.timeout(300_000);
  let sandbox: TestSandbox;
  let page: Page;
  let tab: FrameLocator;
  let people: readonly SandboxPerson[] = [];
  let coordinator = '';
  let programmeId = '';
  let deeds: readonly Deed[] = [];

  async function go(path: string): Promise<void> {
    await page.goto('about:blank');
    const place = new URLSearchParams({ person: coordinator, app: 'tab', lang: 'en', path, clean: '1' });
    await page.goto(`${sandbox.host}/#${place}`);
    await tab.getByRole('heading', { level: 1 }).waitFor();
  }
  const inTwoWeeks = async (): Promise<string> => {
    const { now } = await sandbox.control<{ now: string }>('/clock');
    return new Date(Date.parse(now) + 14 * 86_400_000).toISOString().slice(0, 10);
  };
  const send = async (): Promise<void> => {
    await tab.getByRole('button', { name: 'Send the invitation' }).click();
    await tab.getByText('The invitations are on their way.', { exact: false }).waitFor();
  };

  before(async () => {
    sandbox = await startTestSandbox('--people', '140');
    people = await sandbox.control<SandboxPerson[]>('/people');
    coordinator = people.find(({ role }) => role === 'coordinator')!.id;
    await sandbox.control('/clock', { hours: 0 });
    const { id } = await sandbox.api<{ id: string }>(coordinator, 'POST', '/programmes', {
      ...{ name: 'Growing together', language: 'en', goals: [], startsOn: '2027-04-12', endsOn: '2028-01-10' },
      ...{ forWhom: 'Colleagues who want to grow and know few people here.', why: 'A talk a month helps.' },
      howChosen: 'Everybody here gets this, in one way or another.',
    });
    programmeId = id;
    const browser = await testBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, timezoneId: 'Europe/Brussels' });
    tab = page.frameLocator('iframe');
  });
  after(async () => {
    await page?.close();
    await sandbox?.stop();
  });

  it('goes as a card to an audience of three rules, in four languages that were checked', async () => {
    await go(`/programmes/${programmeId}/recruitment`);
    const block = (name: string): Locator => tab.getByRole('region', { name, exact: true });
    const first = block('People who fit all of this');
    await first.getByRole('checkbox', { name: 'Department', exact: true }).check();
    await first.getByRole('checkbox', { name: /^Sales/ }).check();
    await first.getByRole('checkbox', { name: /^Engineering/ }).check();
    await tab.getByRole('button', { name: 'Add other people' }).click();
    const second = block('Or people who fit all of this');
    await second.getByRole('checkbox', { name: 'Site', exact: true }).check();
    await second.getByRole('checkbox', { name: /^Ghent/ }).check();
    await tab.getByRole('button', { name: 'Leave people out' }).click();
    const except = block('But not those who fit all of this');
    await except.getByRole('checkbox', { name: 'Level in the organisation' }).check();
    await except.getByRole('checkbox', { name: /^Level 1/ }).check();
    await tab.getByText(/people would get it/).waitFor();
    await tab.getByLabel('Last day to apply').fill(await inTwoWeeks());
    const field = (language: string): Locator => tab.getByLabel(`A few words of your own (${language})`);
    await field('English').fill('We look for young, dynamic rock stars.');
    await tab.getByText(/things? to look at/).waitFor();
    for (const [language, text] of Object.entries(words)) await field(language).fill(text);
    await tab.getByText('Nothing stood out.').waitFor();
    await send();
  });

  it('goes to everybody else as a mail', async () => {
    await go(`/programmes/${programmeId}/recruitment`);
    await tab.getByRole('radio', { name: /^Everybody/ }).check();
    await tab.getByRole('radio', { name: /^As a mail/ }).check();
    await tab.getByLabel('Last day to apply').fill(await inTwoWeeks());
    for (const [language, text] of Object.entries(words))
      await tab.getByLabel(`A few words of your own (${language})`).fill(text);
    await send();
  });

  it('stands in a channel, and leaves as the text of a network, a slide and a poster', async () => {
    const [team] = await sandbox.control<{ teamId: string }[]>('/channels');
    await sandbox.control(`/teams/${team!.teamId}/app`, {});
    await go(`/programmes/${programmeId}/recruitment/kit`);
    await tab.getByRole('radio', { name: /Mentoring$/ }).check();
    await tab.getByRole('button', { name: 'Post it' }).click();
    await tab.getByText('The post is on its way').waitFor();
    await tab.getByText('Add a network or association').click();
    await tab.getByLabel('Name').fill('Parents and carers');
    await tab.getByRole('radio', { name: 'An employee network' }).check();
    await tab.getByRole('button', { name: 'Add', exact: true }).click();
    await tab.getByText('Text and notes for Parents and carers').waitFor();
    await tab.locator('summary', { hasText: 'Poster' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      tab.getByRole('button', { name: 'Get the poster' }).click(),
    ]);
    assert.match(file.suggestedFilename(), /poster.*\.pdf$/);
    // Working days of everybody, whoever works part-time included.
    // Everybody who is at work now has it; whoever works part-time would get it on another day.
    const { stuck } = await sandbox.control<{ stuck: unknown[] }>('/clock', { hours: 1 });
    assert.deepEqual(stuck, []);
  });

  it('is followed, begun and answered by people of the sandbox', async () => {
    const kit = await sandbox.api<KitPage>(coordinator, 'GET', `/programmes/${programmeId}/kit`);
    const { networks } = await sandbox.api<NetworksPage>(coordinator, 'GET', `/programmes/${programmeId}/networks`);
    const employees = people.filter(({ role, enabled }) => role === 'employee' && enabled).map(({ id }) => id);
    const every = (step: number, from: number): string[] => employees.filter((_, at) => at % step === from);
    const linkOf = (form: 'poster' | 'slide', language: 'nl' | 'fr'): string =>
      kit.texts.find((one) => one.form === form && one.language === language)!.link;
    const shown = [
      { way: 'network', text: networks[0]!.text.paragraphs.join('\n'), people: every(5, 0) },
      { way: 'slide', text: linkOf('slide', 'nl'), people: every(4, 1) },
      { way: 'poster', text: linkOf('poster', 'nl'), people: every(3, 2) },
      { way: 'poster', text: linkOf('poster', 'fr'), people: every(6, 3) },
    ];
    const wanted = { what: 'answer-calls', programmeId, shown, byThemselves: 8 };
    const answered = await sandbox.control<{ did: number; deeds: Deed[] }>('/act', wanted);
    const again = await sandbox.control<{ did: number; deeds: Deed[] }>('/act', { ...wanted, byThemselves: 0 });
    assert.equal(again.did, 0, 'who came upon something once does not come upon it anew');
    deeds = again.deeds;
    await sandbox.pass(0);
    const applied = deeds.filter(({ did }) => did === 'applied');
    process.stdout.write(
      `      ${answered.did} applied of ${new Set(deeds.map((one) => one.personId)).size} who came\n`,
    );
    for (const way of [...ways, 'none'])
      assert.ok(
        applied.some((one) => one.way === way),
        `nobody applied by ${way}`,
      );
    assert.ok(deeds.some(({ did }) => did === 'began'));
  });

  it('is attributed in the funnel as the sandbox’s own journal has it: 0 wrong', async () => {
    const expected = expectedFrom(deeds);
    const { deps, stop } = await connected(join(sandbox.data, 'sandbox.env'));
    try {
      const rows = (await applications.list(deps.tables, programmeId)).map((row) => row.value);
      const codes = new Map(rows.map(({ personId, source }) => [personId, source]));
      const { furthest, sourceOf } = await readSteps(deps, await programmeOf(deps, programmeId));
      const wrong = [...expected].filter(([personId, { way, code, step }]) => {
        const { name } = sourceOf(personId);
        const told = name.kind === 'source' ? name.channel : name.kind === 'unknown' ? 'none' : name.kind;
        const isCode = step === 'followed' || codes.get(personId) === code;
        return told !== way || !isCode || furthest.get(personId) !== steps.indexOf(step);
      });
      assert.deepEqual(wrong, []);
      assert.equal(rows.length, [...expected.values()].filter(({ step }) => step !== 'followed').length);
    } finally {
      stop();
    }
  });

  it('is told by channel in ranges that hold what happened, and as unknown without a code', async () => {
    const expected = [...expectedFrom(deeds).values()];
    const { parts } = await sandbox.api<FunnelPage>(coordinator, 'GET', `/programmes/${programmeId}/funnel?by=source`);
    const at = steps.indexOf('applied');
    for (const way of [...ways, 'none'] as const) {
      const count = expected.filter((one) => one.way === way && one.step === 'applied').length;
      const mine = parts.filter(({ name }) => (name.kind === 'source' ? name.channel === way : way === 'none'));
      const ranges = mine.flatMap(({ counts }) => counts[at] ?? []);
      assert.ok(ranges.length > 0, `${way} is told`);
      const [from, to] = [sum(ranges.map((one) => one.from)), sum(ranges.map((one) => one.to))];
      assert.ok(from <= count && count <= to, `${way}: ${count} are told as ${from} to ${to}`);
    }
    await go(`/programmes/${programmeId}/funnel`);
    const row = tab.getByRole('row').filter({ hasText: 'unknown' });
    await row.waitFor();
    assert.match(await row.innerText(), /\d+ to \d+|fewer than/);
  });
});

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);

interface Expected {
  readonly way: Deed['way'];
  readonly code: string | undefined;
  readonly step: 'followed' | 'started' | 'applied';
}

/** By what somebody began, or else the last that they followed; how far they got. */
function expectedFrom(deeds: readonly Deed[]): Map<string, Expected> {
  const found = new Map<string, Expected>();
  for (const { personId, did, way, code } of deeds) {
    const stands = found.get(personId);
    if (stands && stands.step !== 'followed') continue;
    const step = did === 'followed' ? 'followed' : did === 'began' ? 'started' : 'applied';
    found.set(personId, { way, code, step });
  }
  return found;
}
