/** Exceptions are rows of the programme; that it asks for the courses stands in the programme itself. */
import { rowsOf } from '../../../platform/tables.ts';
import { exception } from './model.ts';

/** Key: the person. */
export const exceptions = rowsOf('programmes', 'trainingexception', exception);
