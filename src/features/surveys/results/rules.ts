/**
 * What released figures mean: a level for each item, and a support score. Everything is computed from figures that may be seen
 * anyway, never from answers, so that it tells nothing more.
 */
import { floors, type Figure, type Headcount, type Release } from '../../release/model.ts';
import { leastOf } from '../../release/rules.ts';
import type { ItemResult, ResultsView, SurveyPage, Theme } from '../model.ts';
import type { Construct, Level, Question } from '../questions/model.ts';
import { chosen, optionItem } from '../questions/rules.ts';

/** Our own thresholds on the mean of 1 to 5 (no published norm): from here on an item is strong, or mixed. */
export const strongFrom = 3.6;
export const mixedFrom = 2.8;

/** Where only the side of nearly all is told, its middle stands for the mean. */
const middles = { low: 2, middle: 3, high: 4.5 } as const;

/** What makes support: the other questions of that set say where people need help. */
const supportConstructs: readonly string[] = ['commitment', 'efficacy', 'value', 'management'];

export const isSupport = ({ construct = '' }: Pick<Question, 'construct'>): boolean =>
  supportConstructs.includes(construct);

/** With fewer of the support items than this there is no score. */
const leastItems = 4;

/** The mean with the good end up, 1 to 5; nothing for what is not told. */
export function favourableMean(figure: Figure, { favours }: Pick<Question, 'favours'>): number | undefined {
  if (favours === undefined || (figure.state !== 'shown' && figure.state !== 'nearly-all')) return undefined;
  const mean = figure.state === 'shown' ? figure.mean : middles[figure.side];
  return favours === 'agree' ? mean : 6 - mean;
}

export function levelOf(mean: number): Level {
  if (mean >= strongFrom) return 'strong';
  return mean >= mixedFrom ? 'mixed' : 'weak';
}

/** The means that are told, with the good end up. */
function meansOf(
  items: readonly Question[],
  figures: readonly Figure[],
): { id: string; construct: string; mean: number }[] {
  return items.flatMap((item) => {
    const figure = figures.find((one) => one.itemId === item.id);
    const mean = figure && favourableMean(figure, item);
    return mean === undefined ? [] : [{ id: item.id, construct: item.construct ?? '', mean }];
  });
}

/** The average of means of 1 to 5, stretched to 0 to 100. */
function scoreOf(means: readonly { readonly mean: number }[]): { score: number; level: Level } {
  const average = means.reduce((sum, one) => sum + one.mean, 0) / means.length;
  return { score: Math.round(((average - 1) / 4) * 100), level: levelOf(average) };
}

export function supportOf(items: readonly Question[], figures: readonly Figure[]): ResultsView['support'] {
  const means = meansOf(items.filter(isSupport), figures);
  if (means.length < leastItems) return { items: means.length };
  const weakest = means.toSorted((a, b) => a.mean - b.mean)[0]?.id;
  return { ...scoreOf(means), items: means.length, ...(weakest ? { weakest } : {}) };
}

/** One score for each thing that the questions measure, in their order. */
export function themesOf(
  items: readonly Question[],
  figures: readonly Figure[],
  nameOf: (construct: Construct['id']) => string,
): Theme[] {
  const means = meansOf(items, figures).filter(({ construct }) => construct !== '');
  return [...new Set(means.map(({ construct }) => construct))].map((construct) => ({
    ...{ construct, name: nameOf(construct) },
    ...scoreOf(means.filter((one) => one.construct === construct)),
  }));
}

/** Whole per cent of those who were asked; nothing while the number of answers is a band, which it would give away. */
export function participationOf(responses: Headcount, asked: number | undefined): number | undefined {
  if (responses.kind !== 'exact' || !asked) return undefined;
  return Math.min(100, Math.round((100 * responses.people) / asked));
}

