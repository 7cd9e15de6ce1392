import { rowsOf } from '../../../platform/tables.ts';
import { paperForm } from './model.ts';

/** Key: the number on the paper. */
export const paperForms = rowsOf('programmes', 'form', paperForm);
