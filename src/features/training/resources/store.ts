/** What coordinators added is rows of their programme; everything else in the list stands elsewhere already. */
import { rowsOf } from '../../../platform/tables.ts';
import { resource } from './model.ts';

/** Key: the resource. */
export const resources = rowsOf('programmes', 'resource', resource);
