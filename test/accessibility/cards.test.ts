import assert from 'node:assert/strict';
import { cardsIn } from '../../src/cli/cards.ts';
import { languages, type Language } from '../../src/platform/words.ts';
import { assess } from '../support/assessed.ts';
import { assertAccessible } from '../support/axe.ts';
import { desk, phone } from '../support/tab.ts';
import { startGallery } from '../ui/gallery.ts';
import { targetFaults } from './checks/targets.ts';
import { textFaults } from './checks/text.ts';

type Node = Readonly<Record<string, unknown>>;

const themes = ['default', 'dark', 'contrast'] as const;
const isWhole = process.env['EVERY_LOOK'] !== undefined;

/** Every element of a card, itself among them. */
function* nodesIn(part: unknown): Generator<Node> {
  if (Array.isArray(part)) for (const one of part) yield* nodesIn(one);
  else if (typeof part === 'object' && part !== null) {
    yield part as Node;
    yield* nodesIn(Object.values(part));
  }
}

/** What a card must say for whoever does not see it, or cannot be shown it. */
function gapsIn(card: Node): string[] {
  const nodes = [...nodesIn(card)];
  const gaps = ['lang', 'speak', 'fallbackText'].filter((one) => !card[one]).map((one) => `no ${one}`);
  const texts = nodes.filter(({ type }) => type === 'TextBlock');
  // A card of one sentence needs none.
  if (texts.length > 1 && !texts.some(({ style }) => style === 'heading')) gaps.push('no heading');
  for (const { type, id, label, title, isRequired, regex, errorMessage, altText, text, wrap } of nodes) {
    const kind = typeof type === 'string' ? type : '';
    if (kind.startsWith('Input.') && !(kind === 'Input.Toggle' ? title : label))
      gaps.push(`${String(id)} has no label`);
    if (kind.startsWith('Input.') && (isRequired || regex) && !errorMessage)
      gaps.push(`${String(id)} has no sentence for an error`);
    if (kind === 'Image' && !altText) gaps.push('a picture has no text');
    if (kind.startsWith('Action.') && !title) gaps.push('a button has no words');
    if (kind === 'TextBlock' && wrap !== true) gaps.push(`would be cut: ${String(text)}`);
  }
  return gaps;
}

/** In an ordinary run the first card of each kind is drawn; cards of a kind differ in their words. */
function drawnIn(language: Language): { name: string; card: object }[] {
  const all = [...cardsIn(language)].map(([name, card]) => ({ name, card }));
  return isWhole ? all : all.filter(({ name }) => name.endsWith('-1'));
}

describe('the cards of the chat', function () {
  this.timeout(900_000);
  let gallery: Awaited<ReturnType<typeof startGallery>>;

  before(async () => {
    gallery = await startGallery();
  });
  after(() => gallery.close());

  it('have a language, a heading, words to read out, labels and sentences for errors, in four languages', () => {
    const cards = languages.flatMap((language) =>
      [...cardsIn(language)].map(([name, card]) => ({ name, language, card })),
    );
    const gaps = cards.flatMap(({ name, language, card }) =>
      gapsIn(card as Node).map((gap) => `${language} ${name}: ${gap}`),
    );
    process.stdout.write(`      ${cards.length} cards, without something they need: ${gaps.length}\n`);
    assert.deepEqual(gaps, []);
    assess('cards', { cards: cards.length, languages: languages.length });
  });

  for (const [number, language] of languages.entries())
    it(`can be used by everybody as Teams draws them, in ${language}`, async () => {
      gallery.state.cards = drawnIn(language);
      const looks = isWhole ? themes : [themes[number % themes.length]!];
      for (const [width, viewport] of [desk, phone].entries()) {
        const { page, frame } = await gallery.show('/cards', { locale: language, theme: looks[0]! }, viewport);
        await frame.locator('article').last().waitFor();
        const name = `cards in ${language}, ${viewport.width} px`;
        assert.deepEqual(await textFaults(frame), [], name);
        assert.deepEqual(await targetFaults(frame), [], name);
        for (const theme of looks) {
          if (theme !== looks[0]) await gallery.host.setTheme(page, theme);
          if (width === 0 || isWhole) await assertAccessible(frame, `${name}, ${theme}`);
        }
        await page.close();
      }
      process.stdout.write(
        `      ${gallery.state.cards.length} cards in ${language} drawn in ${looks.length} themes\n`,
      );
    });
});
