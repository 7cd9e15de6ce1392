/** The page's call to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { EqualCut, EqualPage } from './model.ts';

export const findEqual = (programmeId: string, by: EqualCut): Promise<EqualPage> =>
  ask('GET', `/programmes/${programmeId}/equal-recognition?by=${by}`);
