/** Thanks are rows of their programme. */
import { z } from 'zod';
import { rowsOf } from '../../platform/tables.ts';
import { thanks } from './model.ts';

/** Key: the thanks. */
export const thanksRows = rowsOf('programmes', 'thanks', thanks);
/** That thanks were taken back, without the words. Key: the pair, the sender, the thanks. */
export const takenBackRows = rowsOf('programmes', 'thanksback', z.strictObject({}));
