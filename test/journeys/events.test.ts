import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';

import { connected } from '../../src/cli/doctor.ts';
import { standings } from '../../src/features/matching/store.ts';
import { pairLines, pairs } from '../../src/features/pairs/store.ts';
import { reachStage } from '../../src/features/programmes/usecases.ts';
import { applications, participations } from '../../src/features/recruitment/store.ts';
import { someAnswers } from '../support/applications.ts';
import type { EventPage } from '../../src/features/recognition/events/honours/model.ts';
import { assertAccessible } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { readPackage, textOfXml } from '../support/papers.ts';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../support/sandbox.ts';
import { desk } from '../support/tab.ts';

const shots = process.env['SHOTS'];

/** All managers over somebody. */
function above(id: string, people: readonly SandboxPerson[]): string[] {
  const manager = people.find((one) => one.id === id)?.managerId;
  return manager ? [manager, ...above(manager, people)] : [];
}

describe('honouring people at an event, from setting it up to the slides', function () {
  this.timeout(900_000);
  let sandbox: TestSandbox;
  let page: Page;
  let tab: FrameLocator;
  let coordinator = '';
  let mentee: SandboxPerson;
  let mentor: SandboxPerson;
  let jurors: readonly SandboxPerson[] = [];
  let programmeId = '';
  let eventId = '';
  let today = 0;

  async function go(personId: string, path: string, lang = 'en'): Promise<void> {
    await page.goto('about:blank');
    const place = new URLSearchParams({ person: personId, app: 'tab', lang, path, clean: '1' });
    await page.goto(`${sandbox.host}/#${place}`);
    await tab.getByRole('heading', { level: 1 }).waitFor();
  }
  async function usable(name: string): Promise<void> {
    if (shots !== undefined) {
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: `${shots}/${name.replaceAll(' ', '-')}.png`, fullPage: true });
    }
    await assertAccessible(page.frames()[1]!, name);
  }
  /** A programme that runs, with one pair: what came before is not part of this. */
  async function startProgramme(): Promise<string> {
    const { id } = await sandbox.api<{ id: string }>(coordinator, 'POST', '/programmes', {
      ...{ name: 'Growing together', language: 'en', goals: [], startsOn: '2027-03-01', endsOn: '2028-01-10' },
      ...{ forWhom: 'Colleagues who want to grow.', why: 'A talk a month helps.', howChosen: 'Everybody gets this.' },
    });
    const { deps, stop } = await connected(join(sandbox.data, 'sandbox.env'));
    const at = { programmeId: id, menteeId: mentee.id, mentorId: mentor.id };
    await reachStage(deps, id, 'run');
    await deps.tables.commit([
      pairs.create(id, 'pair-1', {
        ...{ ...at, id: 'pair-1', proposalId: 'proposal-1', state: 'active', reasons: [] },
        ...{ offeredAt: today, activeAt: today },
      }),
      standings.put(id, 'pair-1', { menteeId: mentee.id, mentorId: mentor.id, state: 'living' }),
      ...[mentee, mentor].map(({ id: personId }, place) => {
        const answers = someAnswers({ role: place === 0 ? 'mentee' : 'mentor' });
        const times = { startedAt: today, changedAt: today, appliedAt: today, begunAt: today };
        return applications.create(id, personId, {
          ...{ programmeId: id, personId, status: 'applied', answers, waited: false, ...times },
        });
      }),
    ]);
    for (const { id: personId } of [mentee, mentor])
      for (const line of [
        pairLines.put(personId, 'pair-1', { programmeId: id, pairId: 'pair-1' }),
        participations.put(personId, id, { programmeId: id }),
      ])
        await deps.tables.commit([line]);
    stop();
    return id;
  }
  const main = () => tab.getByRole('main');
  const press = (name: string | RegExp): Promise<void> => main().getByRole('button', { name }).first().click();
  const confirm = (name: string): Promise<void> => tab.getByRole('dialog').getByRole('button', { name }).click();
  const mine = (part = ''): string => `/events/${programmeId}/${eventId}${part}`;
  const ofTeam = (): string => `/programmes/${programmeId}/events/${eventId}`;
  const found = (): Promise<EventPage> => sandbox.api(coordinator, 'GET', ofTeam());
  const dateIn = (days: number): string => new Date(today + days * 86_400_000).toISOString().slice(0, 10);

  before(async () => {
    sandbox = await startTestSandbox('--people', '140');
    const { now } = await sandbox.control<{ now: string }>('/clock', { hours: 0 });
    today = Date.parse(now);
    const people = await sandbox.control<SandboxPerson[]>('/people');
    coordinator = people.find(({ role, hasMailbox }) => role === 'coordinator' && hasMailbox)!.id;
    jurors = people.filter(({ role }) => role === 'adviser' || role === 'administrator').slice(0, 2);
    // Nobody judges a nomination of the own line of managers.
    const isApart = ({ id }: SandboxPerson): boolean =>
      jurors.every((juror) => !above(id, people).includes(juror.id) && !above(juror.id, people).includes(id));
    const apart = people.filter((one) => one.role === 'employee' && one.hasMailbox && one.enabled && isApart(one));
    [mentee, mentor] = [apart[0]!, apart[1]!];
    programmeId = await startProgramme();
    page = await (await testBrowser()).newPage({ viewport: desk, timezoneId: 'Europe/Brussels' });
    tab = page.frameLocator('iframe');
  });
  after(async () => {
    await page?.close();
    await sandbox?.stop();
  });

  it('is set up as a draft with a jury, and says beside the field what is missing', async () => {
    await go(coordinator, `/programmes/${programmeId}/events/new`);
    await tab.getByLabel('Name of the event').fill('Recognition at the summer meeting');
    await tab.getByLabel('Day', { exact: true }).fill(dateIn(30));
    await tab.getByLabel('Room or address').fill('The great hall');
    await tab.getByLabel('Last day for nominations').fill(dateIn(29));
    await press('Save the draft');
    await tab.getByText('Choose at least two people for the jury.').first().waitFor();
    await tab
      .getByText(/Choose an earlier day: at least eight days/)
      .first()
      .waitFor();
    await usable('an event with problems');
    await tab.getByLabel('Last day for nominations').fill(dateIn(4));
    for (const { name } of jurors) {
      await tab.getByLabel('Search by name').fill(name);
      await main()
        .getByRole('button', { name: new RegExp(name) })
        .first()
        .click();
    }
    await press('Save the draft');
    await tab.getByRole('heading', { level: 1, name: 'Recognition at the summer meeting' }).waitFor();
    await usable('an event as a draft');
    const { events } = await sandbox.api<{ events: { id: string }[] }>(
      ...([coordinator, 'GET', `/programmes/${programmeId}/events`] as const),
    );
    eventId = events[0]!.id;
    await press('Open');
    await confirm('Open');
    await tab.getByText('Nominations are open.').first().waitFor();
  });

  it('lets a mentee nominate the own mentor, and says who reads it', async () => {
    await go(mentee.id, mine('/nominate'));
    await tab.getByText('Who reads this').waitFor();
    await main().getByRole('radio').first().check();
    await main().getByRole('checkbox').first().check();
    await tab.getByLabel(/^Why, in one to three sentences/).fill('Took me along to the board, and let me speak.');
    await usable('a nomination');
    await press('Nominate');
    await tab
      .getByText(/Those you named are asked first/)
      .first()
      .waitFor();
  });

  it('asks the mentor in private, who reads the words first and says yes', async () => {
    await go(mentor.id, mine());
    await tab.getByText('Took me along to the board, and let me speak.').waitFor();
    await usable('being nominated');
    await press('Yes, the jury may read it');
    await tab.getByText(/You said yes on/).waitFor();
    assert.deepEqual((await found()).considered, []);
  });

  it('is judged by two, each alone, and without a number', async () => {
    await sandbox.pass(11);
    for (const { id } of jurors) {
      await go(id, mine('/jury'));
      await tab.getByText('Took me along to the board, and let me speak.').waitFor();
      assert.equal(await main().getByText('What the jury says').count(), 0);
      for (const group of await main().getByRole('radiogroup').all())
        await group.getByRole('radio', { name: 'It shows clearly' }).check();
      await usable('a nomination before the jury');
      await press('Give my judgement');
      await tab.getByText('What the jury says').waitFor();
    }
    await usable('what the jury says');
  });

  it('is decided by people, with reasons', async () => {
    await go(coordinator, ofTeam());
    await main()
      .getByRole('checkbox', { name: /^Honour / })
      .check();
    await tab.getByLabel(/^Why /).fill('Everybody saw it.');
    for (const { name } of jurors) await main().getByRole('checkbox', { name }).check();
    await usable('a decision');
    await press('Keep the decision');
    await tab.getByText('The decision is kept.', { exact: false }).first().waitFor();
    assert.equal((await found()).state, 'decided');
  });

  it('names nobody before the own yes, and makes slides of those who said it', async () => {
    await sandbox.pass(1);
    await go(mentor.id, mine());
    await tab.getByRole('heading', { name: 'You are honoured' }).waitFor();
    await press(/^Yes: May we call you onto the stage/);
    await tab.getByText('Stage and slide: Yes. It is saved.').first().waitFor();
    await press(/^Yes: Are you coming/);
    await tab.getByText('Comes: Yes. It is saved.').first().waitFor();
    await usable('being honoured');
    await go(coordinator, ofTeam());
    await press('Put it in my calendar');
    await tab.getByText('It is in your calendar').first().waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), press('Slides (PowerPoint)')]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    const slides = Object.entries(readPackage(Buffer.concat(chunks))).flatMap(([name, xml]) =>
      /^ppt\/slides\/slide\d+\.xml$/.test(name) ? [textOfXml(xml)] : [],
    );
    assert.equal(slides.length, 2);
    assert.ok(slides.some((one) => one.includes(mentor.name)));
    assert.ok(slides.every((one) => !one.includes(mentee.name)));
    await usable('who is honoured');
  });
});
