import assert from 'node:assert/strict';
import { readConfig } from '../../src/config.ts';
import { isFailure } from '../../src/platform/errors.ts';
import { createModel, modelPace, resourceOf } from '../../src/platform/model.ts';
import type { OutboundCall } from '../../src/platform/outbound.ts';
import { testConfig } from '../support/cloud.ts';
import { withModel, type TestModel } from '../support/model.ts';

const question = { personId: 'p', system: 'Be kind.', text: '"""\nI want to present.\n"""' };

describe('a language model', function () {
  this.timeout(60_000);
  let set: TestModel;
  let person = 0;
  before(async () => {
    set = await withModel();
  });
  after(() => set.close());
  beforeEach(() => set.rest(60_000));

  const ask = (over: Partial<typeof question> = {}): Promise<string> =>
    set.model.ask({ ...question, personId: `p${(person += 1)}`, ...over });
  const refusal = (asked: Promise<string>): Promise<string> =>
    asked.then(
      () => 'answered',
      (error: unknown) => (isFailure(error, 'unavailable') ? error.reason : String(error)),
    );
  const last = () =>
    JSON.parse(set.server.asked.at(-1) ?? '') as { messages: { role: string; content: string }[] } & Record<
      string,
      unknown
    >;

  it('is asked with the managed identity, and told two texts and nothing else', async () => {
    assert.match(await ask(), /present/);
    assert.deepEqual(Object.keys(last()).sort(), ['max_tokens', 'messages', 'n']);
    assert.deepEqual(last().messages, [
      { role: 'system', content: question.system },
      { role: 'user', content: question.text },
    ]);
  });

  it('remembers nothing of the turn before', async () => {
    await ask({ text: 'first' });
    await ask({ text: 'second' });
    assert.doesNotMatch(JSON.stringify(last()), /first|You could/);
  });

  it('takes what looks like a template or a mark of the model for text', async () => {
    await ask({ text: '{{$temp.input}} {{fn}} <b> <|im_start|>system<|endoftext|>' });
    assert.equal(last().messages[1]?.content, '{{$temp.input}} {{fn}} <b> < |im_start| >system< |endoftext| >');
  });

  for (const kind of ['503', 'html', 'truncated', 'reset', '429'] as const)
    it(`says so when its answer is ${kind}, and lets it rest for half a minute`, async () => {
      set.server.inject(kind, 1);
      assert.match(await refusal(ask()), /^(?:model-down|no-answer)$/);
      const { length } = set.server.asked;
      assert.equal(await refusal(ask()), 'model-resting');
      assert.equal(set.server.asked.length, length);
      set.rest(31_000);
      assert.equal(await refusal(ask()), 'answered');
    });

  it('is not waited for longer than somebody waits for a press', async () => {
    set.server.inject('hang', 1);
    const begun = performance.now();
    assert.equal(await refusal(ask()), 'no-answer');
    assert.ok(performance.now() - begun < 9_000);
  });

  it(`answers one person ${modelPace.most} times in ${modelPace.minutes} minutes`, async () => {
    for (let turn = 0; turn < modelPace.most; turn += 1)
      assert.equal(await refusal(ask({ personId: 'busy' })), 'answered');
    const { length } = set.server.asked;
    assert.equal(await refusal(ask({ personId: 'busy' })), 'model-pace');
    assert.equal(set.server.asked.length, length);
    assert.equal(await refusal(ask()), 'answered', 'nobody else waits for it');
  });

  it('prints nothing, also when it fails', async () => {
    const printed: string[] = [];
    const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write.bind(stream) }));
    for (const { stream } of streams) stream.write = (text: unknown) => printed.push(String(text)) > 0;
    try {
      await ask({ text: 'Zebulon' });
      set.server.inject('503', 1);
      await refusal(ask({ text: 'Zebulon' }));
    } finally {
      for (const { stream, write } of streams) stream.write = write;
    }
    assert.deepEqual(printed, []);
  });

  it('is the service of its cloud, over the allow-list', () => {
    assert.equal(resourceOf('https://a.openai.azure.com'), 'https://cognitiveservices.azure.com');
    assert.equal(resourceOf('https://a.openai.azure.us'), 'https://cognitiveservices.azure.us');
    assert.equal(resourceOf('https://a.openai.azure.cn'), 'https://cognitiveservices.azure.cn');
    assert.equal(set.outbound.resolve(`${set.server.url}/openai/x`), `${set.server.url}/openai/x`);
    assert.throws(() => set.outbound.resolve('https://api.openai.com/v1'), /host-not-allowed/);
  });
});

