import { rowsOf } from '../../../platform/tables.ts';
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { helper } from './model.ts';

/** Key: the person. */
export const helpers = rowsOf('programmes', 'helper', helper);
/** The programmes for which a person helps; written before the row above. Key: the programme. */
export const helps = rowsOf('people', 'helps', z.strictObject({ programmeId: id }));
