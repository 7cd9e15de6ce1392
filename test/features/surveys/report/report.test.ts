import assert from 'node:assert/strict';
import { isFailure } from '../../../../src/platform/errors.ts';
import { paperFormats } from '../../../../src/platform/papers/format.ts';
import { languages, type Language } from '../../../../src/platform/words.ts';
import { answerSurvey } from '../../../../src/features/surveys/answering/usecases.ts';
import type { SurveyPage } from '../../../../src/features/surveys/model.ts';
import { exportReport } from '../../../../src/features/surveys/report/usecases.ts';
import { decide, surveyPageOf } from '../../../../src/features/surveys/results/usecases.ts';
import { closeSurvey, createSurvey } from '../../../../src/features/surveys/usecases.ts';
import { callerFor } from '../../../support/app.ts';
import { readPackage, readPdf, readSheets, textOfXml } from '../../../support/papers.ts';
import { lastDay, organisation } from '../surveys.ts';

const why = '=1+1 says it: six in ten want to take part, and managers stand behind it.';

/** Closed, decided, with figures that are told, some that are not, parts and texts. */
async function closedSurvey() {
  const world = await organisation();
  const { deps, people, coordinator } = world;
  const own = { nl: 'Wat nog?', fr: 'Quoi encore ?', de: 'Was noch?', en: 'What else?' };
  const bank = await createSurvey(deps, coordinator, { audience: { kind: 'everybody' }, closesOn: lastDay });
  const ids = bank.items.map((one) => one.id);
  const id = await world.open(undefined, { asks: [...ids, { kind: 'long', text: own }] });
  const textId = (await surveyPageOf(deps, coordinator, id)).items.at(-1)!.id;
  for (const [place, person] of people.entries()) {
    const ratings = ids.map((one, item) => [one, item === 1 ? 5 : 1 + ((place * (item + 2)) % 5)]);
    const skips = place > 2 ? [[ids[2], null]] : [];
    const said = {
      ...Object.fromEntries(ratings),
      ...Object.fromEntries(skips),
      [textId]: hostile[place % hostile.length],
    };
    await answerSurvey(deps, person.id, id, { answers: said });
  }
  await world.app.run();
  await closeSurvey(deps, coordinator, id);
  await world.app.run();
  await decide(deps, coordinator, id, { choice: 'go-if', why, after: 0 });
  const pageIn = (language: Language): Promise<SurveyPage> => surveyPageOf(deps, { ...coordinator, language }, id);
  const get = async (format: (typeof paperFormats)[number], language: Language = 'en'): Promise<Uint8Array> =>
    (await exportReport(deps, coordinator, id, { format, language })).bytes;
  return { ...world, id, get, pageIn };
}

const long = 'word '.repeat(199).trim();
const hostile = [
  '=HYPERLINK("http://evil")',
  '+1',
  '-2',
  '@SUM(A1)',
  '＝1+1',
  '\u05E9\u05DC\u05D5\u05DD (abc) 12',
  'مرحبا',
  '😀 🏳️‍🌈',
  long,
  'a\u0000b\u202Ec',
  '<b>&"quoted"</b>',
];

const numbersIn = (text: string): string[] => text.match(/\d+(?:[.,]\d+)?/g) ?? [];

/** Every number that this page writes: what it holds, the sums that it shows of shares, and its days. */
function numbersOnPage(page: SurveyPage): Set<string> {
  const sums = (page.results?.items ?? []).flatMap(({ figure }) => {
    if (figure.state !== 'shown') return [];
    const [a = 0, b = 0, , d = 0, e = 0] = figure.shares;
    return [String(a + b), String(d + e)];
  });
  const days = [page.closesAt, page.openedAt, page.results?.at, ...page.decisions.map(({ at }) => at)].flatMap((at) =>
    at === undefined
      ? []
      : numbersIn(new Date(at + 3_600_000).toISOString().slice(0, 10).replaceAll('-', ' ')).map((one) =>
          String(Number(one)),
        ),
  );
  const words = JSON.stringify({ ...page, link: '', id: '' });
  // The scale itself, the floors, the limits and middles that the page explains, per cent, how certain an interval is.
  const fixed = ['0', '1', '2', '3', '4', '5', '10', '45', '65', '95', '100', '4.5', '1.5'];
  return new Set([...numbersIn(words), ...sums, ...days, ...fixed]);
}

async function readAll(bytes: Record<(typeof paperFormats)[number], Uint8Array>): Promise<Record<string, string>> {
  const slides = readPackage(bytes.pptx);
  const charts = Object.keys(slides).filter((name) => /(slides\/slide|charts\/chart|notesSlide)\d+\.xml$/.test(name));
  const isShare = (cell: string): string => (/^0\.\d+$/.test(cell) ? String(Math.round(Number(cell) * 100)) : cell);
  return {
    pdf: (await readPdf(bytes.pdf)).text.replaceAll(/\d+ \/ \d+/g, ''),
    pptx: charts.map((name) => textOfXml(slides[name] ?? '')).join('\n'),
    xlsx: readSheets(bytes.xlsx).flat(2).map(isShare).join('\n'),
    csv: new TextDecoder().decode(bytes.csv).replaceAll(',', ' ; '),
  };
}

