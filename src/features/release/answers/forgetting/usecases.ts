/**
 * Takes back all that somebody ever answered, for good. Figures that were told stay as they are and nothing is told anew: a figure
 * without one person, beside the same with that person, would be what they said.
 */
import type { Platform } from '../../../../platform/platform.ts';
import { unlessChanged } from '../../../../platform/tables/conflict.ts';
import { forgetAnswer, type Round } from '../confidential/usecases.ts';
import { forgetOwn } from '../own/usecases.ts';
import { markKey, marks, ownRows } from '../store.ts';

/** Where somebody may have answered. The features that ask say it; it may name more than there is. */
export interface AnsweredIn {
  /** Confidential rounds. */
  readonly rounds?: readonly Round[];
  /** Chains under which people keep something for themselves alone. */
  readonly own?: readonly string[];
  /** Anonymous rounds that are not over, and under which name this person answers there. */
  readonly marks?: readonly MarkedAs[];
}

export interface MarkedAs {
  readonly surveyId: string;
  readonly personId: string;
}

/**
 * Nothing is left under a pseudonym of this person. Of an anonymous answer the mark goes: nothing led from it to the answer once that was
 * mixed, and nothing does now. What the marks stand for goes before (a check-in, a goal), so that it is not counted once more. May run twice.
 */
export async function forgetAnswersOf(deps: Platform, personId: string, where: AnsweredIn): Promise<void> {
  for (const round of where.rounds ?? []) await forgetAnswer(deps, round, personId);
  for (const chainId of where.own ?? [])
    if ((await ownRows.some(deps.tables, chainId, '0', 1)).length > 0) await forgetOwn(deps, chainId, personId);
  for (const one of where.marks ?? []) await forgetMark(deps, one);
}

async function forgetMark({ tables }: Platform, { surveyId, personId }: MarkedAs): Promise<void> {
  const mark = await marks.find(tables, surveyId, markKey(surveyId, personId));
  // Whoever closes the round drops it too.
  if (mark) await unlessChanged(tables.commit([marks.remove(mark)]));
}
