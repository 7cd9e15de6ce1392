/** The pages' calls to `routes.ts`. */
import type { Language } from '../../../platform/words.ts';
import { ask, askForFile } from '../../../ui/http.ts';
import type { PersonCard } from '../../people/model.ts';
import type { EntryDraft, EntryResult, LinesResult } from '../forms/model.ts';
import type { HelpingPage } from '../helping/model.ts';
import type { Confirmation, Handed, SlipDraft } from '../slips/model.ts';
import type { OutsideView } from './model.ts';

const of = (programmeId: string): string => `/programmes/${programmeId}`;

export const findOutside = (id: string): Promise<OutsideView> => ask('GET', `${of(id)}/outside`);
export const findHelping = (id: string): Promise<HelpingPage> => ask('GET', `${of(id)}/helping`);
export const addHelper = (id: string, personId: string): Promise<unknown> =>
  ask('POST', `${of(id)}/helpers`, { personId });
export const removeHelper = (id: string, personId: string): Promise<unknown> =>
  ask('DELETE', `${of(id)}/helpers/${personId}`);
export const enterSlip = (id: string, draft: SlipDraft): Promise<Handed> => ask('POST', `${of(id)}/slips`, draft);
export const confirmSlip = (id: string, code: string): Promise<{ said: Confirmation }> =>
  ask('POST', `${of(id)}/slips/confirm`, { code });
export const dropSlip = (id: string, number: string): Promise<unknown> => ask('DELETE', `${of(id)}/slips/${number}`);
export const openKiosk = (id: string, days: number): Promise<{ link: string; until: number }> =>
  ask('POST', `${of(id)}/kiosk`, { days });
export const closeKiosk = (id: string): Promise<unknown> => ask('DELETE', `${of(id)}/kiosk`);
export const dropRequest = (id: string, requestId: string): Promise<unknown> =>
  ask('DELETE', `${of(id)}/kiosk/requests/${requestId}`);
export const fetchForms = (id: string, query: { language: Language; copies: number }): Promise<File> =>
  askForFile(`${of(id)}/forms/file`, query);
export const enterForm = (id: string, draft: EntryDraft): Promise<EntryResult> =>
  ask('POST', `${of(id)}/forms/entries`, draft);
export const enterLines = (id: string, text: string): Promise<LinesResult> =>
  ask('POST', `${of(id)}/forms/lines`, { text });
export const setGuests = (id: string, on: boolean): Promise<unknown> => ask('PUT', `${of(id)}/guests`, { on });
export const searchGuests = (id: string, words: string): Promise<PersonCard[]> =>
  ask('POST', `${of(id)}/guests/search`, { words });
export const admitGuest = (id: string, personId: string): Promise<unknown> =>
  ask('POST', `${of(id)}/guests`, { personId });
export const removeGuest = (id: string, personId: string): Promise<unknown> =>
  ask('DELETE', `${of(id)}/guests/${personId}`);

/** What came in an answer as a file that can be saved, opened and printed. */
export function fileOf({ name, pdf }: Handed): File {
  const bytes = Uint8Array.from(atob(pdf), (letter) => letter.codePointAt(0) ?? 0);
  return new File([bytes], name, { type: 'application/pdf' });
}
