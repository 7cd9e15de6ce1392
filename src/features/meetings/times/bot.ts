/** The button of a poll opens its page in a dialog: the answer, and the booking, take the person's own rights. */
import { z } from 'zod';
import { cardAction, type CardAction } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { activePairFor } from '../../pairs/usecases.ts';
import { polls } from './store.ts';
import { say } from './words.ts';

export const timesActions: readonly CardAction[] = [
  cardAction({
    verb: 'meetings.poll',
    subject: z.object({ programmeId: id, pairId: id, pollId: id }),
    inputs: z.object({}),
    run: async (deps, { caller, subject: { programmeId, pairId, pollId } }) => {
      await activePairFor(deps, caller.personId, programmeId, pairId);
      if (!(await polls.find(deps.tables, programmeId, pairId, pollId)))
        return { kind: 'message', text: say(caller.language, 'card.gone') };
      const path = `/programmes/${programmeId}/pairs/${pairId}/polls/${pollId}`;
      return { kind: 'dialog', title: say(caller.language, 'dialog.title'), path };
    },
  }),
];
