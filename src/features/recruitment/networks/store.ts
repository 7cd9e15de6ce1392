import { rowsOf } from '../../../platform/tables.ts';
import { contacted, network } from './model.ts';

/** Of the whole organisation. Key: the network. */
export const networks = rowsOf('system', 'network', network);
export const networksPartition = 'networks';
/** Key: the network. */
export const contactedRows = rowsOf('programmes', 'contacted', contacted);
