/** Door: a seat with one press, giving it back, and saying what the session brought, in the card itself. */
import { z } from 'zod';
import { cardAction, type CardAction } from '../../../platform/doors.ts';
import { isFailure } from '../../../platform/errors.ts';
import { id } from '../../../platform/ids.ts';
import { saidInCard } from '../../surveys/questions/rules.ts';
import { lateCard, seatCard, thanksCard } from './cards.ts';
import { feedbackQuestions } from './feedback/rules.ts';
import { sayFeedback } from './feedback/usecases.ts';
import { joinSession, leaveSession, viewMySession } from './joining/usecases.ts';
import { sessionPath } from './model.ts';
import { shownTo } from './telling/usecases.ts';

const subject = z.strictObject({ programmeId: id, sessionId: id });
const nothing = z.object({});

export const sessionsActions: readonly CardAction[] = [
  cardAction({
    ...{ verb: 'training.join-session', subject, inputs: nothing },
    run: async (deps, { caller, subject: at }) => {
      try {
        const state = await joinSession(deps, caller.personId, at);
        return { kind: 'card', card: seatCard(caller.language, await shownTo(deps, at), state) };
      } catch (error) {
        const isLate = isFailure(error) && (error.reason === 'session-closed' || error.reason === 'session-cancelled');
        if (!isLate) throw error;
        const session = { programmeId: at.programmeId, id: at.sessionId };
        return { kind: 'card', card: lateCard(caller.language, session, error.reason) };
      }
    },
  }),
  cardAction({
    ...{ verb: 'training.leave-session', subject, inputs: nothing },
    run: async (deps, { caller, subject: at }) => {
      await leaveSession(deps, caller.personId, at);
      return { kind: 'card', card: seatCard(caller.language, await shownTo(deps, at), 'left') };
    },
  }),
  cardAction({
    ...{ verb: 'training.rate-session', subject },
    inputs: z.object({
      useful: z.string().max(20).optional(),
      keep: z.string().max(1000).optional(),
      change: z.string().max(1000).optional(),
    }),
    run: async (deps, { caller, subject: at, inputs }) => {
      const given = feedbackQuestions.flatMap((one) => {
        const text = inputs[one.id as keyof typeof inputs];
        return text === undefined ? [] : [[one.id, saidInCard(one, text)] as const];
      });
      const outcome = await sayFeedback(deps, caller.personId, at, Object.fromEntries(given));
      return { kind: 'card', card: thanksCard(caller.language, outcome) };
    },
  }),
  cardAction({
    ...{ verb: 'training.open-session', subject, inputs: nothing },
    run: async (deps, { caller, subject: at }) => {
      const { title } = await viewMySession(deps, caller, at);
      return { kind: 'dialog', title, path: sessionPath(at.programmeId, at.sessionId) };
    },
  }),
];
