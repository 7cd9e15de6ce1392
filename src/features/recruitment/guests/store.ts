import { rowsOf } from '../../../platform/tables.ts';
import { admittedGuest, guestSettings } from './model.ts';

/** Key: `own`. */
export const guestSettingRows = rowsOf('programmes', 'guests', guestSettings);
export const ownSetting = 'own';
/** Key: the person. */
export const guestRows = rowsOf('programmes', 'guest', admittedGuest);
