import assert from 'node:assert/strict';
import { routes } from '../../../src/api/routes.ts';
import { say as sayBadges } from '../../../src/features/recognition/badges/words.ts';
import { badgesOfPartner } from '../../../src/features/recognition/badges/usecases.ts';
import { myCertificates } from '../../../src/features/recognition/certificate/usecases.ts';
import { say } from '../../../src/features/recognition/certificate/words.ts';
import { assertAccessible } from '../../support/axe.ts';
import { phone, startTestTab } from '../../support/tab.ts';
import { completed, goalText } from './completed.ts';

type Tab = Awaited<ReturnType<typeof startTestTab>>;

/** Each look once. */
const looks = [
  { locale: 'nl-be', theme: 'dark' },
  { locale: 'fr-be', theme: 'contrast' },
  { locale: 'de-de', theme: 'default' },
] as const;

describe('the page of what one is recognised for', function () {
  this.timeout(600_000);
  let made: Awaited<ReturnType<typeof completed>>;
  let tab: Tab;

  before(async () => {
    made = await completed();
    const verifyTabToken = async () => ({ personId: made.mentee.personId, name: 'Someone', roles: [] });
    tab = await startTestTab({ app: made.app, routes, says: [sayBadges, say], entra: { verifyTabToken } });
  });
  after(() => tab?.close());

  const own = (setting: Parameters<Tab['show']>[1] = {}, viewport?: Parameters<Tab['show']>[2]) =>
    tab.show('/me/recognition', { locale: 'en-gb', personId: made.mentee.personId, ...setting }, viewport);

  it('is reached from the first page, shows a badge to the other of the pair at a press, and declines one', async () => {
    const { frame, page } = await tab.show('/', { locale: 'en-gb', personId: made.mentee.personId });
    await frame.getByRole('link', { name: 'Badges and certificates' }).click();
    await frame.getByRole('heading', { name: 'My recognition', level: 1 }).waitFor();
    const name = 'Completed, as a mentee';
    await frame.getByRole('heading', { name, level: 3 }).waitFor();
    await assertAccessible(frame, 'my recognition');
    await frame.getByRole('button', { name: `Show in my pair: ${name}` }).click();
    await frame.getByText('The other person of your pair sees the badge now too.').waitFor();
    const seen = async () => (await badgesOfPartner(made.deps, made.mentor.personId, made.at)).map(({ id }) => id);
    assert.deepEqual(await seen(), ['completed-mentee']);
    await frame.getByRole('button', { name: `I’d rather not: ${name}` }).click();
    await frame.getByText('Badges you did not want (1)').click();
    assert.deepEqual(await seen(), []);
    await frame.getByRole('button', { name: `Take it after all: ${name}` }).click();
    await frame.getByRole('button', { name: `Show in my pair: ${name}` }).waitFor();
    await page.close();
  });

  it('makes a certificate with what is ticked, gives its papers, and withdraws it', async () => {
    const { frame, page } = await own();
    const goal = frame.getByRole('checkbox', { name: goalText });
    await goal.waitFor();
    assert.equal(await goal.isChecked(), false);
    await frame.getByRole('checkbox', { name: 'How many meetings and hours' }).uncheck({ force: true });
    await frame.getByRole('button', { name: 'Make the certificate' }).click();
    await frame.getByText('Your certificate is ready. You can fetch it now.').waitFor();
    const [offer] = await myCertificates(made.deps, made.mentee);
    assert.deepEqual(
      [offer?.made?.choice, offer?.made?.facts.meetings],
      [{ hours: false, courses: true, goals: [] }, undefined],
    );
    const saved = page.waitForEvent('download');
    await frame.getByRole('button', { name: 'Certificate (PDF)' }).click();
    assert.match((await saved).suggestedFilename(), /^certificate-grow-.*\.pdf$/);
    await frame.getByText('Read the letter for your appraisal talk').click();
    await frame.getByText(/As a mentee, Samira El Haddad made time/).waitFor();
    await frame.getByRole('link', { name: 'See what somebody with the paper sees' }).waitFor();
    await assertAccessible(frame, 'a certificate that was made');
    await frame.getByRole('button', { name: 'Withdraw' }).click();
    await frame.getByRole('button', { name: 'Withdraw', exact: true }).last().click();
    await frame.getByText('The certificate is withdrawn. What stood on it is no longer kept.').waitFor();
    await frame.getByRole('button', { name: 'Make the certificate' }).waitFor();
    await page.close();
  });

  it('can be used in the other languages and looks, on a phone', async () => {
    for (const look of looks) {
      const language = look.locale.slice(0, 2) as 'nl' | 'fr' | 'de';
      const { frame, page } = await own(look, phone);
      await frame.getByRole('heading', { level: 1, name: say(language, 'page.title') }).waitFor();
      await frame.getByRole('button', { name: say(language, 'make') }).waitFor();
      await frame.getByText(sayBadges(language, 'rules')).click();
      await assertAccessible(frame, `my recognition in ${look.locale}`);
      const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${overflow} pixels too wide`);
      await page.close();
    }
  });
});
