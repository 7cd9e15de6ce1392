import assert from 'node:assert/strict';
import jsQR from 'jsqr';
import { saveApplication } from '../../../src/features/recruitment/applying/usecases.ts';
import { paperForms } from '../../../src/features/recruitment/forms/store.ts';
import { printForms } from '../../../src/features/recruitment/forms/printing/usecases.ts';
import { enterForm, enterLines, formFiguresOf } from '../../../src/features/recruitment/forms/usecases.ts';
import { confirmSlip, dropSlip, slipLines } from '../../../src/features/recruitment/slips/usecases.ts';
import { sourceOf } from '../../../src/features/recruitment/sources/usecases.ts';
import { applicationOf } from '../../../src/features/recruitment/usecases.ts';
import { squaresOf } from '../../../src/platform/papers/pdf/code.ts';
import { languages } from '../../../src/platform/words.ts';
import { someAnswers } from '../../support/applications.ts';
import { aPerson, callerFor } from '../../support/app.ts';
import { readPdf } from '../../support/papers.ts';
import { reasonIs } from './office.ts';
import { anEntry, codeOn, hall, helper, helperPerson, other, unsigned, worker } from './outside.ts';

/** Its types are those of a module, and what Node imports is the function itself. */
const readCode = jsQR as unknown as typeof jsQR.default;

const head = 'serial;name;department;boxes;motivation';

describe('a paper form', () => {
  it('has the questions, a box code for each answer, and a code to scan with programme, version and number, in every language', async () => {
    const { app, me } = await hall();
    for (const language of languages) {
      const { bytes, name } = await printForms(app.deps, me, 'p1', { language, copies: 2 });
      const { text, lang, hasTags, roles, fontsOutside, pages } = await readPdf(bytes);
      assert.deepEqual([lang, hasTags, fontsOutside, pages], [language, true, [], 4], language);
      for (const box of ['A1 ', 'B14 ', 'C24 ', 'D24 ', 'L20 ', 'M1 ', 'S1 ']) assert.ok(text.includes(box), box);
      assert.match(name, /\.pdf$/);
      const links = roles.filter(({ role }) => role === 'Figure').map(({ alt = '' }) => new URL(alt));
      const rows = await paperForms.list(app.deps.tables, 'p1');
      for (const { pathname, searchParams } of links) {
        assert.match(pathname, /^\/go\/[0-9a-z]{8}$/);
        const row = rows.find(({ value }) => value.serial === searchParams.get('serial'));
        assert.deepEqual([row?.value.language, String(row?.value.version)], [language, searchParams.get('form')]);
        const written = row!.value.serial.toUpperCase();
        assert.ok(text.includes(`${written.slice(0, 4)}-${written.slice(4)}`));
        assert.equal(scanned(links[0]!.href), links[0]!.href);
      }
      assert.equal(new Set(links.map(({ href }) => href)).size, 2);
    }
    assert.deepEqual(await formFiguresOf(app.deps, 'p1'), { printed: 8, entered: 0 });
  });

  it('that is signed is an application at once, by paper, and counts once', async () => {
    const { app, print } = await hall();
    const [serial = ''] = await print(1);
    const written = `${serial.slice(0, 4)}-${serial.slice(4)}`.toUpperCase();
    assert.deepEqual(await enterForm(app.deps, helper, 'p1', anEntry(written)), { outcome: 'applied' });
    const one = await applicationOf(app.deps, 'p1', worker.id);
    const source = await sourceOf(app.deps, 'p1', worker.id);
    assert.deepEqual([one?.status, source !== 'unknown' && source.last.channel], ['applied', 'paper']);
    const { value } = (await paperForms.find(app.deps.tables, 'p1', serial))!;
    assert.deepEqual(
      [value.entered?.by, value.entered?.signed, value.entered?.for],
      [helperPerson.id, true, undefined],
    );
    for (const personId of [worker.id, other.id]) {
      const again = await enterForm(app.deps, helper, 'p1', anEntry(serial, { personId }));
      assert.deepEqual(again.wrong, { problem: 'serial-used', about: serial });
    }
  });

  it('that is not signed waits for its person, who gets a slip; deleted, the form can be given in again', async () => {
    const { app, me, print } = await hall();
    const [serial = ''] = await print(1);
    const enter = () => enterForm(app.deps, helper, 'p1', anEntry(serial, { boxes: unsigned }));
    const first = await enter();
    assert.equal(first.outcome, 'waiting');
    assert.equal(await applicationOf(app.deps, 'p1', worker.id), undefined);
    assert.equal((await enter()).wrong?.problem, 'serial-used');
    await dropSlip(app.deps, me, 'p1', (await slipLines(app.deps, 'p1'))[0]!.number);
    const second = await enter();
    assert.equal(await confirmSlip(app.deps, 'p1', await codeOn(first.slip!)), 'wrong');
    assert.equal(await confirmSlip(app.deps, 'p1', await codeOn(second.slip!)), 'applied');
    const source = await sourceOf(app.deps, 'p1', worker.id);
    assert.ok(source !== 'unknown' && source.last.channel === 'paper');
  });

  it('that two give in at the same moment counts for one of them', async () => {
    const { app, me, print } = await hall();
    const [serial = ''] = await print(1);
    const given = [worker, other, aPerson(4)].map(({ id: personId }) =>
      enterForm(app.deps, me, 'p1', anEntry(serial, { personId })),
    );
    const ends = await Promise.all(given);
    assert.deepEqual(ends.map(({ outcome }) => outcome).toSorted(), ['applied', 'wrong', 'wrong']);
    const all = await Promise.all([1, 3, 4].map((one) => applicationOf(app.deps, 'p1', aPerson(one).id)));
    assert.equal(all.filter(Boolean).length, 1);
  });

  it('says what is wrong and is not used up by it', async () => {
    const { app, print } = await hall();
    const [serial = ''] = await print(1);
    const wrongWith = async (over: object) =>
      (await enterForm(app.deps, helper, 'p1', anEntry(serial, over))).wrong?.problem;
    assert.equal(await wrongWith({ serial: 'zzzz-zzzz' }), 'serial-unknown');
    assert.equal(await wrongWith({ serial: '../p2' }), 'serial-unknown');
    assert.equal(await wrongWith({ boxes: 'A1' }), 'language-needed');
    assert.equal(await wrongWith({ personId: helperPerson.id }), 'not-yourself');
    assert.equal(await wrongWith({ personId: '00000000-0000-4000-a000-00000000dead' }), 'person-unknown');
    const row = (await paperForms.find(app.deps.tables, 'p1', serial))!;
    await app.deps.tables.commit([paperForms.replace(row, { ...row.value, version: 0 })]);
    assert.equal(await wrongWith({}), 'form-version');
    const old = (await paperForms.find(app.deps.tables, 'p1', serial))!;
    await app.deps.tables.commit([paperForms.replace(old, row.value)]);
    app.pass({ days: 40 });
    assert.equal(await wrongWith({}), 'applying-over');
    assert.equal((await paperForms.find(app.deps.tables, 'p1', serial))?.value.entered, undefined);
  });

  it('tells only the team that somebody had applied already', async () => {
    const { app, me, print } = await hall();
    await saveApplication(app.deps, callerFor(worker), 'p1', { answers: someAnswers(), apply: true });
    const [first = '', second = ''] = await print(2);
    assert.deepEqual(await enterForm(app.deps, helper, 'p1', anEntry(first)), { outcome: 'applied' });
    assert.equal((await enterForm(app.deps, me, 'p1', anEntry(second))).wrong?.problem, 'already-applied');
  });

  it('is printed by the team alone', async () => {
    const { app } = await hall();
    const draft = { language: 'nl', copies: 1 } as const;
    await assert.rejects(printForms(app.deps, helper, 'p1', draft), reasonIs('programme-gone'));
    await assert.rejects(enterForm(app.deps, callerFor(other), 'p1', anEntry('x')), reasonIs('programme-gone'));
  });
});

