/** Buttons about meetings open the tab's page in a dialog: a card has no rights of its own, the dialog has the person's. */
import { z } from 'zod';
import { cardAction, type CardAction } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { activePairFor, pairFor } from '../pairs/usecases.ts';
import { afterActions } from './after/bot.ts';
import { meetings } from './store.ts';
import { say } from './words.ts';

export const meetingsActions: readonly CardAction[] = [
  ...afterActions,
  cardAction({
    verb: 'meetings.find',
    subject: z.object({ programmeId: id, pairId: id }),
    inputs: z.object({}),
    run: async (deps, { caller, subject: { programmeId, pairId } }) => {
      await activePairFor(deps, caller.personId, programmeId, pairId);
      const path = `/programmes/${programmeId}/pairs/${pairId}/meetings/new`;
      return { kind: 'dialog', title: say(caller.language, 'dialog.title'), path };
    },
  }),
  cardAction({
    verb: 'meetings.open',
    subject: z.object({ programmeId: id, pairId: id, meetingId: id, page: z.enum(['preparation', 'notes']) }),
    inputs: z.object({}),
    run: async (deps, { caller, subject: { programmeId, pairId, meetingId, page } }) => {
      await pairFor(deps, caller.personId, programmeId, pairId);
      const row = await meetings.find(deps.tables, programmeId, pairId, meetingId);
      if (row?.value.state !== 'planned') return { kind: 'message', text: say(caller.language, 'card.gone') };
      const path = `/programmes/${programmeId}/pairs/${pairId}/meetings/${meetingId}`;
      return {
        ...{ kind: 'dialog', title: say(caller.language, 'dialog.talk') },
        path: page === 'preparation' ? `${path}/preparation` : path,
      };
    },
  }),
  cardAction({
    verb: 'meetings.move',
    subject: z.object({ programmeId: id, pairId: id, meetingId: id }),
    inputs: z.object({}),
    run: async (deps, { caller, subject: { programmeId, pairId, meetingId } }) => {
      await activePairFor(deps, caller.personId, programmeId, pairId);
      const row = await meetings.find(deps.tables, programmeId, pairId, meetingId);
      if (row?.value.state !== 'planned') return { kind: 'message', text: say(caller.language, 'card.gone') };
      const path = `/programmes/${programmeId}/pairs/${pairId}/meetings/${meetingId}/move`;
      return { kind: 'dialog', title: say(caller.language, 'dialog.title'), path };
    },
  }),
];
