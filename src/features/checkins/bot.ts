/** Presses on check-in cards: an answer is kept and the card shows thanks; it can be changed as often as wanted. */
import { z } from 'zod';
import { cardAction, type CardAction } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { checkInCard, thanksCard } from './cards.ts';
import { longestNote, met, round, type Said } from './model.ts';
import { recordCheckIn, viewCheckIn } from './usecases.ts';
import { say } from './words.ts';

const pairAddress = z.object({ programmeId: id, pairId: id });
const contact = z.enum(['yes', 'no']).default('no');
const point = z
  .enum(['1', '2', '3', '4', '5', 'skipped'])
  .transform((said) => (said === 'skipped' ? said : Number(said)));

export const checkinsActions: readonly CardAction[] = [
  cardAction({
    verb: 'checkins.met',
    subject: pairAddress.extend({ answer: met }),
    inputs: z.object({ contact }),
    run: async (deps, { caller, subject, inputs }) => {
      const said: Said = { round: 'day-14', met: subject.answer, contact: inputs.contact === 'yes' };
      await recordCheckIn(deps, caller, subject, said);
      return { kind: 'card', card: thanksCard(caller.language, subject, said) };
    },
  }),
  cardAction({
    verb: 'checkins.answer',
    subject: pairAddress,
    inputs: z.object({
      ...{ 'open-talks': point, 'next-step': point, 'more-options': point, 'often-moved': point },
      note: z.string().trim().max(longestNote).default(''),
      contact,
    }),
    run: async (deps, { caller, subject, inputs: { note, contact: wanted, ...ratings } }) => {
      const said: Said = { round: 'day-30', ratings, note, contact: wanted === 'yes' };
      await recordCheckIn(deps, caller, subject, said);
      return { kind: 'card', card: thanksCard(caller.language, subject, said) };
    },
  }),
  cardAction({
    verb: 'checkins.change',
    subject: pairAddress.extend({ round }),
    inputs: z.object({}),
    run: async (deps, { caller, subject }) => ({
      kind: 'card',
      card: checkInCard(caller.language, await viewCheckIn(deps, caller.personId, subject, subject.round)),
    }),
  }),
  cardAction({
    verb: 'checkins.words',
    subject: z.object({ programmeId: id }),
    inputs: z.object({}),
    run: (_deps, { caller, subject }) =>
      Promise.resolve({
        ...{ kind: 'dialog', title: say(caller.language, 'words.title') },
        path: `/programmes/${subject.programmeId}/check-ins`,
      }),
  }),
];
