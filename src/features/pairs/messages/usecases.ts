/** The messages about pairs, each made at the last moment from what is true then. */
import type { JobResult } from '../../../platform/doors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Card } from '../../../platform/cards.ts';
import type { Language } from '../../../platform/words.ts';
import { deliver } from '../../people/messages/usecases.ts';
import { personOf } from '../../people/usecases.ts';
import type { Sending } from '../../programmes/rehearsal/model.ts';
import { programmeOf } from '../../programmes/usecases.ts';
import { applied } from '../../recruitment/store.ts';
import { markBegun, markWaited } from '../../recruitment/usecases.ts';
import {
  backCard,
  changeCard,
  isChange,
  notNowCard,
  offerCard,
  begunCard,
  unmatchedCard,
  type CardFacts,
} from '../cards.ts';
import { closingCard, lookBackCard } from '../closing/cards.ts';
import { suggestingClosing, tellingClosing } from '../closing/sends.ts';
import {
  isLiving,
  isPauseOver,
  membersOf,
  partnerOf,
  sideOf,
  sides,
  waitsFor,
  type Pair,
  type Side,
} from '../model.ts';
import { mayEnd } from '../policy.ts';
import {
  asking,
  askingBack,
  reminding,
  tellingBegun,
  tellingChange,
  tellingNotNow,
  tellingUnmatched,
} from '../sends.ts';
import { findPair, pairsOfProgramme, type PairListener } from '../usecases.ts';

/** What a card about a pair needs, for one of its members. */
export async function cardFacts(deps: Platform, pair: Pair, personId: string, language: Language): Promise<CardFacts> {
  const [partner, programme] = await Promise.all([
    personOf(deps, partnerOf(pair, personId)),
    programmeOf(deps, pair.programmeId),
  ]);
  return { language, pair, side: sideOf(pair, personId) ?? 'mentee', partner, programmeName: programme.name };
}

interface PairMessage {
  readonly programmeId: string;
  readonly pairId: string;
  readonly sendId: string;
  readonly of: Sending;
  /** Who gets it, out of the pair as it is. */
  readonly to: (pair: Pair) => string;
  /** What the job was given beside the ids of the pair. */
  readonly data: Readonly<Record<string, string>>;
  readonly card: (told: CardFacts, receiver: string) => Card | undefined;
}

async function tell(deps: Platform, message: PairMessage): Promise<JobResult> {
  const { programmeId, pairId, sendId, of } = message;
  const pair = await findPair(deps, programmeId, pairId);
  if (!pair) return undefined;
  const personId = message.to(pair);
  const { language: programmeLanguage } = await programmeOf(deps, programmeId);
  return deliver(deps, {
    ...{ ...of.as, table: 'programmes', partition: programmeId, sendId, personId, programmeLanguage },
    data: { programmeId, pairId, personId, ...message.data },
    card: async (language, receiver) => {
      const now = await findPair(deps, programmeId, pairId);
      if (!now || sideOf(now, receiver.id) === undefined) return undefined;
      return message.card(await cardFacts(deps, now, receiver.id, language), receiver.id);
    },
  });
}

const memberOn = (side: Side) => (pair: Pair) => (side === 'mentee' ? pair.menteeId : pair.mentorId);

/** One side of a pair, and the id of the task that writes to it: it is the message's own. */
export interface ToSide {
  readonly programmeId: string;
  readonly pairId: string;
  readonly side: Side;
  readonly sendId: string;
}

/** The question to one side; nothing once it is answered. */
export function askSide(deps: Platform, { side, ...at }: ToSide, again: boolean) {
  return tell(deps, {
    ...{ ...at, of: again ? reminding : asking, to: memberOn(side), data: { side } },
    card: (told) => (waitsFor(told.pair) === side ? offerCard(told, again) : undefined),
  });
}

/** The other side said no, or left: whoever had been asked is told, without who and why, and comes first next time. */
export async function tellNotNow(deps: Platform, { side, ...at }: ToSide) {
  await comeFirst(deps, at, side);
  return tell(deps, {
    ...{ ...at, of: tellingNotNow, to: memberOn(side), data: { side } },
    card: ({ language, pair }) => (isLiving(pair) ? undefined : notNowCard(language, side)),
  });
}

/** It was not their no: whoever has no other partner by now stayed without one. */
async function comeFirst(
  deps: Platform,
  { programmeId, pairId }: Omit<ToSide, 'side' | 'sendId'>,
  side: Side,
): Promise<void> {
  const all = await pairsOfProgramme(deps, programmeId);
  const pair = all.find(({ id }) => id === pairId);
  if (!pair || isLiving(pair)) return;
  const personId = memberOn(side)(pair);
  if (all.some((one) => isLiving(one) && membersOf(one).includes(personId))) return;
  await markWaited(deps, programmeId, [personId]);
}

