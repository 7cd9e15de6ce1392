/**
 * What released figures mean: a level for each item, and a support score. Everything is computed from figures that may be seen
 * anyway, never from answers, so that it tells nothing more.
 */
import type { Figure, Headcount, Release } from '../../release/model.ts';
import type { ResultsView } from '../model.ts';
import { supportItems, type Item, type Level } from '../questions/model.ts';

/** Our own thresholds on the mean of 1 to 5 (no published norm): from here on an item is strong, or mixed. */
export const strongFrom = 3.6;
export const mixedFrom = 2.8;

/** Where only the side of nearly all is told, its middle stands for the mean. */
const middles = { low: 1.5, middle: 3, high: 4.5 } as const;

/** With fewer of the six support items than this there is no score. */
const leastItems = 4;

/** The mean with the good end up, 1 to 5; nothing for what is not told. */
export function favourableMean(figure: Figure, { favours }: Pick<Item, 'favours'>): number | undefined {
  if (figure.state !== 'shown' && figure.state !== 'nearly-all') return undefined;
  const mean = figure.state === 'shown' ? figure.mean : middles[figure.side];
  return favours === 'agree' ? mean : 6 - mean;
}

export function levelOf(mean: number): Level {
  if (mean >= strongFrom) return 'strong';
  return mean >= mixedFrom ? 'mixed' : 'weak';
}

/** Score: the average of the means of the support items, 1 to 5, stretched to 0 to 100. */
export function supportOf(figures: readonly Figure[]): ResultsView['support'] {
  const means = supportItems
    .filter((item) => item.isSupport)
    .flatMap((item) => {
      const figure = figures.find((one) => one.itemId === item.id);
      const mean = figure && favourableMean(figure, item);
      return mean === undefined ? [] : [{ id: item.id, mean }];
    });
  if (means.length < leastItems) return { items: means.length };
  const average = means.reduce((sum, one) => sum + one.mean, 0) / means.length;
  const weakest = means.toSorted((a, b) => a.mean - b.mean)[0]?.id;
  const score = Math.round(((average - 1) / 4) * 100);
  return { score, level: levelOf(average), items: means.length, ...(weakest ? { weakest } : {}) };
}

/** Whole per cent of those who were asked; nothing while the number of answers is a band, which it would give away. */
export function participationOf(responses: Headcount, asked: number | undefined): number | undefined {
  if (responses.kind !== 'exact' || !asked) return undefined;
  return Math.min(100, Math.round((100 * responses.people) / asked));
}

/** What the page shows of a release. */
export function resultsOf(release: Release, asked: number | undefined): ResultsView {
  const { at, isFinal, someLeftOut, responses, figures } = release;
  const participation = participationOf(responses, asked);
  return {
    ...{ at, isFinal, someLeftOut, responses },
    ...(participation === undefined ? {} : { participation }),
    items: supportItems.flatMap((item) => {
      const figure = figures.find((one) => one.itemId === item.id);
      if (!figure) return [];
      const mean = favourableMean(figure, item);
      return [{ figure, ...(mean === undefined ? {} : { level: levelOf(mean) }) }];
    }),
    support: supportOf(figures),
  };
}
