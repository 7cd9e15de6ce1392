/** Which sentences of a story can be quoted, and whether a quote is exactly of it. */
import { plainParagraphs, readMarkdown } from '../../../platform/limited-markdown.ts';
import { readable } from '../../../platform/papers.ts';
import { partNames, type Story } from '../model.ts';

const mostLetters = 300;

/** Of the author alone: the other's words are not theirs. */
export function sentencesOf({ parts, language }: Pick<Story, 'parts' | 'language'>): string[] {
  const cutter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return partNames
    .flatMap((name) => plainParagraphs(readMarkdown(readable(parts[name]))))
    .flatMap((paragraph) => [...cutter.segment(paragraph)].map(({ segment }) => segment.trim()))
    .filter((one) => one !== '' && one.length <= mostLetters);
}

/** In the order of the story, with an ellipsis where something was left out; nothing when one of them is not of it. */
export function quotedFrom(one: Pick<Story, 'parts' | 'language'>, wanted: readonly string[]): string | undefined {
  const all = sentencesOf(one);
  const places = [...new Set(wanted.map((sentence) => all.indexOf(sentence)))].toSorted((a, b) => a - b);
  if (places.length === 0 || places.includes(-1)) return undefined;
  return places
    .map((place, at) => `${at === 0 ? '' : place === (places[at - 1] ?? 0) + 1 ? ' ' : ' … '}${all[place] ?? ''}`)
    .join('');
}