export function tellBegun(deps: Platform, { side, ...at }: ToSide) {
  return tell(deps, {
    ...{ ...at, of: tellingBegun, to: memberOn(side), data: { side } },
    card: (told) => (told.pair.state === 'active' ? begunCard(told) : undefined),
  });
}

/** On the day of return: the same question to both, unless they went on, ended or moved the day by then. */
export function askBack(deps: Platform, { personId, ...at }: Omit<ToSide, 'side'> & { readonly personId: string }) {
  return tell(deps, {
    ...{ ...at, of: askingBack, to: () => personId, data: {} },
    card: (told) => (isPauseOver(told.pair, deps.clock.now()) ? backCard(told) : undefined),
  });
}

/** They rounded it off with each other: both get the same. */
export function tellClosing(deps: Platform, { personId, ...at }: Omit<ToSide, 'side'> & { readonly personId: string }) {
  return tell(deps, {
    ...{ ...at, of: tellingClosing, to: () => personId, data: {} },
    card: (told) => (told.pair.ending === 'together' ? closingCard(told) : undefined),
  });
}

/** The programme comes to its end: a look back, while the pair is there. */
export function suggestClosing(
  deps: Platform,
  { personId, ...at }: Omit<ToSide, 'side'> & { readonly personId: string },
) {
  return tell(deps, {
    ...{ ...at, of: suggestingClosing, to: () => personId, data: {} },
    card: (told) => (mayEnd(personId, told.pair) ? lookBackCard(told) : undefined),
  });
}

export function tellChange(
  deps: Platform,
  { personId, at, ...pair }: Omit<ToSide, 'side'> & { readonly personId: string; readonly at: string },
) {
  return tell(deps, {
    ...{ ...pair, of: tellingChange, to: () => personId, data: { at } },
    card: (told) => (isChange(told.pair.state) ? changeCard(told, told.pair.state) : undefined),
  });
}

/** A pair ended before its time, through nobody's fault: both come first, whoever of them it was. */
export async function bothComeFirst(deps: Platform, at: Omit<ToSide, 'side' | 'sendId'>): Promise<void> {
  for (const side of sides) await comeFirst(deps, at, side);
}

/** Both said yes: other features begin their work, and both are told. */
export async function beginPair(
  deps: Platform,
  programmeId: string,
  pairId: string,
  listeners: readonly PairListener[],
): Promise<void> {
  const pair = await findPair(deps, programmeId, pairId);
  if (!pair) return;
  for (const personId of membersOf(pair)) await markBegun(deps, programmeId, personId);
  for (const listener of listeners) await listener(deps, pair);
  for (const personId of membersOf(pair)) {
    const side = sideOf(pair, personId) ?? 'mentee';
    const data = { programmeId, pairId, side, personId };
    await deps.outbox.ask('programmes', programmeId, {
      id: idOf('pairs.tellBegun', pairId, side),
      job: 'pairs.tellBegun',
      data,
    });
  }
}

export async function closePair(
  deps: Platform,
  programmeId: string,
  pairId: string,
  listeners: readonly PairListener[],
): Promise<void> {
  const pair = await findPair(deps, programmeId, pairId);
  if (pair) for (const listener of listeners) await listener(deps, pair);
}

/** After publishing: nobody is left without a word. Nothing for those who have a pair, or left, by then. */
export async function tellUnmatched(
  deps: Platform,
  {
    programmeId,
    proposalId,
    personId,
    side,
    sendId,
  }: Omit<ToSide, 'pairId'> & { readonly proposalId: string; readonly personId: string },
): Promise<JobResult> {
  const programme = await programmeOf(deps, programmeId);
  return deliver(deps, {
    ...{ ...tellingUnmatched.as, table: 'programmes', partition: programmeId, personId },
    ...{ sendId, programmeLanguage: programme.language },
    data: { programmeId, proposalId, personId, side },
    card: async (language) => {
      const [all, here] = await Promise.all([pairsOfProgramme(deps, programmeId), applied(deps.tables, programmeId)]);
      const isPaired = all.some((one) => isLiving(one) && membersOf(one).includes(personId));
      if (isPaired || !here.some((one) => one.personId === personId)) return undefined;
      // What the card promises is kept before it goes out.
      await markWaited(deps, programmeId, [personId]);
      return unmatchedCard(language, side, programme.name);
    },
  });
}
