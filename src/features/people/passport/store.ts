/** A person's passport lies in the person's own partition. */
import { rowsOf } from '../../../platform/tables.ts';
import { passport } from './model.ts';

export const passports = rowsOf('people', 'passport', passport);
