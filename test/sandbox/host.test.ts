import assert from 'node:assert/strict';
import { decodeJwt } from 'jose';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../support/sandbox.ts';
import { choicesIn } from '../support/inputs.ts';

interface Message {
  readonly id: string;
  readonly at: string;
  readonly card?: { readonly actions?: readonly { title: string; verb?: string }[] };
}

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

const day = 86_400_000;

describe('the control API of the sandbox', function () {
  this.timeout(300_000);
  let sandbox: TestSandbox;
  let people: readonly SandboxPerson[] = [];
  const byRole = (role: string): SandboxPerson => {
    const found = people.find((one) => one.role === role);
    assert.ok(found, `nobody is ${role}`);
    return found;
  };

  before(async () => {
    sandbox = await startTestSandbox('--people', '60');
    await sandbox.control('/clock', { hours: 0 });
    people = await sandbox.control<SandboxPerson[]>('/people');
  });
  after(() => sandbox?.stop());

  const send = async (path: string, body: unknown): Promise<Answer> => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${sandbox.host}/sandbox${path}`, { method: 'POST', headers, body: text });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  };
  const messagesOf = (personId: string): Promise<Message[]> => sandbox.control(`/messages?personId=${personId}`);
  /** One after the other in a few hands: all at once would be more than Teams lets the bot answer. */
  const forEverybody = async (each: (person: SandboxPerson) => Promise<void>): Promise<void> => {
    const waiting = [...people];
    const hand = async (): Promise<void> => {
      for (let one = waiting.shift(); one; one = waiting.shift()) await each(one);
    };
    await Promise.all(Array.from({ length: 4 }, hand));
  };

  it('names everybody with id, name, role and language, and the fixed roles', () => {
    assert.ok(people.length >= 60);
    const count = (role: string): number => people.filter((one) => one.role === role).length;
    assert.deepEqual(['administrator', 'coordinator', 'adviser'].map(count), [1, 2, 1]);
    for (const { id, name, language } of people) {
      assert.match(id, /^[0-9a-f-]{36}$/);
      assert.ok(name.length > 0);
      assert.match(language, /^(nl|fr|de|en)$/);
    }
  });

  it('gives every person a token that the app accepts as theirs', async () => {
    await forEverybody(async ({ id, name }) => {
      const { token } = await sandbox.control<{ token: string }>('/token', { personId: id });
      assert.equal(decodeJwt(token)['oid'], id, name);
      const headers = { authorization: `Bearer ${token}` };
      const { status } = await fetch(`${sandbox.app}/api/me/invitations`, { headers });
      assert.notEqual(status, 401, name);
      assert.ok(status < 500, `${name}: ${status}`);
    });
  });

  it('brings every person what they get in chat, newest first, with the JSON of the card', async () => {
    await forEverybody(async ({ id, name }) => {
      await sandbox.control('/chat', { personId: id, text: 'hello' });
      const got = await messagesOf(id);
      assert.ok(got.length >= 1, `${name} got no answer`);
      assert.ok(got[0]?.card, `${name} got no card`);
      const times = got.map(({ at }) => at);
      assert.deepEqual(times, times.toSorted().toReversed(), name);
    });
  });

  it('keeps a calendar and a mailbox for every person', async () => {
    await forEverybody(async ({ id, name }) => {
      for (const path of ['/calendar', '/mail'])
        assert.ok(Array.isArray(await sandbox.control(`${path}?personId=${id}`)), `${path} of ${name}`);
    });
  });

  it('moves the clock by days and hours or to an instant, and answers when all that fell due is done', async () => {
    const now = async (): Promise<number> => Date.parse((await sandbox.control<{ now: string }>('/clock')).now);
    const before = await now();
    const moved = await sandbox.control<{ now: string; stuck: unknown[] }>('/clock', { days: 2, hours: 3 });
    assert.deepEqual(moved.stuck, []);
    const passed = (await now()) - before;
    assert.ok(passed >= 2 * day + 3 * 3_600_000 && passed < 2 * day + 4 * 3_600_000, `${passed} ms`);
    const to = new Date((await now()) + day).toISOString();
    await sandbox.control('/clock', { to });
    assert.ok((await now()) >= Date.parse(to));
  });

  it('presses a button by its title for everybody who has the card, and hands over the answer of the invoke', async () => {
    const { id: coordinator } = byRole('coordinator');
    const { now } = await sandbox.control<{ now: string }>('/clock');
    const closesOn = new Date(Date.parse(now) + 20 * day).toISOString().slice(0, 10);
    const draft = { audience: { kind: 'everybody' }, closesOn };
    const { id: surveyId } = await sandbox.api<{ id: string }>(coordinator, 'POST', '/surveys', draft);
    await sandbox.api(coordinator, 'POST', `/surveys/${surveyId}/open`);
    await sandbox.control('/clock', { days: 4 });
    // The others answer in the next test.
    const most = 40;
    let pressed = 0;
    await forEverybody(async ({ id: personId, name }) => {
      const message = (await messagesOf(personId)).find(({ card }) => titleOf(card, 'surveys.answer'));
      if (!message || pressed === most) return;
      pressed += 1;
      const action = titleOf(message.card, 'surveys.answer')!;
      const inputs = Object.fromEntries(choicesIn(message.card).map((id) => [id, '4']));
      const { status, body } = await send(`/messages/${message.id}/actions`, { personId, action, inputs });
      assert.equal(status, 200, name);
      assert.equal(body['statusCode'], 200, name);
      assert.equal(body['type'], 'application/vnd.microsoft.card.adaptive', name);
    });
    assert.equal(pressed, most, 'so many had the card');
  });

  it('says which buttons a card has when it has no such one, and shows nobody the message of another', async () => {
    const [one, other] = people.filter(({ role }) => role === 'coordinator');
    const [message] = await messagesOf(one!.id);
    const press = (personId: string, action: string): Promise<Answer> =>
      send(`/messages/${message!.id}/actions`, { personId, action, inputs: {} });
    const { status, body } = await press(one!.id, 'Fly away');
    assert.equal(status, 400);
    assert.match(String(body['error']), /no such action. It has: /);
    assert.ok(Array.isArray(body['actions']));
    assert.equal((await press(other!.id, 'Fly away')).status, 404);
  });

  it('lets seeded people act, and says how many did', async () => {
    assert.deepEqual(await send('/act', { what: 'answer-survey', count: 3 }), { status: 200, body: { did: 3 } });
    assert.deepEqual(await send('/act', { what: 'apply', count: 3 }), { status: 200, body: { did: 0 } });
  });

  it('answers bad input with 400 and a sentence that names what is wrong', async () => {
    const { id: personId } = byRole('coordinator');
    const cases: readonly (readonly [string, unknown, RegExp])[] = [
      ['/token', {}, /personId/],
      ['/token', { personId: 5 }, /personId/],
      ['/token', '{"personId":', /not JSON/],
      ['/clock', {}, /\{days\}, \{hours\} or \{to\}/],
      ['/clock', { days: -1 }, /days/],
      ['/clock', { weeks: 1 }, /weeks/],
      ['/clock', { days: 1, to: '2030-01-01' }, /either/],
      ['/clock', { to: '2001-01-01' }, /cannot go back/],
      ['/act', {}, /what/],
      ['/act', { what: 'fly' }, /"fly".*answer-survey/],
      ['/act', { what: 'apply', count: -3 }, /count/],
      ['/act', { what: 'answer-calls' }, /programmeId/],
      ['/chat', { personId, text: '' }, /text/],
      ['/messages/1/actions', { personId }, /action/],
      ['/faults', { service: 'phone', kind: '429', count: 1 }, /service.*connector/],
      ['/faults', { service: 'graph', kind: 'odd', count: 1 }, /kind.*reset-after-commit/],
      ['/faults', { service: 'graph', kind: '429', count: 0 }, /count/],
    ];
    for (const [path, wrong, says] of cases) {
      const { status, body } = await send(path, wrong);
      assert.equal(status, 400, `${path} ${JSON.stringify(wrong)}: ${status}`);
      assert.match(String(body['error']), says);
    }
  });

  it('says that nobody has an unknown id, and that a path is not known', async () => {
    for (const path of ['/messages', '/calendar', '/mail']) {
      assert.equal((await fetch(`${sandbox.host}/sandbox${path}`)).status, 400, path);
      const { status } = await fetch(`${sandbox.host}/sandbox${path}?personId=nobody`);
      assert.equal(status, 404, path);
    }
    const { status, body } = await send('/token', { personId: 'nobody' });
    assert.equal(status, 404);
    assert.match(String(body['error']), /Nobody .*"nobody"/);
    assert.equal((await send('/nothing', {})).status, 404);
    assert.equal((await send('/teams/none/app', {})).status, 404);
  });

  it('answers its own machine and its own page only', async () => {
    const wish = {
      method: 'POST',
      headers: { origin: 'http://elsewhere.example', 'content-type': 'application/json' },
    };
    const { status } = await fetch(`${sandbox.host}/sandbox/clock`, { ...wish, body: '{"hours":0}' });
    assert.equal(status, 403);
  });

  it('takes a fault of every kind for every service, and the app outlives it', async () => {
    for (const service of ['graph', 'entra', 'connector', 'tables', 'queues', 'vault'])
      for (const kind of [429, '503', '504', 'hang', 'reset', 'reset-after-commit', 'truncated', 'html'])
        assert.equal((await send('/faults', { service, kind, count: 1 })).status, 200, `${service} ${kind}`);
    await sandbox.control('/clock', { hours: 0 });
    assert.equal((await fetch(`${sandbox.app}/health/live`)).status, 200);
  });
});

function titleOf(card: Message['card'], verb: string): string | undefined {
  return card?.actions?.find((one) => one.verb === verb)?.title;
}
