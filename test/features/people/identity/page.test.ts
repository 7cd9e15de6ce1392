import assert from 'node:assert/strict';
import { identityRoutes } from '../../../../src/features/people/identity/routes.ts';
import { say } from '../../../../src/features/people/identity/words.ts';
import { assertAccessible } from '../../../support/axe.ts';
import { aPerson, testApp, type TestApp } from '../../../support/app.ts';
import { phone, startTestTab } from '../../../support/tab.ts';

const anne = aPerson(1);

describe('the page for identity questions', function () {
  this.timeout(300_000);
  let app: TestApp;
  let tab: Awaited<ReturnType<typeof startTestTab>>;
  const me = { personId: anne.id, name: 'Anne', roles: ['Administrator'] };

  before(async () => {
    app = await testApp();
    await app.addPeople(anne);
    const routes = identityRoutes.map((one) => ({
      ...one,
      run: (_: unknown, ...asked: [never, never]) => one.run(app.deps, ...asked),
    }));
    tab = await startTestTab({ routes, entra: { verifyTabToken: async () => me } });
  });
  after(() => tab.close());

  it('can be used by everybody, open and closed, in every theme and on a phone', async () => {
    for (const theme of ['default', 'dark', 'contrast'] as const) {
      const { frame } = await tab.show('/me/identity', { theme, locale: 'fr-be' }, phone);
      await frame
        .getByRole('button', { name: /^Répondre/ })
        .first()
        .click();
      await frame.getByRole('radio').first().waitFor();
      await assertAccessible(frame, `identity ${theme}`);
    }
    const { frame } = await tab.show('/identity/countries', { locale: 'de-be' }, phone);
    await frame.getByRole('heading', { level: 2 }).first().waitFor();
    await assertAccessible(frame, 'countries');
  });

  it('keeps an answer, shows that it is answered and not what, and takes it back with one press', async () => {
    const { frame } = await tab.show('/me/identity', { locale: 'nl-be' });
    const gender = say('nl', 'identity.q.gender');
    await frame.getByRole('button', { name: `${say('nl', 'identity.answer')}: ${gender}`, exact: true }).click();
    await frame.getByRole('radio', { name: say('nl', 'identity.gender.woman') }).check();
    await frame.getByRole('checkbox', { name: new RegExp(say('nl', 'identity.wish')) }).check();
    await frame.getByRole('button', { name: say('nl', 'identity.agree') }).click();
    await frame.getByText(/Je hebt dit beantwoord op/).waitFor();
    await frame.getByText(say('nl', 'identity.ledger.stands')).waitFor();
    assert.doesNotMatch((await frame.locator('main').textContent()) ?? '', /Vrouw/);
    const stored = await frame.evaluate(() =>
      JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]),
    );
    assert.doesNotMatch(stored, /woman|gender/, 'nothing is kept in the browser');
    await frame.getByRole('button', { name: `${say('nl', 'identity.takeBack')}: ${gender}` }).click();
    await frame.getByRole('button', { name: `${say('nl', 'identity.answer')}: ${gender}`, exact: true }).waitFor();
    assert.equal(await frame.getByText(say('nl', 'identity.ledger.stands')).count(), 0);
  });
});
