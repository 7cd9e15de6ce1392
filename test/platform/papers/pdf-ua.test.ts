import assert from 'node:assert/strict';
import PDFDocument from 'pdfkit';
import PptxDeck from 'pptxgenjs';
import { writePaper, type Paper } from '../../../src/platform/papers.ts';
import { failuresOfPdf } from '../../support/pdf-ua.ts';
import { failuresOfSlides } from '../../support/slides.ts';

const paper: Paper = {
  ...{
    language: 'nl',
    title: 'Verslag',
    subtitle: 'Een proef',
    foot: 'Tandem',
    columns: ['Deel', 'Over', 'Wat', 'Waarde'],
  },
  sections: [
    {
      title: 'Cijfers',
      blocks: [
        { kind: 'text', text: 'Een zin.' },
        { kind: 'small', text: 'Kleine letters.' },
        { kind: 'heading', text: 'Een kop' },
        { kind: 'list', items: ['een', 'twee'] },
        { kind: 'figures', figures: [{ value: '12', label: 'mentoren' }] },
        { kind: 'table', title: 'Wie', head: ['Wie', 'Hoeveel'], rows: [['Mentoren', '12']] },
        { kind: 'code', link: 'https://example.test/x', text: 'Meer lezen' },
      ],
    },
  ],
};

/** As a writer without care makes it. */
function careless(): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4' });
  pdf.fillColor('#bbbbbb').text('Light grey words outside of everything');
  pdf.rect(50, 200, 100, 50).fill('#3b3a72');
  const parts: Buffer[] = [];
  return new Promise((resolve) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.end();
  });
}

describe('the conditions of PDF/UA', () => {
  it('hold for a paper with headings, a list and a table, and for a poster', async () => {
    assert.deepEqual(await failuresOfPdf(await writePaper(paper, 'pdf')), []);
    const { writePoster } = await import('../../../src/platform/papers/handouts.ts');
    const poster = await writePoster({
      ...{ language: 'fr', title: 'Un titre', text: 'Pour tout le monde.', points: ['Un', 'Deux'], foot: 'Tandem' },
      ...{ scan: 'Lire la suite', link: 'https://example.test/x' },
    });
    assert.deepEqual(await failuresOfPdf(poster), []);
  });

  it('are noticed one by one where a file was made without care', async () => {
    const found = (await failuresOfPdf(await careless())).map((one) => one.split(':')[0]);
    for (const code of [
      '06-001/07',
      '06-002',
      '06-003',
      '07-001',
      '11-006',
      '31-009',
      '01',
      '01-005',
      'WCAG 1.4.3',
      '14-002',
    ])
      assert.ok(found.includes(code), `${code} was not noticed: ${found.join(', ')}`);
  });
});

describe('slides', () => {
  it('have titles, words for charts, heads of tables and languages, in a paper and in a handout', async () => {
    const told: Paper = {
      ...paper,
      sections: [
        ...paper.sections,
        {
          title: 'Beelden',
          blocks: [
            {
              ...{ kind: 'bars', title: 'Wie', parts: ['Mentoren', 'Mentees'], full: 10, alt: 'Twaalf.' },
              bars: [{ label: 'Gent', text: '12', parts: [4, 6] }],
            },
          ],
        },
      ],
    };
    assert.deepEqual(failuresOfSlides(await writePaper(told, 'pptx')), []);
    const { writeHandoutSlide } = await import('../../../src/platform/papers/handouts.ts');
    const slide = await writeHandoutSlide({
      ...{ language: 'de', title: 'Ein Titel', text: 'Für alle.', points: ['Eins', 'Zwei'], foot: 'Tandem' },
      ...{ scan: 'Weiterlesen', link: 'https://example.test/x' },
    });
    assert.deepEqual(failuresOfSlides(slide), []);
  });

  it('are noticed where they lack these', async () => {
    const deck = new (PptxDeck as unknown as typeof PptxDeck.default)();
    const slide = deck.addSlide();
    slide.addText('No title', { x: 1, y: 1 });
    slide.addTable([[{ text: 'Who' }], [{ text: 'Anna' }]], { x: 1, y: 2 });
    const bytes = new Uint8Array((await deck.write({ outputType: 'nodebuffer' })) as Buffer);
    const found = failuresOfSlides(bytes).join();
    for (const one of ['0 titles', 'a table without a head row']) assert.match(found, new RegExp(one));
  });
});
