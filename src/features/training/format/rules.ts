/** Reads a course out of its Markdown, line by line, and says of everything that is wrong with it where it stands. */
import { checkMedia, isMedia } from './media/rules.ts';
import {
  courseRoles,
  longestLine,
  longestTitle,
  mostSteps,
  type Asked,
  type Box,
  type CourseText,
  type Problem,
  type Step,
} from './model.ts';

export type Read =
  | { readonly course: CourseText; readonly problems: readonly [] }
  | { readonly course?: undefined; readonly problems: readonly Problem[] };

interface Line {
  readonly at: number;
  readonly text: string;
}
type Note = (at: number, kind: Problem['kind']) => void;

/** What a course of the organisation may hold besides: these pictures, and videos. */
export interface Media {
  readonly pictures: ReadonlySet<string>;
}

/** The format is described in `model.ts`; without `media` there are neither pictures nor videos. */
export function readCourse(markdown: string, media?: Media): Read {
  const problems: Problem[] = [];
  const note: Note = (line, kind) =>
    void problems.push({ line, kind: media && (kind === 'picture' || kind === 'video') ? 'media-place' : kind });
  const lines = markdown
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((text, place) => ({ at: place + 1, text }));
  for (const { at, text } of lines) for (const kind of checkLine(text)) note(at, kind);
  const end = lines[0]?.text.trim() === '---' ? lines.findIndex(({ text, at }) => at > 1 && text.trim() === '---') : -1;
  if (end < 0) note(1, 'front-missing');
  const front = end < 0 ? undefined : frontOf(lines.slice(1, end), note);
  const steps = stepsOf(lines.slice(end + 1), note, media);
  const lastLine = lines.length;
  if (steps.length < 2) note(lastLine, 'steps-few');
  if (steps.length > mostSteps) note(lastLine, 'steps-many');
  if (problems.length > 0 || !front) return { problems: problems.toSorted((a, b) => a.line - b.line) };
  return { course: { ...front, steps }, problems: [] };
}

/** Control characters, halves of characters, and marks that turn the direction of a line or take no room. */
const unseen = /(?!\t)[\p{Cc}\p{Cs}\p{Bidi_Control}\u200b\u2028\u2029\u2060\ufeff]/u;
const markup = /<[a-z!/?]/i;

/** What may stand in no line, wherever it is. */
export function checkLine(text: string): Problem['kind'][] {
  return [
    ...(unseen.test(text) ? ['unseen' as const] : []),
    ...(text.length > longestLine ? ['line-long' as const] : []),
    ...(markup.test(text) ? ['html' as const] : []),
  ];
}

function frontOf(lines: readonly Line[], note: Note): Omit<CourseText, 'steps'> | undefined {
  const found = new Map(lines.map(({ at, text }) => [splitOnce(text, ':')[0], { at, value: splitOnce(text, ':')[1] }]));
  const valueOf = (name: string): string => found.get(name)?.value ?? '';
  const at = (name: string): number => found.get(name)?.at ?? 1;
  const [title, minutes] = [valueOf('title'), Number(valueOf('minutes'))];
  const role = courseRoles.find((one) => one === valueOf('role'));
  const sources = valueOf('sources').split(';');
  const kept = sources.map((one) => one.trim()).filter((one) => one !== '');
  if (title === '') note(at('title'), 'title-missing');
  if (title.length > longestTitle) note(at('title'), 'title-long');
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 60) note(at('minutes'), 'minutes-wrong');
  if (!role) note(at('role'), 'role-wrong');
  if (kept.length === 0) note(at('sources'), 'sources-missing');
  return role && { title, minutes, role, sources: kept };
}

function stepsOf(lines: readonly Line[], note: Note, media: Media | undefined): Step[] {
  const starts = lines.flatMap(({ text }, place) => (text.startsWith('## ') || text === '##' ? [place] : []));
  const before = lines.slice(0, starts[0] ?? lines.length).find(({ text }) => text.trim() !== '');
  if (before) note(before.at, 'text-before');
  return starts.map((start, place) => stepOf(lines.slice(start, starts[place + 1] ?? lines.length), note, media));
}

