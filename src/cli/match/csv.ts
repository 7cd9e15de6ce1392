/** Tables as spreadsheets write them: comma or semicolon, quotes, any line end. What is wrong is said with file and row. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { UsageProblem } from '../usage.ts';

export interface Table {
  readonly file: string;
  /** Gives the cells of each row in the order of the wanted columns (absent: ''), with its number in the file. */
  rows(): Generator<{ readonly cells: readonly string[]; readonly row: number }>;
}

export interface Columns {
  readonly needed: readonly string[];
  readonly optional: readonly string[];
}

/** What is wrong in a file of somebody's: where, what was found, what was expected. */
export function problem(file: string, row: number | null, says: string): UsageProblem {
  return new UsageProblem(`${file}${row === null ? '' : `, row ${row}`}: ${says}`);
}

export function readTable(path: string, { needed, optional }: Columns): Table {
  const file = basename(path);
  const text = readText(path, file);
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const firstEnd = text.indexOf('\n') < 0 ? text.length : text.indexOf('\n');
  const head = text.slice(start, firstEnd);
  if (head.trim() === '') throw problem(file, 1, `is empty; the first row must name the columns ${needed.join(', ')}`);
  const separator = head.includes(';') && !head.includes(',') ? ';' : ',';
  const names = cellsOf(head.replace(/\r$/, ''), separator, file, 1).map((name) => name.trim());
  checkNames(names, { needed, optional }, file);
  const wanted = [...needed, ...optional].map((name) => names.indexOf(name));
  return {
    file,
    *rows() {
      for (const { line, row } of linesOf(text, firstEnd + 1, file)) {
        const cells = cellsOf(line, separator, file, row);
        if (cells.length !== names.length)
          throw problem(file, row, `has ${cells.length} cells, but there are ${names.length} columns`);
        yield { cells: wanted.map((at) => (at < 0 ? '' : cells[at]!.trim())), row };
      }
    },
  };
}

function readText(path: string, file: string): string {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new UsageProblem(`${path} is not there`);
  const text = readFileSync(path, 'utf8');
  if (text.includes('\0')) throw problem(file, null, 'is no text (is it an .xlsx? save it as CSV, UTF-8)');
  const at = text.indexOf('\uFFFD');
  if (at >= 0) throw problem(file, text.slice(0, at).split('\n').length, 'is not UTF-8; save it as "CSV UTF-8"');
  return text;
}

function checkNames(names: readonly string[], { needed, optional }: Columns, file: string): void {
  const missing = needed.find((name) => !names.includes(name));
  if (missing !== undefined) throw problem(file, 1, `the column "${missing}" is missing; found: ${names.join(', ')}`);
  const unknown = names.find((name) => !needed.includes(name) && !optional.includes(name));
  if (unknown !== undefined)
    throw problem(file, 1, `nobody knows a column "${unknown}"; known: ${[...needed, ...optional].join(', ')}`);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw problem(file, 1, `the column "${twice}" is there twice`);
}

/** Lines with something in them; a line end between quotes does not end one. */
function* linesOf(
  text: string,
  from: number,
  file: string,
): Generator<{ readonly line: string; readonly row: number }> {
  let row = 1;
  for (let start = from; start < text.length;) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const first = ++row;
    while (isOpen(text.slice(start, end))) {
      if (end >= text.length) throw problem(file, first, 'a quote is opened and never closed');
      end = text.indexOf('\n', end + 1);
      if (end < 0) end = text.length;
      row++;
    }
    const line = text.charCodeAt(end - 1) === 13 ? text.slice(start, end - 1) : text.slice(start, end);
    start = end + 1;
    if (line.trim() !== '') yield { line, row: first };
  }
}

function isOpen(line: string): boolean {
  if (!line.includes('"')) return false;
  return line.split('"').length % 2 === 0;
}

function cellsOf(line: string, separator: string, file: string, row: number): string[] {
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  for (let at = 0; at <= line.length;) {
    if (line[at] !== '"') {
      const end = line.indexOf(separator, at);
      cells.push(line.slice(at, end < 0 ? line.length : end));
      if (end < 0) break;
      at = end + 1;
      continue;
    }
    let end = at + 1;
    while (line[end] !== '"' || line[end + 1] === '"') {
      if (end >= line.length) throw problem(file, row, 'a quote is opened and never closed');
      end += line[end] === '"' ? 2 : 1;
    }
    cells.push(line.slice(at + 1, end).replaceAll('""', '"'));
    const after = line[end + 1];
    if (after !== undefined && after !== separator) throw problem(file, row, 'something follows a closing quote');
    if (after === undefined) break;
    at = end + 2;
  }
  return cells;
}

/** A cell that a spreadsheet takes for text, whatever it begins with. */
export function csvCell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}
