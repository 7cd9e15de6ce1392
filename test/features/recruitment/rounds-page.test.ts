import assert from 'node:assert/strict';
import { participantsOf } from '../../../src/features/pairs/participants/usecases.ts';
import { programmesRoutes } from '../../../src/features/programmes/routes.ts';
import { applyPageOf, saveApplication } from '../../../src/features/recruitment/applying/usecases.ts';
import { sendCall } from '../../../src/features/recruitment/calls/usecases.ts';
import { choosingPageOf } from '../../../src/features/recruitment/choosing/usecases.ts';
import { say as sayChoosing } from '../../../src/features/recruitment/choosing/words.ts';
import { setInforming } from '../../../src/features/recruitment/informing/usecases.ts';
import { recruitmentRoutes } from '../../../src/features/recruitment/routes.ts';
import { say } from '../../../src/features/recruitment/words.ts';
import { knowing } from '../../../src/features/surveys/audience/usecases.ts';
import { someAnswers } from '../../support/applications.ts';
import { assertAccessible } from '../../support/axe.ts';
import { aPerson, callerFor } from '../../support/app.ts';
import { phone, startTestTab } from '../../support/tab.ts';
import { aCall, coordinator, office } from './office.ts';

const looks = [
  [{ locale: 'nl-be', theme: 'dark' }, phone],
  [{ locale: 'fr-be', theme: 'contrast' }, phone],
  [{ locale: 'de-de', theme: 'default' }, undefined],
] as const;

describe('the pages about rounds', function () {
  this.timeout(300_000);
  const routes = [...programmesRoutes, ...knowing(participantsOf, recruitmentRoutes)];

  /** Three mentees, two places, one who came late; the tab of one person. */
  async function shownTo(personId: string) {
    const found = await office(5);
    const { app, me } = found;
    await app.addPeople(aPerson(1, { managerId: aPerson(50).id }), aPerson(50, { name: 'Marie Maes' }));
    await sendCall(app.deps, me, 'p1', aCall({ audience: { kind: 'departments', departments: ['Nobody'] } }));
    const deps = { ...app.deps, participantsOf };
    const apply = (number: number, over = {}) =>
      saveApplication(app.deps, callerFor(aPerson(number)), 'p1', { answers: someAnswers(over), apply: true });
    const verifyTabToken = async () => ({ personId, name: 'Someone', roles: ['Coordinator'] });
    const tab = await startTestTab({ app, routes, says: [say, sayChoosing], entra: { verifyTabToken } });
    return { ...found, deps, apply, tab };
  }

  it('let a coordinator write criteria by keyboard, refuse one about who somebody is, and decide', async () => {
    const { app, deps, me, apply, tab } = await shownTo(coordinator.id);
    const { frame, page } = await tab.show('/programmes/p1/recruitment/rounds', { locale: 'en-gb' });
    const first = frame.getByRole('textbox', { name: /^Criterion 1 \(English\)/ });
    await first.fill('Wants to lead a project');
    await frame.getByRole('textbox', { name: /^Criterion 2 \(English\)/ }).fill('Women first');
    await frame.getByRole('button', { name: 'Keep the criteria' }).focus();
    await page.keyboard.press('Enter');
    await frame.getByText('This names who somebody is.').first().waitFor();
    await assertAccessible(frame, 'criteria that were refused');
    await frame.getByRole('textbox', { name: /^Criterion 2 \(English\)/ }).fill('Had no course yet');
    await frame.getByRole('button', { name: 'Keep the criteria' }).focus();
    await page.keyboard.press('Enter');
    await frame.getByText('The criteria are kept.').waitFor();
    await page.close();
    for (const number of [1, 2, 3]) await apply(number);
    await apply(4, { role: 'mentor', capacity: 2 });
    app.pass({ days: 41 });
    await apply(5);
    for (const [setting, viewport] of looks) {
      const look = await tab.show('/programmes/p1/recruitment/rounds', setting, viewport);
      await look.frame.getByText('Person 5').first().waitFor();
      await look.frame.getByRole('listitem').getByText('Person 3').first().waitFor();
      await assertAccessible(look.frame, `rounds ${setting.locale}`);
      await look.page.close();
    }
    const again = await tab.show('/programmes/p1/recruitment/rounds', { locale: 'en-gb' });
    await again.frame.getByRole('button', { name: 'Decide about Person 2' }).click();
    await again.frame.getByRole('radio', { name: 'Not in this round' }).check();
    await again.frame.getByRole('radio', { name: 'Had no course yet' }).check();
    await again.frame.getByRole('button', { name: 'Keep the decision' }).click();
    await again.frame.getByRole('button', { name: 'Change the decision about Person 2' }).waitFor();
    const line = (await choosingPageOf(deps, me, 'p1')).lines.find((one) => one.person.name === 'Person 2');
    assert.equal(line?.decision?.chosen, false);
    await tab.close();
  });

  it('tell an applicant what the list means, and let them leave it in one press', async () => {
    const { app, apply, tab, who, me } = await shownTo(aPerson(1).id);
    app.pass({ days: 41 });
    await setInforming(app.deps, me, 'p1', true);
    const before = await tab.show('/programmes/p1/apply', { locale: 'en-gb' });
    await before.frame.getByText('you then stand on the waiting list for the next round', { exact: false }).waitFor();
    await before.page.close();
    await apply(1);
    for (const [setting, viewport] of looks) {
      const look = await tab.show('/programmes/p1/apply', setting, viewport);
      const tick = look.frame.getByRole('checkbox', { name: /Marie Maes/ });
      await tick.waitFor();
      assert.equal(await tick.isChecked(), false, 'never ticked beforehand');
      await assertAccessible(look.frame, `on the list ${setting.locale}`);
      await look.page.close();
    }
    const { frame } = await tab.show('/programmes/p1/apply', { locale: 'en-gb' });
    await frame.getByText('The list has no order.', { exact: false }).waitFor();
    await frame.getByRole('checkbox', { name: /Marie Maes/ }).check();
    await frame.getByText('Kept: Marie Maes gets this message', { exact: false }).waitFor();
    await frame.getByRole('button', { name: 'Leave the list' }).click();
    await frame.getByText('You have withdrawn').first().waitFor();
    assert.equal((await applyPageOf(app.deps, who, 'p1')).status, 'withdrawn');
    await tab.close();
  });
});
