import assert from 'node:assert/strict';
import { routes } from '../../../../src/api/routes.ts';
import { say as sayPeople } from '../../../../src/features/people/words.ts';
import { closeSkills } from '../../../../src/features/training/skills/results/usecases.ts';
import { say } from '../../../../src/features/training/skills/words.ts';
import { mySkills, viewSkills } from '../../../../src/features/training/skills/usecases.ts';
import { jobs } from '../../../../src/worker/jobs.ts';
import { callerFor } from '../../../support/app.ts';
import { assertAccessible } from '../../../support/axe.ts';
import { phone, startTestTab } from '../../../support/tab.ts';
import { atSide, coordinator, group, saying } from './group.ts';

type Tab = Awaited<ReturnType<typeof startTestTab>>;

/** Each page in each look. */
const looks = [
  { locale: 'nl-be', theme: 'dark' },
  { locale: 'fr-be', theme: 'contrast' },
  { locale: 'de-de', theme: 'default' },
] as const;

describe('the page about what one can do', function () {
  this.timeout(300_000);
  const at = atSide('mentee');
  let made: Awaited<ReturnType<typeof group>>;
  let tab: Tab;
  let who: { personId: string; roles: string[] };

  before(async () => {
    made = await group(8, { jobs });
    const verifyTabToken = async () => ({ ...who, name: 'Someone' });
    tab = await startTestTab({ app: made.app, routes, says: [say, sayPeople], entra: { verifyTabToken } });
  });
  beforeEach(() => {
    who = { personId: made.people[0]!.id, roles: [] };
  });
  after(() => tab?.close());

  const own = (setting: Parameters<Tab['show']>[1] = {}, viewport?: Parameters<Tab['show']>[2]) =>
    tab.show('/programmes/p1/skills/mentee', { locale: 'en-gb', personId: who.personId, ...setting }, viewport);

  it('asks what may be counted before the first statement, and does not go on without a word about it', async () => {
    const { frame, page } = await own();
    await frame.getByRole('heading', { name: 'First: may it be counted?' }).waitFor();
    const [consent, first] = await Promise.all(
      ['May the group’s figures count your answers?', 'I can say in one sentence what I want to work on.'].map((name) =>
        frame.getByRole('group', { name }).or(frame.getByRole('radiogroup', { name })).first().boundingBox(),
      ),
    );
    assert.ok(consent && first && consent.y < first.y);
    await assertAccessible(frame, 'the statements');
    const two = frame.getByRole('radio', { name: /^2 out of 5/ });
    for (let place = 0; place < 10; place += 1) await two.nth(place).check({ force: true });
    await frame.getByRole('button', { name: 'Keep, and show my page' }).click();
    await frame.getByText('Fill this in.').first().waitFor();
    assert.equal((await viewSkills(made.deps, callerFor(made.people[0]!), at)).kept, undefined);
    await frame.getByRole('radio', { name: 'No, they are for me alone' }).check();
    await frame.getByRole('button', { name: 'Keep, and show my page' }).click();
    await frame.getByRole('heading', { name: 'Where you stand' }).waitFor();
    const { kept, said } = await viewSkills(made.deps, callerFor(made.people[0]!), at);
    assert.deepEqual([kept?.counted, said.before?.['need-no']], [false, 2]);
    await page.close();
  });

  it('shows the answers in bars and words, the same as a table, and where to begin', async () => {
    await made.say(made.people[0]!, 'after', {
      ...{ ratings: { ...saying('mentee', 4), 'need-say': 2 }, back: saying('mentee', 1), counted: true },
    });
    const { frame, page } = await own();
    const bars = frame.getByRole('list', { name: 'From 1, not yet, to 5, very well' });
    await bars.waitFor();
    const goals = frame.getByRole('list', { name: 'Choosing a goal' });
    assert.deepEqual(
      (await goals.getByRole('listitem').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ')),
      ['Before 2.0 of 5', 'Before, looking back 1.0 of 5', 'Last time 4.0 of 5'],
    );
    await frame.getByText('More than before. Looking back, you see that you have moved on.').first().waitFor();
    await assertAccessible(frame, 'the own page');
    await frame.getByRole('button', { name: 'Show as a table' }).click();
    await frame.getByRole('table', { name: 'From 1, not yet, to 5, very well' }).waitFor();
    assert.deepEqual(
      (
        await frame
          .getByRole('row', { name: /^Saying what you need/ })
          .getByRole('cell')
          .allInnerTexts()
      ).slice(-4),
      ['2.0 of 5', '1.0 of 5', '3.0 of 5', 'growing'],
    );
    await frame.getByRole('heading', { name: 'Saying what you need', level: 3 }).waitFor();
    await frame.getByRole('link', { name: 'Saying what you need (9 minutes)' }).waitFor();
    await page.close();
  });

  it('lets its person leave the figures, and delete everything at once', async () => {
    const { frame, page } = await own();
    await frame.getByRole('button', { name: 'Do not count them any more' }).click();
    await frame.getByText('Your answers are for you alone. The group’s figures do not count them.').waitFor();
    await frame.getByRole('button', { name: 'Delete all my answers' }).click();
    await frame.getByRole('button', { name: 'Delete', exact: true }).click();
    await frame.getByRole('heading', { name: 'First: may it be counted?' }).waitFor();
    const { kept, said } = await viewSkills(made.deps, callerFor(made.people[0]!), at);
    assert.deepEqual([kept, said], [undefined, {}]);
    await page.close();
  });

  it('stands on the first page, after the courses, and never as the one thing to do', async () => {
    who = { personId: made.people[1]!.id, roles: [] };
    const { frame, page } = await tab.show('/', { locale: 'en-gb', personId: who.personId });
    await frame.getByRole('heading', { name: 'What I can do' }).waitFor();
    await frame
      .getByRole('heading', { name: /^Next short course: / })
      .first()
      .waitFor();
    await frame.getByRole('link', { name: 'What can you do already? (Growing together)' }).click();
    await frame.getByRole('heading', { name: 'How is it today?' }).waitFor();
    await page.close();
  });

  it('tells coordinators the group, what it cannot say, and nobody’s answer', async () => {
    for (const [place, one] of made.people.entries()) {
      if (place === 2) continue;
      const mixed = (more: number) => saying('mentee', (at) => Math.min(5, 1 + ((place + at) % 4) + more));
      await made.say(one, 'before', { ratings: mixed(0) });
      await made.say(one, 'after', { ratings: mixed(place % 2), back: mixed(0) });
    }
    who = { personId: coordinator.id, roles: ['Coordinator'] };
    const { frame, page } = await tab.show('/programmes/p1/training', { locale: 'en-gb', personId: who.personId });
    await frame.getByRole('button', { name: 'Close and make the figures' }).click();
    await frame.getByRole('button', { name: 'Make the figures', exact: true }).click();
    await frame.getByText('The figures are being made. Look again in a minute.').waitFor();
    await made.app.run();
    await frame.getByRole('button', { name: 'Look again' }).click();
    await frame.getByRole('heading', { name: 'What these figures cannot say' }).waitFor();
    await frame.getByText(/Answered before: 5 to 9\. Answered after: 5 to 9\./).waitFor();
    await frame.getByText('Too few people answered to say whether this changed.').first().waitFor();
    await frame
      .getByText(/Before and after cannot be compared: too few people answered\./)
      .first()
      .waitFor();
    await assertAccessible(frame, 'the figures of a group');
    await frame.getByRole('button', { name: 'Show as a table' }).click();
    await frame.getByRole('table', { name: 'Mentees' }).waitFor();
    await page.close();
    await closeSkills(made.deps, made.boss, 'p1');
  });

  it('is offered until somebody says "no thanks", and can be found after that', async () => {
    who = { personId: made.people[2]!.id, roles: [] };
    const { frame, page } = await tab.show('/courses', { locale: 'en-gb', personId: who.personId }, phone);
    await frame.getByRole('heading', { name: 'What can you do already?' }).waitFor();
    await assertAccessible(frame, 'the offer');
    await frame.getByRole('button', { name: 'No thanks' }).click();
    const still = frame.getByRole('link', { name: /^Look at what you can do after all/ });
    await still.waitFor();
    assert.equal(await frame.getByRole('heading', { name: 'What can you do already?' }).count(), 0);
    assert.ok((await mySkills(made.deps, who.personId)).every(({ due }) => due === undefined));
    await still.click();
    await frame.getByRole('heading', { name: 'How is it today?' }).waitFor();
    await page.close();
  });

  it('can be used in the other languages and looks, on a phone, by everybody', async () => {
    for (const look of looks) {
      const language = look.locale.slice(0, 2) as 'nl' | 'fr' | 'de';
      for (const [number, heading] of [
        [0, 'profile.title'],
        [2, 'now.title'],
      ] as const) {
        who = { personId: made.people[number]!.id, roles: [] };
        const { frame, page } = await own(look, phone);
        await frame.getByRole('heading', { name: say(language, heading) }).waitFor();
        await frame.getByRole('heading', { level: 1, name: say(language, 'title') }).waitFor();
        await assertAccessible(frame, `what I can do in ${look.locale}`);
        const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(overflow <= 0, `${overflow} pixels too wide`);
        await page.close();
      }
    }
  });
});
