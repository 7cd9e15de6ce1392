/** A certificate is a row of its person; its link is one under the hash of its secret, and says whose it is. */
import { rowsOf } from '../../../platform/tables.ts';
import { certificate, certificateLink } from './model.ts';

/** Key: the programme, the side. */
export const certificates = rowsOf('people', 'certificate', certificate);
/** Key: the hash. */
export const certificateLinks = rowsOf('system', 'certificatelink', certificateLink);
export const linksPartition = 'certificates';
