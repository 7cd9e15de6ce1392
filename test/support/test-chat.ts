/** Entra, the connector and a bot of botbuilder alone, on free ports, with two people and a team. */
import { rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SandboxTeam } from '../../src/sandbox/connector/places.ts';
import { startConnector, type Connector } from '../../src/sandbox/connector/server.ts';
import { startEntra, type Entra } from '../../src/sandbox/entra/server.ts';
import { sandboxIds } from '../../src/sandbox/identity.ts';
import { openKey } from '../../src/sandbox/signing.ts';
import { startTestBot, type TestBot } from './test-bot.ts';

export const ids = sandboxIds(7);
export const anna = person(1, 'Anna Peeters', 'nl-BE');
export const marc = person(2, 'Marc Dubois', 'fr-BE');
export const general = '19:general@thread.tacv2';
export const stories = '19:stories@thread.tacv2';
export const team: SandboxTeam = {
  id: general,
  displayName: 'Mentoring',
  aadGroupId: '6b4a3f0e-0000-4000-a000-00000000000a',
  channels: [
    { id: general, displayName: 'General' },
    { id: stories, displayName: 'Stories' },
  ],
  memberIds: [anna.id, marc.id],
};
export const question = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'Input.ChoiceSet', id: 'met', value: 'no', choices: [{ title: 'Yes', value: 'yes' }] },
    { type: 'Input.Toggle', id: 'contact', title: 'Contact me' },
  ],
  actions: [
    { type: 'Action.Execute', id: 'send', title: 'Send', verb: 'checkins.record', data: { id: '7' } },
    { type: 'Action.Submit', title: 'Later', data: { id: '8' } },
    { type: 'Action.Submit', title: 'Find a time', data: { id: '9', msteams: { type: 'task/fetch' } } },
    { type: 'Action.OpenUrl', title: 'Read', url: 'https://tandem.example/stories' },
  ],
};

function person(number: number, displayName: string, locale: string) {
  const id = `6b4a3f0e-0000-4000-a000-00000000000${number}`;
  return { id, displayName, locale, userPrincipalName: `person${number}@sandbox.example`, roles: [] };
}

export interface TestChat {
  readonly entra: Entra;
  readonly bot: TestBot;
  connector: Connector;
  /** The bot writes to a person. */
  send(personId: string, activity: object): Promise<{ id: string }>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

const personOf = (id: string) => [anna, marc].find((one) => one.id === id);

export function cardMessage(content: object, summary = 'Have you met?'): object {
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content }];
  return { type: 'message', summary, attachments };
}

let keys: Promise<string> | undefined;

/** Making keys takes a second: every test begins with a copy of the same. */
async function makeKeys(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'test-chat-keys-'));
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  const files = ['entra-key.json', 'connector/key.json', 'connector/other-key.json'];
  await Promise.all(files.map((file) => openKey(join(dir, file))));
  return dir;
}

export async function startTestChat(): Promise<TestChat> {
  const dataDir = await mkdtemp(join(tmpdir(), 'test-chat-'));
  await cp(await (keys ??= makeKeys()), dataDir, { recursive: true });
  const entra = await startEntra({ port: 0, ids, dataDir, personOf });
  const bot = await startTestBot(ids, entra.url);
  const verifyBotToken = (token: string) => entra.verifyBotToken(token);
  const start = async (): Promise<Connector> => {
    const parts = { port: 0, ids, dataDir, personOf, verifyBotToken, botEndpoint: bot.endpoint };
    const connector = await startConnector({ ...parts, teams: () => [team], playgroundPeople: [anna.id] });
    bot.trust(connector.metadataUrl);
    return connector;
  };
  const chat: TestChat = {
    entra,
    bot,
    connector: await start(),
    send(personId, activity) {
      const { conversations } = bot.client(chat.connector.serviceUrl);
      return conversations.sendToConversation(chat.connector.chatIdOf(personId), activity);
    },
    async restart() {
      await chat.connector.close();
      chat.connector = await start();
    },
    async close() {
      await Promise.all([chat.connector.close(), bot.close(), entra.close()]);
      await rm(dataDir, { recursive: true });
    },
  };
  return chat;
}