/** What the page shows of a release. */
export function resultsOf(
  release: Release,
  items: readonly Question[],
  { asked, nameOf }: { readonly asked: number | undefined; nameOf(this: void, construct: string): string },
): ResultsView {
  const { at, isFinal, someLeftOut, responses, figures } = release;
  const participation = participationOf(responses, asked);
  return {
    ...{ at, isFinal, someLeftOut, responses },
    ...(participation === undefined ? {} : { participation }),
    items: items.flatMap((item) => resultOf(item, figures, responses)),
    themes: themesOf(items, figures, nameOf),
    support: supportOf(items, figures),
  };
}

function resultOf(item: Question, figures: readonly Figure[], responses: Headcount): ItemResult[] {
  if (item.options) return optionsOf(item, figures);
  const figure = figures.find((one) => one.itemId === item.id);
  if (!figure) return [];
  const mean = favourableMean(figure, item);
  const interval = item.kind === 'agree' && figure.state === 'shown' ? intervalOf(figure, responses) : undefined;
  return [{ figure, ...(mean === undefined ? {} : { level: levelOf(mean) }), ...(interval ? { interval } : {}) }];
}

/**
 * The interval of a mean, 1 to 5, with 95 % certainty: mean ± t · s / √n, s from the shares as they are told, n the least that the number
 * of people can be, both ends rounded outwards to a tenth. Who left this question out counts as if they had answered.
 */
export function intervalOf(
  { shares, mean }: Pick<Extract<Figure, { state: 'shown' }>, 'shares' | 'mean'>,
  responses: Headcount,
): ItemResult['interval'] {
  const people = leastOf(responses);
  if (people < floors.rating) return undefined;
  const squares = shares.reduce((sum, share, place) => sum + (share / 100) * (place + 1 - mean) ** 2, 0);
  const half = studentT975(people - 1) * Math.sqrt(squares / (people - 1));
  const from = Math.floor((mean - half) * 10) / 10;
  const to = Math.ceil((mean + half) * 10) / 10;
  return { from: Math.max(1, from), to: Math.min(5, to) };
}

/**
 * The 0.975 quantile of Student's t, from four degrees of freedom on right to 0.01: Abramowitz and Stegun, Handbook of Mathematical
 * Functions, 26.7.5. `simple-statistics` has none.
 */
export function studentT975(freedom: number): number {
  const z = 1.959964;
  return (
    z +
    (z ** 3 + z) / (4 * freedom) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3)
  );
}

/** Each option was released as an item of its own. The side of "nearly all" is no answer here, and is not passed on. */
function optionsOf({ id: itemId, kind, options = [] }: Question, figures: readonly Figure[]): ItemResult[] {
  const found = options.map(({ id }) => figures.find((one) => one.itemId === optionItem(itemId, id)));
  if (found.every((one) => one === undefined)) return [];
  if (!found.some((one) => one?.state === 'shown')) {
    const waits = found.some((one) => one?.state === 'withheld' && one.reason === 'not-yet');
    return [{ figure: { state: 'withheld', itemId, reason: waits ? 'not-yet' : 'too-few' } }];
  }
  const told = options.map(({ id }, place) => {
    const figure = found[place];
    if (figure?.state !== 'shown') return { id };
    return kind === 'rank' ? { id, place: figure.mean } : { id, share: figure.shares[chosen - 1] ?? 0 };
  });
  return [{ figure: { state: 'options', itemId, options: told } }];
}

/** The share with 9 or 10 minus the share with 0 to 6, from -100 to 100; from shares that are told anyway. */
export function recommendationOf(figure: ItemResult['figure']): number | undefined {
  if (figure.state !== 'shown') return undefined;
  const [a = 0, b = 0, c = 0, , e = 0] = figure.shares;
  return e - (a + b + c);
}

/** As soon as there is something on the page of a survey that a file could say. */
export function hasReport({ state, results }: Pick<SurveyPage, 'state' | 'results'>): boolean {
  return state === 'closed' || (state === 'open' && results !== undefined);
}
