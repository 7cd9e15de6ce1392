import { rowsOf } from '../../../platform/tables.ts';
import { nominating } from './model.ts';

/** In the partition of the one who named. Key: the programme. */
export const nominatings = rowsOf('people', 'nominating', nominating);
