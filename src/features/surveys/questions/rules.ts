/**
 * From what somebody said to what is kept: which questions were asked, what is wrong with an answer, and how each kind becomes
 * numbers from 1 to 5 that the release knows how to tell. Everything else of an answer is dropped. Safe in the browser.
 */
import type { FieldProblem } from '../../../platform/errors.ts';
import type { ReleaseItem } from '../../release/model.ts';
import type { Language } from '../../../platform/words.ts';
import { longest, tenBands, type Answers, type AskedQuestion, type Question, type Said } from './model.ts';

/** The questions that these answers lead to, in order: a condition looks only at what is asked itself. */
export function askedOf<T extends Pick<Question, 'id' | 'showIf'>>(items: readonly T[], answers: Answers): T[] {
  const asked = new Set<string>();
  return items.filter((one) => {
    const isAsked = !one.showIf || (asked.has(one.showIf.itemId) && chose(answers[one.showIf.itemId], one.showIf.is));
    if (isAsked) asked.add(one.id);
    return isAsked;
  });
}

function chose(said: Said | undefined, options: readonly string[]): boolean {
  if (typeof said === 'string') return options.includes(said);
  return Array.isArray(said) && said.some((one) => options.includes(one));
}

/** Answered in one's own words. */
export const isText = ({ kind }: Pick<Question, 'kind'>): boolean => kind === 'short' || kind === 'long';

/** Every question that is asked wants an answer or "I prefer not to say"; a text may be left empty. */
export function problemsOf(items: readonly Question[], answers: Answers): FieldProblem[] {
  return askedOf(items, answers).flatMap((one) => {
    const said = answers[one.id];
    const field = `answers.${one.id}`;
    if (said === undefined || said === '' || (Array.isArray(said) && said.length === 0))
      return isText(one) ? [] : [{ field, reason: 'missing' }];
    return said === null || isAnswerTo(one, said) ? [] : [{ field, reason: 'wrong' }];
  });
}

function isAnswerTo(one: Question, said: Exclude<Said, null>): boolean {
  const known = new Set(one.options?.map(({ id }) => id));
  const within = (least: number, most: number): boolean => typeof said === 'number' && said >= least && said <= most;
  switch (one.kind) {
    case 'agree':
      return within(1, 5);
    case 'zero-ten':
      return within(0, 10);
    case 'number':
      return one.range !== undefined && within(one.range.least, one.range.most);
    case 'one':
      return typeof said === 'string' && known.has(said);
    case 'several':
      return isListOf(said, known) && said.length <= (one.most ?? known.size);
    case 'rank':
      return isListOf(said, known) && said.length === known.size;
    case 'short':
    case 'long':
      return typeof said === 'string' && said.length <= longest[one.kind];
    default:
      return one.kind satisfies never;
  }
}

function isListOf(said: Exclude<Said, null>, known: ReadonlySet<string>): said is string[] {
  return Array.isArray(said) && new Set(said).size === said.length && said.every((one) => known.has(one));
}

/** The item of the release that holds an option: chosen or not, or its place. */
export const optionItem = (itemId: string, optionId: string): string => `${itemId}--${optionId}`;

/** Chosen or not, on the release's scale: two values, of which the side of "nearly all" tells nothing. */
export const notChosen = 1;
export const chosen = 2;

export interface KeptAnswer {
  readonly ratings: Record<string, number>;
  readonly texts: Record<string, string>;
}

/** What is kept of sound answers; what was not asked, or is preferred not to be said, is left out. */
export function keptOf(items: readonly Question[], answers: Answers): KeptAnswer {
  const kept: KeptAnswer = { ratings: {}, texts: {} };
  for (const one of askedOf(items, answers)) {
    const said = answers[one.id];
    if (said === undefined || said === null) continue;
    if (typeof said === 'number') kept.ratings[one.id] = one.kind === 'agree' ? said : 1 + bandOf(one, said);
    else if (one.options)
      one.options.forEach(({ id }) => (kept.ratings[optionItem(one.id, id)] = ratingOfOption(one, said, id)));
    else if (typeof said === 'string' && said.trim() !== '') kept.texts[one.id] = said.trim();
  }
  return kept;
}

