import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { rowsOf } from '../../../platform/tables.ts';

/** In the partition of the guest. Key: the programme. */
export const admittedRows = rowsOf('people', 'admitted', z.strictObject({ programmeId: id }));
