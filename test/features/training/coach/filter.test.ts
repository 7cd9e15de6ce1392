import assert from 'node:assert/strict';
import { callerFor, aPerson, testApp, type TestApp } from '../../../support/app.ts';
import { withModel, type TestModel } from '../../../support/model.ts';
import { filtered, shown } from '../../../../src/features/training/coach/filter/rules.ts';
import { keyOf } from '../../../../src/features/training/coach/phrases/rules.ts';
import { answerText } from '../../../../src/features/training/coach/usecases.ts';
import type { Platform } from '../../../../src/platform/platform.ts';
import { colleagues, harmless, prompts, type Prompt } from './prompts.ts';

/** As a reader would find it: without case, accents and marks that are not seen. */
const read = (text: string): string => keyOf(shown(text)).replaceAll('’', "'");

describe('what the coach sends to a model', function () {
  this.timeout(120_000);
  let app: TestApp;
  let set: TestModel;
  let deps: Platform;

  before(async () => {
    [app, set] = await Promise.all([testApp(), withModel()]);
    await app.addPeople(
      ...colleagues.map((name, at) => aPerson(at + 1, { name, givenName: name.split(' ')[0] ?? '' })),
    );
    deps = { ...app.deps, model: set.model };
  });
  after(() => set.close());

  /** Everybody is somebody else, so that nobody's limit is met. */
  const ask = ({ language, help, text }: Omit<Prompt, 'planted'>, at: number) =>
    answerText(deps, callerFor(aPerson(1_000 + at), { language }), help, text);

  it('holds nothing of what was planted in 200 texts, in four languages', async () => {
    assert.equal(prompts.length, 200);
    const before = set.server.asked.length;
    const outcomes = new Map<string, number>();
    const through: string[] = [];
    for (const [at, prompt] of prompts.entries()) {
      const from = set.server.asked.length;
      const { outcome } = await ask(prompt, at);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      const sent = read(set.server.asked.slice(from).join('\n'));
      for (const planted of prompt.planted) {
        assert.ok(read(prompt.text).includes(read(planted)), `“${planted}” is not in “${prompt.text}”`);
        if (sent.includes(read(planted))) through.push(`${prompt.language}: “${planted}” of “${prompt.text}”`);
      }
    }
    const sent = set.server.asked.length - before;
    process.stdout.write(`      200 texts, ${sent} sent; ${JSON.stringify(Object.fromEntries(outcomes))}\n`);
    assert.deepEqual(through, []);
    assert.ok(sent > 60, 'a filter that sends nothing proves nothing');
  });

  it('is word for word what was typed where it is about nobody', async () => {
    const changed: string[] = [];
    for (const [at, prompt] of harmless.entries()) {
      const from = set.server.asked.length;
      const { outcome } = await ask(prompt, 500 + at);
      const body = set.server.asked.slice(from).map((one) => JSON.parse(one) as { messages: { content: string }[] });
      if (body[0]?.messages.at(-1)?.content !== `"""\n${prompt.text}\n"""`)
        changed.push(`${prompt.language} ${outcome}: ${body[0]?.messages.at(-1)?.content ?? prompt.text}`);
    }
    assert.deepEqual(changed, []);
  });
});

export const noNames = { given: new Set<string>(), family: new Set<string>() };
describe('the filter', () => {
  it('says how many names and numbers it took out', () => {
    const names = { given: new Set(['sofie']), family: new Set(['vermeulen']) };
    const out = filtered('I want to tell Sofie Vermeulen to mail a.b@c.example.', 'en', names);
    assert.deepEqual(out, { outcome: 'clean', text: 'I want to tell [somebody] to mail [left out].', left: 2 });
  });
});
