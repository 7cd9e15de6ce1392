/** What the tab asks about recruitment: a coordinator's calls and figures, and a person's application. */
import { z } from 'zod';
import { route, type Route } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { audienceRoutes } from './audiences/routes.ts';
import { answerInvitation } from './answering/usecases.ts';
import { applyPageOf, returnToApplication, saveApplication, withdrawApplication } from './applying/usecases.ts';
import { previewOf, recruitmentPageOf, sendCall } from './calls/usecases.ts';
import { forgetApplication } from './forgetting/usecases.ts';
import { nominate } from './nominating/usecases.ts';
import { personId } from '../people/model.ts';
import { quotable } from './quoting/model.ts';
import { quotablesFor } from './quoting/usecases.ts';
import { roundsRoutes } from './rounds/routes.ts';
import { sourceCode } from './sources/model.ts';
import { arriveBy } from './sources/usecases.ts';
import { openInvitationsOf } from './usecases.ts';
import {
  applyPage,
  callDraft,
  callPreview,
  previewDraft,
  questionnaire,
  recruitmentPage,
  savedApplication,
  type SavedApplication,
} from './model.ts';

const params = z.strictObject({ programmeId: id });
const forGuests = { guests: true } as const;
const application = {
  path: '/programmes/:programmeId/application',
  who: 'anybody-signed-in',
  params,
  guests: true,
} as const;
const saved = ({ status, changedAt }: SavedApplication): SavedApplication => ({ status, changedAt });

export const recruitmentRoutes: readonly Route[] = [
  route({
    ...{
      method: 'GET',
      path: '/programmes/:programmeId/recruitment',
      who: 'Coordinator',
      params,
      gives: recruitmentPage,
    },
    run: (deps, caller, asked) => recruitmentPageOf(deps, caller, asked.params.programmeId),
  }),
  route({
    ...{
      method: 'GET',
      path: '/programmes/:programmeId/quotable',
      who: 'Coordinator',
      params,
      gives: z.array(quotable),
    },
    run: (deps, caller, asked) => quotablesFor(deps, caller, asked.params.programmeId),
  }),
  ...audienceRoutes,
  ...roundsRoutes,
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/calls', who: 'Coordinator', params, body: callDraft },
    gives: z.strictObject({ id }),
    run: async (deps, caller, asked) => ({
      id: (await sendCall(deps, caller, asked.params.programmeId, asked.body)).id,
    }),
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/calls/preview', who: 'Coordinator', params },
    ...{ body: previewDraft, gives: callPreview },
    run: (deps, caller, asked) => previewOf(deps, caller, asked.params.programmeId, asked.body),
  }),
  route({
    ...{
      method: 'GET',
      path: '/groups',
      who: 'Coordinator',
      query: z.strictObject({ search: z.string().max(100).default('') }),
    },
    gives: z.array(z.object({ id: z.string(), name: z.string() })),
    run: async (deps, _caller, { query }) =>
      (await deps.directory.groups(query.search)).map(({ id: groupId, name }) => ({ id: groupId, name })),
  }),
  route({
    ...application,
    ...{ method: 'GET', gives: applyPage },
    run: (deps, caller, asked) => applyPageOf(deps, caller, asked.params.programmeId),
  }),
  route({
    ...application,
    ...{ method: 'PUT', gives: savedApplication, body: z.strictObject({ answers: questionnaire, apply: z.boolean() }) },
    run: async (deps, caller, asked) =>
      saved(await saveApplication(deps, caller, asked.params.programmeId, asked.body)),
  }),
  route({
    ...application,
    ...{ method: 'DELETE', gives: savedApplication },
    run: async (deps, caller, asked) => saved(await withdrawApplication(deps, caller, asked.params.programmeId)),
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/application/return', who: 'anybody-signed-in', params },
    ...forGuests,
    ...{ body: z.strictObject({}), gives: savedApplication },
    run: async (deps, caller, asked) => saved(await returnToApplication(deps, caller, asked.params.programmeId)),
  }),
  route({
    ...{ method: 'DELETE', path: '/programmes/:programmeId/application/answers', who: 'anybody-signed-in', params },
    ...forGuests,
    gives: z.strictObject({}),
    run: async (deps, caller, asked) => {
      await forgetApplication(deps, caller, asked.params.programmeId);
      return {};
    },
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/nominations', who: 'anybody-signed-in', params },
    ...{ body: z.strictObject({ personId }), gives: z.strictObject({ thanks: z.literal(true) }) },
    run: (deps, caller, asked) => nominate(deps, caller, asked.params.programmeId, asked.body.personId),
  }),
  route({
    ...{ method: 'POST', path: '/go/:code', who: 'anybody-signed-in', params: z.strictObject({ code: sourceCode }) },
    ...forGuests,
    ...{ body: z.strictObject({}), gives: z.strictObject({ programmeId: id }) },
    run: (deps, caller, asked) => arriveBy(deps, caller, asked.params.code),
  }),
  route({
    ...{ method: 'GET', path: '/me/invitations', who: 'anybody-signed-in' },
    gives: z.strictObject({ invitations: z.array(z.strictObject({ programmeId: id, name: z.string() })) }),
    run: async (deps, caller) => ({ invitations: await openInvitationsOf(deps, caller.personId) }),
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/invitation/not-now', who: 'anybody-signed-in', params },
    ...{ body: z.strictObject({}), gives: z.strictObject({ done: z.literal(true) }) },
    run: async (deps, caller, asked) => {
      await answerInvitation(deps, caller.personId, asked.params.programmeId, 'not-now');
      return { done: true };
    },
  }),
];
