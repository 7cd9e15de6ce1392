/** Links to files, under a hash of their secret: who reads the table can open none. */
import { rowsOf } from '../../../platform/tables.ts';
import { fileLink } from './model.ts';

export const fileLinks = rowsOf('system', 'meetingfile', fileLink);
export const filesPartition = 'meeting-files';
