import assert from 'node:assert/strict';
import { adaptiveCard, type Card } from '../../../src/platform/cards.ts';
import { languages } from '../../../src/platform/words.ts';
import { doneCard, offerCard, stepCard } from '../../../src/features/training/cards.ts';
import { courseIds } from '../../../src/features/training/model.ts';
import { courseIn } from '../../../src/features/training/store.ts';
import { say } from '../../../src/features/training/words.ts';

for (const id of courseIds)
  for (const language of languages)
    describe(`the cards of ${id} in ${language}`, () => {
      const course = courseIn(id, language);
      const steps = course.steps.map((_, place) => stepCard(language, course, place));
      const answered = course.steps.flatMap(({ asked }, place) =>
        (asked?.choices ?? []).map((_, chosen) => stepCard(language, course, place, chosen)),
      );
      const all: Card[] = [offerCard(language, course), ...steps, ...answered, doneCard(language, course)];

      it('are small, with one to six buttons whose titles are not cut off', () => {
        for (const card of all) {
          const sent = JSON.stringify(adaptiveCard(card, () => 'x'.repeat(24)));
          assert.ok(Buffer.byteLength(sent) < 28_000);
          const titles = (card.buttons ?? []).map(({ title }) => title);
          assert.ok(
            titles.length > 0 && titles.length <= 6 && titles.every(({ length }) => length <= 24),
            titles.join(),
          );
        }
      });

      it('are announced by one sentence that tells no role', () => {
        assert.deepEqual([...new Set(all.map(({ summary }) => summary))], [say(language, 'card.summary')]);
        assert.doesNotMatch(say(language, 'card.summary'), /mentor|mentee/i);
      });

      it('ask in a list with a label and a sentence for who chose nothing', () => {
        const asked = steps.flatMap(({ body }) => body.filter(({ type }) => type === 'Input.ChoiceSet'));
        assert.equal(asked.length, 5);
        for (const input of asked)
          assert.ok(input['label'] && input['isRequired'] === true && input['errorMessage'] && input['wrap'] === true);
      });

      it('say what follows from every choice, and let one choose again', () => {
        const effects = course.steps.flatMap(({ asked }) => (asked?.choices ?? []).map(({ effect }) => effect));
        answered.forEach(({ body, buttons }, place) => {
          assert.equal(body.at(-1)?.['text'], effects[place]);
          assert.equal(buttons?.at(-1)?.title, say(language, 'again'));
        });
      });
    });
