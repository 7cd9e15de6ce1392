import assert from 'node:assert/strict';
import fc from 'fast-check';
import { boxGroups } from '../../../src/features/recruitment/forms/model.ts';
import { formLineOf, hasColumns, readLines } from '../../../src/features/recruitment/forms/reading/rules.ts';
import { plainSerial, readForm } from '../../../src/features/recruitment/forms/rules.ts';
import {
  ambitions,
  interests,
  questionnaire,
  roles,
  spoken,
  topics,
  values,
} from '../../../src/features/recruitment/model.ts';
import { codePartsOf, slipEndOf, writtenCode } from '../../../src/features/recruitment/slips/rules.ts';
import { wholeOf } from '../../../src/features/recruitment/slips/model.ts';
import { day } from '../../../src/platform/clock.ts';

const problemIn = (boxes: string, motivation = ''): unknown[] => {
  const read = readForm(boxes, motivation);
  return 'problem' in read ? [read.problem, read.about] : ['fine'];
};

describe('ticked boxes', () => {
  it('are the answers of the tab, whatever letters, spaces and dashes they are typed with', () => {
    const read = readForm('a1, b1;B4  c7 C12 E3 F5 h2 K1 L20 s1', 'Please');
    assert.ok('answers' in read);
    assert.equal(read.signed, true);
    assert.deepEqual(read.answers, {
      ...{ role: 'mentee', languages: [spoken[0], spoken[3]], meeting: 'either', hoursAMonth: 6, capacity: 1 },
      sought: [
        { topic: topics[6], level: 2 },
        { topic: topics[11], level: 2 },
      ],
      ...{ offered: [], values: [values[1]], ambitions: [ambitions[0]], interests: [interests[19]] },
      ...{ motivation: 'Please', mayShowName: false },
    });
  });

  it('make an application that the tab would take as well, or say what is wrong, whatever is typed', () => {
    const box = fc.constantFrom(
      ...boxGroups.flatMap(({ letter, options }) => options.map((_, at) => `${letter}${at + 1}`)),
    );
    const typed = fc.array(fc.oneof({ weight: 9, arbitrary: box }, fc.string({ maxLength: 6 })), { maxLength: 30 });
    fc.assert(
      fc.property(typed, (boxes) => {
        const read = readForm(boxes.join(' '), '');
        if ('answers' in read) questionnaire.parse(wholeOf(read.answers, undefined));
        else assert.ok(read.problem.length > 0);
      }),
    );
  });

  const cases: [string, string, unknown[]][] = [
    ['a letter that is on no form', 'A1 B1 Z3', ['box-unknown', 'Z3']],
    ['a number that the question does not have', 'A4 B1 C1', ['box-unknown', 'A4']],
    ['a box without a number', 'A1 B C1', ['box-unknown', 'B']],
    ['a place before the first', 'A0 B1', ['box-unknown', 'A0']],
    ['hostile words', '__proto__', ['box-unknown', '__PROTO__']],
    ['two boxes where one is asked for', 'A1 A2 B1', ['boxes-many', 'A']],
    ['seven topics', 'A1 B1 C1 C2 C3 C4 C5 C6 C7', ['boxes-many', 'C']],
    ['nothing at all', '', ['role-needed', 'A']],
    ['no language', 'A1 C1', ['language-needed', 'B']],
    ['no topic', 'A1 B1', ['topic-needed', 'C']],
    ['a mentor whose name may not be shown', 'A2 B1 D1', ['name-needed', 'M']],
  ];
  for (const [name, boxes, wanted] of cases)
    it(`are refused with the box: ${name}`, () => assert.deepEqual(problemIn(boxes), wanted));

  it('mean what version 1 says: a changed option would read old papers wrongly', () => {
    assert.deepEqual(
      boxGroups.map(({ letter, options }) => `${letter}${options.length}`),
      ['A3', 'B14', 'C24', 'D24', 'E3', 'F6', 'G3', 'H20', 'K10', 'L20', 'M1', 'S1'],
    );
    assert.deepEqual(
      [roles[0], spoken[13], topics[23], values[19], ambitions[9], interests[19]],
      [...['mentee', 'zh', 'wellbeing', 'helping', 'finish-a-degree', 'cycling']],
    );
  });

  it('count once when they are typed twice', () => {
    assert.deepEqual(problemIn('A1 A1 B1 C1'), ['fine']);
  });
});

