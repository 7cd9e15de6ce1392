/** What a cell may hold: each reader gives the value, or says what was found and what was expected. */
import { problem } from './csv.ts';

export interface Place {
  readonly file: string;
  readonly row: number;
  readonly column: string;
}

const idLongest = 200;

export function idIn(cell: string, { file, row, column }: Place): string {
  if (cell === '') throw problem(file, row, `"${column}" is empty; everybody needs an id`);
  if (cell.length > idLongest) throw problem(file, row, `"${column}" is longer than ${idLongest} characters`);
  if (/\p{Cc}/u.test(cell)) throw problem(file, row, `"${column}" holds a control character`);
  return cell;
}

export function wholeIn(cell: string, { file, row, column }: Place, from: number, to: number): number {
  const value = Number(cell);
  if (cell === '' || Number.isNaN(value)) throw problem(file, row, `"${column}" is "${cell}", which is no number`);
  if (!Number.isInteger(value)) throw problem(file, row, `"${column}" is ${cell}; only whole numbers count`);
  if (value < from || value > to) throw problem(file, row, `"${column}" is ${cell}; it must be from ${from} to ${to}`);
  return value;
}

/** Absent is no. */
export function yesIn(cell: string, { file, row, column }: Place): boolean {
  if (['', '0', 'no', 'false'].includes(cell.toLowerCase())) return false;
  if (['1', 'yes', 'true'].includes(cell.toLowerCase())) return true;
  throw problem(file, row, `"${column}" is "${cell}"; it must be 1 or 0`);
}

export function oneOf<Word extends string>(cell: string, { file, row, column }: Place, words: readonly Word[]): Word {
  const found = words.find((word) => word === cell);
  if (found === undefined) throw problem(file, row, `"${column}" is "${cell}"; it must be one of ${words.join(', ')}`);
  return found;
}

/** Separated by `|`. */
export function listIn(cell: string): readonly string[] {
  return cell === ''
    ? []
    : cell
        .split('|')
        .map((item) => item.trim())
        .filter((item) => item !== '');
}
