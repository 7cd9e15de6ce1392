/** The answer to "Did you meet?", and the way to the page that takes a talk out of the own calendar. */
import { z } from 'zod';
import { cardAction, type CardAction } from '../../../platform/doors.ts';
import { isFailure } from '../../../platform/errors.ts';
import { id } from '../../../platform/ids.ts';
import { partnerOf } from '../../pairs/model.ts';
import { pairFor } from '../../pairs/usecases.ts';
import { callName } from '../../people/model.ts';
import { personOf } from '../../people/usecases.ts';
import { metSaid } from '../model.ts';
import { say } from '../words.ts';
import { metThanksCard } from './cards.ts';
import { sayMet } from './usecases.ts';

const ofPair = z.object({ programmeId: id, pairId: id });

export const afterActions: readonly CardAction[] = [
  cardAction({
    verb: 'meetings.met',
    subject: ofPair.extend({ meetingId: id, said: metSaid }),
    inputs: z.object({}),
    run: async (deps, { caller, subject: { said, ...at } }) => {
      try {
        const { pair } = await sayMet(deps, caller, at, said);
        const partner = callName(await personOf(deps, partnerOf(pair, caller.personId)));
        return { kind: 'card', card: metThanksCard(caller.language, at, said, partner) };
      } catch (error) {
        if (isFailure(error) && error.reason === 'meeting-gone')
          return { kind: 'message', text: say(caller.language, 'card.gone') };
        throw error;
      }
    },
  }),
  cardAction({
    verb: 'meetings.call-off',
    subject: ofPair,
    inputs: z.object({}),
    run: async (deps, { caller, subject: { programmeId, pairId } }) => {
      await pairFor(deps, caller.personId, programmeId, pairId);
      return {
        ...{ kind: 'dialog', title: say(caller.language, 'off.press') },
        path: `/programmes/${programmeId}/pairs/${pairId}`,
      };
    },
  }),
];