function ratingOfOption({ kind }: Question, said: string | readonly string[], optionId: string): number {
  if (kind === 'rank') return 1 + said.indexOf(optionId);
  return (Array.isArray(said) ? said.includes(optionId) : said === optionId) ? chosen : notChosen;
}

/** The place, from 0, of the band that holds a number. */
export function bandOf(one: Question, said: number): number {
  return bandsOf(one).filter((from) => said >= from).length;
}

/** Where the second to the fifth band begin; a number of one's own is cut into five equal parts. */
export function bandsOf({ kind, range, bands }: Question): readonly number[] {
  if (kind !== 'number' || !range) return tenBands;
  const { least, most } = range;
  return bands ?? [1, 2, 3, 4].map((part) => least + ((most - least) * part) / 5);
}

/** `0–2`, `3–4`: the five bands in which numbers were kept. */
export function bandNames(question: Question): string[] {
  const { least, most } = question.range ?? { least: 0, most: 10 };
  const starts = [least, ...bandsOf(question).map(Math.ceil)];
  return starts.map((from, band) => {
    const to = (starts[band + 1] ?? most + 1) - 1;
    return to <= from ? String(from) : `${from}–${to}`;
  });
}

/** What the release function is asked for, question by question. */
export function releaseItemsOf(items: readonly Question[]): ReleaseItem[] {
  return items.flatMap((one): ReleaseItem[] => {
    if (isText(one)) return [{ id: one.id, kind: 'text' }];
    if (!one.options) return [{ id: one.id, kind: 'rating' }];
    return one.options.map(({ id }) => ({ id: optionItem(one.id, id), kind: 'rating' }));
  });
}

/**
 * What may be parted by department and site: agree scales that were asked of everybody. The proof behind parts holds for answers
 * from 1 to 5; parts of a choice, or of a question that a choice leads to, would tell about that choice besides.
 */
export function partItemsOf(items: readonly Question[]): ReleaseItem[] {
  return releaseItemsOf(items.filter(({ kind, showIf }) => kind === 'agree' && !showIf));
}

/** Asked wholly in the card: few, and of kinds that a card can hold. */
export const mostInCard = 8;
export function fitsCard(items: readonly Question[]): boolean {
  return items.length <= mostInCard && items.every(({ kind, showIf }) => kind !== 'rank' && kind !== 'long' && !showIf);
}

/** A question as one language asks it. */
export function questionIn(one: Question, language: Language): AskedQuestion {
  const { id, kind, text, section, options, most, range, ends, showIf } = one;
  return {
    ...{ id, kind, text: text[language] },
    ...(section === undefined ? {} : { section }),
    ...(options ? { options: options.map((option) => ({ id: option.id, text: option.text[language] })) } : {}),
    ...(most === undefined ? {} : { most }),
    ...(range ? { range } : {}),
    ...(ends ? { ends: { low: ends.low[language], high: ends.high[language] } } : {}),
    ...(showIf ? { showIf } : {}),
  };
}

/** Its name where there is little room. */
export function nameIn({ short, text }: Pick<Question, 'short' | 'text'>, language: Language): string {
  return (short ?? text)[language];
}

/** What stands for "I prefer not to say" in a card. */
export const skipped = 'skipped';

/** A card's input as an answer; what is none is left to `problemsOf`. */
export function saidInCard({ kind }: Pick<Question, 'kind'>, text: string): Said {
  if (text === skipped) return null;
  if (kind === 'several') {
    const chosen = text.split(',').filter((one) => one !== '');
    return chosen.includes(skipped) ? null : chosen;
  }
  const isNumber = kind === 'agree' || kind === 'zero-ten' || kind === 'number';
  return isNumber && /^\d{1,6}$/.test(text) ? Number(text) : text;
}
