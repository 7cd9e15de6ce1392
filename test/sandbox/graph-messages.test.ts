import assert from 'node:assert/strict';
import { sandboxIds } from '../../src/sandbox/identity.ts';
import { found, organisation } from './graph-caller.ts';
import type { Answer, TestGraph } from './graph-caller.ts';
import { as, asApp, someone, startTestGraph, valueAt, worker } from './graph-caller.ts';

const ids = sandboxIds(7);

describe("the sandbox's Graph: mail and Teams", () => {
  let graph: TestGraph;
  let installed: string[];
  const ann = worker(21);
  const ben = worker(22);
  beforeEach(async () => {
    installed = [];
    graph = await startTestGraph({ onTeamsInstall: (personId) => void installed.push(personId) });
  });
  afterEach(() => graph.server.close());

  const mail = (to: readonly string[], more: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
    graph.ask(`/users/${ann.id}/sendMail`, {
      method: 'POST',
      body: {
        message: {
          subject: 'Hello',
          body: { contentType: 'Text', content: 'A word' },
          toRecipients: to.map((address) => ({ emailAddress: { address } })),
        },
        ...more,
      },
    });

  const appPath = `/users/${ben.id}/teamwork/installedApps`;
  const bind = (id: string) => ({
    'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${id}`,
  });
  const install = (): Promise<Answer> => graph.ask(appPath, { method: 'POST', body: bind(ids.catalogueAppId) });
  const listed = (): Promise<Answer> =>
    graph.ask(
      `${appPath}?$expand=teamsApp&$filter=${encodeURIComponent(`teamsApp/externalId eq '${ids.manifestId}'`)}`,
    );
  const notify = (body: Readonly<Record<string, unknown>> = {}, token = asApp('TeamsActivity.Send')): Promise<Answer> =>
    graph.ask(`/users/${ben.id}/teamwork/sendActivityNotification`, {
      method: 'POST',
      token,
      body: {
        topic: { source: 'text', value: 'Mentoring', webUrl: 'https://teams.microsoft.com/l/entity/x' },
        activityType: 'checkInDue',
        previewText: { content: 'How is it going?' },
        templateParameters: [{ name: 'name', value: 'Ann' }],
        ...body,
      },
    });

  it('delivers mail, and keeps a copy for the sender', async () => {
    assert.equal((await mail([String(ben.mail)])).status, 202);
    assert.deepEqual(
      graph.server.mailOf(ben.id).map(({ subject, content, folder }) => [subject, content, folder]),
      [['Hello', 'A word', 'inbox']],
    );
    assert.deepEqual(
      graph.server.mailOf(ann.id).map(({ folder }) => folder),
      ['sentitems'],
    );
    await mail([String(ben.mail)], { saveToSentItems: false });
    assert.equal(graph.server.mailOf(ann.id).length, 1);
  });

  it('accepts mail to nobody, and reports it to the sender', async () => {
    assert.equal(
      (await mail(['nobody@scheldeland.example', 'friend@elsewhere.example'], { saveToSentItems: false })).status,
      202,
    );
    const reports = graph.server.mailOf(ann.id);
    assert.deepEqual(
      reports.map(({ subject }) => subject),
      ['Undeliverable: Hello'],
    );
    assert.match(found(reports[0]).content, /nobody@scheldeland\.example/u);
  });

  it('refuses mail without a receiver, and from whoever has no mailbox', async () => {
    assert.equal((await mail([])).at('error.code'), 'ErrorInvalidRecipients');
    const without = someone(({ mailbox, role }) => mailbox === null && role === 'employee');
    const answer = await graph.ask(`/users/${without.id}/sendMail`, { method: 'POST', body: {} });
    assert.equal(answer.at('error.code'), 'MailboxNotEnabledForRESTAPI');
  });

  it('installs the app once, tells the connector, and leads to the chat', async () => {
    assert.deepEqual((await listed()).list(), []);
    assert.equal((await install()).status, 201);
    assert.deepEqual(installed, [ben.id]);
    const again = await install();
    assert.deepEqual([again.status, again.at('error.code')], [409, 'Conflict']);
    const [item] = (await listed()).list();
    assert.equal(valueAt(item, 'teamsApp.id'), ids.catalogueAppId);
    const chat = await graph.ask(`${appPath}/${encodeURIComponent(String(valueAt(item, 'id')))}/chat`);
    assert.equal(chat.at('id'), `19:${ben.id}_${ids.botId}@unq.gbl.spaces`);
    assert.equal(chat.at('chatType'), 'oneOnOne');
  });

  it('shows of an installation only what is expanded, and removes it', async () => {
    await install();
    const bare = await graph.ask(appPath);
    assert.deepEqual(Object.keys(found(bare.list()[0]) as object), ['id']);
    const id = encodeURIComponent(String(valueAt(bare.list()[0], 'id')));
    assert.equal((await graph.ask(`${appPath}/${id}`, { method: 'DELETE' })).status, 204);
    assert.equal(graph.server.hasTeamsApp(ben.id), false);
  });

  it('installs no unknown app, and nothing for machines', async () => {
    assert.equal((await graph.ask(appPath, { method: 'POST', body: bind(ids.botId) })).status, 404);
    const machine = someone(({ role }) => role === 'service');
    const answer = await graph.ask(`/users/${machine.id}/teamwork/installedApps`, {
      method: 'POST',
      body: bind(ids.catalogueAppId),
    });
    assert.equal(answer.status, 404);
    assert.deepEqual(installed, []);
  });

  it('finds the app in the catalogue by the id of its manifest', async () => {
    const path = (externalId: string) =>
      `/appCatalogs/teamsApps?$filter=${encodeURIComponent(`externalId eq '${externalId}'`)}`;
    assert.equal(valueAt((await graph.ask(path(ids.manifestId))).list()[0], 'id'), ids.catalogueAppId);
    assert.deepEqual((await graph.ask(path('other'))).list(), []);
  });

  it('notifies in the activity feed where the app is installed', async () => {
    assert.equal((await notify()).status, 403);
    await install();
    assert.equal((await notify()).status, 204);
    assert.equal((await notify({}, asApp('Mail.Send'))).status, 204, 'by the consent given with the installation');
    const [newest] = graph.server.notificationsOf(ben.id);
    assert.deepEqual([newest?.previewText, newest?.templateParameters[0]?.value], ['How is it going?', 'Ann']);
    assert.equal((await notify({ previewText: { content: 'x'.repeat(151) } })).status, 400);
    assert.equal((await notify({ topic: { source: 'text', value: 'No link' } })).status, 400);
  });

  it('lists the teams of a person, and the channels of a team', async () => {
    const teams = await graph.ask('/me/joinedTeams', { token: as(ben) });
    assert.deepEqual(
      teams.list().map((team) => valueAt(team, 'displayName')),
      ['Everyone'],
    );
    const coordinator = found(organisation.people.find(({ role }) => role === 'coordinator'));
    assert.equal((await graph.ask('/me/joinedTeams', { token: as(coordinator) })).list().length, 2);
    const channels = await graph.ask(`/teams/${String(valueAt(teams.list()[0], 'id'))}/channels`);
    assert.deepEqual(
      channels.list().map((channel) => valueAt(channel, 'displayName')),
      ['General', 'Mentoring'],
    );
  });
});
