import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { rowsOf } from '../../../platform/tables.ts';
import { personId } from '../../people/model.ts';

/** The secret of a person's link for stopping invitations. Key: `own`. */
export const ownStops = rowsOf('people', 'stop', z.strictObject({ token: id }));
/** Whose a secret is; written before it. Key: the secret. */
export const stops = rowsOf('system', 'stop', z.strictObject({ personId }));
export const stopsPartition = 'stops';
