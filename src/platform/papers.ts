/**
 * Documents that leave the house: what stands in one, said once, and written as PDF, slides, a workbook or lines for other
 * programs. Promise: every format says the same, and a writer adds no figure of its own. The writers are loaded when one is asked for.
 */
import type { ListFormat, PaperFormat } from './papers/format.ts';
import { folded, type Language } from './words.ts';

/** A number with what people read of it: workbooks keep the number, paper shows the text. */
export interface NumberCell {
  readonly value: number;
  readonly text: string;
  /** A whole percentage. */
  readonly isShare?: boolean;
}
export type Cell = string | NumberCell;

/** A bar in parts, or a single one; `text` says in words what it shows. */
export interface Bar {
  readonly label: string;
  readonly parts: readonly number[];
  readonly text: string;
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'small'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A code to scan, with what it is for and its link to type. */
  | { readonly kind: 'code'; readonly link: string; readonly text: string }
  | { readonly kind: 'figures'; readonly figures: readonly { readonly value: Cell; readonly label: string }[] }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
    }
  | {
      readonly kind: 'bars';
      readonly title: string;
      /** The names of the parts, for the legend; the same for every bar. */
      readonly parts: readonly string[];
      /** What a bar as wide as the page stands for. */
      readonly full: number;
      readonly bars: readonly Bar[];
      /** The same in words. */
      readonly alt: string;
    };

export interface PaperSection {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Paper {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  /** Small, on every page and slide. */
  readonly foot: string;
  /** The heads of the columns that a plain table of everything has. */
  readonly columns: readonly [section: string, about: string, what: string, value: string];
  readonly sections: readonly PaperSection[];
}

export const paperTypes: Readonly<Record<PaperFormat, string>> = {
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

const writers: Readonly<Record<PaperFormat, (paper: Paper) => Promise<Uint8Array>>> = {
  pdf: async (paper) => (await import('./papers/pdf.ts')).writePdf(paper),
  pptx: async (paper) => (await import('./papers/pptx.ts')).writeSlides(paper),
  xlsx: async (paper) => (await import('./papers/xlsx.ts')).writeWorkbook(paper),
  csv: async (paper) => (await import('./papers/csv.ts')).writeLines(paper),
};

export function writePaper(paper: Paper, format: PaperFormat): Promise<Uint8Array> {
  return writers[format](readable(paper));
}

/** A list as other programs go on with it: its heads and its rows, and nothing around them. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export async function writeTable(table: Table, format: ListFormat): Promise<Uint8Array> {
  const clean = readable(table);
  return format === 'xlsx'
    ? (await import('./papers/xlsx.ts')).writeSheet(clean)
    : (await import('./papers/csv.ts')).writeRows(clean);
}

/** For whoever goes on writing in it. */
export async function writePaperAsMarkdown(paper: Paper): Promise<Uint8Array> {
  return (await import('./papers/markdown.ts')).writeMarkdown(readable(paper));
}

/** Several papers in one PDF, each from a page of its own on; title and language are those of the first. */
export async function writePapers(papers: readonly Paper[]): Promise<Uint8Array> {
  const { writePages } = await import('./papers/pdf.ts');
  return writePages(papers.map(readable));
}

export function textOfCell(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

/** A name for a file that every system takes. */
export function fileName(parts: readonly string[], format: PaperFormat | 'md'): string {
  const plain = parts.map((one) =>
    folded(one)
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
      .replace(/^-|-$/g, ''),
  );
  return `${plain.filter((one) => one !== '').join('-')}.${format}`;
}

/** All texts in a value, without what no document can hold: control characters, halves of characters, and marks that turn the direction of a line. */
export function readable<T>(value: T): T {
  if (typeof value === 'string') return cleaned(value) as T;
  if (Array.isArray(value)) return value.map(readable) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, readable(one)])) as T;
}

function cleaned(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, '');
}
