/** The calls of the page about what counts. */
import { ask } from '../../../ui/http.ts';
import type { Aims } from '../model.ts';
import type { Preview, StandingAims } from './trying/model.ts';

export const loadAims = (programmeId: string): Promise<StandingAims> =>
  ask('GET', `/programmes/${programmeId}/matching/aims`);

export const loadPreview = (programmeId: string, aims: Aims): Promise<Preview> =>
  ask('POST', `/programmes/${programmeId}/matching/preview`, aims);
