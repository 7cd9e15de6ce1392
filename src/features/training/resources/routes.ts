/** What the page of resources asks. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { resourceChange, resourceDraft, resourcesPage } from './model.ts';
import { addResource, changeResource, removeResource, viewResources } from './usecases.ts';

const path = '/programmes/:programmeId/resources';
const ofProgramme = z.strictObject({ programmeId: id });
const ofResource = ofProgramme.extend({ resourceId: id });
const done = z.strictObject({ done: z.literal(true) });
const who = 'Coordinator';

export const resourcesRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path, who: 'anybody-signed-in', guests: true, params: ofProgramme, gives: resourcesPage },
    run: (deps, caller, { params }) => viewResources(deps, caller, params.programmeId),
  }),
  route({
    ...{ method: 'POST', path, who, params: ofProgramme, body: resourceDraft, gives: done },
    run: async (deps, caller, { params, body }) => {
      await addResource(deps, caller, params.programmeId, body);
      return { done: true };
    },
  }),
  route({
    ...{ method: 'PUT', path: `${path}/:resourceId`, who, params: ofResource, body: resourceChange, gives: done },
    run: async (deps, caller, { params, body }) => {
      await changeResource(deps, caller, params, body);
      return { done: true };
    },
  }),
  route({
    ...{ method: 'DELETE', path: `${path}/:resourceId`, who, params: ofResource, gives: done },
    run: async (deps, caller, { params }) => {
      await removeResource(deps, caller, params);
      return { done: true };
    },
  }),
];
