/** A report of a survey: in which format and language it is asked for. Safe in the browser. */
import { z } from 'zod';
import { paperFormats } from '../../../platform/papers/format.ts';
import { language } from '../../people/model.ts';

export const reportQuery = z.strictObject({ format: z.enum(paperFormats), language });
export type ReportQuery = z.infer<typeof reportQuery>;
