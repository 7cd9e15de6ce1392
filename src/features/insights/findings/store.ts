/** Findings, and the tellings by which people heard of them, in the programme's partition. */
import { rowsOf } from '../../../platform/tables.ts';
import { finding, telling } from './model.ts';

export const findings = rowsOf('programmes', 'finding', finding);
export const tellings = rowsOf('programmes', 'telling', telling);
