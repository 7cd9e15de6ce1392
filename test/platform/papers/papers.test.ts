import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainText } from '../../../src/platform/papers/cells.ts';
import { fiveParts, luminanceOf } from '../../../src/platform/papers/colours.ts';
import { beginsRight, piecesOf } from '../../../src/platform/papers/direction.ts';
import { fileName, writePaper, type Paper } from '../../../src/platform/papers.ts';
import { readPackage, readPdf, readSheets, textOfXml } from '../../support/papers.ts';

const aPaper = (texts: readonly string[]): Paper => ({
  ...{ language: 'en', title: 'T', subtitle: 'S', foot: 'F', columns: ['a', 'b', 'c', 'd'] },
  sections: [{ title: 'One', blocks: [{ kind: 'list', items: texts }] }],
});

describe('papers', function () {
  this.timeout(300_000);

  it('hold ten thousand letters of a text in every format, to the last', async () => {
    const text = `begin ${'longer '.repeat(1426)}theend`;
    const paper = aPaper([text]);
    const { text: pdf, pages } = await readPdf(await writePaper(paper, 'pdf'));
    assert.ok(pages >= 2);
    assert.equal(pdf.match(/longer/g)?.length, 1426);
    assert.match(pdf, /theend/);
    assert.equal(
      readSheets(await writePaper(paper, 'xlsx'))
        .flat(2)
        .find((one) => one.startsWith('begin'))?.length,
      text.length,
    );
    assert.ok(new TextDecoder().decode(await writePaper(paper, 'csv')).includes(text));
    const slides = Object.entries(readPackage(await writePaper(paper, 'pptx'))).filter(([name]) =>
      name.startsWith('ppt/slides/slide'),
    );
    assert.equal(
      slides
        .map(([, xml]) => textOfXml(xml))
        .join('')
        .match(/longer/g)?.length,
      1426,
    );
  });

  it('put a mark before what could begin a formula, and change nothing else', () => {
    for (const first of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
      assert.equal(plainText(`${first}x`), `'${first}x`);
    fc.assert(
      fc.property(
        fc.string(),
        (text) => plainText(text).endsWith(text) && !/^[=+\-@\t\r＝＋－＠]/.test(plainText(text)),
      ),
    );
  });

  it('have colours that stand apart in grey', () => {
    const greys = fiveParts.map((one) => 116 * Math.cbrt(luminanceOf(one)) - 16).toSorted((a, b) => a - b);
    for (const [place, grey] of greys.slice(1).entries())
      assert.ok(grey - (greys[place] ?? 0) >= 10, `lightness ${greys.map(Math.round).join(', ')}`);
  });

  it('put the pieces of a line in the order of their direction', () => {
    const hebrew = '\u05E9\u05DC\u05D5\u05DD';
    assert.equal(beginsRight(`${hebrew} abc`), true);
    assert.equal(beginsRight(`abc ${hebrew}`), false);
    assert.deepEqual(
      piecesOf(`abc ${hebrew} def`, false).map(({ text }) => text),
      ['abc ', hebrew, ' def'],
    );
    assert.deepEqual(
      piecesOf(`${hebrew} (abc) 12`, true)
        .map(({ text }) => text)
        .join('|'),
      `12|( |abc|${hebrew} )`,
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\u05D0', '\u05D1', '1', '!') }),
        fc.boolean(),
        (line, right) => {
          const letters = (text: string): string => Array.from(text).toSorted().join('');
          return (
            letters(
              piecesOf(line, right)
                .map(({ text }) => text)
                .join(''),
            ) === letters(line)
          );
        },
      ),
    );
  });

  it('take any text, and stay files that readers open', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1, maxLength: 5 }),
        async (texts) => {
          const paper = aPaper(texts);
          await readPdf(await writePaper(paper, 'pdf'));
          for (const format of ['xlsx', 'pptx'] as const)
            for (const xml of Object.values(readPackage(await writePaper(paper, format))))
              assert.doesNotMatch(xml, /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/u);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('put the mark also where a semicolon or a new line may begin a cell', async () => {
    const text = 'x;=HYPERLINK("a")\n+1 and a-b';
    const lines = await writePaper(aPaper([text]), 'csv');
    const csv = new TextDecoder().decode(lines);
    assert.ok(csv.includes(`x;'=HYPERLINK(""a"")\n'+1 and a-b`), csv);
  });

  it('have names that every system takes', () => {
    assert.equal(
      fileName(['Is er draagvlak? Ça «va»/..', '2026-11-24'], 'pdf'),
      'is-er-draagvlak-ca-va-2026-11-24.pdf',
    );
  });
});
