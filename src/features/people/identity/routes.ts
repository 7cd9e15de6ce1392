/** What the tab asks about identity: whether the own questions are answered, an answer, taking it back; and what is asked where. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { answerDraft, countryModes, countrySetting, identityView, question } from './model.ts';
import { answerQuestion, countrySettings, identityOf, setCountry, withdrawAnswer } from './usecases.ts';

const who = 'anybody-signed-in';
const ofCountry = z.strictObject({ country: countrySetting.shape.country });

export const identityRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/me/identity', who, gives: identityView },
    run: (deps, { personId }) => identityOf(deps, personId),
  }),
  route({
    ...{ method: 'PUT', path: '/me/identity', who, body: answerDraft, gives: identityView },
    run: async (deps, { personId }, { body }) => {
      await answerQuestion(deps, personId, body);
      return identityOf(deps, personId);
    },
  }),
  route({
    ...{ method: 'DELETE', path: '/me/identity/:question', who, gives: identityView },
    params: z.strictObject({ question }),
    run: async (deps, { personId }, { params }) => {
      await withdrawAnswer(deps, personId, params.question);
      return identityOf(deps, personId);
    },
  }),
  route({
    ...{ method: 'GET', path: '/identity/countries', who: 'Administrator', gives: z.array(countrySetting) },
    run: (deps, caller) => countrySettings(deps, caller),
  }),
  route({
    ...{ method: 'PUT', path: '/identity/countries/:country', who: 'Administrator', params: ofCountry },
    ...{ body: z.strictObject({ modes: countryModes }), gives: z.array(countrySetting) },
    run: (deps, caller, { params, body }) => setCountry(deps, caller, { country: params.country, modes: body.modes }),
  }),
];
