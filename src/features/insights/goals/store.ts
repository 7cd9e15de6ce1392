/** Figures of own goals, as coordinators entered them. */
import { rowsOf } from '../../../platform/tables.ts';
import { enteredFigure } from './model.ts';

/** Key: the goal, then `now` or `before`. */
export const enteredRows = rowsOf('programmes', 'goalfigure', enteredFigure);
