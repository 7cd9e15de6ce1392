import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bankItems, constructs, isOwn, itemsFor, questionSets } from '../../../src/features/surveys/bank/rules.ts';
import { setFile, setIds } from '../../../src/features/surveys/questions/model.ts';
import { say } from '../../../src/features/surveys/words.ts';
import { lixOf, wordingProblems } from '../../../src/features/surveys/wording/rules.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { languages } from '../../../src/platform/words.ts';

const folder = join(import.meta.dirname, '../../../src/features/surveys/content');
const items = [...bankItems.values()];

/** Ids that were given out: answers are kept under them, so none may go or change its meaning. */
const givenOut = [
  ...['time', 'join', 'fits', 'trust', 'chances', 'manager', 'ask', 'hesitate'],
  ...['belong-part', 'belong-asked', 'self-be', 'self-think', 'voice-counts', 'voice-heard', 'fair-grow', 'fair-know'],
  ...['mentor-listen', 'mentor-diverse', 'talk-open', 'talk-agreed', 'talk-next', 'talk-moved', 'values', 'ready-how'],
];

describe('the question bank', () => {
  it('has the sets that a programme needs, one file for each, and at least 90 own questions', () => {
    const files = readdirSync(folder).filter((name) => !/^(constructs|wording)\.json$/.test(name));
    assert.deepEqual(files.map((name) => name.replace('.json', '')).toSorted(), [...setIds].toSorted());
    assert.deepEqual(questionSets.map(({ id }) => id).toSorted(), [...setIds].toSorted());
    process.stdout.write(`      ${items.length} questions in ${questionSets.length} sets\n`);
    assert.ok(items.length >= 90, `${items.length}`);
  });

  it('keeps every id that was given out, and uses none twice', () => {
    for (const id of givenOut) assert.ok(bankItems.has(id), id);
    assert.ok(items.every((one) => !isOwn(one)));
    const written = setIds.flatMap((set) => {
      const file: unknown = JSON.parse(readFileSync(join(folder, `${set}.json`), 'utf8'));
      return setFile.parse(file).items.flatMap((one) => ('same' in one ? [] : [one.id]));
    });
    assert.equal(new Set(written).size, written.length);
    const asked = questionSets.flatMap((set) => set.items.map(({ id }) => id));
    for (const set of questionSets) assert.equal(new Set(set.items.map(({ id }) => id)).size, set.items.length, set.id);
    assert.deepEqual([...new Set(asked)].toSorted(), [...bankItems.keys()].toSorted());
  });

  it('asks nothing twice in any language, and leaves no language in English', () => {
    for (const language of languages)
      assert.equal(new Set(items.map(({ text }) => text[language].toLowerCase())).size, items.length, language);
    for (const { id, text } of items)
      assert.equal(new Set(languages.map((language) => text[language])).size, languages.length, id);
  });

  it('says of every question what it measures, why one asks it and where the idea comes from', () => {
    const known = new Map(constructs.map((one) => [one.id, one]));
    assert.equal(known.size, constructs.length);
    for (const one of items) assert.ok(known.has(one.construct ?? ''), one.id);
    for (const { id } of constructs)
      assert.ok(
        items.some((one) => one.construct === id),
        `nothing measures ${id}`,
      );
  });

  it('uses every kind, sections, conditions, and "choose 5 of 20"', () => {
    const kinds = new Set(items.map(({ kind }) => kind));
    assert.deepEqual([...kinds].toSorted(), ['agree', 'long', 'number', 'one', 'rank', 'several', 'short', 'zero-ten']);
    assert.ok(items.some(({ showIf }) => showIf));
    assert.ok(questionSets.some(({ sections }) => sections));
    const values = bankItems.get('values');
    assert.deepEqual([values?.most, values?.options?.length], [5, 20]);
  });

  it('says for every agree scale which end is good, and for no other', () => {
    for (const { id, kind, favours } of items) assert.equal(kind === 'agree', favours !== undefined, id);
    for (const { id, items: asked } of questionSets)
      for (const one of asked) if (one.section) assert.ok(questionSets.find((set) => set.id === id)?.sections, one.id);
  });

  it('passes its own help with the questions, in every language', () => {
    const found = items.flatMap((one) =>
      wordingProblems({ ...one, options: one.options?.map(({ text }) => text) }).map(
        ({ language, code, found: words }) => `${one.id} ${language} ${code} ${words}`,
      ),
    );
    assert.deepEqual(found, []);
  });

  it('reads easily: under LIX 46 in each set and language, and under 40, easy for most, over all of them', () => {
    for (const language of languages) {
      const all = lixOf(items.map(({ text }) => text[language]));
      process.stdout.write(`      ${language}: LIX ${all.toFixed(0)}\n`);
      assert.ok(all < 40, `${language}: ${all.toFixed(1)}`);
      for (const set of questionSets) {
        const lix = lixOf(set.items.map(({ text }) => text[language]));
        assert.ok(lix < 46, `${set.id} ${language}: ${lix.toFixed(1)}`);
      }
    }
    assert.ok(lixOf(['Organisatorische veranderingsbereidheid vereist leiderschapsondersteuning.']) > 60);
  });

  it('has agree scales in balance: two steps on each side of a middle, each side the other one reversed', () => {
    for (const language of languages) {
      const [no, ratherNo, middle, ratherYes, yes] = ([1, 2, 3, 4, 5] as const).map((at) =>
        say(language, `scale.${at}`),
      );
      assert.equal(new Set([no, ratherNo, middle, ratherYes, yes]).size, 5, language);
      const words = (text = ''): Set<string> => new Set(text.toLowerCase().split(/[\s’]+/));
      const shared = (one: Set<string>, other: Set<string>): boolean => [...one].some((word) => other.has(word));
      assert.ok(shared(words(no), words(ratherNo)) && shared(words(ratherYes), words(yes)), language);
    }
  });
});

describe('a plan', () => {
  const text = { nl: 'Ik leer hier bij.', fr: 'J’apprends ici.', de: 'Ich lerne hier dazu.', en: 'I learn here.' };

  it('asks what the coordinator chose, in that order, with own questions under ids of their own', () => {
    const asked = itemsFor('inclusion', ['voice-counts', { kind: 'agree', text }, 'belong-part', 'time']);
    assert.deepEqual(
      asked.map(({ id }) => id),
      ['voice-counts', 'own-2', 'belong-part', 'time'],
    );
  });

  it('is refused with the place of what is wrong', () => {
    const wrong = [
      { asks: ['time', 'unknown'], field: 'asks.1', reason: 'question-incomplete' },
      { asks: ['time', 'time'], field: 'asks', reason: 'questions-apart' },
      { asks: ['want-topics', 'want-mentor'], field: 'asks', reason: 'questions-apart' },
      { asks: ['time', { kind: 'one' as const, text }], field: 'asks.1', reason: 'question-incomplete' },
      {
        asks: [{ kind: 'short' as const, text: { ...text, en: 'What is your religion?' } }],
        field: 'asks.0',
        reason: 'wording-identity',
      },
    ];
    for (const { asks, field, reason } of wrong)
      assert.throws(
        () => itemsFor('support', asks),
        (error) => isFailure(error, 'bad-input') && error.fields[0]?.field === field && error.reason === reason,
        field,
      );
  });
});
