/** Beside the answers, which `release` keeps: when somebody gave theirs, and since when the figures of a programme stand. */
import { idOf } from '../../../platform/ids.ts';
import { rowsOf } from '../../../platform/tables.ts';
import type { Round } from '../../release/answers/confidential/usecases.ts';
import { skillsClosed, skillsDeclined, skillsKept, type Part, type SkillSide } from './model.ts';

/** Key: programme, side. */
export const skillRows = rowsOf('people', 'skills', skillsKept);
/** Key: programme, side. */
export const declinedRows = rowsOf('people', 'skillsdeclined', skillsDeclined);
export const closedRows = rowsOf('programmes', 'skillsclosed', skillsClosed);
export const only = 'own';

export interface SkillPlace {
  readonly programmeId: string;
  readonly side: SkillSide;
}

/** The three rounds of one side are a chain; under its name also lies what people keep for themselves. */
export const chainOf = ({ programmeId, side }: SkillPlace): string => idOf('skills', programmeId, side);

export const roundOf = (at: SkillPlace, part: Part): Round => ({
  surveyId: idOf('skills', at.programmeId, at.side, part),
  chainId: chainOf(at),
});