describe('the lines of a file', () => {
  it('are read as spreadsheets write them: commas, semicolons, tabs, quotation marks, new lines in a cell', () => {
    for (const mark of [',', ';', '\t']) {
      const head = ['serial', 'name', 'department', 'boxes', 'motivation'].join(mark);
      const line = ['abc', '"O""Neil, Ann"', '', 'A1 B1', '"two\nlines; here"'].join(mark);
      const { head: names, lines } = readLines(`\uFEFF${head}\r\n${line}\r\n\r\n`);
      assert.ok(hasColumns(names));
      assert.deepEqual(
        lines.map(({ line: number, cells }) => [number, formLineOf(names, cells)]),
        [[2, { serial: 'abc', name: 'O"Neil, Ann', department: '', boxes: 'A1 B1', motivation: 'two\nlines; here' }]],
      );
    }
  });

  it('keep the number that the file gives them, and say when cells do not fit', () => {
    const { head, lines } = readLines(
      'name;serial;boxes;motivation;department\n\n"a\nb";1;;;\n;;;;\nx;2;3;4;5;6\ny;1\nz;1;2;3;4;;',
    );
    assert.deepEqual(
      lines.map(({ line, cells }) => [line, formLineOf(head, cells)?.name]),
      [
        [3, 'a\nb'],
        [6, undefined],
        [7, undefined],
        [8, 'z'],
      ],
    );
  });

  it('lose nothing and throw nothing, whatever the file holds', () => {
    const cell = fc.string({ maxLength: 12 });
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell, cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = `serial,name,department,boxes,motivation\n${rows.map((row) => row.map(quoted).join(',')).join('\n')}`;
        const whole = rows.map((row) => row.map((one) => one.replace(/\r\n?/g, '\n')));
        const kept = whole.filter((row) => row.some((one) => one.trim() !== ''));
        assert.deepEqual(
          readLines(text).lines.map(({ cells }) => cells),
          kept,
        );
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void readLines(text)));
  });

  it('need every column, once', () => {
    assert.equal(hasColumns(['serial', 'name']), false);
    assert.equal(hasColumns(['serial', 'name', 'department', 'boxes', 'motivation', 'name']), false);
  });
});

describe('a code on paper', () => {
  it('is read as people type it', () => {
    const code = { number: 'k7m2', secret: '9xqd01' };
    assert.equal(writtenCode(code), 'K7M2-9XQ-D01');
    for (const typed of ['K7M2-9XQ-D01', 'k7m29xqd01', ' k7m2 9xqdOl ', 'K7M2–9XQ–DoI'])
      assert.deepEqual(codePartsOf(typed), code, typed);
    for (const typed of ['', 'K7M2', 'K7M2-9XQ-D012', '💥'.repeat(10), '__proto__'])
      assert.equal(codePartsOf(typed), undefined);
  });

  it('counts for 14 days, and not beyond the last day to apply', () => {
    const now = Date.UTC(2026, 2, 3, 9);
    assert.equal(slipEndOf(now, undefined, 'Europe/Brussels'), now + 14 * day);
    assert.equal(slipEndOf(now, '2026-05-01', 'Europe/Brussels'), now + 14 * day);
    assert.equal(slipEndOf(now, '2026-03-05', 'Europe/Brussels'), Date.UTC(2026, 2, 5, 23));
  });

  it('of a form is found with dashes and capitals', () => {
    assert.equal(plainSerial(' K7M2-9XQD '), 'k7m29xqd');
  });
});
