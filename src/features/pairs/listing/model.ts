/** The list of a programme's pairs as a file for other programs. Safe in the browser. */
import { z } from 'zod';
import { listFormats } from '../../../platform/papers/format.ts';
import { language } from '../../people/model.ts';

export const listQuery = z.strictObject({ format: z.enum(listFormats), language });
export type ListQuery = z.infer<typeof listQuery>;
