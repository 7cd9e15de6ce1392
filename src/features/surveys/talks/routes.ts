/** Door: planning and holding talks, for their coordinator; yes or no, for whoever is asked. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { personId } from '../../people/model.ts';
import { answerTalk, invitationPageOf } from './asking/usecases.ts';
import { bookTalk, callOffTalk, findTalkTimes, unbookTalk } from './booking/usecases.ts';
import { guide } from './guides/model.ts';
import { guideFor } from './guides/usecases.ts';
import {
  answered,
  booking,
  invitationPage,
  newNotes,
  notesOutcome,
  purposes,
  talk,
  talkAnswers,
  talkDraft,
  talkLine,
  talkPage,
  talkTimes,
  wantedTime,
} from './model.ts';
import { dropNote, keepNotes } from './notes/usecases.ts';
import { askPeople, closeTalk, createTalk, drawAgain, listTalks, talkPageOf } from './usecases.ts';

const params = z.strictObject({ talkId: id });
const ref = talk.pick({ id: true, state: true });
const onePerson = wantedTime.pick({ personId: true });

function refOf({ id: talkId, state }: z.infer<typeof ref>): z.infer<typeof ref> {
  return { id: talkId, state };
}

export const talksRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/talks',
    who: 'Coordinator',
    gives: z.array(talkLine),
    run: (deps, caller) => listTalks(deps, caller),
  }),
  route({
    method: 'POST',
    path: '/talks',
    who: 'Coordinator',
    body: talkDraft,
    gives: ref,
    run: async (deps, caller, { body }) => refOf(await createTalk(deps, caller, body)),
  }),
  route({
    method: 'GET',
    path: '/talk-guides/:purpose',
    who: 'Coordinator',
    params: z.strictObject({ purpose: z.enum(purposes) }),
    gives: guide,
    run: async (_, caller, asked) => guideFor(caller, asked.params.purpose),
  }),
  route({
    method: 'GET',
    path: '/talks/:talkId',
    who: 'Coordinator',
    params,
    gives: talkPage,
    run: (deps, caller, asked) => talkPageOf(deps, caller, asked.params.talkId),
  }),
  route({
    method: 'POST',
    path: '/talks/:talkId/draw',
    who: 'Coordinator',
    params,
    body: z.strictObject({ personId }),
    gives: ref,
    run: async (deps, caller, asked) => refOf(await drawAgain(deps, caller, asked.params.talkId, asked.body.personId)),
  }),
  ...(
    [
      ['ask', askPeople],
      ['cancel', callOffTalk],
    ] as const
  ).map(([verb, run]) =>
    route({
      method: 'POST',
      path: `/talks/:talkId/${verb}`,
      who: 'Coordinator',
      params,
      gives: ref,
      run: async (deps, caller, asked) => refOf(await run(deps, caller, asked.params.talkId)),
    }),
  ),
  route({
    method: 'POST',
    path: '/talks/:talkId/close',
    who: 'Coordinator',
    params,
    body: z.strictObject({ heard: z.boolean() }),
    gives: ref,
    run: async (deps, caller, asked) => refOf(await closeTalk(deps, caller, asked.params.talkId, asked.body)),
  }),
  route({
    method: 'POST',
    path: '/talks/:talkId/times',
    who: 'Coordinator',
    params,
    body: onePerson,
    gives: talkTimes,
    run: (deps, caller, asked) => findTalkTimes(deps, caller, asked.params.talkId, asked.body),
  }),
  route({
    method: 'POST',
    path: '/talks/:talkId/booking',
    who: 'Coordinator',
    params,
    body: wantedTime,
    gives: booking,
    run: (deps, caller, asked) => bookTalk(deps, caller, asked.params.talkId, asked.body),
  }),
  route({
    method: 'POST',
    path: '/talks/:talkId/unbook',
    who: 'Coordinator',
    params,
    body: onePerson,
    gives: z.undefined(),
    run: (deps, caller, asked) => unbookTalk(deps, caller, asked.params.talkId, asked.body.personId),
  }),
  route({
    method: 'POST',
    path: '/talks/:talkId/notes',
    who: 'Coordinator',
    params,
    body: newNotes,
    gives: notesOutcome,
    run: (deps, caller, asked) => keepNotes(deps, caller, asked.params.talkId, asked.body),
  }),
  route({
    method: 'DELETE',
    path: '/talks/:talkId/notes/:noteId',
    who: 'Coordinator',
    params: params.extend({ noteId: id }),
    gives: z.undefined(),
    run: (deps, caller, asked) => dropNote(deps, caller, asked.params.talkId, asked.params.noteId),
  }),
  route({
    method: 'GET',
    path: '/talks/:talkId/invitation',
    who: 'anybody-signed-in',
    params,
    gives: invitationPage,
    run: (deps, caller, asked) => invitationPageOf(deps, caller.personId, asked.params.talkId),
  }),
  route({
    method: 'POST',
    path: '/talks/:talkId/answer',
    who: 'anybody-signed-in',
    params,
    body: z.strictObject({ answer: z.enum(talkAnswers), mayQuote: z.boolean() }),
    gives: z.strictObject({ outcome: answered }),
    run: async (deps, caller, asked) => ({
      outcome: await answerTalk(deps, caller.personId, asked.params.talkId, asked.body),
    }),
  }),
];
