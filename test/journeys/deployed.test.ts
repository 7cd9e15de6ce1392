import assert from 'node:assert/strict';
import { day } from '../../src/platform/clock.ts';
import { pause } from '../../src/platform/clock.ts';
import { someAnswers } from '../support/applications.ts';
import {
  build,
  deploy,
  isReady,
  productionSettings,
  sizeOf,
  startDeployed,
  type Deployed,
} from '../support/deployed.ts';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../support/sandbox.ts';

interface Message {
  readonly id: string;
  readonly card?: { readonly actions?: readonly { title: string; verb?: string }[] };
}

describe('what is deployed, with the settings of production', function () {
  this.timeout(400_000);
  let sandbox: TestSandbox;
  let deployed: Awaited<ReturnType<typeof deploy>>;
  let app: Deployed;
  let [coordinator, mentor]: (SandboxPerson | undefined)[] = [];
  const dated = (days: number): string => new Date(Date.now() + days * day).toISOString().slice(0, 10);
  const messagesOf = ({ id }: SandboxPerson): Promise<Message[]> => sandbox.control(`/messages?personId=${id}`);

  before(async () => {
    await build();
    deployed = await deploy();
    sandbox = await startTestSandbox('--people', '60', '--production');
    const settings = productionSettings(sandbox.data);
    app = await startDeployed(deployed.folder, settings, Number(settings['PORT']));
    const people = await sandbox.control<SandboxPerson[]>('/people');
    coordinator = people.find(({ role, hasMailbox }) => role === 'coordinator' && hasMailbox);
    mentor = people.find(({ role, hasMailbox, enabled }) => role === 'employee' && hasMailbox && enabled);
    await until('the directory is there', async () => {
      const found = await sandbox.api<unknown[]>(coordinator!.id, 'POST', '/people/search', { words: mentor!.name });
      return found.length > 0;
    });
  });
  after(async () => {
    app?.child.kill('SIGKILL');
    await sandbox?.stop();
    await deployed?.remove();
  });

  async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
    for (let turn = 0; turn < 100; turn += 1) {
      if (await holds()) return;
      await pause(300);
    }
    assert.fail(`${what}: not so, and it said:\n${app.said().slice(-2000)}`);
  }

  it('starts from a folder without packages of developers, over TLS alone, and without a secret', async function () {
    const settings = productionSettings(sandbox.data);
    assert.equal(settings['NODE_ENV'], 'production');
    for (const [name, value] of Object.entries(settings)) {
      assert.ok(!/SECRET|PASSWORD|CONNECTION|ACCOUNT_KEY/.test(name), name);
      if (value.startsWith('http:')) assert.equal(name, 'IDENTITY_ENDPOINT', 'inside the machine alone');
    }
    const [own, all] = [await sizeOf(`${deployed.folder}/content`), await sizeOf(deployed.folder)];
    const packages = await sizeOf(`${deployed.folder}/node_modules`);
    this.test!.title += ` (dist ${Math.round(all - packages)} MB of which material ${own.toFixed(1)}, packages ${Math.round(packages)} MB, ready after ${(app.readyMs / 1000).toFixed(1)} s, ${Math.round(app.memory())} MB)`;
    assert.ok(app.readyMs < 60_000);
  });

  it('signs people in, and acts in their calendar with their own rights, on the proof of the managed identity', async () => {
    const { id } = await sandbox.api<{ id: string }>(coordinator!.id, 'POST', '/programmes', {
      ...{ name: 'Growing together', language: 'en', goals: [], startsOn: dated(40), endsOn: dated(300) },
      ...{ forWhom: 'Colleagues who know few people here.', why: 'A talk a month helps.', howChosen: 'Everybody.' },
    });
    await sandbox.api(coordinator!.id, 'POST', `/programmes/${id}/calls`, {
      ...{ audience: { kind: 'all' }, words: {}, closesOn: dated(20) },
    });
    const start = Math.ceil((Date.now() + 15 * day) / day) * day + 10 * 3_600_000;
    const sessions = `/programmes/${id}/sessions`;
    const made = await sandbox.api<{ id: string }>(coordinator!.id, 'POST', sessions, {
      ...{ kind: 'workshop', forWhom: 'both', title: 'The first talk', about: 'How to begin.', language: 'en' },
      ...{ start, minutes: 60, place: 'Room 3', online: false, link: '', seats: 8, closesOn: dated(12) },
    });
    await sandbox.api(coordinator!.id, 'POST', `${sessions}/${made.id}/entry`);
    const from = new Date(start).toISOString().slice(0, 10);
    const entries = await sandbox.control<unknown>(`/calendar?personId=${coordinator!.id}&from=${from}`);
    // Under a neutral title: calendars are read over shoulders.
    assert.match(JSON.stringify(entries), /"location":"Room 3","booked":true/);
    const answers = someAnswers({ role: 'mentor', offered: [{ topic: 'networking', level: 2 }] });
    await sandbox.api(mentor!.id, 'PUT', `/programmes/${id}/application`, { answers, apply: true });
  });

  it('sends a card by its worker, and answers a press on it', async () => {
    const { path } = await sandbox.api<{ path: { id: string }[] }>(mentor!.id, 'GET', '/me/training');
    await sandbox.control('/chat', { personId: mentor!.id, text: 'hello' });
    await sandbox.api(mentor!.id, 'POST', `/me/courses/${path[0]!.id}/chat`);
    let message: Message | undefined;
    await until('the card has arrived', async () => {
      message = (await messagesOf(mentor!)).find(({ card }) =>
        card?.actions?.some((one) => one.verb === 'training.step'),
      );
      return message !== undefined;
    });
    const action = message!.card!.actions!.find((one) => one.verb === 'training.step')!.title;
    const answer = await sandbox.control<{ status: number; type: string; value: unknown }>(
      ...([`/messages/${message!.id}/actions`, { personId: mentor!.id, action }] as const),
    );
    assert.equal(answer.status, 200);
    assert.match(answer.type, /adaptive/);
    assert.notDeepEqual(answer.value, message!.card);
  });

  it('does not begin where nothing could work: it says what to do, and leaves the other installation alone', async () => {
    const settings = productionSettings(sandbox.data);
    const stranger = '11111111-2222-4333-8444-555555555555';
    const nowhere = ['table', 'queue', 'blob'].map((name) => `${name}=https://127.0.0.1:1/none`).join(',');
    const start = (over: object): Promise<Deployed> => startDeployed(deployed.folder, { ...settings, ...over });
    const says =
      (...words: RegExp[]) =>
      (error: Error) => {
        assert.match(error.message, /ended with 1/);
        for (const one of words) assert.match(error.message, one);
        assert.ok(!/^\s+at /m.test(error.message), 'a stack is no sentence');
        return true;
      };
    await assert.rejects(start({ TENANT_ID: stranger }), says(/TENANT_ID: Microsoft Entra ID knows no tenant 1111/));
    await assert.rejects(
      start({ BOT_ID: stranger }),
      says(/BOT_ID: this machine has no managed/, /belongs to another inst/),
    );
    await assert.rejects(start({ MANAGED_IDENTITY_CLIENT_ID: stranger }), says(/managed identity/));
    await assert.rejects(start({ STORAGE_URLS: nowhere }), says(/Storage .* does not answer/));
    assert.ok(await isReady(app.url));
  });

  it('is not ready any more as soon as it is told to stop, answers all the same, and ends within 25 s', async function () {
    const personId = coordinator!.id;
    const stopped = app.stop();
    await until('it says that it ends', async () => !(await isReady(app.url)));
    const ready = await fetch(`${app.url}/health/ready`);
    assert.deepEqual([ready.status, await ready.json()], [503, { ready: false, because: ['ending'] }]);
    assert.ok(
      Array.isArray(await sandbox.api(personId, 'GET', '/programmes')),
      'requests are answered until it is over',
    );
    const { code, ms } = await stopped;
    this.test!.title += ` (${(ms / 1000).toFixed(1)} s)`;
    assert.equal(code, 0, app.said().slice(-2000));
    assert.ok(ms < 25_000);
  });
});
