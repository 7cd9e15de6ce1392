/**
 * Door: POST /api/messages. Promise: nothing comes in that Teams did not sign for this bot, in our tenant, from a host of
 * Teams (trust.md 5); whatever is refused gets 401 and no reason. All that goes out goes through `platform/teams`.
 */
import { Application, TeamsAdapter } from '@microsoft/teams-ai';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import {
  AuthenticationConfiguration,
  AuthenticationError,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { findPerson, isColleague, languageOfPerson, preferencesOfPerson } from '../features/people/usecases.ts';
import { hearAlarm, hearTyped } from '../features/training/coach/usecases.ts';
import type { Caller, Reply } from '../platform/doors.ts';
import { describeError } from '../platform/log.ts';
import type { Platform } from '../platform/platform.ts';
import { Undeliverable } from '../platform/teams/delivery.ts';
import { nameWords, step } from '../platform/telemetry.ts';
import type { Language } from '../platform/words.ts';
import { noteArrival, rememberPerson } from './arrivals.ts';
import { answerTo, apology, hear } from './commands.ts';
import {
  inboundActivity,
  isPersonal,
  isSignedAsTeamsSigns,
  languageIn,
  personIn,
  placeIn,
  whyRefused,
  type Inbound,
} from './inbound.ts';
import { answerPress, type PressParts } from './press.ts';
import { bodyForDialog, bodyForPress, sentence, stale, type ReplyTools } from './replies.ts';

const issuer = 'https://api.botframework.com';
const pressValue = z.looseObject({ action: z.looseObject({ data: z.unknown().optional() }) });
const fetchValue = z.looseObject({ data: z.unknown().optional() });

/** For Express behind `express.json()`. */
export function createBotEndpoint(deps: Platform, parts: PressParts): RequestHandler {
  const adapter = createAdapter(deps.config);
  const app = createApplication(deps, parts, adapter);
  nameWords(
    'verb',
    parts.actions.map(({ verb }) => verb),
  );

  return async (request: Request, response: Response): Promise<void> => {
    const parsed = inboundActivity.safeParse(request.body);
    const why = parsed.success ? whyRefused(parsed.data, deps.config) : 'shape';
    if (why !== undefined) return refuse(deps, response, why);
    const authorization = request.get('authorization') ?? '';
    if (!isSignedAsTeamsSigns(authorization)) return refuse(deps, response, 'token');
    let trusted = false;
    try {
      const activity = request.body as Activity;
      const answer = await adapter.receive(authorization, activity, async (context) => {
        trusted = true;
        await step('activity', { activity: activity.type }, () => app.run(context));
      });
      send(response, answer);
    } catch (error) {
      if (!trusted && !keysAreMissing(error)) return refuse(deps, response, 'token');
      deps.log.error(describeError(error), trusted ? 'an activity failed' : 'no keys to check tokens with');
      response.status(trusted ? 500 : 503).end();
    }
  };
}

function refuse(deps: Platform, response: Response, why: string): void {
  deps.log.warn({ why }, 'activity refused');
  response.status(401).end();
}

function send(response: Response, answer: InvokeResponse | undefined): void {
  response.status(answer?.status ?? 200);
  if (answer?.body === undefined) response.end();
  else response.json(answer.body);
}

/** The document or the keys could not be fetched: no fault of whoever asks, and Teams may come again. */
function keysAreMissing(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode >= 500;
  return error instanceof Error && error.name === 'FetchError';
}

class OwnAdapter extends TeamsAdapter {
  /** The SDK's `process` answers a bad signature with 500 and its reason, and prints errors: here they are thrown. */
  receive(authorization: string, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(authorization, activity, logic);
  }
}

function createAdapter(config: Config): OwnAdapter {
  const { botId, tenantId, botType, endpoints } = config;
  const identity = { MicrosoftAppId: botId, MicrosoftAppTenantId: tenantId, MicrosoftAppType: botType };
  const metadata = endpoints.botMetadata;
  // All of these or none: with one alone the SDK leaves the others empty, and refuses every call.
  const elsewhere = metadata && {
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenantId}`,
    ToChannelFromBotOAuthScope: issuer,
    ToBotFromChannelTokenIssuer: issuer,
    OAuthUrl: issuer,
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    CallerId: 'urn:botframework:azure',
  };
  const rules = new AuthenticationConfiguration([], (claims) => {
    const claim = (type: string): unknown => claims.find((one) => one.type === type)?.value;
    if (claim('iss') === issuer && claim('aud') === botId) return Promise.resolve();
    // The emulator's and the skills' ways in, which the SDK leaves open to tokens of any tenant.
    throw new AuthenticationError('not from Teams', 401);
  });
  return new OwnAdapter({ ...identity, ...elsewhere }, credentialsFor(botId), rules);
}

/** Nothing is sent through the adapter, so it holds no credentials. */
function credentialsFor(botId: string): ServiceClientCredentialsFactory {
  return {
    isValidAppId: (appId) => Promise.resolve(appId === botId),
    isAuthenticationDisabled: () => Promise.resolve(false),
    createCredentials: () =>
      Promise.resolve({ signRequest: () => Promise.reject(new Error('send through platform/teams')) }),
  };
}

const invoked =
  (name: string) =>
  (context: TurnContext): Promise<boolean> =>
    Promise.resolve(context.activity.type === 'invoke' && context.activity.name === name);

function createApplication(deps: Platform, parts: PressParts, adapter: OwnAdapter): Application {
  // The typing timer is one for all conversations, and what it sends counts against the limits.
  const app = new Application({ adapter, startTypingTimer: false, removeRecipientMention: true });
  app.addRoute(invoked('adaptiveCard/action'), (context) => pressed(deps, parts, context), true);
  app.addRoute(invoked('task/fetch'), (context) => fetched(deps, parts, context), true);
  app.activity('message', (context) => spoken(deps, parts, context));
  app.activity(['installationUpdate', 'conversationUpdate'], async (context) => {
    const activity = inboundActivity.parse(context.activity);
    await noteArrival(deps, activity, await languageFor(deps, activity));
  });
  return app;
}

async function pressed(deps: Platform, parts: PressParts, context: TurnContext): Promise<void> {
  const value = pressValue.safeParse(context.activity.value);
  await answerInvoke(deps, parts, context, value.data?.action.data, bodyForPress);
}

async function fetched(deps: Platform, parts: PressParts, context: TurnContext): Promise<void> {
  const value = fetchValue.safeParse(context.activity.value);
  await answerInvoke(deps, parts, context, value.data?.data, bodyForDialog);
}

async function answerInvoke(
  deps: Platform,
  parts: PressParts,
  context: TurnContext,
  data: unknown,
  bodyFor: (reply: Reply, tools: ReplyTools) => Promise<unknown>,
): Promise<void> {
  const activity = inboundActivity.parse(context.activity);
  const personId = personIn(activity);
  const language = await languageFor(deps, activity);
  const tabLink = (path: string): string => deps.teams.tabLink(path, 'Tandem');
  const tools: ReplyTools = {
    language,
    tabLink,
    pageUrl: (path) => `${deps.config.baseUrl}/tab${path}`,
    dress: (card) => deps.teams.dressCard(personId ?? '', card, language),
  };
  const reply =
    personId === undefined
      ? stale(language, tabLink('/'))
      : await answerPress(deps, parts, { personId, language, roles: [] }, data);
  const body = await bodyFor(reply, tools).catch((error: unknown) => {
    deps.log.error(describeError(error), 'the answer to a press could not be made');
    return bodyFor(sentence(language, 'answer.fault'), tools);
  });
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}

async function spoken(deps: Platform, parts: PressParts, context: TurnContext): Promise<void> {
  const activity = inboundActivity.parse(context.activity);
  const language = await languageFor(deps, activity);
  const home = deps.teams.tabLink('/', 'Tandem');
  try {
    await answerText(deps, parts, activity, language);
  } catch (error) {
    deps.log.error(describeError(error), 'a text could not be answered');
    if (error instanceof Undeliverable) return;
    // Teams would bring the same words again after an error of ours; there is no more to say than this.
    await deps.teams.answer(placeIn(activity), apology(language, home), language).catch((cause: unknown) => {
      deps.log.error(describeError(cause), 'nor could that be said');
    });
  }
}

async function answerText(deps: Platform, parts: PressParts, activity: Inbound, language: Language): Promise<void> {
  const place = placeIn(activity);
  const home = deps.teams.tabLink('/', 'Tandem');
  const typed = activity.text ?? '';
  // Others read along: there every text has one answer, whatever it says.
  if (!isPersonal(activity)) {
    await deps.teams.answer(place, answerTo({ command: 'other', language }, home, home), language);
    return;
  }
  const personId = personIn(activity);
  const caller = personId === undefined ? undefined : { personId, language, roles: [] };
  // Before all that needs the storage: whoever is in need gets an answer also without it.
  const alarm = caller && (await hearAlarm(deps, caller, typed));
  if (alarm) {
    await deps.teams.answer(place, alarm, language);
    return;
  }
  if (caller) await rememberPerson(deps, activity, caller.personId);
  const heard = hear(typed, language);
  const coached = caller && heard.command === 'other' ? await coachedOf(deps, parts, caller, typed) : undefined;
  if (coached) await deps.teams.answer(place, coached.card, coached.language, personId);
  else {
    const card = answerTo(heard, home, deps.teams.tabLink('/private-talk', 'Tandem'));
    await deps.teams.answer(place, card, heard.language);
  }
}

/** What the coach makes of it, for colleagues who do not write faster than they press. */
async function coachedOf(deps: Platform, { pace }: PressParts, caller: Caller, text: string) {
  if ((await pace?.(caller.personId, 'typed')) !== undefined) return undefined;
  return (await isColleague(deps, caller.personId)) ? hearTyped(deps, caller, text) : undefined;
}

/** The person's own choice, then what their Teams is set to, then the directory; without the storage, what is at hand. */
async function languageFor(deps: Platform, activity: Inbound): Promise<Language> {
  const ofTeams = languageIn(activity);
  const personId = personIn(activity);
  if (personId === undefined) return ofTeams ?? 'en';
  try {
    const own = (await preferencesOfPerson(deps, personId)).language ?? ofTeams;
    const person = own === undefined ? await findPerson(deps, personId) : undefined;
    return own ?? (person ? await languageOfPerson(deps, person) : 'en');
  } catch (error) {
    deps.log.warn(describeError(error), 'language of a reader not found');
    return ofTeams ?? 'en';
  }
}
