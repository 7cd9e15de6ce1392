/**
 * Makes paragraphs out of a transcript (WebVTT, SubRip, or plain text as Teams gives it) without times and without who speaks. It
 * runs in the browser: the file itself never leaves the machine.
 */
import { longestNote } from '../model.ts';

const times = /^\s*(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?\s*-->/;
const header = /^\s*(?:WEBVTT|NOTE|STYLE|REGION|X-TIMESTAMP-MAP)\b/;
/** `<v Anna Peeters>`: who speaks, in WebVTT; a change of speaker begins a paragraph. */
const voice = /<v(?:\.[\w.]+)?\s+([^>]*)>/;
/** `Anna Peeters 0:03` on a line of its own, as in a transcript that was saved as a document. */
const speakerLine = /^\s*\p{Lu}[\p{L}\p{M}'’.()-]*(?:\s+[\p{L}\p{M}'’.()-]+){0,5}\s+(?:\d{1,2}:)?\d{1,2}:\d{2}\s*$/u;
/** `Anna Peeters: ` before what she says; at most four words. */
const label = /^\s*(\p{Lu}[\p{L}\p{M}'’.\d-]*(?:\s+[\p{L}\p{M}'’.\d-]+){0,3})\s*:\s+/u;

interface Line {
  readonly text: string;
  readonly starts: boolean;
}

/** Paragraphs, one for each turn to speak, each short enough for a note. */
export function paragraphsOf(transcript: string): string[] {
  const lines = transcript.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const isCued = lines.some((one) => times.test(one));
  const labels = labelsIn(lines);
  const read = isCued ? cueLines(lines, labels) : plainLines(lines, labels);
  const paragraphs: string[] = [];
  for (const { text, starts } of read) {
    if (starts || paragraphs.length === 0) paragraphs.push('');
    if (text !== '') paragraphs.push(`${paragraphs.pop() ?? ''} ${text}`.trim());
  }
  return paragraphs.filter((one) => one !== '').flatMap(shortened);
}

/** A colon also stands in sentences: a label comes again, or most lines of the text have one. */
function labelsIn(lines: readonly string[]): ReadonlySet<string> {
  const said = lines.filter((one) => one.trim() !== '' && !times.test(one) && !/^\s*\d+\s*$/.test(one));
  const found = said.flatMap((one) => label.exec(one)?.[1] ?? []);
  const isUsual = found.length * 2 >= said.length;
  return new Set(found.filter((one) => isUsual || found.filter((other) => other === one).length > 1));
}

function cueLines(lines: readonly string[], labels: ReadonlySet<string>): Line[] {
  let speaker = '';
  return lines.flatMap((line, at) => {
    const isNumber = /^\s*[\w-]+\s*$/.test(line) && times.test(lines[at + 1] ?? '');
    if (header.test(line) || times.test(line) || isNumber || line.trim() === '') return [];
    const named = voice.exec(line)?.[1] ?? labelOf(line, labels);
    const starts = named !== undefined && named !== speaker;
    if (named !== undefined) speaker = named;
    return [{ text: withoutLabel(line, labels), starts }];
  });
}

function plainLines(lines: readonly string[], labels: ReadonlySet<string>): Line[] {
  return lines.map((line) => {
    if (speakerLine.test(line) || line.trim() === '') return { text: '', starts: true };
    return { text: withoutLabel(line, labels), starts: labelOf(line, labels) !== undefined };
  });
}

function labelOf(line: string, labels: ReadonlySet<string>): string | undefined {
  const found = label.exec(line)?.[1];
  return found !== undefined && labels.has(found) ? found : undefined;
}

function withoutLabel(line: string, labels: ReadonlySet<string>): string {
  const bare = line.replace(/<[^>]*>/g, '');
  return (labelOf(bare, labels) === undefined ? bare : bare.replace(label, '')).trim();
}

/** At the ends of sentences. */
function shortened(text: string): string[] {
  if (text.length <= longestNote) return [text];
  const cut = text.lastIndexOf('. ', longestNote - 1);
  const at = cut > longestNote / 2 ? cut + 1 : longestNote;
  return [text.slice(0, at).trim(), ...shortened(text.slice(at).trim())];
}
