/** A paper as a workbook: a sheet for each section, numbers as numbers. */
import writeExcelFile from 'write-excel-file/node';
import type { Block, Cell, Paper, PaperSection, Table } from '../papers.ts';
import { plainText } from './cells.ts';

interface Written {
  readonly value: string | number;
  readonly type: StringConstructor | NumberConstructor;
  readonly format?: string;
  readonly fontWeight?: 'bold';
  readonly fontSize?: number;
  readonly wrap?: true;
  readonly alignVertical?: 'top';
}
type Line = readonly (Written | null)[];

/** What Excel takes at most in a cell, and as the name of a sheet. */
const longestCell = 32_000;
const longestName = 31;

export async function writeWorkbook(paper: Paper): Promise<Uint8Array> {
  const names = new Set<string>();
  const sheets = paper.sections.map((section, place) => ({
    data: [
      ...(place === 0 ? headOf(paper) : []),
      [textCell(section.title, true, 13)],
      ...section.blocks.flatMap(rowsOf),
    ],
    sheet: sheetName(section, names),
    columns: [{ width: 60 }, ...Array.from({ length: widthOf(section) - 1 }, () => ({ width: 20 }))],
  }));
  return new Uint8Array(await writeExcelFile(sheets as never).toBuffer());
}

/** One sheet; its heads stay when one scrolls. */
export async function writeSheet({ title, head, rows }: Table): Promise<Uint8Array> {
  const sheet = {
    data: [head.map((one) => textCell(one, true)), ...rows.map((row) => row.map(cellOf))],
    sheet: sheetName({ title }, new Set()),
    columns: head.map(() => ({ width: 30 })),
    stickyRowsCount: 1,
  };
  return new Uint8Array(await writeExcelFile([sheet] as never).toBuffer());
}

function headOf({ title, subtitle, foot }: Paper): Line[] {
  return [[textCell(title, true, 16)], [textCell(subtitle)], [textCell(foot)], []];
}

function sheetName({ title }: Pick<PaperSection, 'title'>, taken: Set<string>): string {
  const plain = title
    .replace(/[\\/?*[\]:]/g, ' ')
    .replace(/^'|'$/g, '')
    .trim()
    .slice(0, longestName);
  let name = plain;
  for (let turn = 2; taken.has(name.toLowerCase()); turn += 1) name = `${plain.slice(0, longestName - 3)} ${turn}`;
  taken.add(name.toLowerCase());
  return name;
}

function widthOf({ blocks }: PaperSection): number {
  return Math.max(1, ...blocks.map((block) => (block.kind === 'table' ? block.head.length : 2)));
}

function rowsOf(block: Block): Line[] {
  switch (block.kind) {
    case 'text':
    case 'small':
      return [[textCell(block.text)]];
    case 'heading':
      return [[], [textCell(block.text, true)]];
    case 'list':
      return block.items.map((item) => [textCell(item)]);
    case 'code':
      return [[textCell(block.text), textCell(block.link)]];
    case 'figures':
      return block.figures.map(({ value, label }) => [textCell(label), cellOf(value)]);
    case 'table':
      return [
        [],
        [textCell(block.title, true)],
        block.head.map((one) => textCell(one, true)),
        ...block.rows.map((row) => row.map(cellOf)),
      ];
    case 'bars':
      return [
        [],
        [textCell(block.title, true)],
        ...block.bars.map(({ label, text }) => [textCell(label), textCell(text)]),
      ];
    default:
      return block satisfies never;
  }
}

function cellOf(cell: Cell): Written {
  if (typeof cell === 'string') return textCell(cell);
  const { value, isShare } = cell;
  if (isShare) return { value: value / 100, type: Number, format: '0%', alignVertical: 'top' };
  return { value, type: Number, format: Number.isInteger(value) ? '0' : '0.0', alignVertical: 'top' };
}

function textCell(text: string, isBold = false, fontSize?: number): Written {
  return {
    ...{ value: plainText(text).slice(0, longestCell), type: String, wrap: true, alignVertical: 'top' },
    ...(isBold ? { fontWeight: 'bold' } : {}),
    ...(fontSize ? { fontSize } : {}),
  };
}
