import assert from 'node:assert/strict';
import { join } from 'node:path';
import express from 'express';
import { createBotEndpoint } from '../../src/bot/endpoint.ts';
import { tamperings, type Tampering } from '../../src/sandbox/connector/inbound.ts';
import { listen } from '../../src/sandbox/loopback.ts';
import { openKey, validFor } from '../../src/sandbox/signing.ts';
import { ids } from '../support/cloud.ts';
import { botWorld, type BotWorld } from '../support/bot.ts';

/** Whose check it is that refuses: ours, or the SDK's by the token. */
const reasons: Readonly<Record<Tampering, 'token' | 'service-url' | 'tenant'>> = {
  signature: 'token',
  audience: 'token',
  issuer: 'token',
  tenant: 'tenant',
  'service-url': 'service-url',
  'foreign-service-url': 'service-url',
  'no-service-url': 'service-url',
  'no-token': 'token',
  expired: 'token',
  endorsement: 'token',
};

describe('who may speak to the bot', () => {
  let world: BotWorld;
  before(async () => {
    world = await botWorld();
  });
  after(() => world.close());

  /** Refused, for this reason and no other. */
  function assertRefused(status: number, why: string): void {
    assert.equal(status, 401);
    assert.deepEqual(world.logged.splice(0), [`activity refused {"why":"${why}"}`]);
  }

  const hello = (): { personId: string; activity: Readonly<Record<string, unknown>> } => {
    const personId = world.person();
    return { personId, activity: world.connector.messageOf(personId, 'hello') };
  };

  /** Posts an activity with claims of one's own, signed with the key that the bot trusts. */
  async function post(activity: unknown, claims: Readonly<Record<string, unknown>>): Promise<number> {
    const key = await openKey(join(world.dataDir, 'connector', 'key.json'));
    const token = await key.sign({ ...validFor(600), ...claims });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const answer = await fetch(world.botEndpoint, { method: 'POST', headers, body: JSON.stringify(activity) });
    assert.equal(await answer.text().then((text) => (answer.status === 401 ? text : '')), '');
    return answer.status;
  }

  it('lets in what Teams signed for this bot', async () => {
    const { personId } = hello();
    await world.connector.installFor(personId);
    assert.equal((await world.connector.say(personId, 'hello')).status, 200);
    assert.deepEqual(world.logged, []);
  });

  for (const tampering of tamperings)
    it(`refuses an activity with a wrong part: ${tampering}`, async () => {
      const { personId, activity } = hello();
      assertRefused((await world.connector.deliver(activity, tampering)).status, reasons[tampering]);
      assert.equal(await world.teams.findChat(personId), undefined);
    });

  it('refuses the way in that the SDK leaves open to the emulator, for tokens of any tenant', async () => {
    const { activity } = hello();
    const emulators = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';
    const claims = { iss: emulators, aud: ids.botId, appid: ids.botId, ver: '1.0', serviceurl: activity['serviceUrl'] };
    assertRefused(await post(activity, claims), 'token');
  });

  it('refuses the way in that the SDK leaves open to other bots', async () => {
    const { activity } = hello();
    const issuer = 'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0';
    const claims = { iss: issuer, aud: ids.botId, azp: ids.tabClientId, ver: '2.0' };
    assertRefused(await post(activity, claims), 'token');
  });

  it('refuses other channels of the same bot, where the sender chooses who they are', async () => {
    for (const channelId of ['webchat', 'directline', 'emulator'])
      assertRefused((await world.connector.deliver({ ...hello().activity, channelId })).status, 'channel');
  });

  it('refuses an activity that names no tenant, or two', async () => {
    const { activity } = hello();
    const conversation = { ...(activity['conversation'] as object), tenantId: undefined };
    assertRefused((await world.connector.deliver({ ...activity, conversation, channelData: {} })).status, 'tenant');
    const channelData = { tenant: { id: ids.tabClientId } };
    assertRefused((await world.connector.deliver({ ...activity, channelData })).status, 'tenant');
  });

  it('refuses a service address that the token confirms, but that is no host of Teams', async () => {
    const serviceUrl = 'https://mine.trafficmanager.net/';
    const claims = { iss: 'https://api.botframework.com', aud: ids.botId, serviceurl: serviceUrl };
    assertRefused(await post({ ...hello().activity, serviceUrl }, claims), 'service-url');
  });

  it('refuses what is no activity at all', async () => {
    for (const body of [{}, [], { type: 'message' }]) assertRefused(await post(body, {}), 'shape');
  });

  it('asks Teams to come again when the keys to check with cannot be fetched', async () => {
    const endpoints = { ...world.config.endpoints, botMetadata: 'http://127.0.0.1:1/' };
    const deps = { ...world.deps, config: { ...world.config, endpoints } };
    const door = createBotEndpoint(deps, { actions: [] });
    const server = await listen(express().use(express.json()).use(door), 0);
    try {
      const key = await openKey(join(world.dataDir, 'connector', 'key.json'));
      const { activity } = hello();
      const claims = { iss: 'https://api.botframework.com', aud: ids.botId, serviceurl: activity['serviceUrl'] };
      const authorization = `Bearer ${await key.sign({ ...validFor(600), ...claims })}`;
      const headers = { 'content-type': 'application/json', authorization };
      const answer = await fetch(server.url, { method: 'POST', headers, body: JSON.stringify(activity) });
      assert.equal(answer.status, 503);
    } finally {
      await server.close();
    }
  });

  it('writes why into the log, and nothing about the person', async () => {
    const { personId, activity } = hello();
    await world.connector.deliver(activity);
    await world.connector.deliver(activity, 'signature');
    assert.ok(world.logged.length > 0 && !world.logged.join().includes(personId));
  });
});
