/** What coordinators ask for to take a story along: what it can become, and the file. */
import { z } from 'zod';
import { download, route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { formDraft, formsPage } from './model.ts';
import { formFileOf, formsPageOf } from './usecases.ts';

const params = z.strictObject({ programmeId: id, storyId: id });
const path = '/programmes/:programmeId/stories/:storyId/forms';

export const formsRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path, who: 'Coordinator', params, gives: formsPage },
    run: (deps, caller, asked) => formsPageOf(deps, caller, asked.params),
  }),
  // A place is noted with it, so it is more than reading.
  route({
    ...{ method: 'POST', path, who: 'Coordinator', params, body: formDraft, gives: download },
    run: (deps, caller, asked) => formFileOf(deps, caller, asked.params, asked.body),
  }),
];
