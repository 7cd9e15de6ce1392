import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { rowsOf } from '../../../platform/tables.ts';
import { arrival, source } from './model.ts';

/** Key: the code. */
export const sources = rowsOf('programmes', 'source', source);
/** Key: the person, then `first` or `last`. */
export const arrivals = rowsOf('programmes', 'arrival', arrival);
/** Of which programme a code is; written before the source. Key: the code. */
export const codes = rowsOf('system', 'code', z.strictObject({ programmeId: id }));
export const codesPartition = 'codes';
