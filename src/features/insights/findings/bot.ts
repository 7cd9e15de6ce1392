/** The button of "you said, we did" opens the page, with the person's own rights. */
import { z } from 'zod';
import { cardAction, type CardAction } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { say } from './words.ts';

export const findingsActions: readonly CardAction[] = [
  cardAction({
    ...{ verb: 'insights.you-said', subject: z.object({ programmeId: id }), inputs: z.object({}) },
    run: (_deps, { caller, subject: { programmeId } }) =>
      Promise.resolve({
        ...{ kind: 'dialog', title: say(caller.language, 'card.title') },
        path: `/programmes/${programmeId}/you-said`,
      }),
  }),
];
