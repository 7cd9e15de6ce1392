/** Buttons about stories open the page in a dialog: reading comes before agreeing. */
import { z } from 'zod';
import { cardAction, type CardAction } from '../../platform/doors.ts';
import { isFailure } from '../../platform/errors.ts';
import { id } from '../../platform/ids.ts';
import { storyFor } from './usecases.ts';
import { say } from './words.ts';

export const storiesActions: readonly CardAction[] = [
  cardAction({
    verb: 'stories.open',
    subject: z.object({ programmeId: id, storyId: id }),
    inputs: z.object({}),
    run: async (deps, { caller, subject: { programmeId, storyId } }) => {
      try {
        await storyFor(deps, caller, programmeId, storyId);
      } catch (error) {
        if (isFailure(error, 'not-found')) return { kind: 'message', text: say(caller.language, 'failure.story-gone') };
        throw error;
      }
      const path = `/stories/${programmeId}/${storyId}`;
      return { kind: 'dialog', title: say(caller.language, 'dialog.title'), path };
    },
  }),
  cardAction({
    verb: 'stories.write',
    subject: z.object({ programmeId: id, pairId: id }),
    inputs: z.object({}),
    run: (_deps, { caller, subject: { programmeId, pairId } }) => {
      const path = `/programmes/${programmeId}/pairs/${pairId}/story`;
      return Promise.resolve({ kind: 'dialog', title: say(caller.language, 'dialog.title'), path });
    },
  }),
];
