/** The calls of the page about setting up to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { Beginning, Step } from './model.ts';

export const findBeginning = (): Promise<Beginning> => ask('GET', '/installation/beginning');
export const tickStep = (step: Step, seen: boolean): Promise<Beginning> =>
  ask('PUT', `/installation/beginning/${step}`, { seen });
