/** What the tab asks about translations: those there are, putting one in, and the answer of one of the two. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { translationDraft, translationsPage } from './model.ts';
import { agreeToTranslation, endTranslation, proposeTranslation, translationsOf } from './usecases.ts';

const params = z.strictObject({ programmeId: id, storyId: id });
const ofText = params.extend({ textId: id });
const path = '/programmes/:programmeId/stories/:storyId/translations';
const gives = z.strictObject({ id });
const who = 'anybody-signed-in';

export const translationsRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path, who, params, gives: translationsPage },
    run: (deps, caller, asked) => translationsOf(deps, caller, asked.params),
  }),
  route({
    ...{ method: 'POST', path, who, params, body: translationDraft, gives },
    run: (deps, caller, asked) => proposeTranslation(deps, caller, asked.params, asked.body),
  }),
  route({
    ...{ method: 'POST', path: `${path}/:textId/yes`, who, params: ofText, body: z.strictObject({}), gives },
    run: (deps, caller, asked) => agreeToTranslation(deps, caller, asked.params),
  }),
  route({
    ...{ method: 'DELETE', path: `${path}/:textId`, who, params: ofText, gives },
    run: (deps, caller, asked) => endTranslation(deps, caller, asked.params),
  }),
];
