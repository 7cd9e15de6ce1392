/** Buttons about an offer and a pair. A press that comes twice, or too late, changes nothing and says what is so now. */
import { z } from 'zod';
import { cardAction, type Caller, type CardAction, type Reply } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { declineCard, stateCard } from './cards.ts';
import { closingActions } from './closing/bot.ts';
import { pauseLonger, resumePair } from './life/usecases.ts';
import { cardFacts } from './messages/usecases.ts';
import { partingReason, type Pair } from './model.ts';
import { answerOffer, offerFor } from './offers/usecases.ts';
import { mayAnswerOffer } from './policy.ts';
import { activePairFor, pairFor } from './usecases.ts';
import { say } from './words.ts';

const subject = z.object({ programmeId: id, pairId: id });
const nothing = z.object({});

async function whatIsSo(deps: Platform, { personId, language }: Caller, pair: Pair): Promise<Reply> {
  return { kind: 'card', card: stateCard(await cardFacts(deps, pair, personId, language)) };
}

export const pairsActions: readonly CardAction[] = [
  cardAction({
    verb: 'pairs.accept',
    subject,
    inputs: nothing,
    run: async (deps, { caller, subject: { programmeId, pairId } }) =>
      whatIsSo(deps, caller, await answerOffer(deps, caller.personId, programmeId, pairId, { said: 'yes' })),
  }),
  cardAction({
    verb: 'pairs.decline',
    subject,
    inputs: nothing,
    run: async (deps, { caller, subject: { programmeId, pairId } }) => {
      const { value } = await offerFor(deps, caller.personId, programmeId, pairId);
      if (!mayAnswerOffer(caller.personId, value)) return whatIsSo(deps, caller, value);
      return { kind: 'card', card: declineCard(caller.language, value) };
    },
  }),
  cardAction({
    verb: 'pairs.confirmDecline',
    subject,
    inputs: z.object({ why: partingReason.catch('not-said') }),
    run: async (deps, { caller, subject: { programmeId, pairId }, inputs }) => {
      const answer = { said: 'no', why: inputs.why } as const;
      return whatIsSo(deps, caller, await answerOffer(deps, caller.personId, programmeId, pairId, answer));
    },
  }),
  cardAction({
    verb: 'pairs.showOffer',
    subject,
    inputs: nothing,
    run: async (deps, { caller, subject: { programmeId, pairId } }) =>
      whatIsSo(deps, caller, (await offerFor(deps, caller.personId, programmeId, pairId)).value),
  }),
  cardAction({
    verb: 'pairs.goOn',
    subject,
    inputs: nothing,
    run: async (deps, { caller, subject: { programmeId, pairId } }) =>
      whatIsSo(deps, caller, await resumePair(deps, caller.personId, programmeId, pairId)),
  }),
  cardAction({
    verb: 'pairs.longer',
    subject,
    inputs: nothing,
    run: async (deps, { caller, subject: { programmeId, pairId } }) =>
      whatIsSo(deps, caller, await pauseLonger(deps, caller.personId, programmeId, pairId)),
  }),
  ...closingActions,
  cardAction({
    verb: 'pairs.findTime',
    subject,
    inputs: nothing,
    run: async (deps, { caller, subject: { programmeId, pairId } }) => {
      await activePairFor(deps, caller.personId, programmeId, pairId);
      const path = `/programmes/${programmeId}/pairs/${pairId}/meetings/new`;
      return { kind: 'dialog', title: say(caller.language, 'begun.find'), path };
    },
  }),
  cardAction({
    verb: 'pairs.open',
    subject,
    inputs: nothing,
    run: async (deps, { caller, subject: { programmeId, pairId } }) => {
      await pairFor(deps, caller.personId, programmeId, pairId);
      return {
        kind: 'dialog',
        title: say(caller.language, 'page.title'),
        path: `/programmes/${programmeId}/pairs/${pairId}`,
      };
    },
  }),
];