function stepOf([head, ...lines]: readonly Line[], note: Note, media: Media | undefined): Step {
  const title = head?.text.slice(2).trim() ?? '';
  if (head && title === '') note(head.at, 'heading-empty');
  if (head && title.length > longestTitle) note(head.at, 'heading-long');
  const text: Line[] = [];
  let block: { readonly asked?: Asked; readonly box?: Box } | undefined;
  for (let place = 0; place < lines.length; place += 1) {
    const line = lines[place]!;
    if (!line.text.startsWith('```')) text.push(line);
    else {
      const end = lines.findIndex((one, later) => later > place && one.text.trim() === '```');
      if (end < 0) {
        note(line.at, 'block-open');
        break;
      }
      if (block) note(line.at, 'block-second');
      block ??= blockOf(line, lines.slice(place + 1, end), note);
      place = end;
    }
  }
  const shown = media ? text.filter((line) => isMedia(line.text)) : [];
  for (const line of shown) for (const kind of checkMedia(line.text, media!.pictures)) note(line.at, kind);
  checkWords(
    text.filter((line) => !shown.includes(line)),
    note,
  );
  return { title, text: textOf(text), ...block };
}

function blockOf(head: Line, lines: readonly Line[], note: Note): { asked?: Asked; box?: Box } {
  const kind = head.text.slice(3).trim();
  if (kind === 'scenario' || kind === 'question') return { asked: askedOf(kind, head, lines, note) };
  if (kind === 'exercise' || kind === 'take-away') {
    if (textOf(lines) === '') note(head.at, 'block-empty');
    checkWords(lines, note);
    return { box: { kind, text: textOf(lines) } };
  }
  note(head.at, 'block-unknown');
  return {};
}

function askedOf(kind: Asked['kind'], head: Line, lines: readonly Line[], note: Note): Asked {
  const full = lines.filter(({ text }) => text.trim() !== '');
  const ask = full.filter(({ text }) => text.startsWith('? '));
  const choices = full.filter(({ text }) => /^[-+] /.test(text));
  for (const { at, text } of full) if (!/^[-+?] /.test(text)) note(at, 'line-unknown');
  for (const { at, text } of choices) if (splitOnce(text.slice(2), '=>').includes('')) note(at, 'effect-missing');
  if (ask.length === 0) note(head.at, 'ask-missing');
  if (choices.length < 2) note(head.at, 'choices-few');
  if (choices.length > 4) note(head.at, 'choices-many');
  const right = choices.filter(({ text }) => text.startsWith('+ '));
  if (kind === 'question' && right.length === 0) note(head.at, 'right-missing');
  if (kind === 'question' && right.length > 1) note(right[1]!.at, 'right-many');
  checkWords(full, note);
  return {
    kind,
    ask: ask.map(({ text }) => text.slice(2).trim()).join('\n'),
    choices: choices.map(({ text }) => {
      const [words, effect] = splitOnce(text.slice(2), '=>');
      return { text: words, effect, isRight: text.startsWith('+ ') };
    }),
  };
}

/** Nothing that would run, load from elsewhere or lead astray. */
function checkWords(lines: readonly Line[], note: Note): void {
  for (const { at, text } of lines) {
    if (/!\[/.test(text)) note(at, 'picture');
    if (/^\s*video:/i.test(text)) note(at, 'video');
    if (text.startsWith('#')) note(at, 'heading-deep');
    for (const [, address = ''] of text.matchAll(/\]\(([^)]*)\)?/g))
      if (!/^https:\/\//i.test(address)) note(at, 'link-unsafe');
    if (/^\s*\[[^\]]*\]:/.test(text)) note(at, 'link-unsafe');
  }
}

const textOf = (lines: readonly Line[]): string =>
  lines
    .map(({ text }) => text)
    .join('\n')
    .trim();

function splitOnce(text: string, at: string): [string, string] {
  const place = text.indexOf(at);
  return place < 0 ? [text.trim(), ''] : [text.slice(0, place).trim(), text.slice(place + at.length).trim()];
}
