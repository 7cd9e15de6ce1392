import assert from 'node:assert/strict';
import { searchCourses } from '../../../../src/features/training/coach/usecases.ts';
import { helps } from '../../../../src/features/training/coach/model.ts';
import { courseIn } from '../../../../src/features/training/store.ts';
import { courseIds, type CourseId } from '../../../../src/features/training/model.ts';
import { languages, type Language } from '../../../../src/platform/words.ts';
import { harmless } from './prompts.ts';

describe('the search in the courses', () => {
  const wanted: readonly (readonly [Language, string, CourseId])[] = [
    ['en', 'listening', 'active-listening'],
    ['en', 'lisening', 'active-listening'],
    ['en', 'how do I set a goal', 'setting-goals'],
    ['en', 'giving feedback', 'feedback'],
    ['en', 'first meeting with my mentor', 'first-meeting'],
    ['nl', 'luisteren', 'active-listening'],
    ['nl', 'een doel stellen', 'setting-goals'],
    ['nl', 'feedback krijgen', 'feedback'],
    ['nl', 'eerste gesprek', 'first-meeting'],
    ['fr', 'écouter', 'active-listening'],
    ['fr', 'ecoute', 'active-listening'],
    ['fr', 'fixer un objectif', 'setting-goals'],
    ['fr', 'première rencontre', 'first-meeting'],
    ['de', 'zuhören', 'active-listening'],
    ['de', 'zuhoren', 'active-listening'],
    ['de', 'ein Ziel setzen', 'setting-goals'],
    ['de', 'erstes Treffen', 'first-meeting'],
  ];
  for (const [language, text, course] of wanted)
    it(`finds ${course} for “${text}” (${language})`, () =>
      assert.ok(searchCourses(language, text).some(({ courseId }) => courseId === course)));

  it('finds each course by its own title, first', () => {
    for (const language of languages)
      for (const id of courseIds) {
        const { title } = courseIn(id, language);
        assert.equal(searchCourses(language, title)[0]?.courseId, id, `${language}: ${title}`);
      }
  });

  it('never finds nothing, and gives a text that fits in a chat', () => {
    const odd = ['', ' ', '?!', '🙂', 'zzzzqqq', '\u202e\u0000', 'x'.repeat(600), ...harmless.map(({ text }) => text)];
    for (const language of languages)
      for (const help of helps)
        for (const text of odd) {
          const found = searchCourses(language, text, help);
          assert.ok(found.length > 0 && found.length <= 3, text);
          for (const one of found) {
            assert.ok(one.text.length > 20 && one.text.length <= 265, one.text);
            assert.doesNotMatch(one.text, /\*\*|\]\(|^#/m);
            assert.ok(courseIn(one.courseId, language).steps[one.step]);
          }
        }
  });
});
