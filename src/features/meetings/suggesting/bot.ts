/** A suggested time opens the tab's page with that time chosen: a card has no rights to book, the dialog has the person's. */
import { z } from 'zod';
import { cardAction, type CardAction } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { activePairFor } from '../../pairs/usecases.ts';
import { say } from './words.ts';

export const suggestingActions: readonly CardAction[] = [
  cardAction({
    verb: 'meetings.choose',
    subject: z.object({ programmeId: id, pairId: id, start: z.string().regex(/^\d{1,15}$/) }),
    inputs: z.object({}),
    run: async (deps, { caller, subject: { programmeId, pairId, start } }) => {
      await activePairFor(deps, caller.personId, programmeId, pairId);
      const path = `/programmes/${programmeId}/pairs/${pairId}/meetings/new/${start}`;
      return { kind: 'dialog', title: say(caller.language, 'dialog.title'), path };
    },
  }),
];
