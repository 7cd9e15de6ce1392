/** Figures by part of the organisation, in the partition of the survey: one row for each item, written once and never again. */
import { z } from 'zod';
import { rowsOf } from '../../../platform/tables.ts';
import { cut } from './model.ts';

export const cutRows = rowsOf('surveys', 'cuts', z.strictObject({ cuts: z.array(cut) }));
