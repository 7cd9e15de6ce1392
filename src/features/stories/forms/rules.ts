/** A story as it is told outside: its words in one language, taken apart, with who told it and where the links lead. Facts in, texts out. */
import { plainParagraphs, readMarkdown, type MarkdownBlock } from '../../../platform/limited-markdown.ts';
import { readable } from '../../../platform/papers.ts';
import { regionOf, type Language } from '../../../platform/words.ts';
import { partNames, type StoryView } from '../model.ts';
import type { ToldIn } from '../translations/rules.ts';
import { say as sayStory } from '../words.ts';
import { say } from './words.ts';

export interface TellingFacts {
  readonly told: ToldIn;
  /** Of the original. */
  readonly from: Language;
  /** Only of those who agreed to be named. */
  readonly author?: string | undefined;
  readonly partner?: string | undefined;
  readonly authorSide: StoryView['authorSide'];
  readonly programme: string;
  /** To the programme, by the story's own code. */
  readonly join: string;
  /** To the story in the tab, where everybody in the organisation may read it. */
  readonly read?: string | undefined;
}

export interface TellingSection {
  readonly heading?: string;
  readonly blocks: readonly MarkdownBlock[];
  /** What the other one adds, in their own words. */
  readonly isVoice?: boolean;
}

export interface Telling {
  readonly language: Language;
  readonly title: string;
  readonly byline: string;
  /** The same without names, where there is no room for long ones. */
  readonly nameless: string;
  /** That it is a translation, where it is one. */
  readonly note?: string;
  readonly sections: readonly TellingSection[];
  readonly alternative?: string;
  readonly programme: string;
  readonly join: string;
  readonly read?: string;
}

export function tellingOf(facts: TellingFacts): Telling {
  const { told, from, authorSide, partner, programme, join, read } = readable(facts);
  const { language, title, picture, translationId } = told;
  return {
    ...{ language, title: title.replaceAll(/\s+/g, ' '), programme, join, ...bylinesOf(readable(facts)) },
    ...(translationId === undefined ? {} : { note: noteOf(language, from) }),
    sections: sectionsOf(told, authorSide, partner),
    ...(picture ? { alternative: picture.alternative } : {}),
    ...(read === undefined ? {} : { read }),
  };
}

function bylinesOf({
  told: { language },
  author,
  partner,
  authorSide,
}: TellingFacts): Pick<Telling, 'byline' | 'nameless'> {
  const otherSide = authorSide === 'mentee' ? 'mentor' : 'mentee';
  const sides = [sayStory(language, `nameless.${authorSide}`), sayStory(language, `nameless.${otherSide}`)] as const;
  const by = (one: string, other: string): string =>
    sayStory(language, 'by', { names: sayStory(language, 'and', { one, other }) });
  return { byline: by(author ?? sides[0], partner ?? sides[1]), nameless: by(...sides) };
}

function noteOf(language: Language, from: Language): string {
  const name = new Intl.DisplayNames(regionOf(language), { type: 'language' }).of(from) ?? from;
  return say(language, 'translated', { from: name });
}

function sectionsOf(told: ToldIn, authorSide: StoryView['authorSide'], partner: string | undefined): TellingSection[] {
  const { language, parts, voice } = told;
  const given = partNames.filter((name) => parts[name] !== '');
  const sections = given.map((name): TellingSection => ({
    // A story in one piece needs no question above it.
    ...(given.length > 1 ? { heading: sayStory(language, `part.${name}`) } : {}),
    blocks: readMarkdown(parts[name]),
  }));
  if (voice === undefined || voice === '') return sections;
  const otherSide = authorSide === 'mentee' ? 'mentor' : 'mentee';
  const heading =
    partner === undefined
      ? sayStory(language, `voice.of.${otherSide}`)
      : sayStory(language, 'voice.of.named', { name: partner });
  return [...sections, { heading, blocks: readMarkdown(voice), isVoice: true }];
}

/** Everything that was told, as paragraphs of plain text under their headings. */
export function wholeText({ sections }: Pick<Telling, 'sections'>): string[] {
  return sections.flatMap(({ heading, blocks }) => [
    ...(heading === undefined ? [] : [heading]),
    ...plainParagraphs(blocks),
  ]);
}

/** The beginning of what was told, in whole sentences; an ellipsis stands where more follows. */
export function excerptOf(paragraphs: readonly string[], most: number, language: Language): string[] {
  const taken: string[] = [];
  let room = most;
  for (const paragraph of paragraphs) {
    if (paragraph.length > room) {
      const cut = cutAtSentence(paragraph, room, language, taken.length === 0);
      return cut === undefined ? [...taken.slice(0, -1), `${taken.at(-1) ?? ''} …`] : [...taken, cut];
    }
    taken.push(paragraph);
    room -= paragraph.length;
  }
  return taken;
}

/** Nothing where not one sentence fits, unless there must be something. */
function cutAtSentence(text: string, most: number, language: Language, must: boolean): string | undefined {
  let whole = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    if ((whole + segment).trimEnd().length > most - 2) break;
    whole += segment;
  }
  if (whole.trim() !== '') return `${whole.trim()} …`;
  return must ? shortened(text, most) : undefined;
}

/** At a word where there is one, never within a character. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  let cut = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    if (cut.length + segment.length > most - 2) break;
    cut += segment;
  }
  const atWord = cut.replace(/\s+\S*$/, '');
  return `${(atWord.length > most / 2 ? atWord : cut).trimEnd()} …`;
}

/** Without headings: what a short form is made of, the main part first where that is wished. */
export function textOfParts({ sections }: Pick<Telling, 'sections'>): string[][] {
  return sections.map(({ blocks }) => plainParagraphs(blocks.filter(({ kind }) => kind !== 'heading')));
}
