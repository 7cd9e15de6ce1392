import assert from 'node:assert/strict';
import { routes, says } from '../../../src/api/routes.ts';
import { setAdvising } from '../../../src/features/concerns/advisers/usecases.ts';
import { say as sayConcerns } from '../../../src/features/concerns/words.ts';
import { concernsJobs } from '../../../src/features/concerns/jobs.ts';
import { say } from '../../../src/features/checkins/words.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import { aPerson, callerFor, type TestApp } from '../../support/app.ts';
import { assertAccessible } from '../../support/axe.ts';
import { phone, startTestTab } from '../../support/tab.ts';
import { at, mentee, office } from './office.ts';

const advisers = [
  aPerson(5, { name: 'Annemieke Vandenbroucke-Vereecken', department: 'Preventie en welzijn op het werk' }),
  aPerson(6, { name: 'Bram Claes' }),
] as const;
const path = `/programmes/${at.programmeId}/pairs/${at.pairId}/check-ins/day-30`;
const secret = 'Een woord dat alleen een vertrouwenspersoon mag lezen.';

describe('the pages of a note for the advisers', function () {
  this.timeout(300_000);
  let app: TestApp;
  let tab: Awaited<ReturnType<typeof startTestTab>>;
  let me: { personId: string; name: string; roles: string[] };
  const asWriter = { personId: mentee.id, name: mentee.name, roles: [] };
  const asAdviser = { personId: advisers[0].id, name: advisers[0].name, roles: ['Adviser'] };

  before(async () => {
    ({ app } = await office({}, usualHours, concernsJobs));
    await app.addPeople(...advisers);
    for (const one of advisers)
      await setAdvising(app.deps, callerFor(one, { roles: ['Adviser'] }), { speaks: ['nl'], takes: true });
    app.pass({ days: 30 });
    const own = routes.map((one) => ({
      ...one,
      run: (_: unknown, ...asked: [never, never]) => one.run(app.deps, ...asked),
    }));
    tab = await startTestTab({ app, routes: own, says, entra: { verifyTabToken: async () => me } as never });
  });
  after(() => tab.close());

  const show = (who: typeof me, address: string, theme: 'default' | 'dark', viewport = phone) => {
    me = who;
    const setting = { theme, locale: 'nl-be', personId: who.personId, roles: who.roles };
    return tab.show(address, setting, viewport);
  };

  it('offer the advisers by name, keep nothing of it in the browser, and show what was sent', async () => {
    const { frame } = await show(asWriter, path, 'dark');
    const text = frame.getByLabel(say('nl', 'note.label'));
    await text.fill(secret);
    const kept = () => frame.evaluate(() => [sessionStorage, localStorage].map((one) => JSON.stringify(one)).join());
    assert.ok((await kept()).includes(secret), 'a draft of another note is kept');
    const list = new Intl.ListFormat('nl').format(advisers.map(({ name }) => name));
    await frame.getByRole('radio', { name: say('nl', 'reader.adviser.names', { count: 2, list }) }).check();
    assert.ok(!(await kept()).includes(secret));
    assert.equal(await text.inputValue(), secret);
    await assertAccessible(frame, 'the form');
    await frame.getByRole('button', { name: say('nl', 'items.send') }).click();
    await frame.getByRole('heading', { name: say('nl', 'confided.title') }).waitFor();
    await frame.getByText(secret).waitFor();
    assert.ok(!(await kept()).includes(secret));
    await assertAccessible(frame, 'thanks');
    assert.equal(await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 0);
  });

  it('bring it to an adviser, who reads it and says so', async () => {
    const { frame } = await show(asAdviser, '/private-talk/requests', 'default');
    await frame.getByText(secret).waitFor();
    await assertAccessible(frame, 'the page of an adviser');
    assert.equal(await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 0);
    await frame.getByRole('button', { name: sayConcerns('nl', 'noted.read.name', { name: mentee.name }) }).click();
    await frame.getByText(/Je las het op/).waitFor();
    const { frame: own } = await show(asWriter, path, 'default');
    await own.getByText(new RegExp(`${advisers[0].name} las het op`)).waitFor();
  });

  it('let it be changed with what was written, and taken back', async () => {
    const { frame } = await show(asWriter, path, 'default');
    await frame.getByRole('button', { name: say('nl', 'thanks.change') }).click();
    assert.equal(await frame.getByLabel(say('nl', 'note.label')).inputValue(), secret);
    await frame.getByRole('button', { name: say('nl', 'items.send') }).click();
    await frame.getByRole('button', { name: say('nl', 'thanks.back') }).click();
    await frame.getByText(say('nl', 'confided.gone')).waitFor();
    await frame.getByText(secret).waitFor({ state: 'detached' });
    await frame.getByRole('button', { name: say('nl', 'thanks.change') }).click();
    assert.equal(await frame.getByLabel(say('nl', 'note.label')).inputValue(), '');
  });
});
