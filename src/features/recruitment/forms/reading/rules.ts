/**
 * Lines of a file that a spreadsheet wrote: cells between commas or semicolons, in quotation marks where they hold one of these or a
 * new line (RFC 4180). Own code, 40 lines: of the packages that are here none reads them, and ours has one head of five columns.
 */
import { columns } from '../model.ts';

export interface FileLine {
  /** Where it begins in the file; the head is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface ReadFile {
  readonly head: readonly string[];
  readonly lines: readonly FileLine[];
}

/** Lines without any text are left out. A quotation mark that is never closed goes on to the end of the file. */
export function readLines(text: string): ReadFile {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const first = plain.split('\n', 1)[0] ?? '';
  const mark = first.includes(';') ? ';' : first.includes('\t') ? '\t' : ',';
  const [head = { line: 1, cells: [] }, ...lines] = cellsOf(plain, mark).filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ''),
  );
  return { head: head.cells.map((cell) => cell.trim().toLowerCase()), lines };
}

function cellsOf(text: string, mark: string): FileLine[] {
  const found: { line: number; cells: string[] }[] = [];
  let [cells, cell, isQuoted, line, begins] = [[] as string[], '', false, 1, 1];
  const endLine = (): void => {
    found.push({ line: begins, cells: [...cells, cell] });
    [cells, cell, begins] = [[], '', line];
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (letter === '\n') line += 1;
    if (isQuoted && letter === '"' && text[at + 1] === '"') [cell, at] = [cell + '"', at + 1];
    else if (letter === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (!isQuoted && letter === mark) [cells, cell] = [[...cells, cell], ''];
    else if (!isQuoted && letter === '\n') endLine();
    else cell += letter;
  }
  if (cell !== '' || cells.length > 0) endLine();
  return found;
}

export type FormLine = Readonly<Record<(typeof columns)[number], string>>;

/** True when every column is there, once. */
export const hasColumns = (head: readonly string[]): boolean =>
  columns.every((one) => head.filter((name) => name === one).length === 1);

/** The cells under their heads; nothing when there are more or fewer than the head has. Empty ones at the end do not count. */
export function formLineOf(head: readonly string[], cells: readonly string[]): FormLine | undefined {
  const given = [...cells];
  while (given.length > head.length && given.at(-1)?.trim() === '') given.pop();
  if (given.length !== head.length) return undefined;
  const at = (name: string): string => (given[head.indexOf(name)] ?? '').trim();
  return Object.fromEntries(columns.map((name) => [name, at(name)])) as FormLine;
}
