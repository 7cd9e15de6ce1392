import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Failure } from '../../../src/platform/errors.ts';
import { graphCalls } from '../../../src/platform/graph/permissions.ts';
import { checked, nameWords, outcomes, type Facts } from '../../../src/platform/telemetry/facts.ts';
import { patternOf } from '../../../src/platform/telemetry/paths.ts';
import { begin, note, step, traceId, traceparent, type EndedStep } from '../../../src/platform/telemetry/steps.ts';

interface Told {
  readonly steps: readonly EndedStep[];
  readonly sampled: boolean;
}

function listening(from?: string, { trusted = true, sampled = true } = {}) {
  const told: Told[] = [];
  const listener = {
    told: (steps: readonly EndedStep[], trace: { sampled: boolean }) => void told.push({ steps, ...trace }),
  };
  const open = begin('job', { lane: 'usual' }, { listener, now: 1_000, from, trusted, sampled: () => sampled });
  return { open, told };
}

const read = (work: () => Promise<unknown> = async () => undefined) =>
  step('storage', { operation: 'read', store: 'people' }, work);

describe('steps of a trace', () => {
  it('stand inside of what awaits them, also side by side', async () => {
    const { open, told } = listening();
    await open.run(async () => {
      await Promise.all([read(), step('call', { service: 'graph' }, () => read())]);
    });
    open.end(false);
    const [{ steps }] = told as [Told];
    const [root, call] = [steps.find(({ kind }) => kind === 'job')!, steps.find(({ kind }) => kind === 'call')!];
    assert.deepEqual(
      steps
        .filter(({ kind }) => kind === 'storage')
        .map(({ parentId }) => parentId ?? '')
        .toSorted(),
      [root.id, call.id].toSorted(),
    );
    assert.equal(new Set(steps.map((one) => one.traceId)).size, 1);
    assert.equal(root.parentId, undefined);
    assert.ok(steps.every(({ at, ms }) => at >= 1_000 && ms >= 0));
  });

  it('go on where a message says they came from, and are told or not as was decided there', async () => {
    for (const flag of ['1', '0']) {
      const from = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-0${flag}`;
      const { open, told } = listening(from, { sampled: flag === '0' });
      assert.equal(
        open.run(() => traceId()),
        'a'.repeat(32),
      );
      assert.match(open.run(() => traceparent()) ?? '', new RegExp(`^00-a{32}-[0-9a-f]{16}-0${flag}$`));
      open.end(false);
      assert.equal(told[0]?.sampled, flag === '1');
      assert.equal(told[0]?.steps[0]?.parentId, 'b'.repeat(16));
    }
  });

  it('take an id from outside, but not the decision to be told', () => {
    const from = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const { open, told } = listening(from, { trusted: false, sampled: false });
    open.end(false);
    assert.equal(open.traceId, 'a'.repeat(32));
    assert.equal(told[0]?.sampled, false);
  });

  it('begin anew where the header is none', () => {
    for (const from of ['', 'x', `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`, `00-${'a'.repeat(32)}-01`]) {
      const { open } = listening(from);
      assert.match(open.traceId, /^[0-9a-f]{32}$/);
      assert.notEqual(open.traceId, 'a'.repeat(32));
    }
  });

  it('are just the work outside of a door, and where nobody listens', async () => {
    assert.equal(await read(async () => traceId()), undefined);
    const { open } = {
      open: begin('request', {}, { listener: undefined, now: 1, trusted: false, sampled: () => true }),
    };
    assert.equal(await open.run(() => read(async () => traceId())), open.traceId);
  });

  it('fail by a fault of ours or a service that is away, and not by what can be expected', async () => {
    const { open, told } = listening();
    const thrown = [new Failure('conflict', 'a'), new Failure('unavailable', 'a'), new TypeError('a')];
    await open.run(async () => {
      for (const error of thrown) await read(() => Promise.reject(error)).catch(() => undefined);
      await step('call', {}, async () => note({ status: 503 }));
    });
    open.end(false);
    assert.deepEqual(
      told[0]?.steps.map(({ facts, failed }) => [facts.outcome ?? facts.status, failed]),
      [
        ['conflict', false],
        ['unavailable', true],
        ['fault', true],
        [503, true],
        [undefined, false],
      ],
    );
  });

  it('that end after their door are told by themselves', async () => {
    const { open, told } = listening();
    let finish = (): void => undefined;
    const late = open.run(() => read(() => new Promise<void>((resolve) => (finish = resolve))));
    open.end(false);
    finish();
    await late;
    assert.deepEqual(
      told.map(({ steps }) => steps.map(({ kind }) => kind)),
      [['job'], ['storage']],
    );
    assert.equal(told[1]?.steps[0]?.parentId, told[0]?.steps[0]?.id);
  });

  it('are counted where they are too many', async () => {
    const { open, told } = listening();
    await open.run(async () => {
      for (let turn = 0; turn < 1_000; turn += 1) await read();
    });
    open.end(false);
    assert.equal(told[0]?.steps.length, 401);
    assert.equal(told[0]?.steps.at(-1)?.facts.untold, 600);
  });
});

describe('what may be said of a step', () => {
  nameWords('route', ['/api/me/home']);
  nameWords('verb', ['checkins.answer']);
  nameWords('job', ['checkins.ask']);

  it('is a number or a word of a closed set, whatever it was given', () => {
    const texts = fc.oneof(fc.string(), fc.constantFrom('An Peeters', 'an@example.test', '/api/people/0a1b2c3d'));
    const names = [
      'method',
      'route',
      'status',
      'activity',
      'verb',
      'job',
      'lane',
      'tries',
      'outcome',
      'service',
      'path',
    ];
    const any = fc.dictionary(
      fc.oneof(
        fc.constantFrom(...names, 'store', 'operation', 'rows', 'untold', '__proto__', 'constructor'),
        fc.string(),
      ),
      fc.oneof(texts, fc.double(), fc.anything()),
    );
    fc.assert(
      fc.property(any, (facts) => {
        const said = Object.entries(checked(facts as Facts));
        for (const [name, value] of said) {
          assert.ok([...names, 'store', 'operation', 'rows', 'untold'].includes(name), name);
          if (typeof value === 'number') assert.ok(Number.isFinite(value));
          else assert.ok(value === 'other' || isKnown(value as string), String(value));
        }
      }),
      { numRuns: 3_000 },
    );
  });
  const isKnown = (word: string): boolean =>
    [word].some((one) => /^[a-z0-9-]+$/i.test(one) || one.startsWith('/') || one.includes('.')) &&
    !['An Peeters', 'an@example.test', '/api/people/0a1b2c3d'].includes(word);

  it('keeps the words of the doors', () => {
    const facts = {
      route: '/api/me/home',
      verb: 'checkins.answer',
      job: 'checkins.ask',
      outcome: outcomes[0],
    } as const;
    assert.deepEqual(checked(facts), facts);
    assert.deepEqual(checked({ route: '/api/people/an', verb: 'x', status: Number.NaN }), {
      ...{ route: 'other', verb: 'other', status: 0 },
    });
  });
});

describe('the pattern of an address', () => {
  it('is its own for every call of Graph, whatever the ids are', () => {
    for (const call of Object.keys(graphCalls)) {
      const pattern = call.slice(call.indexOf(' ') + 1);
      const path = `/v1.0${pattern.replaceAll(/\{\w+\}/g, encodeURIComponent('an@example.test/../me'))}`;
      assert.equal(patternOf('graph', path), pattern);
    }
  });

  it('knows the connector, Entra and the vault, and tells nothing of what it does not know', () => {
    const [conversation, key] = ['a%3Ab', 'https-key'];
    for (const [service, path, pattern] of [
      ['connector', `/emea/tenant-1/v3/conversations/${conversation}/activities`, '/v3/conversations/{id}/activities'],
      ['connector', `/v3/conversations/${conversation}/activities/17`, '/v3/conversations/{id}/activities/{id}'],
      ['entra', '/8d1c/oauth2/v2.0/token', '/oauth2/v2.0/token'],
      ['vault', `/keys/${key}/v1/unwrapkey`, '/keys/{id}/{id}/unwrapkey'],
      ['graph', '/v1.0/users/an@example.test/messages', 'other'],
      ['other', '/an.peeters', 'other'],
    ] as const)
      assert.equal(patternOf(service, path), pattern);
  });
});
