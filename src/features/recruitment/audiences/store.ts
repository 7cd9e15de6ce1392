/** Saved audiences of a programme and of the organisation, and what became of each call. */
import { rowsOf } from '../../../platform/tables.ts';
import { callReport, saved } from './model.ts';

/** Key: the audience. */
export const savedRows = {
  programme: rowsOf('programmes', 'audience', saved),
  organisation: rowsOf('system', 'audience', saved),
};
/** Where those for every programme are. */
export const organisationPartition = 'audiences';
/** Key: the call. */
export const reports = rowsOf('programmes', 'callreport', callReport);
