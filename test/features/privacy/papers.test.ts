import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failuresOfPdf } from '../../support/pdf-ua.ts';
import { readPdf } from '../../support/papers.ts';
import { partIds, ruleIds } from '../../../src/features/matching/engine/model.ts';
import { reportingLevels, toldRule } from '../../../src/features/matching/engine/rules.ts';
import { presets } from '../../../src/features/matching/model.ts';
import { presetWeights } from '../../../src/features/matching/weighing/rules.ts';
import { longestKeyDays } from '../../../src/features/people/identity/rules.ts';
import { mostInAMonth } from '../../../src/features/people/messages/rules.ts';
import { fieldKey, keptKinds, sayField, sayKind, type KeptKind } from '../../../src/features/privacy/kinds/rules.ts';
import { papers, type Country, type PaperName } from '../../../src/features/privacy/papers/model.ts';
import { mayReadPaper } from '../../../src/features/privacy/papers/policy.ts';
import { paperOf } from '../../../src/features/privacy/papers/rules.ts';
import { proseOf } from '../../../src/features/privacy/papers/store.ts';
import { say } from '../../../src/features/privacy/papers/words.ts';
import { floors } from '../../../src/features/release/model.ts';
import type { AppRole, Caller } from '../../../src/platform/doors.ts';
import { graphCalls, type Permissions } from '../../../src/platform/graph/permissions.ts';
import { register } from '../../../src/platform/kept.ts';
import { textOfCell, writePaper, type Block, type Paper } from '../../../src/platform/papers.ts';
import { languages, type Language } from '../../../src/platform/words.ts';
import { keptFields, tandem } from './kept.ts';

const now = Date.UTC(2026, 10, 30, 12);
let kinds: readonly KeptKind[];

const made = (
  paper: PaperName,
  language: Language,
  country: Country = 'BE',
  over: readonly KeptKind[] = kinds,
): Paper =>
  paperOf(proseOf(paper, language, country), { paper, language, country, now, version: '9.8.7', kinds: over });

const textsOf = (block: Block): string[] => {
  switch (block.kind) {
    case 'list':
      return [...block.items];
    case 'table':
      return [block.title, ...block.head, ...block.rows.flat().map(textOfCell)];
    case 'figures':
    case 'bars':
      return [];
    case 'text':
    case 'small':
    case 'heading':
    case 'code':
      return [block.text];
    default:
      return block satisfies never;
  }
};
const textOf = ({ title, subtitle, foot, sections }: Paper): string =>
  [title, subtitle, foot, ...sections.flatMap((one) => [one.title, ...one.blocks.flatMap(textsOf)])].join('\n');

const tableIn = (paper: Paper, title: string): readonly (readonly string[])[] => {
  const found = paper.sections.flatMap((one) => one.blocks).find((one) => one.kind === 'table' && one.title === title);
  assert.ok(found?.kind === 'table', `there is no table "${title}"`);
  return found.rows.map((row) => row.map(textOfCell));
};

/** Every kind, and every field with its label and technical name, that a record does not hold. */
function leftOutOf(text: string, all: readonly KeptKind[], language: Language): string[] {
  return all.flatMap((one) => {
    const lines = [
      sayKind(language, one),
      ...one.fields.map((field) => `${sayField(language, one, field)} (${field})`),
    ];
    return lines.filter((line) => !text.includes(line)).map((line) => `${one.table} ${one.kind}: ${line}`);
  });
}

const everyPaper = languages.flatMap((language) =>
  papers.flatMap((paper) =>
    (paper === 'works-council' ? (['BE', 'NL', 'FR'] as const) : (['BE'] as const)).map(
      (country) => ({ paper, language, country }) as const,
    ),
  ),
);