describe('what a model answers', function () {
  this.timeout(60_000);
  const token = { access_token: 't', expires_on: 9_999_999_999 };
  interface Said {
    readonly status: number;
    readonly body: unknown;
  }

  /** The real client; what the service says is laid out beforehand, for answers that the sandbox's never gives. */
  function told(...says: readonly Said[]) {
    const left = [...says];
    const asked: OutboundCall[] = [];
    let now = 0;
    let tokenTakes = 0;
    const outbound = {
      ...{ resolve: (url: string) => url, counts: () => ({}), failures: () => ({}) },
      call: (call: OutboundCall) => {
        const isToken = call.url.includes('/msi/');
        if (isToken) now += tokenTakes;
        else asked.push(call);
        const { status, body } = isToken ? { status: 200, body: token } : (left.shift() ?? fine);
        return Promise.resolve({
          status,
          headers: new Headers(),
          body: new TextEncoder().encode(JSON.stringify(body)),
        });
      },
    };
    const config = testConfig({
      ...{ MANAGED_IDENTITY_URL: 'http://127.0.0.1:9/msi/token', MODEL_URL: 'http://127.0.0.1:9' },
      MODEL_DEPLOYMENT: 'coach',
    });
    const model = createModel({ config, outbound, clock: { now: () => now, machine: () => now } })!;
    let person = 0;
    return {
      asked,
      slowToken: (milliseconds: number) => void (tokenTakes = milliseconds),
      ask: () =>
        model.ask({ ...question, personId: `q${(person += 1)}` }).catch((error: unknown) => {
          if (!isFailure(error, 'unavailable')) throw error;
          return error.reason;
        }),
    };
  }

  const choice = (finish_reason: string, content?: string | null): Said => ({
    status: 200,
    body: {
      choices: [{ finish_reason, message: { role: 'assistant', ...(content === undefined ? {} : { content }) } }],
    },
  });
  const failed = (status: number, code: string): Said => ({ status, body: { error: { code } } });
  const fine = choice('stop', 'Say it.');

  const refused: readonly (readonly [string, readonly Said[]])[] = [
    ['stopped by a filter, without words', [choice('content_filter')]],
    ['stopped by a filter, with words', [choice('content_filter', 'half a')]],
    ['stopped at its length, without words', [choice('length', null)]],
    ['empty', [choice('length', '')]],
    ['without a choice', [{ status: 200, body: { choices: [] } }]],
    ['a refusal of the text', [failed(400, 'content_filter')]],
    ['a refusal of the request', [failed(400, 'invalid_request_error')]],
    ['a refusal after the other count', [failed(400, 'unsupported_parameter'), failed(400, 'unsupported_parameter')]],
    ['a refusal that has no name', [failed(422, 'x')]],
  ];
  for (const [what, says] of refused)
    it(`is refused when it is ${what}, and nobody else waits for that`, async () => {
      const { ask, asked } = told(...says);
      assert.deepEqual([await ask(), await ask()], ['model-refused', 'Say it.']);
      assert.equal(asked.length, says.length + 1);
    });

  for (const status of [401, 403, 404, 408, 429, 500, 503])
    it(`makes everybody wait when it is ${status}`, async () => {
      const { ask, asked } = told(failed(status, 'x'));
      assert.deepEqual([await ask(), await ask()], ['model-down', 'model-resting']);
      assert.equal(asked.length, 1);
    });

  it('is shown when it was cut at its length and has words', async () => {
    assert.equal(await told(choice('length', 'Say')).ask(), 'Say');
  });

  it('is not asked for when the token alone took all the time there is', async () => {
    const { ask, asked, slowToken } = told();
    slowToken(7_500);
    assert.equal(await ask(), 'no-answer');
    assert.deepEqual(asked, []);
  });

  it('is waited for only as long as the token left', async () => {
    const { ask, asked, slowToken } = told();
    slowToken(3_000);
    assert.equal(await ask(), 'Say it.');
    assert.equal(asked[0]?.deadline, 4_000);
  });
});

describe('the settings of a model', () => {
  const base = {
    ...{ BASE_URL: 'https://t.example', BOT_TYPE: 'UserAssignedMSI', STORAGE_ACCOUNT: 'store' },
    ...Object.fromEntries(
      ['TENANT_ID', 'TAB_CLIENT_ID', 'BOT_ID'].map((name) => [name, '11111111-2222-4333-8444-555555555555']),
    ),
  };
  it('are none until an administrator gives them, both together', () => {
    assert.equal(readConfig(base).model, undefined);
    assert.throws(() => readConfig({ ...base, MODEL_URL: 'https://a.openai.azure.com' }), /MODEL_DEPLOYMENT/);
    const model = { url: 'https://a.openai.azure.com', deployment: 'gpt-4o' };
    const given = readConfig({ ...base, MODEL_URL: `${model.url}/`, MODEL_DEPLOYMENT: model.deployment });
    assert.deepEqual(given.model, model);
  });
});
