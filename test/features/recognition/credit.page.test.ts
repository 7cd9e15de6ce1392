import assert from 'node:assert/strict';
import { routes } from '../../../src/api/routes.ts';
import { say as sayEqual } from '../../../src/features/insights/equal/words.ts';
import { giveCredit } from '../../../src/features/recognition/credit/usecases.ts';
import { say as sayCredit } from '../../../src/features/recognition/credit/words.ts';
import { say as sayLoad } from '../../../src/features/recognition/load/words.ts';
import { say } from '../../../src/features/recognition/words.ts';
import { assertAccessible } from '../../support/axe.ts';
import { coordinator } from '../pairs/journey.ts';
import { phone, startTestTab } from '../../support/tab.ts';
import { aPair, meet } from './completed.ts';

type Tab = Awaited<ReturnType<typeof startTestTab>>;

/** Each look once. */
const looks = [
  { locale: 'nl-be', theme: 'dark' },
  { locale: 'fr-be', theme: 'contrast' },
  { locale: 'de-de', theme: 'default' },
] as const;

describe('the pages of thanks', function () {
  this.timeout(600_000);
  let made: Awaited<ReturnType<typeof aPair>>;
  let tab: Tab;
  let me: { readonly personId: string; readonly roles: string[] };

  before(async () => {
    made = await aPair();
    await meet(made, 1);
    made.app.pass({ days: 3 });
    const verifyTabToken = async () => ({ name: 'Someone', ...me }) as never;
    tab = await startTestTab({ app: made.app, routes, says: [say, sayCredit, sayLoad], entra: { verifyTabToken } });
  });
  after(() => tab?.close());

  const as = (one: 'coordinator' | 'mentor' | 'mentee') => {
    me =
      one === 'coordinator'
        ? { personId: coordinator.personId, roles: ['Coordinator'] }
        : { personId: made[one].personId, roles: [] };
    return { locale: 'en-gb', personId: me.personId };
  };
  const programme = () => `/programmes/${made.at.programmeId}`;

  it('help whoever has no words yet: a beginning, a picture, and the thanks arrive', async () => {
    const { frame, page } = await tab.show(`${programme()}/pairs/${made.at.pairId}`, as('mentee'));
    await frame.getByText('Your first meeting is just behind you. What did it give you?').waitFor();
    await frame.getByRole('button', { name: 'Begin with: It helped me that you listened when …' }).click();
    const words = frame.getByRole('textbox', { name: 'What did it change for you?' });
    assert.equal(await words.inputValue(), 'It helped me that you listened when ');
    await words.press('End');
    await words.pressSequentially('I was new here.');
    await frame.getByRole('combobox', { name: 'A picture with it' }).selectOption('lighthouse');
    await frame.getByRole('img', { name: 'A lighthouse' }).waitFor();
    await assertAccessible(frame, 'the form of thanks');
    await frame.getByRole('button', { name: 'Say thanks' }).click();
    await frame.getByText('Given501 gets your thanks').waitFor();
    await frame.getByText('It helped me that you listened when I was new here.').waitFor();
    await page.close();
  });

  it('let a coordinator thank one person with something the organisation gives, who decides who reads it', async () => {
    const { frame, page } = await tab.show(`${programme()}/thanks`, as('coordinator'));
    await frame.getByRole('link', { name: 'Thank people' }).click();
    await frame.getByRole('heading', { name: 'Thank people', level: 1 }).waitFor();
    await frame.getByRole('radio', { name: 'One person' }).check({ force: true });
    await frame.getByLabel('Search by name').fill('De Smet');
    await frame.getByRole('button', { name: /Jan De Smet/ }).click();
    await frame.getByRole('textbox', { name: 'Your words' }).fill('You made it safe to ask.');
    await frame.getByRole('radio', { name: 'Time off' }).check({ force: true });
    await frame.getByRole('button', { name: 'Send the thanks' }).click();
    const gift = frame.getByRole('textbox', { name: 'What is it?' });
    await gift.fill('Half a day off');
    await frame.getByRole('button', { name: 'Send the thanks' }).click();
    await frame.getByText('The thanks are on their way.').waitFor();
    await frame.getByText(/to Jan De Smet/).waitFor();
    await assertAccessible(frame, 'thanks of the programme');
    await page.close();
    const own = await tab.show('/me/recognition', as('mentor'));
    await own.frame.getByText('You made it safe to ask.').waitFor();
    await own.frame.getByText('Time off: Half a day off').waitFor();
    await own.frame.getByRole('button', { name: /Show it on the programme's page/ }).click();
    await own.frame.getByText("It is on the programme's page of thanks now.").waitFor();
    await assertAccessible(own.frame, 'the own recognition with thanks');
    await own.page.close();
    const wall = await tab.show(`${programme()}/thanks`, as('mentee'));
    await wall.frame.getByText('You made it safe to ask.').waitFor();
    assert.equal(await wall.frame.getByText('Half a day off').count(), 0);
    await wall.page.close();
  });

  it('let anybody rest from being asked, with a day that is still to come', async () => {
    const { frame, page } = await tab.show('/me/recognition', as('mentor'));
    await frame.getByLabel('Do not ask me for more until').fill('2020-01-01');
    await frame.getByRole('button', { name: 'Rest until then' }).click();
    await frame.getByText('Choose today or a later day.').first().waitFor();
    await frame.getByLabel('Do not ask me for more until').fill('2030-01-01');
    await frame.getByRole('button', { name: 'Rest until then' }).click();
    await frame.getByRole('button', { name: 'You can ask me again' }).click();
    await frame.getByText('You can be asked again.').waitFor();
    await page.close();
  });

  it('can be used in the other languages and looks, on a phone', async () => {
    await giveCredit(made.deps, coordinator, made.at.programmeId, {
      ...{ to: { kind: 'group', group: 'both' }, text: 'Ohne euch '.repeat(50), picture: 'path' },
    });
    for (const look of looks) {
      const language = look.locale.slice(0, 2) as 'nl' | 'fr' | 'de';
      const pages = [
        [`${programme()}/credits`, sayCredit(language, 'page.title')],
        [`${programme()}/equal-recognition`, sayEqual(language, 'title')],
        [`${programme()}/thanks`, say(language, 'wall.title')],
      ] as const;
      for (const [path, title] of pages) {
        const { frame, page } = await tab.show(path, { ...as('coordinator'), ...look }, phone);
        await frame.getByRole('heading', { level: 1, name: title }).waitFor();
        await frame.locator('main').getByRole('heading', { level: 2 }).first().waitFor();
        await assertAccessible(frame, `${path} in ${look.locale}`);
        const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(overflow <= 0, `${path}: ${overflow} pixels too wide`);
        await page.close();
      }
    }
  });
});
