/** What the tab asks about the kit: its texts and files, posts in channels, networks, and the check of a call. */
import { z } from 'zod';
import { download, route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { languages } from '../../../platform/words.ts';
import { checkedWords, textFinding } from '../checking/model.ts';
import { findingsInAll } from '../checking/rules.ts';
import { previewToMyself } from '../inviting/usecases.ts';
import { callWays } from '../model.ts';
import { contactedDraft, networkDraft, networksPage } from '../networks/model.ts';
import { addNetwork, networksPageOf, noteContact, removeNetwork } from '../networks/usecases.ts';
import { askForPost } from '../posting/usecases.ts';
import { fileForms, kitPage, kitSettings, postDraft } from './model.ts';
import { kitFileOf, kitPageOf, saveKitSettings } from './usecases.ts';

const params = z.strictObject({ programmeId: id });
const ofProgramme = { who: 'Coordinator', params } as const;
const done = z.strictObject({ done: z.literal(true) });
const isDone = { done: true } as const;

export const kitRoutes: readonly Route[] = [
  route({
    ...{ ...ofProgramme, method: 'GET', path: '/programmes/:programmeId/kit', gives: kitPage },
    run: (deps, caller, asked) => kitPageOf(deps, caller, asked.params.programmeId),
  }),
  route({
    ...{ ...ofProgramme, method: 'PUT', path: '/programmes/:programmeId/kit', body: kitSettings, gives: kitSettings },
    run: (deps, caller, asked) => saveKitSettings(deps, caller, asked.params.programmeId, asked.body),
  }),
  route({
    ...{ ...ofProgramme, method: 'GET', path: '/programmes/:programmeId/kit/file', gives: download },
    query: z.strictObject({ form: z.enum(fileForms), language: z.enum(languages) }),
    run: (deps, caller, asked) => kitFileOf(deps, caller, asked.params.programmeId, asked.query),
  }),
  route({
    ...{ ...ofProgramme, method: 'POST', path: '/programmes/:programmeId/kit/preview', gives: done },
    body: z.strictObject({ by: z.enum(callWays) }),
    run: async (deps, caller, asked) => {
      await previewToMyself(deps, caller, asked.params.programmeId, asked.body.by);
      return isDone;
    },
  }),
  route({
    ...{ ...ofProgramme, method: 'POST', path: '/programmes/:programmeId/kit/posts', body: postDraft, gives: done },
    run: async (deps, caller, asked) => {
      await askForPost(deps, caller, asked.params.programmeId, asked.body);
      return isDone;
    },
  }),
  route({
    ...{ method: 'POST', path: '/calls/check', who: 'Coordinator', body: checkedWords, gives: z.array(textFinding) },
    run: (_deps, _caller, asked) => Promise.resolve(findingsInAll(asked.body.words)),
  }),
  route({
    ...{ ...ofProgramme, method: 'GET', path: '/programmes/:programmeId/networks', gives: networksPage },
    run: (deps, caller, asked) => networksPageOf(deps, caller, asked.params.programmeId),
  }),
  route({
    ...{ method: 'PUT', path: '/programmes/:programmeId/networks/:networkId', who: 'Coordinator', gives: done },
    params: z.strictObject({ programmeId: id, networkId: id }),
    body: contactedDraft,
    run: async (deps, caller, asked) => {
      await noteContact(deps, caller, asked.params, asked.body);
      return isDone;
    },
  }),
  route({
    ...{ method: 'POST', path: '/networks', who: 'Coordinator', body: networkDraft, gives: z.strictObject({ id }) },
    run: async (deps, caller, asked) => ({ id: (await addNetwork(deps, caller, asked.body)).id }),
  }),
  route({
    ...{ method: 'DELETE', path: '/networks/:networkId', who: 'Coordinator', gives: done },
    params: z.strictObject({ networkId: id }),
    run: async (deps, _caller, asked) => {
      await removeNetwork(deps, asked.params.networkId);
      return isDone;
    },
  }),
];
