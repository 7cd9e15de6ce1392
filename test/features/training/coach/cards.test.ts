import assert from 'node:assert/strict';
import { adaptiveCard, type Card, type CardElement } from '../../../../src/platform/cards.ts';
import { languages, type Language } from '../../../../src/platform/words.ts';
import { urgentCountries, urgentIn } from '../../../../src/features/concerns/urgent/model.ts';
import {
  askCard,
  keptCard,
  startCard,
  turnCard,
  wrongCard,
  type Around,
} from '../../../../src/features/training/coach/cards.ts';
import {
  helps,
  longestText,
  mostTurns,
  privateKinds,
  type TurnOutcome,
} from '../../../../src/features/training/coach/model.ts';
import { searchCourses } from '../../../../src/features/training/coach/usecases.ts';
import { say } from '../../../../src/features/training/coach/words.ts';
import { hostileStrings } from '../../../policies/hostile-strings.ts';

const around = (language: Language, hasModel = true): Around => ({
  ...{
    hasModel,
    urgent: urgentIn('BE', language),
    own: [{ name: 'Prevention [service]', reach: '02 555' }],
    link: (path) => `https://teams.example${path}`,
  },
});
const findings = (language: Language) => searchCourses(language, 'feedback');
const outcomes = (language: Language): TurnOutcome[] => [
  { outcome: 'worded', text: 'You could say:\n- **this**\n- that\nBy when?', left: 2, findings: findings(language) },
  { outcome: 'worded', text: 'x', left: 0, findings: [] },
  ...(['no-model', 'later', 'course'] as const).map((why) => ({
    outcome: 'courses' as const,
    why,
    findings: findings(language),
  })),
  { outcome: 'kept-here', kinds: privateKinds },
  { outcome: 'no-judging' },
  { outcome: 'wrong' },
];

function cardsIn(language: Language, text = 'I want to present'): Card[] {
  const turns = [1, mostTurns].flatMap((turn) =>
    helps.flatMap((help) =>
      outcomes(language).map((one) => turnCard(language, { help, turn, text }, one, around(language))),
    ),
  );
  const asks = [true, false].flatMap((hasModel) => [
    startCard(language, { hasModel }),
    ...helps.map((help) => askCard(language, help, { hasModel })),
  ]);
  return [...asks, ...turns, keptCard(language, text), wrongCard(language, around(language))];
}
const elements = (one: unknown): CardElement[] =>
  Array.isArray(one)
    ? one.flatMap(elements)
    : typeof one === 'object' && one !== null
      ? [one as CardElement, ...Object.values(one).flatMap(elements)]
      : [];
const wordsOf = (one: CardElement): string => (typeof one['text'] === 'string' ? one['text'] : '');
const textOf = (card: Card): string => JSON.stringify(card.body);

describe('the coach’s cards', () => {
  it('can be read aloud: one heading first, and a label and a sentence for each field', () => {
    for (const language of languages)
      for (const card of cardsIn(language)) {
        assert.equal(card.body[0]?.['style'], 'heading');
        assert.equal(elements(card.body).filter((one) => one['style'] === 'heading').length, 1);
        for (const input of elements(card.body).filter((one) => one['id'] === 'text')) {
          assert.ok(String(input['label']).length > 3 && String(input['errorMessage']).length > 3);
          assert.equal(input['isRequired'], true);
        }
        for (const { title, url } of elements(card.body).filter(({ type }) => type === 'Action.OpenUrl'))
          assert.ok(String(title).length > 3 && String(url).startsWith('https://teams.example/'));
        assert.ok((card.buttons ?? []).length <= 6);
        assert.ok(Buffer.byteLength(JSON.stringify(adaptiveCard(card, () => 'x'.repeat(40)))) < 28 * 1024);
      }
  });

  it('say each time that it is a program, but where the own text is given back', () => {
    for (const language of languages)
      for (const card of cardsIn(language).filter((one) => !textOf(one).includes(say(language, 'keep.title'))))
        assert.ok(textOf(card).includes(say(language, 'machine')), textOf(card));
  });

  it('hold what was typed in their field alone, and nothing of it behind a button or in a notification', () => {
    const typed = 'Zebulon text';
    for (const card of cardsIn('en', typed)) {
      assert.doesNotMatch(JSON.stringify([card.summary, card.buttons ?? []]), /Zebulon/);
      const fields = elements(card.body).filter((one) => JSON.stringify(one['value'] ?? '').includes(typed));
      const texts = elements(card.body).filter((one) => wordsOf(one).includes(typed));
      assert.ok(fields.every(({ type }) => type === 'Input.Text'));
      assert.ok(texts.length === 0 || textOf(card).includes(say('en', 'keep.title')));
    }
  });

  it('end after a few turns, and offer nothing but people where something is wrong', () => {
    const last = turnCard('en', { help: 'goal', turn: mostTurns, text: 'x' }, outcomes('en')[0]!, around('en'));
    assert.deepEqual(
      last.buttons?.map(({ verb }) => verb),
      ['training.coach'],
    );
    for (const country of urgentCountries)
      for (const language of languages) {
        const card = wrongCard(language, { ...around(language), urgent: urgentIn(country, language) });
        assert.equal(card.buttons, undefined);
        assert.match(textOf(card), /private-talk/);
        assert.match(textOf(card), /02 555/);
        assert.ok(textOf(card).includes(urgentIn(country, language).emergency[0]!.number), country);
      }
  });

  it('show what people type as they typed it', () => {
    for (const text of hostileStrings.map((one) => one.slice(0, longestText))) {
      const shown = elements(keptCard('en', text).body).map(wordsOf);
      for (const one of shown) assert.doesNotMatch(one, /(?<!\\)\]\(|(?<!\\)<|(?![\t\n])[\p{Cc}\p{Bidi_Control}]/u);
    }
  });
});
