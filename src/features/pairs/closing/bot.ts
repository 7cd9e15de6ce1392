/** The button that opens the page on which the two look back. */
import { z } from 'zod';
import { cardAction, type CardAction } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { pairFor } from '../usecases.ts';
import { say } from './words.ts';

export const closingActions: readonly CardAction[] = [
  cardAction({
    verb: 'pairs.closing',
    subject: z.object({ programmeId: id, pairId: id }),
    inputs: z.object({}),
    run: async (deps, { caller, subject: { programmeId, pairId } }) => {
      await pairFor(deps, caller.personId, programmeId, pairId);
      const path = `/programmes/${programmeId}/pairs/${pairId}/closing`;
      return { kind: 'dialog', title: say(caller.language, 'page.title'), path };
    },
  }),
];
