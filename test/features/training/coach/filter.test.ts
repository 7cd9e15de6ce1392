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

  const nobody = { given: new Set<string>(), family: new Set<string>() };
  const clean = (text: string, language: Language = 'en'): string => {
    const out = filtered(shown(text), language, nobody);
    assert.ok(out.outcome === 'clean', text);
    return out.text;
  };

  it('takes out a number however it is parted and in whatever digits', () => {
    const numbers = [
      ...['0470–12–34–56', '0470 - 12 - 34 - 56', '0470·12·34·56', '0470.12.34.56', '0470_12_34_56', '0470,12,34,56'],
      ...[
        '0470 – 12 – 34 – 56',
        '0470 · 12 · 34 · 56',
        '+32 (0) 470 / 12 / 34 / 56',
        '0470 • 12 • 34 • 56',
        '0470:12:34:56',
      ],
      ...[
        '٠٤٧٠١٢٣٤٥٦',
        '۰۴۷۰ ۱۲ ۳۴ ۵۶',
        '०४७०१२३४५६',
        '０４７０１２３４５６',
        '𞥐𞥔𞥗𞥐𞥑𞥒𞥓𞥔',
        '٤٧١١',
        '4711',
        '3200',
        '3.200',
        '3 200',
      ],
      ...['12–34–5', '19850412', '2026 1985 12', '0470\n123456'],
    ];
    for (const number of numbers) assert.equal(clean(`I say ${number} now.`), 'I say [left out] now.', number);
    assert.equal(clean('My staff no 4711 is old.'), 'My staff no [left out] is old.');
    assert.equal(clean('I earn 3200 euro.'), 'I earn [left out] euro.');
  });

  it('leaves years and small numbers', () => {
    for (const text of [
      'By June 2027 I want to present to 10 people.',
      'Since 1999, I do 3 of 12.',
      'At 9:30 or 10.30.',
    ])
      assert.equal(clean(text), text);
  });

  it('takes a German capital with the end of a noun for a name where nothing introduces it', () => {
    assert.equal(
      clean('Ich möchte Hartung sagen, dass Schilling zu spät kommt.', 'de'),
      'Ich möchte [jemand] sagen, dass [jemand] zu spät kommt.',
    );
    for (const text of [
      'Ich will die Bündelung und eine bessere Vernetzung.',
      'Ich freue mich auf meine neue Einteilung und will zur Staffelung mehr wissen.',
    ])
      assert.doesNotMatch(clean(text, 'de'), /(?:die|bessere|neue|zur) \[jemand\]/);
    const plain = 'Ich habe Schwierigkeiten mit Delegation und will Priorisierung üben.';
    assert.equal(clean(plain, 'de'), plain);
  });

  it('takes a word that nobody knows for a name after a word for a person, also in lower case', () => {
    const said: readonly (readonly [Language, string, string])[] = [
      ['en', 'I want my mentee xiomara to speak more.', 'I want my mentee [somebody] to speak more.'],
      ['en', 'How do I tell my new manager xiomara quispe that?', 'How do I tell my new manager [somebody] that?'],
      ['nl', 'Ik wil dat mijn mentee xiomara meer zegt.', 'Ik wil dat mijn mentee [iemand] meer zegt.'],
      ['fr', 'Je veux que ma mentorée xiomara parle plus.', 'Je veux que ma mentorée [quelqu’un] parle plus.'],
      ['de', 'Ich will meiner mentee xiomara mehr sagen.', 'Ich will meiner mentee [jemand] mehr sagen.'],
      // Whose reader reads another language.
      ['en', 'Ik wil dat mijn collega xiomara meer zegt.', 'Ik wil dat mijn collega [somebody] meer zegt.'],
    ];
    for (const [language, text, left] of said) assert.equal(clean(text, language), left);
    for (const [language, text] of [
      ['en', 'My mentor says that I should ask more.'],
      ['nl', 'Ik wil mijn leidinggevende vragen wat zij verwacht.'],
      ['fr', 'Je veux demander à mon responsable ce qu’il attend.'],
      ['de', 'Ich will meinen Chef fragen, was er erwartet.'],
    ] as const)
      assert.equal(clean(text, language), text);
  });

  it('says how many names and numbers it took out', () => {
    const names = { given: new Set(['sofie']), family: new Set(['vermeulen']) };
    const out = filtered('I want to tell Sofie Vermeulen to mail a.b@c.example.', 'en', names);
    assert.deepEqual(out, { outcome: 'clean', text: 'I want to tell [somebody] to mail [left out].', left: 2 });
  });
});
