import assert from 'node:assert/strict';
import { languages } from '../../../src/platform/words.ts';
import { courseIds, type Course } from '../../../src/features/training/model.ts';
import { parseCourse } from '../../../src/features/training/rules.ts';
import { courseIn } from '../../../src/features/training/store.ts';

const shapeOf = (one: Course) =>
  one.steps.map(({ asked }) => asked && [asked.kind, asked.choices.map((choice) => choice.isRight)]);

const wordsOf = ({ steps }: Course): number =>
  steps
    .flatMap(({ title, text, asked }) => [title, text, asked?.ask, ...(asked?.choices ?? []).flatMap(Object.values)])
    .join(' ')
    .split(/\s+/).length;

for (const id of courseIds)
  for (const language of languages)
    describe(`the course ${id} in ${language}`, () => {
      const course = courseIn(id, language);

      it('has the structure and the sources of the English one', () => {
        assert.deepEqual(shapeOf(course), shapeOf(courseIn(id, 'en')));
        assert.deepEqual(course.sources, courseIn(id, 'en').sources);
      });

      it('fills ten minutes: two scenarios, an exercise, three questions with one right answer, something to take away', () => {
        const asked = course.steps.flatMap((step) => step.asked ?? []);
        assert.deepEqual(
          asked.map(({ kind }) => kind),
          ['scenario', 'scenario', 'question', 'question', 'question'],
        );
        for (const { kind, choices } of asked)
          assert.equal(choices.filter(({ isRight }) => isRight).length, kind === 'question' ? 1 : 0);
        assert.ok(course.steps.some(({ asked: none, text }) => !none && /^1\. /m.test(text)));
        assert.ok(course.steps.at(-1)?.text.includes('\n- '));
        assert.ok(course.minutes === 10 && wordsOf(course) > 800 && wordsOf(course) < 1200, `${wordsOf(course)} words`);
      });

      it('leaves nothing of its markup to readers', () => {
        for (const { text, asked } of course.steps) {
          assert.doesNotMatch(text, /```|=>|^[?+] /m);
          for (const choice of asked?.choices ?? []) assert.doesNotMatch(choice.text + choice.effect, /=>|[*_`#]/);
        }
      });
    });

describe('a course that breaks the schema', () => {
  const front = '---\ntitle: T\nminutes: 5\nrole: mentor\nsources: S\n---\n';

  it('is refused: a question without answers, a choice without what follows, no role', () => {
    const step = '## One\ntext\n\n## Two\n';
    assert.throws(() => parseCourse('active-listening', `${front}${step}\`\`\`question\n? Why\n\`\`\`\n`));
    assert.throws(() => parseCourse('active-listening', `${front}${step}\`\`\`question\n? Why\n- a\n- b\n\`\`\`\n`));
    assert.throws(() => parseCourse('active-listening', `${front.replace('role: mentor\n', '')}${step}text`));
    assert.equal(parseCourse('active-listening', `${front}${step}text`).steps.length, 2);
  });
});
