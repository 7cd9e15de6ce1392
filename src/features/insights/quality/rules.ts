/** What is told of a programme's quality, out of counts and released figures. */
import type { Release } from '../../release/model.ts';
import { ownGoalsItem } from '../../pairs/goals/model.ts';
import { headcountOf } from '../../release/rules.ts';
import { intervalOf } from '../../surveys/results/rules.ts';
import type { GoalAnswer } from '../goals/model.ts';
import type { OwnSurvey } from '../goals/reading/usecases.ts';
import { agreeing, changeBetween } from '../goals/said/rules.ts';
import { cohortsOf, toldCohorts } from './cohorts/rules.ts';
import type { Facts, PairCounts } from './facts/model.ts';
import { items, type CohortLine, type Cost, type LineKey, type Quality } from './model.ts';
import { leastToTell, shareOfRange, toldMean, toldShare } from './telling/rules.ts';

/** Of which counts each line is the share. */
const partsOf: Readonly<Record<LineKey, (counts: PairCounts) => { count: number; of: number }>> = {
  agreed: ({ agreed, pairs }) => ({ count: agreed, of: pairs }),
  met: ({ met, pairs }) => ({ count: met, of: pairs }),
  dated: ({ dated, open }) => ({ count: dated, of: open }),
  together: ({ open, pairs }) => ({ count: open, of: pairs }),
  completed: ({ completed, pairs }) => ({ count: completed, of: pairs }),
};

/** Nobody has completed before the end, and afterwards nobody is together. */
export const keysAt = (isOver: boolean): readonly LineKey[] =>
  isOver ? ['met', 'dated', 'completed', 'agreed'] : ['met', 'dated', 'together', 'agreed'];

export function linesOf({ all }: Facts, isOver: boolean): Quality['lines'] {
  return keysAt(isOver).map((key) => {
    const { count, of } = partsOf[key](all);
    const told = toldShare(count, of);
    return { key, of: headcountOf(of), ...(told ? { told } : {}) };
  });
}

export const hoursOf = ({ minutes, pairs }: PairCounts) => toldMean(minutes / 60, pairs);

export function cohortLines({ months }: Facts, isOver: boolean): CohortLine[] {
  const cohorts = cohortsOf(months);
  if (cohorts.length < 2) return [];
  const told = keysAt(isOver).flatMap((key) => {
    const parts = cohorts.map(partsOf[key]);
    const ranges = toldCohorts(parts);
    return ranges ? [{ key, parts, ranges }] : [];
  });
  return cohorts.map((one, place) => {
    const hours = hoursOf(one)?.value;
    return {
      ...{ from: one.from, to: one.to, pairs: one.pairs },
      told: told.flatMap(({ key, parts, ranges }) => {
        const [part, range] = [parts[place], ranges[place]];
        return part && range ? [{ key, told: shareOfRange(range, part.of) }] : [];
      }),
      ...(hours === undefined ? {} : { hours }),
    };
  });
}

/** Released figures of the check-in, with the interval of each mean. */
export function saidOf(release: Release | undefined): Pick<Quality, 'said'> {
  if (!release) return {};
  const { responses, figures } = release;
  const lines = items.map((item) => {
    const figure = figures.find((one) => one.itemId === item);
    if (figure?.state !== 'shown') return { item };
    const interval = intervalOf(figure, responses);
    return { item, mean: figure.mean, ...(interval ? { interval } : {}) };
  });
  return { said: { responses, lines } };
}

/** The three shares as they were released; none while too few have said it, or nearly all the same. */
export function ownGoalsOf(release: Release | undefined): Pick<Quality, 'ownGoals'> {
  if (!release) return {};
  const figure = release.figures.find(({ itemId }) => itemId === ownGoalsItem);
  const { responses } = release;
  if (figure?.state !== 'shown') return { ownGoals: { responses } };
  const [not = 0, , partly = 0, , reached = 0] = figure.shares;
  return { ownGoals: { responses, reached, partly, not } };
}

export function goalCounts(answers: readonly GoalAnswer[]): Quality['goals'] {
  const count = (is: (one: GoalAnswer) => boolean): number => answers.filter(is).length;
  return {
    reached: count((one) => one.verdict === 'reached'),
    missed: count((one) => one.verdict === 'missed'),
    unsaid: count((one) => one.verdict === 'cannot-be-said'),
  };
}

/** Both people of each pair spend the hours of a talk. */
export function spentOf({ all, courseMinutes }: Facts): Pick<Quality, 'spent'> {
  if (all.pairs < leastToTell) return {};
  return { spent: { talks: Math.round((2 * all.minutes) / 60), courses: Math.round(courseMinutes / 60) } };
}

export function costOf(cost: Cost | undefined, { all }: Facts): Pick<Quality, 'cost'> {
  if (!cost) return {};
  return { cost: { ...cost, ...(all.pairs > 0 ? { perPair: Math.round(cost.amount / all.pairs) } : {}) } };
}

/** Whoever waits for a partner against whoever has or had one: the newest of each that asked one side the same. */
export function waitingOf(surveys: readonly OwnSurvey[]): Quality['waiting'] {
  const closed = surveys.filter(({ release }) => release);
  const waiting = closed.findLast(({ stages }) => stages.has('applied') && stages.size === 1);
  const taking = waiting && closed.findLast((one) => !one.stages.has('applied') && one.roles === waiting.roles);
  if (!waiting?.release || !taking?.release) return 'none';
  const [before, after] = [waiting.release, taking.release];
  const lines = waiting.survey.items.flatMap(({ id, kind, text }) => {
    if (kind !== 'agree' || !taking.survey.items.some((one) => one.id === id)) return [];
    const [first, last] = [before, after].map(({ figures, responses }) =>
      agreeing(
        figures.find((one) => one.itemId === id),
        responses,
      ),
    );
    const isEnough = first && last && Math.min(first.people, last.people) >= leastToTell;
    const difference = isEnough ? changeBetween(first, last) : undefined;
    if (!difference || !first?.told || !last?.told) return [];
    const says = difference.low > 0 ? 'more' : difference.high < 0 ? 'fewer' : 'no-difference';
    return [{ itemId: id, text, waiting: first.told, taking: last.told, difference, says } as const];
  });
  return lines.length > 0 ? lines : 'too-few';
}
