/**
 * What a product without a ledger tells: the figures of whoever is there, anew after each answer that is taken back, and parts by size
 * alone. In the same rounding as the product, so that nothing but the rules makes the difference.
 */
import type { Response } from '../../../src/features/release/answers/model.ts';
import { candidatesOf, cutFigureOf } from '../../../src/features/release/cuts/rules.ts';
import { countRatings, figureOf } from '../../../src/features/release/rules.ts';
import { ratingScale, stepFor } from '../../../src/features/release/worlds/model.ts';
import { toldFrom } from '../attack.ts';
import { fromFigure, type Known } from './attacker.ts';
import { partedBy as attributes, ratings } from './organisation.ts';

const floor = 5;

export interface NaiveRound {
  /** By person: the answer, under a number of its own, since one that is given anew is another one. */
  readonly there: Map<number, readonly [number: number, response: Response]>;
  /** Answers that any figure stood on. */
  readonly counted: Map<number, Response>;
  /** By question. */
  readonly known: Map<string, Known[]>;
}

export interface Naive {
  readonly rounds: Map<string, NaiveRound>;
  begin(surveyId: string): void;
  said(surveyId: string, person: number, response: Response): void;
  left(surveyId: string, person: number): void;
  close(surveyId: string): void;
}

export function naively(isKept: boolean): Naive {
  let given = 0;
  const rounds = new Map<string, NaiveRound>();
  const tell = (surveyId: string): void => {
    const round = isKept ? rounds.get(surveyId) : undefined;
    if (round) for (const itemId of ratings) tellWhole(round, itemId);
  };
  return {
    rounds,
    begin: (surveyId) => void rounds.set(surveyId, { there: new Map(), counted: new Map(), known: new Map() }),
    said: (surveyId, person, response) => void rounds.get(surveyId)?.there.set(person, [(given += 1), response]),
    left: (surveyId, person) => {
      const round = rounds.get(surveyId);
      if (!round?.there.has(person)) return;
      // Somebody looked just before.
      tell(surveyId);
      round.there.delete(person);
      tell(surveyId);
    },
    close: (surveyId) => {
      tell(surveyId);
      const round = isKept ? rounds.get(surveyId) : undefined;
      if (round) for (const itemId of ratings) tellParts(round, itemId);
    },
  };
}

function ratedIn({ there }: NaiveRound, itemId: string): [number, Response][] {
  return [...there.values()].filter(([, one]) => one.ratings[itemId] !== undefined).map((one) => [...one]);
}

function tellWhole(round: NaiveRound, itemId: string): void {
  const rated = ratedIn(round, itemId);
  if (rated.length < floor) return;
  for (const [person, one] of rated) round.counted.set(person, one);
  const members = rated.map(([person]) => person);
  const counts = countRatings(
    itemId,
    rated.map(([, one]) => one),
  );
  add(round, itemId, fromFigure(members, figureOf(itemId, counts)));
}

function tellParts(round: NaiveRound, itemId: string): void {
  const rated = ratedIn(round, itemId);
  const answers = rated.map(([, { of = {}, ratings: said }]) => ({ of, value: said[itemId] ?? 1, since: 1 }));
  for (const { members } of candidatesOf({ attributes, answers, scale: ratingScale }).slice(1)) {
    if (members.length < floor) continue;
    const figure = cutFigureOf(
      members.map((one) => answers[one]?.value ?? 1),
      ratingScale,
    );
    if (figure.state === 'withheld') continue;
    const step = stepFor(members.length, ratingScale) / ratingScale.steps;
    const how = figure.state === 'mean' ? { mean: figure.mean, step } : figure.side === 'low' ? 'low' : 'high';
    add(round, itemId, [
      toldFrom(
        members.map((one) => rated[one]?.[0] ?? -1),
        how,
      ),
    ]);
  }
}

function add({ known }: NaiveRound, itemId: string, more: readonly Known[]): void {
  known.set(itemId, [...(known.get(itemId) ?? []), ...more]);
}
