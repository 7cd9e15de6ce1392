/** Door: the bot is added to a person's chat or a team, or removed. Promise: one welcome for each person, ever. */
import { describeError } from '../platform/log.ts';
import type { Platform } from '../platform/platform.ts';
import type { Language } from '../platform/words.ts';
import { welcome } from './commands.ts';
import { arrivalIn, isPersonal, languageIn, personIn, placeIn, type Inbound } from './inbound.ts';

export async function noteArrival(deps: Platform, activity: Inbound, language: Language): Promise<void> {
  const arrival = arrivalIn(activity);
  if (arrival === undefined) return;
  const teamId = activity.channelData?.team?.id;
  if (teamId !== undefined) return noteTeam(deps, arrival, teamId, activity);
  const personId = personIn(activity);
  if (personId === undefined || !isPersonal(activity)) return;
  if (arrival === 'left') return deps.teams.forgetConversation({ kind: 'person', personId });

  await rememberPerson(deps, activity, personId);
  if (await deps.teams.meet(personId)) await greet(deps, activity, language);
}

async function greet(deps: Platform, activity: Inbound, language: Language): Promise<void> {
  try {
    const home = deps.teams.tabLink('/', 'Tandem');
    await deps.teams.answer(placeIn(activity), welcome(language, home), language);
  } catch (error) {
    // No second try: it could become a second welcome, and “hello” answers at any time.
    deps.log.warn(describeError(error), 'a welcome did not arrive');
  }
}

async function noteTeam(deps: Platform, arrival: 'came' | 'left', teamId: string, activity: Inbound): Promise<void> {
  if (arrival === 'left') return deps.teams.forgetConversation({ kind: 'team', teamId });
  const name = activity.channelData?.team?.name ?? '';
  return deps.teams.rememberConversation({ kind: 'team', teamId, name, serviceUrl: placeIn(activity).serviceUrl });
}

/** Keeps where a person is reached, and the language of their Teams. */
export async function rememberPerson(deps: Platform, activity: Inbound, personId: string): Promise<void> {
  if (!isPersonal(activity)) return;
  const language = languageIn(activity);
  const seen = { kind: 'person', personId, ...placeIn(activity), ...(language ? { language } : {}) } as const;
  await deps.teams.rememberConversation(seen);
}