describe('a report of a survey', function () {
  this.timeout(300_000);
  let world: Awaited<ReturnType<typeof closedSurvey>>;
  before(async () => {
    world = await closedSurvey();
  });

  it('says in every format what the page says: every number in it is on the page', async () => {
    const { get, pageIn } = world;
    const known = numbersOnPage(await pageIn('en'));
    const texts = await readAll({
      pdf: await get('pdf'),
      pptx: await get('pptx'),
      xlsx: await get('xlsx'),
      csv: await get('csv'),
    });
    for (const [format, text] of Object.entries(texts)) {
      const found = new Set(numbersIn(text));
      assert.ok(found.size > 15, `${format} holds figures`);
      const strange = [...found].filter((one) => !known.has(one) && !known.has(one.replace(/\.0+$/, '')));
      assert.deepEqual(strange, [], format);
    }
  });

  it('tells score, answers, decision with reasons, how it was asked, and what was left out and why', async () => {
    const { get, pageIn } = world;
    const page = await pageIn('en');
    const { text } = await readPdf(await get('pdf'));
    const plain = text.replaceAll(/\s+/g, ' ');
    for (const said of [
      'Anonymous: no path',
      'Everybody',
      'six in ten want to take part',
      'Person 1',
      '24',
      'In short',
      'Nearly everybody agrees',
    ])
      assert.ok(plain.includes(said), said);
    assert.ok(plain.includes(String(page.results?.support.score)));
    assert.ok(plain.includes('Not shown: fewer than five people answered this one'), 'the reason of a withheld figure');
    assert.ok(page.results?.items.some(({ figure }) => figure.state === 'withheld'));
  });

  it('is a PDF with its language, title, structure, text alternatives and its own fonts, in each language', async () => {
    const { get } = world;
    for (const language of languages) {
      const read = await readPdf(await get('pdf', language));
      assert.equal(read.lang, language);
      assert.ok(read.title && read.title.length > 5);
      assert.equal(read.hasTags, true);
      for (const role of ['H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'Figure'])
        assert.ok(
          read.roles.some((one) => one.role === role),
          `${language} has ${role}`,
        );
      const pictures = read.roles.filter(({ role }) => role === 'Figure');
      assert.ok(
        pictures.length >= 5 && pictures.every(({ alt }) => alt && /\d+\s?%/.test(alt)),
        'each picture in words',
      );
      assert.deepEqual(read.fontsOutside, []);
    }
  });

  it('has slides whose charts are told in words as well', async () => {
    const { get } = world;
    const files = readPackage(await get('pptx'));
    const slides = Object.entries(files).filter(([name]) => /slides\/slide\d+\.xml$/.test(name));
    const pictures = slides.flatMap(([, xml]) => [
      ...xml.matchAll(/<p:graphicFrame>.*?<p:cNvPr [^>]*?descr="([^"]*)"/gs),
    ]);
    assert.ok(slides.length >= 6);
    assert.ok(pictures.some(([, alt = '']) => /\d+ % agree/.test(alt)));
  });

  it('lets no text begin a formula, and keeps what people wrote', async () => {
    const { get } = world;
    const cells = readSheets(await get('xlsx')).flat(2);
    const csv = new TextDecoder().decode(await get('csv'));
    const written = [...csv.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,\r\n]*)/gm)].map((one) =>
      (one[1] ?? '').replace(/^"|"$/g, '').replaceAll('""', '"'),
    );
    for (const [place, text] of [cells, written].entries()) {
      const risky = text.filter((one) => /^[=+\-@\t\r＝＋－＠]/.test(one) && !/^-?\d+(\.\d+)?$/.test(one));
      assert.deepEqual(risky, [], place === 0 ? 'workbook' : 'lines');
      for (const one of [
        '\'=HYPERLINK("http://evil")',
        "'+1",
        "'-2",
        "'@SUM(A1)",
        "'＝1+1",
        hostile[5]!,
        'مرحبا',
        '😀 🏳️‍🌈',
        long,
        'abc',
        '<b>&"quoted"</b>',
      ])
        assert.ok(
          text.some((cell) => cell === one),
          `kept ${one.slice(0, 30)}`,
        );
    }
    const slides = Object.values(readPackage(await get('pptx')))
      .map(textOfXml)
      .join('\n');
    const paper = (await readPdf(await get('pdf'))).text;
    for (const passedOn of [slides, paper]) {
      for (const one of ['<b>&"quoted"</b>', 'مرحبا']) assert.ok(!passedOn.includes(one), one);
      assert.match(passedOn.replaceAll(/\s+/g, ' '), /nobody was asked whether it may be quoted/);
    }
  });

  it('is noted in the log before it goes, and is only for coordinators', async () => {
    const { deps, people, coordinator, id } = world;
    for (const format of paperFormats) {
      const file = await exportReport(deps, coordinator, id, { format, language: 'fr' });
      assert.match(file.name, new RegExp(`^[a-z0-9-]+-2026-03-\\d\\d-fr\\.${format}$`));
      const last = (await deps.audit.list()).at(-1);
      assert.deepEqual([last?.what, last?.object, last?.outcome], ['export', `survey:${id}`, format]);
    }
    const before = (await deps.audit.list()).length;
    const other = exportReport(deps, callerFor(people[1]!), id, { format: 'csv', language: 'en' });
    await assert.rejects(other, (error) => isFailure(error, 'not-found'));
    const draft = await createSurvey(deps, coordinator, { audience: { kind: 'everybody' }, closesOn: lastDay });
    await assert.rejects(exportReport(deps, coordinator, draft.id, { format: 'csv', language: 'en' }), (error) =>
      isFailure(error, 'conflict'),
    );
    assert.equal((await deps.audit.list()).length, before, 'what is refused is no export');
  });

  it('says of a survey with too few answers that there is nothing to see, and no figure', async () => {
    const { deps, coordinator, open, answer, app } = await organisation();
    const id = await open();
    await answer(id, 1, 2, 5);
    app.pass({ days: 20 });
    await app.run();
    const { bytes } = await exportReport(deps, coordinator, id, { format: 'csv', language: 'en' });
    const text = new TextDecoder().decode(bytes);
    assert.match(text, /Fewer than 5 people answered/);
    assert.doesNotMatch(text, /%|average/);
  });
});
