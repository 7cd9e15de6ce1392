/** Presses on check-in cards: an answer is kept and the card shows thanks; it can be changed as often as wanted, and put off. */
import { z } from 'zod';
import { cardAction, type CardAction, type Caller, type Reply } from '../../platform/doors.ts';
import { Failure } from '../../platform/errors.ts';
import { id } from '../../platform/ids.ts';
import { programmeOf } from '../programmes/usecases.ts';
import { everyRated, ratedOf } from './asks/rules.ts';
import { checkInCard } from './cards.ts';
import { readersInCard, type Confiding } from './confiding/usecases.ts';
import { longestNote, met, noteReader, putOffWay, rating, round, type Said } from './model.ts';
import { putOffCard } from './putting-off/cards.ts';
import { putOffCheckIn } from './putting-off/usecases.ts';
import { thanksCard } from './telling/cards.ts';
import { recordCheckIn, viewCheckIn, type CheckInAddress } from './usecases.ts';
import { say } from './words.ts';

const pairAddress = z.object({ programmeId: id, pairId: id });
const tick = z.enum(['yes', 'no']).default('no');
const point = z
  .string()
  .regex(/^(?:\d{1,2}|skipped)$/)
  .transform((text) => (text === 'skipped' ? text : Number(text)))
  .pipe(rating)
  .optional();
/** Whatever any round asks: a card of an earlier version brings what it asked, and the rest counts as not said. */
const points = Object.fromEntries([...everyRated.keys()].map((item) => [item, point]));

/** The card shows what is kept with the answer: what was confided is on no card, nor that there is anything. */
async function thank(deps: Confiding, caller: Caller, at: CheckInAddress, given: Said): Promise<Reply> {
  const { said } = await recordCheckIn(deps, caller, at, given);
  const view = await viewCheckIn(deps, caller, at, said.round);
  const mayConfide = (await readersInCard(deps, caller.personId, view)).includes('adviser');
  const thanked = { ...at, said, compared: view.compared, partner: view.partner.name, mayConfide };
  return { kind: 'card', card: thanksCard(caller.language, thanked) };
}

export const checkinsActions: readonly CardAction[] = [
  cardAction({
    verb: 'checkins.met',
    subject: pairAddress.extend({ answer: met }),
    inputs: z.object({ contact: tick }),
    run: (deps, { caller, subject: { answer, ...at }, inputs }) =>
      thank(deps, caller, at, { round: 'day-14', met: answer, contact: inputs.contact === 'yes' }),
  }),
  cardAction({
    verb: 'checkins.answer',
    // Cards of before there were more rounds name none.
    subject: pairAddress.extend({ round: round.default('day-30') }),
    inputs: z.object({
      ...points,
      note: z.string().trim().max(longestNote).default(''),
      reader: noteReader.optional(),
      ...{ share: tick, contact: tick },
    }),
    run: (deps, { caller, subject: { round: asked, ...at }, inputs: { note, reader, share, contact, ...brought } }) => {
      const ratings = Object.fromEntries(ratedOf(asked).map((item) => [item.id, valueIn(brought, item.id)]));
      // Without a note nothing is said about one: what was confided on the page is not on the card.
      const chosen = reader === undefined || note === '' ? {} : { noteFor: reader };
      const ticks = { contact: contact === 'yes', share: share === 'yes' };
      return thank(deps, caller, at, { round: asked, ratings, note, ...chosen, ...ticks });
    },
  }),
  cardAction({
    verb: 'checkins.change',
    subject: pairAddress.extend({ round }),
    inputs: z.object({}),
    run: async (deps, { caller, subject: { round: asked, ...at } }) => {
      const view = await viewCheckIn(deps, caller, at, asked);
      if (!view.isOpen) throw new Failure('gone', 'check-in-closed');
      const readers = await readersInCard(deps, caller.personId, view);
      return { kind: 'card', card: checkInCard(caller.language, { ...view, readers }) };
    },
  }),
  cardAction({
    verb: 'checkins.put-off',
    subject: pairAddress.extend({ round, way: putOffWay }),
    inputs: z.object({}),
    run: async (deps, { caller, subject: { round: asked, way, ...at } }) => {
      const put = await putOffCheckIn(deps, caller.personId, at, { round: asked, way });
      const { zone } = await programmeOf(deps, at.programmeId);
      return { kind: 'card', card: putOffCard(caller.language, { ...at, round: asked }, { ...put, zone }) };
    },
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

const valueIn = (brought: Readonly<Record<string, unknown>>, item: string) =>
  rating.catch('skipped').parse(brought[item]);
