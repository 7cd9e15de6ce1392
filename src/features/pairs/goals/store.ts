/** Goals, their steps and their notes are rows of the programme, each its own, so that two who write at once lose nothing. */
import { rowsOf } from '../../../platform/tables.ts';
import { goalNote, goalStep, pairGoal } from './model.ts';

/** Key: the pair, the goal. */
export const pairGoals = rowsOf('programmes', 'pairgoal', pairGoal);
/** Key: the pair, the goal, the step. */
export const goalSteps = rowsOf('programmes', 'goalstep', goalStep);
/** Key: the pair, the goal, the note. */
export const goalNotes = rowsOf('programmes', 'goalnote', goalNote);
