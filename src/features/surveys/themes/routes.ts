/** Door: the codebook, the themes of open answers and notes, and the needs map. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { needsMap } from '../needs/model.ts';
import { needsMapOf } from '../needs/usecases.ts';
import { codedText, givenThemes, shareOutcome, textsPage, theme, themeDraft } from './model.ts';
import { addTheme, codeNote, codeText, listThemes, shareTalk, textsOf } from './usecases.ts';

const ofSurvey = z.strictObject({ surveyId: id });
const ofTalk = z.strictObject({ talkId: id });

export const themesRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/themes',
    who: 'Coordinator',
    gives: z.array(theme),
    run: (deps, caller) => listThemes(deps, caller),
  }),
  route({
    method: 'POST',
    path: '/themes',
    who: 'Coordinator',
    body: themeDraft,
    gives: theme,
    run: (deps, caller, { body }) => addTheme(deps, caller, body),
  }),
  route({
    method: 'GET',
    path: '/surveys/:surveyId/themes',
    who: 'Coordinator',
    params: ofSurvey,
    gives: textsPage,
    run: (deps, caller, asked) => textsOf(deps, caller, asked.params.surveyId),
  }),
  route({
    method: 'PUT',
    path: '/surveys/:surveyId/themes',
    who: 'Coordinator',
    params: ofSurvey,
    body: codedText,
    gives: z.undefined(),
    run: (deps, caller, asked) => codeText(deps, caller, asked.params.surveyId, asked.body),
  }),
  route({
    method: 'PUT',
    path: '/talks/:talkId/notes/:noteId/themes',
    who: 'Coordinator',
    params: ofTalk.extend({ noteId: id }),
    body: givenThemes,
    gives: z.undefined(),
    run: (deps, caller, asked) => codeNote(deps, caller, asked.params, asked.body.themes),
  }),
  route({
    method: 'POST',
    path: '/talks/:talkId/share',
    who: 'Coordinator',
    params: ofTalk,
    gives: shareOutcome,
    run: async (deps, caller, asked) => ({ outcome: await shareTalk(deps, caller, asked.params.talkId) }),
  }),
  route({
    method: 'GET',
    path: '/needs',
    who: 'Coordinator',
    gives: needsMap,
    run: (deps, caller) => needsMapOf(deps, caller),
  }),
];
