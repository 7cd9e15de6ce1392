import assert from 'node:assert/strict';
import { adaptiveCard, type Card } from '../../../src/platform/cards.ts';
import { languages } from '../../../src/platform/words.ts';
import { doneCard, missingCard, offerCard, remindCard, stepCard } from '../../../src/features/training/cards.ts';
import { courseIds } from '../../../src/features/training/model.ts';
import { pathOf } from '../../../src/features/training/rules.ts';
import { courseIn } from '../../../src/features/training/store.ts';
import { say } from '../../../src/features/training/words.ts';

const sizeOf = (card: Card): number => Buffer.byteLength(JSON.stringify(adaptiveCard(card, () => 'x'.repeat(24))));
const titlesOf = (card: Card): string[] => (card.buttons ?? []).map(({ title }) => title);
const textsOf = ({ body }: Card): string[] =>
  body.flatMap(({ items, text }) =>
    ((items as { text: string }[] | undefined) ?? [{ text }]).map((one) => String(one.text)),
  );
const readIn = (card: Card): string => JSON.stringify(card.body);

function assertSmall(all: readonly Card[]): void {
  for (const card of all) {
    const titles = titlesOf(card);
    assert.ok(sizeOf(card) < 28_000);
    assert.ok(titles.length > 0 && titles.length <= 6 && titles.every(({ length }) => length <= 24), titles.join());
  }
}

for (const id of courseIds)
  for (const language of languages)
    describe(`the cards of ${id} in ${language}`, () => {
      const course = courseIn(id, language);
      const steps = course.steps.map((_, place) => stepCard(language, course, place));
      const answered = course.steps.flatMap(({ asked }, place) =>
        (asked?.choices ?? []).map((_, chosen) => stepCard(language, course, place, chosen)),
      );
      const all: Card[] = [...steps, ...answered, doneCard(language, course), doneCard(language, course, 'path-done')];

      it('are small, with one to six buttons whose titles are not cut off', () => assertSmall(all));

      it('are announced by one sentence that tells no role', () => {
        assert.deepEqual([...new Set(all.map(({ summary }) => summary))], [say(language, 'card.summary')]);
        assert.doesNotMatch(say(language, 'card.summary'), /mentor|mentee/i);
      });

      it('ask in a list with a label and a sentence for who chose nothing', () => {
        const inputs = steps.flatMap(({ body }) => body.filter(({ type }) => type === 'Input.ChoiceSet'));
        assert.equal(inputs.length, course.steps.filter(({ asked }) => asked).length);
        for (const input of inputs)
          assert.ok(input['label'] && input['isRequired'] === true && input['errorMessage'] && input['wrap'] === true);
      });

      it('say what follows from every choice, and let one choose again', () => {
        const effects = course.steps.flatMap(({ asked }) => (asked?.choices ?? []).map(({ effect }) => effect));
        answered.forEach(({ body, buttons }, place) => {
          assert.equal(body.at(-1)?.['text'], effects[place]);
          assert.equal(buttons?.at(-1)?.title, say(language, 'again'));
        });
      });

      it('set the exercise and the take-away apart, and name each once', () => {
        const apart = steps.filter(({ body }) => body.some(({ type }) => type === 'Container'));
        const names = [say(language, 'box.exercise'), say(language, 'box.take-away')];
        assert.deepEqual(
          apart.map(textsOf).map((texts, place) => texts.filter((text) => text.startsWith(names[place]!)).length),
          [1, 1],
        );
      });

      it('keep what to take along in the chat when the course is done', () => {
        const box = course.steps.at(-1)?.box;
        assert.ok(box && textsOf(doneCard(language, course)).join('\n\n').includes(box.text.trim()));
      });
    });

for (const language of languages)
  describe(`the cards about the path in ${language}`, () => {
    const courses = pathOf('mentor').map((id) => courseIn(id, language));
    const programme = { name: '**Grow** [x](https://x.test)', zone: 'Europe/Brussels' };
    const gated = { role: 'mentor', left: courses, isGated: true } as const;
    const reminded = { programme, closesOn: '2026-03-20', left: courses.slice(1), isGated: true } as const;
    const all = [
      offerCard(language, gated),
      offerCard(language, { ...gated, isGated: false }),
      remindCard(language, reminded),
      missingCard(language, { programme, left: courses }),
      doneCard(language, courses[0]!, courses[1]),
    ];

    it('are small, with one to six buttons whose titles are not cut off', () => assertSmall(all));

    it('name the whole path in one card: how many courses, and how many minutes in all', () => {
      const minutes = courses.reduce((sum, one) => sum + one.minutes, 0);
      const text = readIn(all[0]!);
      assert.match(text, new RegExp(`\\b${courses.length}\\b`));
      assert.match(text, new RegExp(`\\b${minutes}\\b`));
      assert.ok(text.includes(courses[0]!.title) && !text.includes(courses[2]!.title));
    });

    it('say that the courses come first only where they do', () => {
      assert.ok(readIn(all[0]!).includes(say(language, 'offer.gate')));
      assert.ok(!readIn(all[1]!).includes(say(language, 'offer.gate')));
    });

    it('show the name of a programme as it was typed', () => {
      for (const card of [all[2]!, all[3]!]) assert.doesNotMatch(readIn(card), /\]\(https/);
    });

    it('begin the next course from the last card of one', () => {
      const [next] = all[4]!.buttons ?? [];
      assert.deepEqual([next?.verb, next?.subject], ['training.step', { courseId: courses[1]!.id }]);
    });
  });
