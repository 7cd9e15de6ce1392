import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { rowsOf } from '../../../platform/tables.ts';
import { kiosk, kioskRequest } from './model.ts';

/** Key: `own`. */
export const kiosks = rowsOf('programmes', 'kiosk', kiosk);
export const ownKiosk = 'own';
/** Of which programme a link is; written before the row above, which decides. Key: the hash of its secret. */
export const kioskLinks = rowsOf('system', 'kiosk', z.strictObject({ programmeId: id }));
export const kioskPartition = 'kiosks';
export const kioskRequests = rowsOf('programmes', 'kioskrequest', kioskRequest);
