/** Own themes of the organisation, and the themes of texts, in the partition of their survey under a hash of the text. */
import { idOf } from '../../../platform/ids.ts';
import { rowsOf } from '../../../platform/tables.ts';
import { coding, ownTheme } from './model.ts';

export const ownThemes = rowsOf('system', 'theme', ownTheme);
export const themesPartition = 'themes';
export const codings = rowsOf('surveys', 'coded', coding);

export const codingKey = (itemId: string, text: string): string => idOf('coded', itemId, text);