describe('the papers', () => {
  before(async function () {
    this.timeout(120_000);
    const fields = await keptFields();
    kinds = keptKinds(new Map()).map((one) => ({ ...one, fields: fields[`${one.table} ${one.kind}`] ?? [] }));
  });

  for (const language of languages)
    it(`name every kind of row and every stored field in the record (${language})`, () => {
      assert.deepEqual(leftOutOf(textOf(made('record', language)), kinds, language), []);
    });

  it('are found out when a stored field or a kind is not in the record', () => {
    const text = textOf(made('record', 'en'));
    const [pair] = kinds.filter(({ table, kind }) => table === 'programmes' && kind === 'pair');
    assert.ok(pair);
    const grown = { ...pair, fields: [...pair.fields, 'hiredOn'] };
    assert.deepEqual(leftOutOf(text.replaceAll('Hired on (hiredOn)', ''), [grown], 'en'), [
      'programmes pair: Hired on (hiredOn)',
    ]);
    const without = textOf(
      made(
        'record',
        'en',
        'BE',
        kinds.filter((one) => one !== pair),
      ),
    );
    assert.ok(leftOutOf(without, [pair], 'en').includes(`programmes pair: ${sayKind('en', pair)}`));
  });

  it('stop at a field that has no words, instead of leaving it out', () => {
    const strange: KeptKind = { table: 'people', kind: 'rest', kept: register.people.rest, fields: ['shoeSize'] };
    assert.equal(fieldKey(strange, 'shoeSize'), 'field.shoeSize');
    assert.throws(() => made('record', 'en', 'BE', [strange]));
  });

  for (const { paper, language, country } of everyPaper)
    it(`are whole, and marked as a draft: ${paper} ${language} ${country}`, () => {
      const one = made(paper, language, country);
      const text = textOf(one);
      assert.doesNotMatch(text, /\{|\}|undefined|NaN|\[object/);
      assert.doesNotMatch(text, /&(?:amp|quot|#39|lt|gt);/);
      assert.match(one.foot, /9\.8\.7/);
      assert.ok(one.subtitle.startsWith(say(language, 'subtitle', { version: '9.8.7', day: '' }).split('.')[0] ?? '!'));
      assert.equal(one.sections[0]?.title, say(language, 'draft.title'));
      assert.ok(
        one.sections.length >= 5 && one.sections.every(({ title, blocks }) => title !== '' && blocks.length > 0),
      );
      const blanks = text.match(/\[…[^\]]{2,}\]/g) ?? [];
      assert.ok(
        blanks.length >= (paper === 'accessibility' ? 3 : 2),
        'nothing is left for the organisation to fill in',
      );
      assert.equal(text.split('[…').length, text.split(/\[…[^\]]*\]/).length, 'a blank does not end');
    });

  it('ask the organisation the same in every language', () => {
    for (const { paper, country } of everyPaper.filter((one) => one.language === 'en')) {
      const shapes = languages.map((language) => {
        const { sections } = made(paper, language, country);
        return sections.map(({ blocks }) => blocks.map((one) => [one.kind, textsOf(one).join().split('[…').length]));
      });
      for (const shape of shapes) assert.deepEqual(shape, shapes[0], paper);
    }
  });

  it('tell the weights and rules of the matching as the code has them', () => {
    for (const paper of ['employees', 'works-council'] as const)
      for (const language of languages) {
        const one = made(paper, language);
        const rows = tableIn(one, say(language, 'caption.weights'));
        assert.deepEqual(
          rows.map((row) => row.slice(1).map(Number)),
          partIds.map((part) => presets.map((preset) => presetWeights[preset][part])),
        );
        for (const rule of ruleIds.map(toldRule))
          if (rule !== 'self')
            assert.ok(textOf(one).includes(say(language, `rule.${rule}`, { levels: reportingLevels })), rule);
      }
  });

  it('hold the figures of the code', () => {
    for (const language of languages) {
      const employees = textOf(made('employees', language));
      const totals = made('employees', language).sections.at(-1)?.blocks[0];
      assert.ok(totals?.kind === 'text');
      assert.deepEqual(totals.text.match(/\d+/g), [String(floors.rating), String(floors.text)]);
      assert.match(employees, new RegExp(`\\b${mostInAMonth}\\b`));
      assert.match(textOf(made('security', language)), new RegExp(`\\b${longestKeyDays}\\b`));
    }
  });

  it('tell until when each kind of data about people stays, as the register has it', () => {
    for (const language of languages)
      for (const paper of ['record', 'dpia'] as const) {
        const one = made(paper, language);
        const about = kinds.filter(({ kept }) => kept.about !== 'work');
        for (const end of new Set(about.map(({ kept }) => kept.until)))
          assert.deepEqual(
            tableIn(one, say(language, `end.${end}`)).map(([what]) => what),
            about.filter(({ kept }) => kept.until === end).map((kind) => sayKind(language, kind)),
          );
      }
  });

  it('say what each right in Microsoft 365 is for, and what is missing without it', () => {
    for (const rights of ['app', 'delegated'] as const) {
      const used = Object.values(graphCalls).flatMap((one: Permissions) => one[rights] || []);
      const rows = tableIn(made('security', 'nl'), say('nl', `caption.permissions-${rights}`));
      assert.deepEqual(rows.map(([right = '']) => right).toSorted(), [...new Set(used)].toSorted());
      assert.ok(rows.every((row) => row.length === 3 && row.every((cell) => cell !== '')));
    }
  });

  it('begin with the law of the country for its works council', () => {
    const laws = { BE: '39', NL: '27', FR: 'L2312-38' } as const;
    for (const [country, law] of Object.entries(laws) as [Country, string][])
      for (const language of languages) {
        const [, first] = made('works-council', language, country).sections;
        assert.ok(
          first?.blocks.some((one) => textsOf(one).some((text) => text.includes(law))),
          `${country} ${language}`,
        );
      }
  });

  it('stop when their prose asks for what the code does not know', () => {
    const facts = { paper: 'record', language: 'en', country: 'BE', now, version: '1', kinds } as const;
    assert.throws(() => paperOf('{{shoe-size}}', facts), /shoe-size/);
    assert.throws(() => paperOf('## A\n\n{{block:shoes}}\n', facts), /shoes/);
  });

  it('are for administrators and coordinators, and two of them for everybody', () => {
    const as = (...roles: AppRole[]): Caller => ({ personId: 'p', language: 'en', roles });
    for (const paper of papers) {
      assert.ok(mayReadPaper(as('Administrator'), paper) && mayReadPaper(as('Coordinator'), paper));
      const open = paper === 'employees' || paper === 'accessibility';
      assert.equal(mayReadPaper(as(), paper), open);
      assert.equal(mayReadPaper(as('Adviser'), paper), open);
    }
  });
});

describe('the papers as PDF', function () {
  this.timeout(120_000);

  for (const [paper, language] of [
    ['works-council', 'fr'],
    ['security', 'de'],
  ] as const)
    it(`pass what a machine can check of PDF/UA-1: ${paper} ${language}`, async () => {
      const one = made(paper, language);
      const bytes = await writePaper(one, 'pdf');
      assert.deepEqual(await failuresOfPdf(bytes), []);
      const { text, lang, title, pages, bookmarks } = await readPdf(bytes);
      assert.deepEqual(
        bookmarks,
        one.sections.map(({ title: section, blocks }) => ({
          title: section,
          below: blocks.flatMap((block) =>
            block.kind === 'table' ? [block.title] : block.kind === 'heading' ? [block.text] : [],
          ),
        })),
      );
      assert.equal(lang, language);
      assert.equal(title, one.title);
      const mark = one.foot.slice(0, 12);
      assert.ok(text.split(mark).length - 1 >= pages, 'a page does not say that it is a draft');
    });
});

describe('tandem papers', function () {
  this.timeout(120_000);
  let folder: string;
  before(async () => void (folder = await mkdtemp(join(tmpdir(), 'tandem-papers-'))));
  after(() => rm(folder, { recursive: true, force: true }));

  it('writes each paper with what a fresh process of the product keeps', async () => {
    const printed = await tandem(
      'papers',
      '--to',
      folder,
      '--language',
      'fr',
      '--country',
      'FR',
      '--format',
      'md',
      '--json',
    );
    const { files } = JSON.parse(printed) as { files: string[] };
    assert.deepEqual(
      files.toSorted(),
      papers.map((paper) => `fr/tandem-${paper}${paper === 'works-council' ? '-fr' : ''}-fr.md`).toSorted(),
    );
    const record = await readFile(join(folder, 'fr/tandem-record-fr.md'), 'utf8');
    assert.deepEqual(leftOutOf(record.replaceAll(/\\(.)/g, '$1'), kinds, 'fr'), []);
    assert.match(record, /^# Registre des activités de traitement$/m);
  });
});
