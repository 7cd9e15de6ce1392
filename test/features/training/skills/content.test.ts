import assert from 'node:assert/strict';
import { bankItems } from '../../../../src/features/surveys/bank/rules.ts';
import { sides } from '../../../../src/features/training/skills/model.ts';
import { questionsOf, skillSets, skillsIn } from '../../../../src/features/training/skills/set/rules.ts';
import { courseOf } from '../../../../src/features/training/usecases.ts';
import { languages, type Language } from '../../../../src/platform/words.ts';

/** How a statement begins: what somebody can do, and not what they think of it. */
const begins: Readonly<Record<Language, RegExp>> = { nl: /^Ik kan /, fr: /^Je peux /, de: /^Ich kann /, en: /^I can / };

/** Of the published scale, as its items are called in the paper: none of ours may be one of them. */
const published = [
  ...['Active listening', 'Providing constructive feedback', 'Establishing a relationship based on trust'],
  ...['Aligning your expectations with your mentees', 'Helping your mentees network effectively'],
  ...['Motivating your mentees', 'Building your mentees’ confidence', 'Acknowledging your mentees’ professional'],
];

describe('the statements about what somebody can do', () => {
  it('are six skills of mentors and five of mentees, with two or three statements each', () => {
    assert.deepEqual(
      skillSets.mentor.skills.map(({ id }) => id),
      ['communication', 'expectations', 'understanding', 'independence', 'diversity', 'development'],
    );
    assert.deepEqual(
      skillSets.mentee.skills.map(({ id }) => id),
      ['goals', 'initiative', 'needs', 'feedback', 'differences'],
    );
  });

  for (const side of sides)
    it(`say "I can" in every language, in short sentences (${side})`, () => {
      for (const { id, text } of questionsOf(side))
        for (const language of languages) {
          assert.match(text[language], begins[language], `${id} ${language}`);
          assert.ok(text[language].split(/\s+/).length <= 20, `${id} ${language} is long`);
        }
    });

  it('have ids of their own, which are for good, also beside the bank', () => {
    const ids = sides.flatMap((side) => questionsOf(side).map(({ id }) => id));
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.ok(!bankItems.has(id), id);
  });

  it('name their source, claim nothing more, and are worded otherwise', () => {
    for (const { source } of skillSets.mentor.skills) assert.match(source, /MCA-21.*own items/);
    for (const { source } of skillSets.mentee.skills) assert.match(source, /Own construct/);
    const texts = sides.flatMap((side) => questionsOf(side).map(({ text }) => text.en.toLowerCase()));
    for (const one of published)
      assert.ok(
        texts.every((text) => !text.includes(one.toLowerCase())),
        one,
      );
  });

  it('lead to a course that is there, in the language of the reader', () => {
    for (const side of sides)
      for (const language of languages)
        for (const { next } of skillsIn(language, side, (id) => courseOf(id, language))) {
          assert.ok(next.course.title.length > 0 && next.course.minutes > 0);
          assert.ok(next.exercise.length > 20 && /[?]$/.test(next.ask), next.ask);
        }
  });
});
