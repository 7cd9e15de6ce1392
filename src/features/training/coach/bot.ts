/** The coach in chat: each press replaces the card. What was typed comes from the field and goes back into it. */
import { z } from 'zod';
import { cardAction, type CardAction } from '../../../platform/doors.ts';
import { keptCard } from './cards.ts';
import { shown } from './filter/rules.ts';
import { help, longestText, turn } from './model.ts';
import { beginCoach, turnOf } from './usecases.ts';

const inputs = z.object({ text: z.string().trim().min(1).max(longestText) });

export const coachActions: readonly CardAction[] = [
  cardAction({
    ...{ verb: 'training.coach', subject: z.object({ help: help.optional() }), inputs: z.object({}) },
    run: (deps, { caller, subject }) => Promise.resolve({ kind: 'card', card: beginCoach(deps, caller, subject.help) }),
  }),
  cardAction({
    ...{ verb: 'training.word', subject: z.object({ help, turn }), inputs },
    run: async (deps, { caller, subject, inputs: { text } }) => {
      const asked = { help: subject.help, turn: Number(subject.turn), text: shown(text) };
      return { kind: 'card', card: await turnOf(deps, caller, asked) };
    },
  }),
  cardAction({
    ...{ verb: 'training.give-back', subject: z.object({}), inputs },
    run: (_deps, { caller, inputs: { text } }) =>
      Promise.resolve({ kind: 'card', card: keptCard(caller.language, shown(text)) }),
  }),
];
