import assert from 'node:assert/strict';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { routes } from '../../../../src/api/routes.ts';
import { meetings } from '../../../../src/features/meetings/store.ts';
import { endPair } from '../../../../src/features/pairs/life/usecases.ts';
import { allBadges } from '../../../../src/features/recognition/badges/model.ts';
import { signedBadge } from '../../../../src/features/recognition/badges/signed/usecases.ts';
import { badgeChoiceRows } from '../../../../src/features/recognition/badges/store.ts';
import { badgesOfPartner, chooseBadge, myBadges } from '../../../../src/features/recognition/badges/usecases.ts';
import { say } from '../../../../src/features/recognition/badges/words.ts';
import { isFailure } from '../../../../src/platform/errors.ts';
import { languages } from '../../../../src/platform/words.ts';
import { knownTokens, startApi } from '../../../support/api.ts';
import { aPair, completed, meet, reach } from '../completed.ts';

const reasonIs = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;

describe('badges', () => {
  it('follow from what happened, for both, without anything being kept', async () => {
    const made = await aPair();
    const { app, deps, mentee, mentor, at } = made;
    const idsOf = async ({ personId }: typeof mentee) => (await myBadges(deps, personId)).map(({ id }) => id);
    assert.deepEqual(await idsOf(mentee), []);
    await meet(made, 1);
    assert.deepEqual(await idsOf(mentee), []);
    app.pass({ days: 2 });
    assert.deepEqual([await idsOf(mentee), await idsOf(mentor)], [['first-meeting-mentee'], ['first-meeting-mentor']]);
    await reach(made);
    assert.deepEqual(await idsOf(mentor), ['first-meeting-mentor', 'goal-reached-mentor']);
    const row = (await meetings.list(deps.tables, at.programmeId, at.pairId))[0]!;
    const met = [{ personId: mentee.personId, said: 'no' as const }];
    await deps.tables.commit([meetings.replace(row, { ...row.value, met })]);
    assert.deepEqual(await idsOf(mentor), ['goal-reached-mentor']);
    await endPair(deps, mentee.personId, at.programmeId, at.pairId);
    assert.deepEqual([await idsOf(mentee), await idsOf(mentor)], [[], []]);
    assert.deepEqual(await badgeChoiceRows.list(deps.tables, mentee.personId), []);
  });

  it('are for their person alone until they are shown, and a declined one is shown to nobody', async () => {
    const { deps, mentee, mentor, at } = await completed();
    const seen = async () => (await badgesOfPartner(deps, mentor.personId, at)).map(({ id }) => id);
    assert.deepEqual(await seen(), []);
    for (const choice of ['partner', 'partner'] as const)
      await chooseBadge(deps, mentee.personId, 'completed-mentee', choice);
    assert.deepEqual(await seen(), ['completed-mentee']);
    assert.deepEqual(Object.keys((await badgesOfPartner(deps, mentor.personId, at))[0]!), ['id', 'kind', 'side']);
    await chooseBadge(deps, mentee.personId, 'completed-mentee', 'declined');
    assert.deepEqual(await seen(), []);
    for (const choice of ['me', 'me'] as const) await chooseBadge(deps, mentee.personId, 'completed-mentee', choice);
    assert.deepEqual(await badgeChoiceRows.list(deps.tables, mentee.personId), []);
    await assert.rejects(chooseBadge(deps, mentee.personId, 'returned-mentor', 'partner'), reasonIs('badge-not-there'));
  });

  it('are not shown to whoever was in a pair that somebody left', async () => {
    const made = await aPair();
    const { app, deps, mentee, mentor, at } = made;
    await meet(made, 1);
    app.pass({ days: 2 });
    await chooseBadge(deps, mentee.personId, 'first-meeting-mentee', 'partner');
    assert.equal((await badgesOfPartner(deps, mentor.personId, at)).length, 1);
    await endPair(deps, mentee.personId, at.programmeId, at.pairId);
    await assert.rejects(badgesOfPartner(deps, mentor.personId, at), reasonIs('no-badges-here'));
  });

  it('have a name, a meaning and a published rule in every language', () => {
    for (const language of languages)
      for (const { kind, side } of allBadges)
        for (const key of [`kind.${kind}`, `side.${side}`, `about.${kind}`, `rule.${kind}`] as const)
          assert.ok(say(language, key).length > 3, `${language} ${key}`);
  });
});

