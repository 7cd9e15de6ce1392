/** The buttons of thanks: say it from the suggestion, and agree to show it or keep it. */
import { z } from 'zod';
import { cardAction, type CardAction, type Reply } from '../../platform/doors.ts';
import { isFailure } from '../../platform/errors.ts';
import { id } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Language } from '../../platform/words.ts';
import { callName } from '../people/model.ts';
import { personOf } from '../people/usecases.ts';
import { pictureName } from './pictures/model.ts';
import { receiveCard, sentCard } from './cards.ts';
import { isShown, thanksText } from './model.ts';
import { sayThanks, showThanks } from './usecases.ts';
import { say } from './words.ts';

const ofPair = z.object({ programmeId: id, pairId: id });
const ofThanks = z.object({ programmeId: id, thanksId: id });
const nothing = z.object({});

async function answerOffer(
  deps: Platform,
  { personId, language }: { personId: string; language: Language },
  { programmeId, thanksId }: { programmeId: string; thanksId: string },
  show: boolean,
): Promise<Reply> {
  try {
    const one = await showThanks(deps, personId, programmeId, thanksId, show);
    const from = callName(await personOf(deps, one.from));
    return { kind: 'card', card: receiveCard(language, one, from, isShown(one) ? 'agreed' : 'kept') };
  } catch (error) {
    if (isFailure(error, 'not-found')) return { kind: 'message', text: say(language, 'gone') };
    throw error;
  }
}

export const recognitionActions: readonly CardAction[] = [
  cardAction({
    verb: 'recognition.thank',
    subject: ofPair,
    inputs: z.object({
      text: thanksText,
      show: z.enum(['yes', 'no']).default('no'),
      // Whoever chose none sends nothing, or an empty word.
      picture: pictureName.optional().catch(undefined),
    }),
    run: async (deps, { caller, subject, inputs }) => {
      const { text, show, picture } = inputs;
      const draft = { text, show: show === 'yes', ...(picture ? { picture } : {}) };
      const one = await sayThanks(deps, caller.personId, subject, draft);
      return { kind: 'card', card: sentCard(caller.language, callName(await personOf(deps, one.to))) };
    },
  }),
  cardAction({
    ...{ verb: 'recognition.not-now', subject: ofPair, inputs: nothing },
    run: (_deps, { caller }) => Promise.resolve({ kind: 'message', text: say(caller.language, 'notNow.text') }),
  }),
  cardAction({
    ...{ verb: 'recognition.show', subject: ofThanks, inputs: nothing },
    run: (deps, { caller, subject }) => answerOffer(deps, caller, subject, true),
  }),
  cardAction({
    ...{ verb: 'recognition.keep', subject: ofThanks, inputs: nothing },
    run: (deps, { caller, subject }) => answerOffer(deps, caller, subject, false),
  }),
];
