/** What the tab asks about private talks: the own request, whom else to call, and what advisers do. Addresses say as little as titles. */
import { z } from 'zod';
import { route, type Route } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { setAdvising } from './advisers/usecases.ts';
import { advisingOf, moveRequest } from './advising/usecases.ts';
import { readNote } from './confiding/usecases.ts';
import { contactsFor, setContacts } from './contacting/usecases.ts';
import { adviserDraft, advising, contacts, contactsPage, talkPage, wish } from './model.ts';
import { askForTalk, takeBack, talkPageOf } from './usecases.ts';

const own = { path: '/private-talk', who: 'anybody-signed-in', guests: true, gives: talkPage } as const;
const lines = { path: '/private-talk/contacts', who: 'anybody-signed-in', gives: contactsPage } as const;
const ofAdviser = { who: 'Adviser', gives: advising } as const;

export const concernsRoutes: readonly Route[] = [
  route({ method: 'GET', ...own, run: talkPageOf }),
  route({ method: 'PUT', ...own, body: wish, run: (deps, caller, { body }) => askForTalk(deps, caller, body) }),
  route({ method: 'DELETE', ...own, run: takeBack }),
  route({ method: 'GET', ...lines, guests: true, run: contactsFor }),
  route({ method: 'PUT', ...lines, body: contacts, run: (deps, caller, { body }) => setContacts(deps, caller, body) }),
  route({ method: 'GET', path: '/private-talk/requests', ...ofAdviser, run: advisingOf }),
  route({
    ...{ method: 'PUT', path: '/private-talk/advising', ...ofAdviser, body: adviserDraft },
    run: async (deps, caller, { body }) => {
      await setAdvising(deps, caller, body);
      return advisingOf(deps, caller);
    },
  }),
  route({
    ...{ method: 'PUT', path: '/private-talk/requests/:wishId', ...ofAdviser, params: z.strictObject({ wishId: id }) },
    body: z.strictObject({ to: z.enum(['taken', 'done']) }),
    run: async (deps, caller, { params, body }) => {
      await moveRequest(deps, caller, params.wishId, body.to);
      return advisingOf(deps, caller);
    },
  }),
  route({
    ...{ method: 'POST', path: '/private-talk/notes/:confidedId/read', ...ofAdviser },
    params: z.strictObject({ confidedId: id }),
    body: z.strictObject({}),
    run: async (deps, caller, { params }) => {
      await readNote(deps, caller, params.confidedId);
      return advisingOf(deps, caller);
    },
  }),
];
