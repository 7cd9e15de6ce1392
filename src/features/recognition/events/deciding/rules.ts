/** What must be so before a decision of people is kept. It finds nobody to honour; it only says what still stands in the way. Pure. */
import type { FieldProblem } from '../../../../platform/errors.ts';
import { leastJurors } from '../judging/model.ts';
import { isJudged, needsJuror, type Bench } from '../judging/rules.ts';
import type { DecisionDraft, EventDraft, HonouredSide } from '../model.ts';
import { countSides } from '../nominating/rules.ts';

export interface ToDecide {
  readonly id: string;
  readonly bench: Bench;
  readonly sides: ReadonlyMap<string, HonouredSide>;
  /** Whoever keeps the decision is near to somebody in it. */
  readonly isNear: boolean;
}

export function problemsOfDecision(
  event: Pick<EventDraft, 'mentors' | 'mentees'>,
  draft: DecisionDraft,
  considered: readonly ToDecide[],
): FieldProblem[] {
  const chosen = considered.filter(({ id }) => draft.honoured.some(({ nominationId }) => nominationId === id));
  const isGone = chosen.length < draft.honoured.length;
  const counts = countSides(chosen.map(({ sides }) => sides));
  const isAlone = (one: ToDecide): boolean =>
    one.bench.given.filter(({ jurorId }) => draft.with.includes(jurorId)).length < leastJurors;
  const problem = (isWrong: boolean, field: string, reason: string): FieldProblem[] =>
    isWrong ? [{ field, reason }] : [];
  return [
    ...problem(isGone, 'honoured', 'decision-gone'),
    ...problem(
      considered.some(({ isNear }) => isNear),
      'honoured',
      'decision-near',
    ),
    ...problem(
      considered.some(({ bench }) => needsJuror(bench)),
      'honoured',
      'decision-few-jurors',
    ),
    ...problem(
      considered.some(({ bench }) => !isJudged(bench)),
      'honoured',
      'decision-not-judged',
    ),
    ...problem(counts.mentors > event.mentors || counts.mentees > event.mentees, 'honoured', 'decision-too-many'),
    ...problem(considered.length > 0 && new Set(draft.with).size < leastJurors, 'with', 'decision-with-two'),
    ...problem(draft.with.length >= leastJurors && chosen.some(isAlone), 'with', 'decision-with-near'),
    ...problem(chosen.length < considered.length && draft.others === '', 'others', 'decision-others'),
  ];
}
