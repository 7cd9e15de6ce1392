/** The pages' calls to `routes.ts`. */
import { ask, askForFile } from '../../../ui/http.ts';
import type { ConsentDraft, EventPage, HonouredPage, MyEvent } from './honours/model.ts';
import type { JudgementDraft, JuryPage } from './judging/model.ts';
import type { DecisionDraft, EventChange, EventDraft, EventsPage, MyEvents } from './model.ts';
import type { Answer, NominatePage, NominationDraft } from './nominating/model.ts';

export interface EventPlace {
  readonly programmeId: string;
  readonly eventId: string;
}

const all = (programmeId: string): string => `/programmes/${programmeId}/events`;
const one = ({ programmeId, eventId }: EventPlace): string => `${all(programmeId)}/${eventId}`;
const nomination = (at: EventPlace, nominationId: string): string => `${one(at)}/nominations/${nominationId}`;

export const findEvents = (programmeId: string): Promise<EventsPage> => ask('GET', all(programmeId));
export const planEvent = (programmeId: string, draft: EventDraft): Promise<{ id: string }> =>
  ask('POST', all(programmeId), draft);
export const findEvent = (at: EventPlace): Promise<EventPage> => ask('GET', one(at));
export const changeEvent = (at: EventPlace, change: EventChange): Promise<EventPage> => ask('PUT', one(at), change);
export const openEvent = (at: EventPlace, version: number): Promise<EventPage> =>
  ask('POST', `${one(at)}/open`, { version });
export const cancelEvent = (at: EventPlace, version: number): Promise<EventPage> =>
  ask('POST', `${one(at)}/cancel`, { version });
export const enterEvent = (at: EventPlace): Promise<EventPage> => ask('POST', `${one(at)}/entry`);
export const decideEvent = (at: EventPlace, decided: DecisionDraft & { version: number }): Promise<EventPage> =>
  ask('POST', `${one(at)}/decision`, decided);
export const fetchSlides = (at: EventPlace): Promise<File> => askForFile(`${one(at)}/slides`);
export const fetchCertificates = (at: EventPlace): Promise<File> => askForFile(`${one(at)}/certificates`);

export const findNominate = (at: EventPlace): Promise<NominatePage> => ask('GET', `${one(at)}/nominate`);
export const nominate = (at: EventPlace, draft: NominationDraft): Promise<unknown> =>
  ask('POST', `${one(at)}/nominations`, draft);
export const takeBackNomination = (at: EventPlace, nominationId: string): Promise<unknown> =>
  ask('DELETE', nomination(at, nominationId));

export const findMyEvent = (at: EventPlace): Promise<MyEvent> => ask('GET', `${one(at)}/mine`);
export const answerNomination = (
  at: EventPlace,
  nominationId: string,
  answer: Pick<Answer, 'said' | 'upTo'>,
): Promise<MyEvent> => ask('PUT', `${nomination(at, nominationId)}/answer`, answer);
export const takeWordsOut = (at: EventPlace, nominationId: string, place: number): Promise<MyEvent> =>
  ask('POST', `${nomination(at, nominationId)}/words-out`, { place });
export const sayConsents = (at: EventPlace, draft: ConsentDraft): Promise<MyEvent> =>
  ask('PUT', `${one(at)}/honour`, draft);
export const declineHonour = (at: EventPlace): Promise<unknown> => ask('DELETE', `${one(at)}/honour`);
export const fetchMyCertificate = (at: EventPlace): Promise<File> => askForFile(`${one(at)}/honour/certificate`);
export const listMyEvents = (): Promise<MyEvents> => ask('GET', '/me/events');
export const findHonoured = (programmeId: string): Promise<HonouredPage> =>
  ask('GET', `/programmes/${programmeId}/honoured`);

export const findJury = (at: EventPlace): Promise<JuryPage> => ask('GET', `${one(at)}/jury`);
export const judge = (at: EventPlace, nominationId: string, draft: JudgementDraft): Promise<JuryPage> =>
  ask('PUT', `${nomination(at, nominationId)}/judgement`, draft);
export const declareNear = (at: EventPlace, nominationId: string): Promise<JuryPage> =>
  ask('POST', `${nomination(at, nominationId)}/near`);
export const stepBack = (at: EventPlace): Promise<unknown> => ask('DELETE', `${one(at)}/jury`);
