/** Who reads what came of a programme's goals, besides its coordinators: whoever took part or applied, once it has closed. */
import type { Stage } from '../../programmes/model.ts';

export interface Standing {
  readonly stage: Stage;
  /** Had a partner there, or applied. */
  readonly isOfIt: boolean;
  readonly isCoordinator: boolean;
}

export function maySeeOutcome({ stage, isOfIt, isCoordinator }: Standing): boolean {
  return stage === 'close' && (isOfIt || isCoordinator);
}
