import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { languages, type Language } from '../../../src/platform/words.ts';
import { readCourse } from '../../../src/features/training/format/rules.ts';
import { courseIds, type Course } from '../../../src/features/training/model.ts';
import { courseIn } from '../../../src/features/training/store.ts';

const shapeOf = (one: Course) =>
  one.steps.map(({ asked, box }) => [
    asked && [asked.kind, asked.choices.map((choice) => choice.isRight)],
    box?.kind ?? null,
  ]);

/** Everything that a reader reads. */
const textsOf = ({ steps }: Course): string[] =>
  steps.flatMap(({ title, text, asked, box }) => [
    ...[title, text, asked?.ask ?? '', box?.text ?? ''],
    ...(asked?.choices ?? []).flatMap((one) => [one.text, one.effect]),
  ]);

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];

/**
 * LIX (Björnsson 1968): words in a sentence plus the share of words with more than six letters. Below 30 is as easy as books for
 * children; newspapers have 40 to 50. Lines of lists count as sentences, so our bars lie lower.
 */
function lixOf(course: Course): number {
  const sentences = textsOf(course)
    .flatMap((text) => text.split(/[.!?:;]["”»]?\s|\n+/))
    .filter((one) => wordsIn(one).length > 0);
  const words = sentences.flatMap(wordsIn);
  const long = words.filter((word) => word.replace(/[’'-]/g, '').length > 6).length;
  return words.length / sentences.length + (100 * long) / words.length;
}

/** Kept near what the courses are now, so that a harder text is noticed; languages with longer words have more room. */
const mostLix: Readonly<Record<Language, number>> = { en: 22, nl: 25, fr: 32, de: 28 };

for (const id of courseIds)
  for (const language of languages)
    describe(`the course ${id} in ${language}`, () => {
      const course = courseIn(id, language);
      const asked = course.steps.flatMap((step) => step.asked ?? []);

      it('has the shape, the sources, the role and the minutes of the English one', () => {
        const { role, minutes, sources } = courseIn(id, 'en');
        assert.deepEqual(shapeOf(course), shapeOf(courseIn(id, 'en')));
        assert.deepEqual([course.role, course.minutes, course.sources], [role, minutes, sources]);
      });

      it('has scenarios with consequences, three questions with one right answer, an exercise, and a take-away last', () => {
        const questions = asked.filter(({ kind }) => kind === 'question');
        const scenarios = asked.filter(({ kind }) => kind === 'scenario');
        assert.equal(questions.length, 3);
        assert.ok(scenarios.length >= 1);
        for (const { choices } of questions) assert.equal(choices.filter(({ isRight }) => isRight).length, 1);
        for (const { choices } of scenarios) assert.equal(choices.filter(({ isRight }) => isRight).length, 0);
        const boxes = course.steps.map(({ box }) => box?.kind);
        assert.equal(boxes.filter((kind) => kind === 'exercise').length, 1);
        assert.deepEqual([boxes.indexOf('take-away'), boxes.at(-1)], [boxes.length - 1, 'take-away']);
      });

      it('does not have the right answer in the same place each time', () => {
        const places = asked.flatMap(({ kind, choices }) =>
          kind === 'question' ? [choices.findIndex(({ isRight }) => isRight)] : [],
        );
        assert.ok(new Set(places).size > 1, `always ${places[0]}`);
      });

      it('takes the minutes that it says, read with care', () => {
        // Of what follows from choices one text is read, the longest here.
        const unread = asked.flatMap(({ choices }) => {
          const lengths = choices.map(({ effect }) => wordsIn(effect).length);
          return lengths.toSorted((a, b) => b - a).slice(1);
        });
        const words = textsOf(course).flatMap(wordsIn).length - unread.reduce((sum, one) => sum + one, 0);
        const each = words / course.minutes;
        assert.ok(course.minutes >= 6 && course.minutes <= 12, `${course.minutes} minutes`);
        // Adults read 180 to 240 words of plain text in a minute (Brysbaert 2019).
        assert.ok(each >= 70 && each <= 180, `${words} words in ${course.minutes} minutes`);
      });

      it(`reads easily: a LIX of ${mostLix[language]} at most`, () => {
        const lix = lixOf(course);
        assert.ok(lix <= mostLix[language], `LIX ${lix.toFixed(1)}`);
      });

      it('leaves nothing of its markup to readers', () => {
        for (const { title, text, asked: one, box } of course.steps) {
          assert.doesNotMatch(title, /[*_`#<>]|=>/);
          assert.doesNotMatch(text + (box?.text ?? ''), /```|=>|^[?+] |^#/m);
          assert.doesNotMatch(one?.ask ?? '', /=>|[`#]/);
          for (const choice of one?.choices ?? []) assert.doesNotMatch(choice.text + choice.effect, /=>|[*_`#]/);
        }
      });
    });

describe('the path of courses', () => {
  it('is told in other words in each language', () => {
    for (const id of courseIds) {
      const texts = languages.map((language) => textsOf(courseIn(id, language)));
      for (const [place, text] of texts[0]!.entries())
        if (wordsIn(text).length > 8)
          assert.equal(new Set(texts.map((all) => all[place])).size, languages.length, `${id}: ${text.slice(0, 60)}`);
    }
  });
});

describe('a course that breaks the format', () => {
  const front = '---\ntitle: T\nminutes: 5\nrole: mentor\nsources: S\n---\n';
  const steps = '## One\ntext\n\n## Two\n';
  const problemsOf = (text: string) => readCourse(text).problems.map(({ line, kind }) => `${line} ${kind}`);

  it('is read when nothing is wrong', () => {
    assert.deepEqual(readCourse(`${front}${steps}text`).course?.steps.length, 2);
    const file = new URL('../../../src/features/training/content/feedback.nl.md', import.meta.url);
    assert.deepEqual(problemsOf(readFileSync(file, 'utf8').replaceAll('\n', '\r\n')), []);
  });

  for (const [what, text, problem] of [
    ['a question without answers', `${front}${steps}\`\`\`question\n? Why\n\`\`\`\n`, '11 choices-few'],
    [
      'a choice without what follows',
      `${front}${steps}\`\`\`scenario\n? Why\n- a\n- b => c\n\`\`\`\n`,
      '13 effect-missing',
    ],
    [
      'a question without a right answer',
      `${front}${steps}\`\`\`question\n? Why\n- a => b\n- c => d\n\`\`\`\n`,
      '11 right-missing',
    ],
    ['a question with two', `${front}${steps}\`\`\`question\n? Why\n+ a => b\n+ c => d\n\`\`\`\n`, '14 right-many'],
    ['no role', `${front.replace('role: mentor\n', '')}${steps}text`, '1 role-wrong'],
    ['minutes that are no number', `${front.replace('5', 'five')}${steps}text`, '3 minutes-wrong'],
    ['a block that is left open', `${front}${steps}\`\`\`exercise\nDo it`, '11 block-open'],
    ['a block of a kind that there is not', `${front}${steps}\`\`\`poem\nRoses\n\`\`\``, '11 block-unknown'],
    ['an exercise without a word', `${front}${steps}\`\`\`exercise\n\`\`\``, '11 block-empty'],
    ['HTML', `${front}${steps}A <script>alert(1)</script>`, '11 html'],
    ['a link that is no web address', `${front}${steps}[x](javascript:alert(1))`, '11 link-unsafe'],
    ['a picture', `${front}${steps}![x](https://x.test/x.png)`, '11 picture'],
    ['text before the first step', `${front}hello\n${steps}text`, '7 text-before'],
    ['one step', `${front}## One\ntext`, '8 steps-few'],
    ['no front matter', `${steps}text`, '1 front-missing'],
  ] as const)
    it(`is refused, and says where: ${what}`, () => {
      assert.equal(readCourse(text).course, undefined);
      assert.ok(problemsOf(text).includes(problem), problemsOf(text).join(', '));
    });
});
