/** What two rounds have in common, and what their released figures say about change. Nothing here sees an answer. */
import { effectApart, effectPaired, type ToldRound } from '../../release/effects/rules.ts';
import type { Figure, Headcount, Release } from '../../release/model.ts';
import { leastOf } from '../../release/rules.ts';
import type { LinkedFigure } from '../../release/rounds/model.ts';
import { ratingScale, stepFor } from '../../release/worlds/model.ts';
import type { Survey } from '../model.ts';
import type { Question } from '../questions/model.ts';
import { chosen, optionItem } from '../questions/rules.ts';
import type { ChangeLine, Way } from './model.ts';

export const modeOf = ({ mode }: Pick<Survey, 'mode'>) => mode ?? 'anonymous';

/** The first round, whose key makes the pseudonyms of all. */
export const chainOf = ({ id, chainId }: Pick<Survey, 'id' | 'chainId'>): string => chainId ?? id;

/** The same person's answers lie under the same pseudonym in both. */
export function areLinked(earlier: Survey, later: Survey): boolean {
  const isBoth = modeOf(earlier) === 'confidential' && modeOf(later) === 'confidential';
  return isBoth && later.after === earlier.id && chainOf(earlier) === chainOf(later);
}

/** Asked with the same id, in the same way and the same words: only then an answer means the same. */
export function isSameQuestion(one: Question, other: Question): boolean {
  const asked = ({ id, kind, text, options, most, range, bands, ends, showIf }: Question): string =>
    JSON.stringify([id, kind, text.nl, text.fr, text.de, text.en, options, most, range, bands, ends, showIf]);
  return asked(one) === asked(other);
}

export interface Shared {
  /** As the later round asks them. */
  readonly kept: Question[];
  readonly dropped: Question[];
  readonly added: Question[];
}

export function sharedOf(earlier: readonly Question[], later: readonly Question[]): Shared {
  const isIn = (list: readonly Question[]) => (one: Question) => list.some((other) => isSameQuestion(one, other));
  return {
    kept: later.filter(isIn(earlier)),
    dropped: earlier.filter((one) => !isIn(later)(one)),
    added: later.filter((one) => !isIn(earlier)(one)),
  };
}

export interface ToldRounds {
  readonly before: Release;
  readonly after: Release;
  /** Of those who answered both, where they can be linked. */
  readonly linked: readonly LinkedFigure[];
}

/** A line for each question that both rounds asked and that has figures: scales, and choices by option. */
export function changesOf(questions: readonly Question[], told: ToldRounds): ChangeLine[] {
  return questions.flatMap((one): ChangeLine[] => {
    if (one.kind === 'agree') return [scaleLine(one, told)];
    return one.kind === 'one' || one.kind === 'several' ? [optionsLine(one, told)] : [];
  });
}

function scaleLine(question: Question, { before, after, linked }: ToldRounds): ChangeLine {
  const { id: itemId } = question;
  const both = linked.find((one) => one.itemId === itemId);
  if (both?.state === 'told') return linkedLine(question, both);
  const rounds = [before, after].map(({ figures, responses }) => roundOf(figures, itemId, responses));
  const [first, last] = rounds;
  if (!first || !last) return { kind: 'untold', itemId };
  const effect = effectApart(first, last);
  return { kind: 'scale', itemId, before: first.mean, after: last.mean, effect, way: wayOf(question, effect.change) };
}

function linkedLine(question: Question, both: Extract<LinkedFigure, { state: 'told' }>): ChangeLine {
  const { itemId, people, step, before, after, moved } = both;
  const count = leastOf(people);
  const [first, last] = [before, after].map((one): ToldRound => ({ ...one, people: count, step }));
  if (!first || !last) return { kind: 'untold', itemId };
  const effect = effectPaired(first, last, moved);
  const [far = 0, down = 0, same = 0, up = 0, most = 0] = moved;
  return {
    ...{ kind: 'scale', itemId, before: before.mean, after: after.mean, effect },
    ...{ way: wayOf(question, effect.change), linked: { people, down: far + down, same, up: up + most } },
  };
}

function roundOf(figures: readonly Figure[], itemId: string, responses: Headcount): ToldRound | undefined {
  const figure = figures.find((one) => one.itemId === itemId);
  if (figure?.state !== 'shown') return undefined;
  const people = leastOf(responses);
  return { shares: figure.shares, mean: figure.mean, people, step: stepFor(people, ratingScale) / ratingScale.steps };
}

export function wayOf({ favours }: Pick<Question, 'favours'>, change: number): Way {
  if (change === 0) return 'same';
  if (favours === undefined) return change > 0 ? 'higher' : 'lower';
  return change > 0 === (favours === 'agree') ? 'better' : 'worse';
}

function optionsLine({ id: itemId, options = [] }: Question, { before, after }: ToldRounds): ChangeLine {
  const shareOf = ({ figures }: Release, option: string): number | undefined => {
    const figure = figures.find((one) => one.itemId === optionItem(itemId, option));
    return figure?.state === 'shown' ? (figure.shares[chosen - 1] ?? 0) : undefined;
  };
  const lines = options.map(({ id }) => {
    const [first, last] = [shareOf(before, id), shareOf(after, id)];
    return { id, ...(first === undefined ? {} : { before: first }), ...(last === undefined ? {} : { after: last }) };
  });
  return lines.some((one) => one.before !== undefined && one.after !== undefined)
    ? { kind: 'options', itemId, options: lines }
    : { kind: 'untold', itemId };
}
