/** The page's call to `routes.ts`. */
import { ask } from '../../ui/http.ts';
import type { Examination } from './model.ts';

export const findExamination = (): Promise<Examination> => ask('GET', '/installation');
