/** Door: a yes or no to being considered, and the four consents of whoever is honoured, in the card itself. */
import { z } from 'zod';
import { cardAction, type CardAction, type Reply } from '../../../platform/doors.ts';
import { isFailure } from '../../../platform/errors.ts';
import { id } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Language } from '../../../platform/words.ts';
import { answeredCard, consentsCard, parts, type Answered } from './cards.ts';
import { consentDraft } from './honours/model.ts';
import { honourFor, sayConsents } from './honours/usecases.ts';
import { juryPageOf } from './judging/usecases.ts';
import { answerNomination, viewMyEvent, type NominationAddress } from './mine/usecases.ts';
import { juryPath, myEventPath, nominatePath } from './model.ts';
import { nominatePageOf } from './nominating/usecases.ts';
import { say } from './words.ts';

const ofEvent = z.strictObject({ programmeId: id, eventId: id });
const ofNomination = ofEvent.extend({ nominationId: id, upTo: z.coerce.number().int().min(0) });
const nothing = z.object({});

const lateOnes: Readonly<Record<string, Answered>> = {
  'nomination-late': 'late',
  'event-cancelled': 'cancelled',
};

interface Said {
  readonly caller: { readonly personId: string; readonly language: Language };
  readonly subject: NominationAddress & { readonly upTo: number };
}

async function answer(deps: Platform, { caller, subject }: Said, said: 'yes' | 'no'): Promise<Reply> {
  const at = { programmeId: subject.programmeId, id: subject.eventId };
  const reply = (what: Answered): Reply => ({ kind: 'card', card: answeredCard(caller.language, at, what) });
  try {
    await answerNomination(deps, caller.personId, subject, { said, upTo: subject.upTo });
    return reply(said);
  } catch (error) {
    if (isFailure(error) && error.reason === 'nomination-gone')
      return { kind: 'message', text: say(caller.language, 'answered.gone.text') };
    const late = isFailure(error) ? lateOnes[error.reason] : undefined;
    if (late === undefined) throw error;
    return reply(late);
  }
}

export const eventsActions: readonly CardAction[] = [
  cardAction({
    ...{ verb: 'recognition.event-yes', subject: ofNomination, inputs: nothing },
    run: (deps, said) => answer(deps, said, 'yes'),
  }),
  cardAction({
    ...{ verb: 'recognition.event-no', subject: ofNomination, inputs: nothing },
    run: (deps, said) => answer(deps, said, 'no'),
  }),
  cardAction({
    ...{ verb: 'recognition.event-consent', subject: ofEvent, inputs: consentDraft.strip() },
    run: async (deps, { caller, subject: at, inputs }) => {
      await sayConsents(deps, caller.personId, at, inputs);
      const says = (await honourFor(deps, caller.personId, at))?.says ?? {};
      const card = consentsCard(caller.language, { programmeId: at.programmeId, id: at.eventId }, says);
      return { kind: 'card', card };
    },
  }),
  cardAction({
    ...{ verb: 'recognition.event-open', subject: ofEvent.extend({ part: z.enum(parts) }), inputs: nothing },
    run: async (deps, { caller, subject: { part, ...at } }) => {
      const { programmeId, eventId } = at;
      switch (part) {
        case 'mine':
          return opened((await viewMyEvent(deps, caller, at)).title, myEventPath(programmeId, eventId));
        case 'nominate':
          return opened((await nominatePageOf(deps, caller, at)).title, nominatePath(programmeId, eventId));
        case 'jury':
          return opened((await juryPageOf(deps, caller, at)).title, juryPath(programmeId, eventId));
        default:
          return part satisfies never;
      }
    },
  }),
];

const opened = (title: string, path: string): Reply => ({ kind: 'dialog', title, path });
