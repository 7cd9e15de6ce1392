import assert from 'node:assert/strict';
import { callerFor, aPerson, testApp, type TestApp } from '../../../support/app.ts';
import { withModel, type TestModel } from '../../../support/model.ts';
import { filtered, privateIn, shown } from '../../../../src/features/training/coach/filter/rules.ts';
import { keyOf, tokensIn } from '../../../../src/features/training/coach/phrases/rules.ts';
import { answerText } from '../../../../src/features/training/coach/usecases.ts';
import { courseIds } from '../../../../src/features/training/model.ts';
import { courseIn } from '../../../../src/features/training/store.ts';
import { languages, type Language } from '../../../../src/platform/words.ts';
import { generateOrganisation } from '../../../../src/sandbox/organisation/generate.ts';
import { syncRows } from '../../../../src/features/people/store.ts';
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
    // The directory has been read, so that its names are remembered.
    await app.deps.tables.commit([syncRows.put('system', 'directory', { finishedAt: 1, people: colleagues.length })]);
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

/** How somebody is named in a sentence: whole, by given name, beside another, after a title. */
const sentences: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    'Ik wil {given} {family} zeggen dat het laat was.',
    'Gisteren zei {given} dat het beter kan.',
    'Ik praat met mevrouw {family} over het plan.',
  ],
  fr: [
    'Je veux dire à {given} {family} que c’était tard.',
    'Hier {given} m’a dit de faire mieux.',
    'Je parle avec madame {family} du plan.',
  ],
  de: [
    'Ich will {given} {family} sagen, dass es spät war.',
    'Gestern hat {given} das gesagt.',
    'Ich rede mit Frau {family} über den Plan.',
  ],
  en: [
    'I want to tell {given} {family} that it was late.',
    'Yesterday {given} told me to do better.',
    'I talk with ms {family} about the plan.',
  ],
};

describe('the filter', () => {
  it('finds everybody of a directory in sentences of four languages', () => {
    const { people } = generateOrganisation({ seed: 23, people: 150, now: new Date('2026-11-23') });
    const named = people.flatMap(({ givenName, surname }) =>
      givenName && surname ? [{ given: givenName, family: surname }] : [],
    );
    const keys = (all: readonly string[]) => new Set(all.flatMap((one) => tokensIn(one).map(({ key }) => key)));
    const names = { given: keys(named.map(({ given }) => given)), family: keys(named.map(({ family }) => family)) };
    const through: string[] = [];
    let tried = 0;
    for (const language of languages)
      for (const sentence of sentences[language])
        for (const { given, family } of named) {
          const text = sentence.replace('{given}', given).replace('{family}', family);
          const out = filtered(text, language, names);
          tried += 1;
          const parts = [
            ...(sentence.includes('{given}') ? [given] : []),
            ...(sentence.includes('{family}') ? [family] : []),
          ];
          if (out.outcome === 'clean' && parts.some((one) => out.text.includes(one))) through.push(out.text);
        }
    process.stdout.write(`      ${tried} sentences\n`);
    assert.ok(tried > 1_000);
    assert.deepEqual(through, []);
  });

  it('holds no sentence back that a course holds, but few', () => {
    for (const language of languages) {
      const texts = courseIds.flatMap((id) =>
        courseIn(id, language).steps.flatMap(({ text }) => text.split(/(?<=[.!?])\s+/)),
      );
      const kept = texts.filter((one) => privateIn(one).length > 0);
      assert.ok(
        kept.length < texts.length / 12,
        `${language}: ${kept.length} of ${texts.length}\n${kept.slice(0, 20).join('\n')}`,
      );
    }
  });

  it('says how many names and numbers it took out', () => {
    const names = { given: new Set(['sofie']), family: new Set(['vermeulen']) };
    const out = filtered('I want to tell Sofie Vermeulen to mail a.b@c.example.', 'en', names);
    assert.deepEqual(out, { outcome: 'clean', text: 'I want to tell [somebody] to mail [left out].', left: 2 });
  });
});
