import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mock } from 'node:test';
import { exportJWK, exportSPKI, importJWK, SignJWT, type JWK } from 'jose';
import { idClaims, tabClaims, type TabTokenOverrides } from '../../src/sandbox/entra/tokens.ts';
import { listen, type Listening } from '../../src/sandbox/loopback.ts';
import { openKey, validFor, type Claims } from '../../src/sandbox/signing.ts';
import { tamperings } from '../../src/sandbox/connector/inbound.ts';
import { ids } from '../support/cloud.ts';
import { person } from './people.ts';
import { startWorld, type World } from './world.ts';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const me = { id: person.coordinator.id, displayName: 'C', userPrincipalName: 'c@example.test', roles: ['Coordinator'] };
const foreign = '00000000-0000-4000-8000-00000000000f';

describe('forged doors', function () {
  this.timeout(300_000);
  let world: World;
  let trap: Listening;
  let trapped = 0;
  let tried = 0;

  before(async () => {
    mock.method(console, 'error', () => undefined);
    world = await startWorld();
    trap = await listen((_req, res) => {
      trapped += 1;
      res.end('{}');
    }, 0);
    // The keys are fetched once, for who is really there.
    assert.equal((await send(`Bearer ${await world.entra.tabToken(me.id)}`)).status, 200);
    await world.connector.deliver(world.connector.messageOf(me.id, 'hello'));
  });
  after(async () => {
    mock.restoreAll();
    await Promise.all([trap.close(), world.close()]);
    process.stdout.write(`      forged doors ${tried}, accepted 0, calls caused 0\n`);
  });

  const calls = (): number => Object.values(world.outbound.counts()).reduce((sum, one) => sum + one.calls, 0) + trapped;

  const send = (authorization: string | undefined, more: Record<string, string> = {}, path = '/api/programmes') =>
    fetch(world.url + path, { headers: { ...(authorization === undefined ? {} : { authorization }), ...more } });

  /** Refused, and nobody was called for it. */
  async function assertRefused(name: string, ask: () => Promise<{ status: number }>): Promise<void> {
    const before = calls();
    world.tables.discard();
    const { status } = await ask();
    tried += 1;
    assert.ok([400, 401, 404, 413, 415, 431].includes(status), `${name} was answered ${status}`);
    assert.equal(calls(), before, `${name} caused a call`);
    assert.equal(world.tables.written.length, 0, `${name} left something`);
  }

  const bent: Readonly<Record<string, TabTokenOverrides>> = {
    expired: { expired: true },
    'of another tenant': { tenantId: foreign },
    "of another tenant, with our tenant's issuer": { claims: { tid: foreign } },
    'from the issuer of another tenant': { issuer: `https://login.microsoftonline.com/${foreign}/v2.0` },
    'from the issuer of version 1': { issuer: `https://sts.windows.net/${ids.tenantId}/` },
    'from an issuer with a slash more': { issuer: `https://login.microsoftonline.com/${ids.tenantId}/v2.0/` },
    'from an issuer that only begins like ours': {
      issuer: `https://login.microsoftonline.com.example.org/${ids.tenantId}/v2.0`,
    },
    'of version 1': { version: '1.0' },
    'for the bot': { audience: ids.botId },
    'for Graph': { audience: 'https://graph.microsoft.com' },
    'for the same app at another address': { audience: `api://example.org/${ids.tabClientId}` },
    'for several others': { claims: { aud: ['https://graph.microsoft.com', ids.botId] } },
    'without audience': { claims: { aud: undefined } },
    'without scope': { claims: { scp: undefined } },
    'with another scope': { scope: 'User.Read' },
    'with a longer scope': { scope: 'access_as_user_too' },
    'with the scope in capitals': { scope: 'ACCESS_AS_USER' },
    'with the scope as a list': { claims: { scp: ['access_as_user'] } },
    'of an app alone': { appOnly: true },
    'of an app alone that claims a scope': { appOnly: true, claims: { scp: 'access_as_user' } },
    'asked for by another app': { clientId: '00000000-0000-4000-8000-0000000000aa' },
    'asked for by our own app': { clientId: ids.tabClientId },
    'asked for by nobody': { claims: { azp: undefined } },
    'of nobody': { claims: { oid: undefined } },
    'of a name instead of an id': { claims: { oid: 'c@example.test' } },
    'of two people': { claims: { oid: [person.coordinator.id, person.mentee.id] } },
    'of two tenants': { claims: { tid: [ids.tenantId, foreign] } },
    'without tenant': { claims: { tid: undefined } },
    'without an end': { claims: { exp: undefined } },
    'without a beginning': { claims: { nbf: undefined } },
    'that begins tomorrow': { claims: { nbf: Math.floor(Date.now() / 1000) + 86_400 } },
    'with an end that is a word': { claims: { exp: 'never' } },
  };
  for (const [name, overrides] of Object.entries(bent))
    it(`refuse a token ${name}`, async () => {
      const token = await world.entra.tabToken(me.id, overrides).catch(() => 'none');
      await assertRefused(name, () => send(`Bearer ${token}`));
    });

  /** Tokens that Entra's key has not signed, or not like this. */
  const forgeries: Readonly<Record<string, (parts: Parts) => Promise<string> | string>> = {
    'with another signature': () => world.entra.forgedTabToken(me.id),
    'that says it needs no signature': ({ claims }) => `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`,
    'without a signature': ({ good }) => good.split('.').slice(0, 2).join('.') + '.',
    'with another text under the signature': ({ good, claims }) => {
      const [head, , signature] = good.split('.');
      return `${head}.${encode({ ...claims, oid: person.mentor.id })}.${signature}`;
    },
    'signed with our public key as a secret': async ({ jwk, claims }) => {
      const pem = await exportSPKI((await importJWK(jwk, 'RS256', { extractable: true })) as never);
      const text = `${encode({ alg: 'HS256', typ: 'JWT', kid: jwk.kid })}.${encode(claims)}`;
      return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
    },
    'signed with a key of its own under our key id': ({ claims, jwk, sign }) => sign(claims, { kid: jwk.kid }),
    'signed with a key of its own and no key id': ({ claims, sign }) => sign(claims, {}),
    'signed with an unknown key': ({ claims, sign }) => sign(claims, { kid: 'unknown' }),
    'that brings its own key': ({ claims, sign, own }) => sign(claims, { jwk: own }),
    'that says where its key is': ({ claims, sign }) => sign(claims, { kid: 'x', jku: `${trap.url}/keys` }),
    'that says where its certificate is': ({ claims, sign }) => sign(claims, { kid: 'x', x5u: `${trap.url}/cert` }),
    'with a critical extension': ({ claims, jwk, sign }) => sign(claims, { kid: jwk.kid, crit: ['own'], own: true }),
    'of five parts': ({ good }) => `${good}.${good.split('.').slice(0, 2).join('.')}`,
    'that is no token': () => 'abc',
    'that is empty': () => '',
    'with a part too many': ({ good }) => `${good}.x`,
    'that is another of Entra: an id token': ({ signed }) => signed(idClaims(ids, me)),
    'that is our own app’s': async () => {
      const token = await world.entra.tabToken(me.id, { appOnly: true, audience: 'https://api.botframework.com' });
      return token;
    },
  };
  interface Parts {
    readonly good: string;
    readonly claims: Claims;
    readonly jwk: JWK;
    readonly own: JWK;
    sign(claims: Claims, header: object): Promise<string>;
    signed(claims: Claims): Promise<string>;
  }
  async function parts(): Promise<Parts> {
    const keys = (await (await fetch(`${world.entra.url}/${ids.tenantId}/discovery/v2.0/keys`)).json()) as {
      keys: JWK[];
    };
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    return {
      good: await world.entra.tabToken(me.id),
      claims: tabClaims(ids, me),
      jwk: keys.keys[0] ?? {},
      own: await exportJWK(publicKey),
      sign: (claims, header) =>
        new SignJWT({ ...claims })
          .setProtectedHeader({ alg: 'RS256', ...header })
          .sign(privateKey, { crit: { own: true } }),
      signed: (claims) => world.entra.tabToken(me.id, { claims: { ...claims, scp: undefined } }),
    };
  }
  for (const [name, forge] of Object.entries(forgeries))
    it(`refuse a token ${name}`, async () => {
      const token = await forge(await parts());
      await assertRefused(name, () => send(`Bearer ${token}`));
    });

  it('refuse a good token that comes in another way', async () => {
    const good = await world.entra.tabToken(me.id);
    const ways: [string, () => Promise<{ status: number }>][] = [
      ['in no way', () => send(undefined)],
      ['as Basic', () => send(`Basic ${good}`)],
      ['without its scheme', () => send(good)],
      ['twice', () => send(`Bearer ${good}, Bearer ${good}`)],
      ['with words after it', () => send(`Bearer ${good} x`)],
      ['in the address', () => send(undefined, {}, `/api/programmes?access_token=${good}`)],
      ['in a cookie', () => send(undefined, { cookie: `token=${good}` })],
      ['in another header', () => send(undefined, { 'x-ms-token-aad-access-token': good })],
      ['as a proxy’s', () => send(undefined, { 'proxy-authorization': `Bearer ${good}` })],
      ['as easy auth would', () => send(undefined, { 'x-ms-client-principal-id': me.id })],
    ];
    for (const [name, ask] of ways) await assertRefused(name, ask);
  });

  it('have no door for notifications of Graph, and none of the sandbox', async () => {
    const post = (path: string) =>
      fetch(world.url + path, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    for (const path of [
      '/api/notifications?validationToken=x',
      '/api/graph',
      '/sandbox/token',
      '/sandbox/clock',
      '/clock',
    ])
      await assertRefused(path, () => post(path));
  });

  for (const tampering of tamperings)
    it(`refuse an activity with a wrong part: ${tampering}`, () =>
      assertRefused(tampering, () => world.connector.deliver(world.connector.messageOf(me.id, 'hello'), tampering)));

  it('refuse activities that Teams would not send, whatever the key says of them', async () => {
    const key = await openKey(join(world.dataDir, 'connector', 'key.json'));
    const activity = world.connector.messageOf(me.id, 'hello') as Record<string, unknown>;
    const good = {
      iss: 'https://api.botframework.com',
      aud: ids.botId,
      serviceurl: activity['serviceUrl'],
      ...validFor(600),
    };
    const post = async (body: unknown, claims: Claims, token?: string) =>
      fetch(`${world.url}/api/messages`, {
        ...{ method: 'POST', body: JSON.stringify(body) },
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token ?? (await key.sign(claims))}` },
      });
    const at = (serviceUrl: string) => post({ ...activity, serviceUrl }, { ...good, serviceurl: serviceUrl });
    const conversation = { ...(activity['conversation'] as object) };
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const signedBy = (header: object) =>
      new SignJWT({ ...good }).setProtectedHeader({ alg: 'RS256', ...header }).sign(privateKey);
    const own = JSON.parse(await readFile(join(world.dataDir, 'connector', 'key.json'), 'utf8')) as JWK;
    const signedWith = async (alg: string): Promise<string> =>
      new SignJWT({ ...good }).setProtectedHeader({ alg, kid: key.kid }).sign(await importJWK({ ...own, alg }, alg));
    const others: [string, () => Promise<{ status: number }>][] = [
      ['a host of trafficmanager that anybody may have', () => at('https://mine.trafficmanager.net/')],
      ['a host that only ends like it', () => at('https://evilsmba.trafficmanager.net/')],
      ['a host behind a user name', () => at('https://smba.trafficmanager.net@127.0.0.1/')],
      ['a server of this machine', () => at(`${trap.url}/`)],
      ['no address', () => at('')],
      ['an address of another kind', () => at('file:///etc/passwd')],
      [
        'the emulator’s issuer',
        () => post(activity, { ...good, iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }),
      ],
      [
        'another bot’s issuer',
        () => post(activity, { ...good, iss: `https://login.microsoftonline.com/${ids.tenantId}/v2.0` }),
      ],
      ['the issuer with a slash', () => post(activity, { ...good, iss: 'https://api.botframework.com/' })],
      ['two audiences', () => post(activity, { ...good, aud: ['x', ids.tabClientId] })],
      ['no audience', () => post(activity, { ...good, aud: undefined })],
      ['a token that begins tomorrow', () => post(activity, { ...good, nbf: Math.floor(Date.now() / 1000) + 86_400 })],
      ['no service address in the token', () => post(activity, { ...good, serviceurl: undefined })],
      ['the web chat', () => post({ ...activity, channelId: 'webchat' }, good)],
      ['Direct Line', () => post({ ...activity, channelId: 'directline' }, good)],
      ['the emulator', () => post({ ...activity, channelId: 'emulator' }, good)],
      [
        'no tenant',
        () => post({ ...activity, conversation: { ...conversation, tenantId: undefined }, channelData: {} }, good),
      ],
      ['two tenants', () => post({ ...activity, channelData: { tenant: { id: foreign } } }, good)],
      ['a list', () => post([activity], good)],
      ['nothing', () => post({}, good)],
      ['null', () => post(null, good)],
      ['a key of its own', async () => post(activity, good, await signedBy({ kid: key.kid }))],
      ['a key at an address', async () => post(activity, good, await signedBy({ kid: 'x', jku: `${trap.url}/k` }))],
      ['no signature', () => post(activity, good, `${encode({ alg: 'none' })}.${encode(good)}.`)],
      ['a token of the tab', async () => post(activity, good, await world.entra.tabToken(me.id))],
      ...(['RS384', 'RS512', 'PS256'] as const).map((alg): [string, () => Promise<{ status: number }>] => [
        `the right key, used for ${alg}`,
        async () => post(activity, good, await signedWith(alg)),
      ]),
      ['an activity of 300 KB', () => post({ ...activity, text: 'x'.repeat(300_000) }, good)],
    ];
    for (const [name, ask] of others) await assertRefused(name, ask);
    assert.equal(trapped, 0);
    assert.ok(tried >= 60, `only ${tried} were tried`);
  });
});
