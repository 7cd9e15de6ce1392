/**
 * When a message may go: the organisation's budget and each conversation's, shared by all processes through the store. Whoever
 * answers a person goes first, then what somebody waits for, then what goes to many.
 */
import { pause, type Clock } from '../clock.ts';
import { isFailure } from '../errors.ts';
import { idOf } from '../ids.ts';
import { rowsOf, type Tables } from '../tables.ts';
import { answers, noAnswers, noSlots, slots, takeInTurn, takeSpare } from './slots.ts';
import { nextAnswer, talk } from './talk.ts';

export const urgencies = ['interactive', 'transactional', 'campaign'] as const;
export type Urgency = (typeof urgencies)[number];

export interface Pace {
  /** Resolves when it is time to send one message. */
  turn(urgency: Urgency): Promise<void>;
  /** The same for an answer in this conversation; false when it would have to wait longer than that. */
  turnIn(conversationId: string, longestMs: number): Promise<boolean>;
}

export const slotRows = rowsOf('system', 'slots', slots);
const answerRows = rowsOf('system', 'answers', answers);
const talkRows = rowsOf('system', 'talk', talk);
/** Each time somebody gets through: so many at once may want the same row. */
const tries = 60;
/** Moments taken at once: few enough that what is more urgent does not wait long behind another process. */
const mostAtOnce = 8;

export function createPace(perSecond: number, clock: Clock, tables: Tables): Pace {
  const waiting: { readonly urgency: Urgency; readonly go: () => void }[] = [];
  const mine: number[] = [];
  let pumping = false;

  /** Reads the row, and writes what becomes of it unless another process was faster; then once more. */
  async function contested<A>(work: () => Promise<A>): Promise<A> {
    for (let turn = 1; ; turn += 1)
      try {
        return await work();
      } catch (error) {
        if (!isFailure(error, 'conflict') || turn === tries) throw error;
        await pause(Math.random() * 10 * Math.min(turn, 8));
      }
  }

  const take = (count: number): Promise<number[]> =>
    contested(async () => {
      const [row, spare] = await Promise.all([
        slotRows.find(tables, 'pace', 'now'),
        answerRows.find(tables, 'pace', 'now'),
      ]);
      const wanted = { now: clock.machine(), perSecond, count };
      const { at, next } = takeInTurn(row?.value ?? noSlots, spare?.value ?? noAnswers, wanted);
      await tables.commit([row ? slotRows.replace(row, next) : slotRows.create('pace', 'now', next)]);
      return at;
    });

  const takeOneNow = (): Promise<boolean> =>
    contested(async () => {
      const row = await answerRows.find(tables, 'pace', 'now');
      const next = takeSpare(row?.value ?? noAnswers, clock.machine(), perSecond);
      if (next) await tables.commit([row ? answerRows.replace(row, next) : answerRows.create('pace', 'now', next)]);
      return next !== undefined;
    });

  function mostUrgent(): (() => void) | undefined {
    const first = urgencies.map((urgency) => waiting.findIndex((one) => one.urgency === urgency)).find((at) => at >= 0);
    return first === undefined ? undefined : waiting.splice(first, 1)[0]?.go;
  }

  async function pump(): Promise<void> {
    if (pumping) return;
    pumping = true;
    let taking: Promise<unknown> | undefined;
    while (waiting.length > 0) {
      const wanted = Math.min(mostAtOnce, waiting.length - mine.length);
      if (wanted > 0 && mine.length <= mostAtOnce / 4)
        taking ??= take(wanted)
          .then(
            (at) => mine.push(...at),
            () => pause(250),
          )
          .finally(() => (taking = undefined));
      const next = mine[0];
      if (next === undefined) await taking;
      else {
        mine.shift();
        if (next > clock.machine()) await pause(next - clock.machine());
        mostUrgent()?.();
      }
    }
    pumping = false;
  }

  const turnInLine = (urgency: Urgency): Promise<void> =>
    new Promise((go) => {
      waiting.push({ urgency, go });
      void pump();
    });

  async function turn(urgency: Urgency): Promise<void> {
    if (urgency === 'interactive' && (await takeOneNow().catch(() => true))) return;
    await turnInLine(urgency);
  }

  return {
    turn,
    async turnIn(conversationId, longestMs) {
      const found = await contested(async () => {
        const row = await talkRows.find(tables, idOf(conversationId), 'answers');
        const { at, next } = nextAnswer(row?.value, clock.machine());
        if (at - clock.machine() > longestMs) return undefined;
        const key = [idOf(conversationId), 'answers'] as const;
        await tables.commit([row ? talkRows.replace(row, next) : talkRows.create(...key, next)]);
        return at;
        // Without the store a person is still answered.
      }).catch(() => 0);
      if (found === undefined) return false;
      if (found > clock.machine()) await pause(found - clock.machine());
      await turn('interactive');
      return true;
    },
  };
}
