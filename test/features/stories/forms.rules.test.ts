import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { Marked, type Token } from 'marked';
import { blogHtml, blogMarkdown } from '../../../src/features/stories/forms/blog/rules.ts';
import { handoutOf } from '../../../src/features/stories/forms/handouts/rules.ts';
import { networkLimits, networks } from '../../../src/features/stories/forms/model.ts';
import { newsletterHtml, newsletterText } from '../../../src/features/stories/forms/newsletter/rules.ts';
import { excerptOf, shortened, tellingOf, type TellingFacts } from '../../../src/features/stories/forms/rules.ts';
import { lengthOn, socialTexts } from '../../../src/features/stories/forms/social/rules.ts';
import { writeZip } from '../../../src/platform/papers/zip.ts';
import { languages } from '../../../src/platform/words.ts';
import { readPackage, readPdf } from '../../support/papers.ts';

const join = 'https://tandem.example/go/abcdefgh';
const evil = [
  ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg/onload=alert(1)>', '</title><iframe>'],
  ...['![](http://tracker.example/p.gif)', '![x](https://tracker.example/p.gif)', '[a](javascript:alert(1))'],
  ...['[b](data:text/html,x)', '<https://fine.example/a>', '[c](https://fine.example/"onx=1)', '[d]: http://e.example'],
  ...['<!-- x -->', '<![endif]-->', '&#106;avascript:', '`</style>`', '***', '# head', '> quote', '1. one', '- [x] do'],
  ...['\u202Egnp.exe', 'مرحبا بكم', 'שלום עולם', 'x'.repeat(200), '\u0000\u0007', '\uD800', '{{constructor}}', '|a|b|'],
  ...['style="x" onclick="y"', "' onmouseover='z", '\\', '*a', '_b', '[', ']('],
];
const word = fc.oneof(
  fc.constantFrom(...evil),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ maxLength: 30 }),
);
const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
const lines = fc.array(text, { maxLength: 3 }).map((all) => all.join('\n\n'));
const name = fc.oneof(word, fc.constant('Ø'.repeat(200)));

const facts: fc.Arbitrary<TellingFacts> = fc.record({
  told: fc.record({
    title: text.map((one) => one.slice(0, 120)),
    parts: fc.record({ before: lines, happened: lines, changed: lines, recommend: lines }),
    voice: lines,
    language: fc.constantFrom(...languages),
    picture: fc.record({ id: fc.constant('p'), alternative: text }),
    translationId: fc.constant('t'),
  }),
  from: fc.constantFrom(...languages),
  author: fc.option(name, { nil: undefined }),
  partner: fc.option(name, { nil: undefined }),
  authorSide: fc.constantFrom('mentee', 'mentor'),
  programme: name,
  join: fc.constant(join),
  read: fc.option(fc.constant('https://teams.example/l/entity?x=1&y="2"'), { nil: undefined }),
});