describe('a file of many forms', () => {
  it('is taken as far as it is right; each broken line says why and comes back as it was', async () => {
    const { app, print } = await hall();
    await app.addPeople(aPerson(50, { name: 'Ann Twice' }), aPerson(51, { name: 'Ann Twice', department: 'Sales' }));
    const [a, b, c] = (await print(6)) as [string, string, string];
    const text = [
      head,
      `${a};person 1;;A1 B4 C5 S1;"I work; at night"`,
      `${b};Ann Twice;Sales;A1 B4 C5;`,
      `${c};Ann Twice;;A1 B4 C5 S1;`,
      `${a};Person 3;;A1 B4 C5 S1;`,
      'nothing;Person 3;;A1 B4 C5 S1;',
      `${c};Nobody At All;;A1 B4 C5 S1;`,
      `${c};Person 3;;A1 B4 Q5 S1;`,
      `${c};Person 3;;A1`,
      `${c};p3@example.test;;A1 B4 C5 S1;`,
    ].join('\r\n');
    const result = await enterLines(app.deps, helper, 'p1', text);
    assert.deepEqual(
      result.wrong.map(({ line, problem, about }) => [line, problem, about]),
      [
        [4, 'person-twice', 'Ann Twice'],
        [5, 'serial-used', a],
        [6, 'serial-unknown', 'nothing'],
        [7, 'person-unknown', 'Nobody At All'],
        [8, 'box-unknown', 'Q5'],
        [9, 'cells', ''],
      ],
    );
    assert.deepEqual([result.applied, result.waiting], [2, 1]);
    assert.equal((await applicationOf(app.deps, 'p1', worker.id))?.answers.motivation, 'I work; at night');
    assert.equal((await applicationOf(app.deps, 'p1', other.id))?.status, 'applied');
    assert.equal(await confirmSlip(app.deps, 'p1', await codeOn(result.slips!)), 'applied');
    const lost = text
      .split('\r\n')
      .slice(3, 8)
      .filter((line) => !result.rest!.includes(line.split(';')[1]!));
    assert.deepEqual(lost, []);
    const again = await enterLines(app.deps, helper, 'p1', text);
    assert.deepEqual(
      [again.applied, again.waiting, again.wrong.length],
      [0, 0, 9],
      'a file that is sent twice counts once',
    );
  });

  it('without its head is not taken, and comes back whole', async () => {
    const { app, me } = await hall();
    const result = await enterLines(app.deps, me, 'p1', 'a;b\n1;2');
    assert.deepEqual([result.wrong[0]?.problem, result.rest, result.applied], ['no-columns', 'a;b\n1;2', 0]);
  });
});

/** What a telephone reads in the drawn squares: four pixels each. */
function scanned(link: string): string | undefined {
  const { size, dark } = squaresOf(link);
  const wide = size * 4;
  const pixels = new Uint8ClampedArray(wide * wide * 4).fill(255);
  for (const [x, y] of dark)
    for (let at = 0; at < 16; at += 1) {
      const place = ((y * 4 + Math.floor(at / 4)) * wide + x * 4 + (at % 4)) * 4;
      pixels.fill(0, place, place + 3);
    }
  return readCode(pixels, wide, wide)?.data;
}
