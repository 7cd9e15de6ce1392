import assert from 'node:assert/strict';
import { preferencesOfPerson } from '../../src/features/people/usecases.ts';
import { keepSource } from '../../src/features/recruitment/sources/usecases.ts';
import { stopLinkOf } from '../../src/features/recruitment/stopping/usecases.ts';
import { languages } from '../../src/platform/words.ts';
import { knownTokens, startApi } from '../support/api.ts';
import { addProgramme } from '../support/applications.ts';
import { sandboxPackage } from '../support/package.ts';
import { aPerson, testApp, type TestApp } from '../support/app.ts';

describe('the pages without sign-in', () => {
  let app: TestApp;
  let api: Awaited<ReturnType<typeof startApi>>;
  const coordinator = aPerson(900);

  before(async () => {
    app = await testApp();
    await app.addPeople(coordinator, aPerson(1));
    await addProgramme(app, coordinator, { stage: 'recruit', name: '<b>Together</b>' });
    api = await startApi({ deps: app.deps, entra: knownTokens });
  });
  after(() => api.close());

  it('tell what a programme is in every language, as text, with a policy that lets nothing in, and no names', async () => {
    const { code } = await keepSource(app.deps, { programmeId: 'p1', channel: 'poster', language: 'nl' });
    for (const language of languages) {
      const { status, headers, text } = await api.ask({ path: `/go/${code}`, language });
      assert.equal(status, 200);
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*form-action 'self'/);
      assert.match(text, new RegExp(`<html lang="${language}"`));
      assert.ok(text.includes('&lt;b&gt;Together') && !text.includes('<b>'));
      assert.ok(!text.includes(coordinator.name) && !text.includes(coordinator.mail!));
    }
    assert.equal((await api.ask({ path: '/go/00000000' })).status, 404);
    assert.equal((await api.ask({ path: '/go/..%2f' })).status, 404);
  });

  it('tell what Tandem is, also on every page that the app’s manifest names', async () => {
    const { manifest } = await sandboxPackage();
    const { websiteUrl, privacyUrl, termsOfUseUrl } = manifest.developer;
    const titles = new Set<string>();
    for (const address of [websiteUrl, privacyUrl, termsOfUseUrl, manifest.publisherDocsUrl])
      for (const language of languages) {
        const { status, text } = await api.ask({ path: new URL(address ?? '').pathname, language });
        assert.equal(status, 200, address);
        assert.match(text, new RegExp(`<html lang="${language}"`));
        titles.add(`${language} ${/<h1>(.+?)<\/h1>/.exec(text)?.[1]}`);
        assert.ok((text.match(/<p>/g) ?? []).length >= 3);
      }
    assert.equal(titles.size, 16);
    for (const path of ['/about/others', '/about/constructor', '/about/privacy/more'])
      assert.equal((await api.ask({ path })).status, 404, path);
  });

  it('stop invitations at a press, and not because a program looked at the link', async () => {
    const path = new URL(await stopLinkOf(app.deps, aPerson(1).id)).pathname;
    const wanted = async (): Promise<boolean> => (await preferencesOfPerson(app.deps, aPerson(1).id)).doNotAsk !== true;
    assert.match((await api.ask({ path })).text, /<form method="post">/);
    assert.equal(await wanted(), true);
    assert.equal((await api.ask({ method: 'POST', path })).status, 200);
    assert.equal(await wanted(), false);
    const other = await api.ask({ method: 'POST', path: `/stop/${'0'.repeat(20)}` });
    assert.equal(other.status, 404);
  });
});