describe('a signed badge', () => {
  async function signed() {
    const made = await completed();
    const api = await startApi({ deps: made.deps, entra: knownTokens, routes });
    const file = await signedBadge(made.deps, { ...made.mentee, language: 'nl' }, 'completed-mentee');
    return { ...made, api, file, token: new TextDecoder().decode(file.bytes) };
  }

  it('is an Open Badges 3.0 credential in JWT form that anybody can check by the key it names', async () => {
    const { api, deps, file, token } = await signed();
    const { baseUrl } = deps.config;
    try {
      const header = decodeProtectedHeader(token);
      // Section 8.2.4: these three and no others.
      assert.deepEqual(Object.keys(header).toSorted(), ['alg', 'kid', 'typ']);
      assert.deepEqual([header.alg, header.typ], ['RS256', 'JWT']);
      const key = await api.ask({ path: (header.kid ?? '').slice(baseUrl.length) });
      assert.deepEqual([key.status, key.json['kid']], [200, header.kid]);
      for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi']) assert.ok(!(secret in key.json), secret);
      const keys = createLocalJWKSet({ keys: [key.json as never] });
      const { payload } = await jwtVerify(token, keys, { currentDate: new Date(deps.clock.now()) });
      const one = payload as Record<string, unknown> & {
        issuer: { id: string };
        credentialSubject: { id: string; achievement: { id: string; criteria: { narrative: string } } };
      };
      assert.deepEqual(one['@context'], [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ]);
      assert.deepEqual(one['type'], ['VerifiableCredential', 'OpenBadgeCredential']);
      assert.deepEqual([one.iss, one.jti, one.sub], [one.issuer.id, one['id'], one.credentialSubject.id]);
      assert.equal(one.nbf, Date.parse(String(one['validFrom'])) / 1000);
      assert.ok(!('vc' in one) && !('exp' in one));
      assert.match(JSON.stringify(one), /Samira El Haddad/);
      assert.ok(!/p1@example|0000-4000-a000/.test(JSON.stringify(one)), 'an address or an id of the directory');
      for (const address of [one.issuer.id, one.credentialSubject.achievement.id]) {
        const document = await api.ask({ path: address.slice(baseUrl.length), language: 'nl' });
        assert.deepEqual([document.status, document.json['id']], [200, address]);
      }
      assert.equal(one.credentialSubject.achievement.criteria.narrative, say('nl', 'rule.completed'));
      assert.equal(file.name, 'afgerond-mentee.jwt');

      const [head, body = '', signature] = token.split('.');
      const forged = Buffer.from(body, 'base64url').toString('utf8').replace('Samira', 'Somebody');
      const other = [head, Buffer.from(forged).toString('base64url'), signature].join('.');
      await assert.rejects(jwtVerify(other, keys, { currentDate: new Date(deps.clock.now()) }));
    } finally {
      await api.close();
    }
  });

  it('is given for no badge that is not there, and there is no document of others', async () => {
    const { api, deps, mentor } = await signed();
    try {
      await assert.rejects(signedBadge(deps, mentor, 'trained-mentor'), reasonIs('badge-not-there'));
      for (const path of ['/badges/keys/none', '/badges/none', '/badges/returned-mentee'])
        assert.equal((await api.ask({ path })).status, 404, path);
    } finally {
      await api.close();
    }
  });

  it('is signed with one key, also when two are asked for first at the same moment', async () => {
    const { deps, mentee, mentor } = await completed();
    const files = await Promise.all([
      signedBadge(deps, mentee, 'completed-mentee'),
      signedBadge(deps, mentor, 'completed-mentor'),
    ]);
    const keys = files.map(({ bytes }) => decodeProtectedHeader(new TextDecoder().decode(bytes)).kid);
    assert.equal(keys[0], keys[1]);
  });
});