/** What a browser would make of it, without one: every tag with its attributes; text has no bare `<`. */
function tagsOf(html: string): { name: string; attributes: Record<string, string> }[] {
  return [...html.matchAll(/<\/?([a-z!][a-z0-9]*)((?:\s+[a-z-]+="[^"]*")*)\s*>/gi)].map(
    ([, name = '', inner = '']) => ({
      name: name.toLowerCase(),
      attributes: Object.fromEntries(
        [...inner.matchAll(/([a-z-]+)="([^"]*)"/gi)].map(([, key = '', value = '']) => [key, value]),
      ),
    }),
  );
}

const safeTags = new Set([
  ...['html', 'head', 'meta', 'title', 'body', 'table', 'tr', 'td', 'h1', 'h2', 'h3', 'a', 'br', 'p', 'article'],
  ...['em', 'strong', 'ul', 'ol', 'li', 'blockquote', 'img', 'small'],
]);

function assertHarmless(html: string): void {
  const bare = html
    .replace('<!doctype html>', '')
    .replaceAll(/<!--\[if mso\]>.*?<!\[endif\]-->/gs, '')
    .replaceAll(/<\/?([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"]*")*)\s*>/gi, '');
  assert.ok(!/[<>]/.test(bare), `a bare bracket: ${bare}`);
  for (const { name: tag, attributes } of tagsOf(html.replace('<!doctype html>', ''))) {
    assert.ok(safeTags.has(tag) || tag.startsWith('!'), tag);
    for (const [key, value] of Object.entries(attributes)) {
      assert.ok(!/^on|srcset|background$/i.test(key), key);
      if (key === 'href') assert.match(value, /^https:\/\//);
      if (key === 'src') assert.equal(value, 'picture.png');
      if (key === 'style') assert.ok(!/url\(|expression|@import/i.test(value), value);
    }
  }
}

function tokensIn(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((one) => {
    const inner = 'tokens' in one && one.tokens ? tokensIn(one.tokens) : [];
    const items = one.type === 'list' ? tokensIn((one as { items: Token[] }).items) : [];
    return [one, ...inner, ...items];
  });
}

describe('the words of a story outside', () => {
  it('hold nothing that runs, is fetched or hides, in HTML', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const telling = tellingOf(one);
        assertHarmless(newsletterHtml(telling));
        assert.ok(
          !tagsOf(newsletterHtml(telling)).some(({ name: tag }) => tag === 'img'),
          'a newsletter fetches nothing',
        );
        assertHarmless(blogHtml(telling, 'picture.png'));
        for (const said of [newsletterHtml(telling), newsletterText(telling), blogHtml(telling, undefined)])
          assert.ok(!/[\u202A-\u202E\u2066-\u2069]|(?![\n\t])\p{Cc}|\p{Cs}/u.test(said));
      }),
      { numRuns: 400 },
    );
  });

  it('hold nothing that runs or is fetched, in Markdown', () => {
    for (const gfm of [false, true])
      fc.assert(
        fc.property(facts, (one) => {
          const tokens = tokensIn(new Marked({ gfm }).lexer(blogMarkdown(tellingOf(one), 'picture.png')));
          assert.deepEqual(
            tokens.filter(({ type }) => type === 'html' || type === 'def' || type === 'code'),
            [],
          );
          const images = tokens.filter(({ type }) => type === 'image').map((token) => (token as { href: string }).href);
          assert.deepEqual(images, ['picture.png']);
          for (const token of tokens)
            if (token.type === 'link')
              assert.match((token as { href: string }).href, gfm ? /^(https?:|mailto:)/ : /^https:/);
        }),
        { numRuns: 250 },
      );
  });

  it('fit every network, and always have the link', () => {
    fc.assert(
      fc.property(facts, (one) => {
        for (const { network, text: post, letters, most } of socialTexts(tellingOf(one))) {
          assert.ok(letters <= most && letters === lengthOn(network, post), `${network} ${letters}`);
          assert.ok(post.endsWith(join));
        }
        assert.deepEqual(Object.keys(networkLimits), [...networks]);
      }),
      { numRuns: 250 },
    );
  });

  it('make a slide and a poster that can be opened, with one page each', async () => {
    // Where a test imports it at once, the paths of its fonts are those of the test.
    const { writeHandoutSlide, writePoster } = await import('../../../src/platform/papers/handouts.ts');
    await fc.assert(
      fc.asyncProperty(facts, async (one) => {
        const telling = tellingOf(one);
        const files = readPackage(await writeHandoutSlide(handoutOf(telling, 'slide')));
        const slide = files['ppt/slides/slide1.xml'] ?? '';
        assert.ok(!/<(script|iframe|svg|img)\b/i.test(slide));
        assert.deepEqual(slide.match(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/gi), null);
        assert.ok(!('ppt/slides/slide2.xml' in files));
        const outside = Object.entries(files).filter(
          ([file, xml]) => file.endsWith('.rels') && /TargetMode="External"/.test(xml),
        );
        assert.deepEqual(outside, [], 'nothing is fetched');
        const pdf = await readPdf(await writePoster(handoutOf(telling, 'poster')));
        assert.deepEqual([pdf.pages, pdf.hasTags, pdf.lang], [1, true, telling.language]);
      }),
      { numRuns: 12 },
    );
  });

  it('are cut at sentences, never within a character, and say that more follows', () => {
    const story = ['I asked. Then I waited a while. Nobody answered me.'];
    assert.deepEqual(excerptOf(story, 40, 'en'), ['I asked. Then I waited a while. …']);
    assert.deepEqual(excerptOf(story, 400, 'en'), story);
    assert.deepEqual(excerptOf(['One.', 'Two is a longer one.'], 8, 'en'), ['One. …']);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 10, max: 200 }), (one, most) => {
        const cut = shortened(one, most);
        assert.ok(cut.length <= Math.max(most, 2) && !/\p{Cs}/u.test(cut.replaceAll(/\p{Cs}/gu, '')), cut);
        for (const part of excerptOf([one], most, 'nl')) assert.ok(part.length <= most + 2, part);
      }),
    );
  });

  it('of X count as two what is neither Latin, Greek, Cyrillic, Arabic nor Hebrew', () => {
    assert.deepEqual(
      ['abc', 'жук', '漢字', '…', '👍'].map((one) => lengthOn('x', one)),
      [3, 3, 4, 2, 2],
    );
  });
});

describe('a zip', () => {
  it('gives back what was put into it', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 2_000 }), { maxLength: 6 }), (all) => {
        const entries = all.map((bytes, at) => ({ name: `é-${at}.bin`, bytes }));
        const found = unzipSync(writeZip(entries));
        assert.deepEqual(
          Object.keys(found),
          entries.map(({ name: called }) => called),
        );
        for (const { name: called, bytes } of entries)
          assert.deepEqual(Buffer.from(found[called]!), Buffer.from(bytes));
      }),
    );
  });
});
