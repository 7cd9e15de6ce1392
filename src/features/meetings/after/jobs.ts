/** Asks both whether they met, offers a new time after two cancellations, and asks to take out what is off. All re-read. */
import { z } from 'zod';
import { job, type Job, type JobResult } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Card } from '../../../platform/cards.ts';
import type { Language } from '../../../platform/words.ts';
import { partnerOf, type Pair } from '../../pairs/model.ts';
import { mayActInPair } from '../../pairs/policy.ts';
import { findPair } from '../../pairs/usecases.ts';
import { deliver } from '../../people/messages/usecases.ts';
import { callName } from '../../people/model.ts';
import { personOf, workingHoursOf } from '../../people/usecases.ts';
import { hasToCallOff } from '../leaving/usecases.ts';
import { isPast } from '../model.ts';
import { askingMet, askingOff, offeringAgain } from '../sends.ts';
import { meetings } from '../store.ts';
import { wasSuggestedOfLate } from '../suggesting/usecases.ts';
import { askMetCard, askOffCard, offerCard } from './cards.ts';
import { askedAfter, mayAskByCard } from './rules.ts';
import { isTwiceCancelled } from './usecases.ts';

const ofPair = z.strictObject({ programmeId: id, pairId: id, personId: z.string() });
type OfPair = z.infer<typeof ofPair>;

export const afterJobs: readonly Job[] = [
  job({
    name: 'meetings.ask-met',
    data: ofPair.extend({ meetingId: id }),
    run: async (deps, data, task) => {
      const row = await meetings.find(deps.tables, data.programmeId, data.pairId, data.meetingId);
      // Moved in the meantime: it is asked after the new time.
      if (row?.value.state === 'planned' && !isPast(row.value, deps.clock.now()))
        return { again: row.value.end + askedAfter };
      return askMet(deps, data, task.id);
    },
  }),
  job({
    name: 'meetings.offer-again',
    data: ofPair,
    run: (deps, data, task) =>
      deliver(deps, {
        ...{ ...offeringAgain.as, table: 'programmes', partition: data.programmeId, sendId: task.id },
        ...{ personId: data.personId, data },
        card: (language) =>
          withPair(deps, data, async (pair, partner) => {
            if (!mayActInPair(data.personId, pair) || !(await isTwiceCancelled(deps, pair))) return undefined;
            // Whoever got times suggested needs no second card about the same.
            if (data.personId === pair.menteeId && (await wasSuggestedOfLate(deps, pair))) return undefined;
            return offerCard(language, data, partner);
          }),
      }),
  }),
  job({
    name: 'meetings.ask-off',
    data: ofPair,
    run: (deps, data, task) =>
      deliver(deps, {
        ...{ ...askingOff.as, table: 'programmes', partition: data.programmeId, sendId: task.id },
        ...{ personId: data.personId, data },
        card: (language) =>
          withPair(deps, data, async (pair, partner) => {
            if (!(await hasToCallOff(deps, pair, data.personId))) return undefined;
            return askOffCard(language, data, partner);
          }),
      }),
  }),
];

function askMet(deps: Platform, data: OfPair & { meetingId: string }, sendId: string): Promise<JobResult> {
  const { programmeId, pairId, meetingId, personId } = data;
  const card = (language: Language) =>
    withPair(deps, data, async (pair, partner) => {
      const one = (await meetings.find(deps.tables, programmeId, pairId, meetingId))?.value;
      if (one?.state !== 'planned' || one.met?.length || !mayActInPair(personId, pair)) return undefined;
      if (!mayAskByCard(pair, deps.clock.now())) return undefined;
      const { zone } = await workingHoursOf(deps, personId);
      return askMetCard(language, one, { partner, zone });
    });
  return deliver(deps, {
    ...{ ...askingMet.as, table: 'programmes', partition: programmeId, sendId, personId, data, card },
  });
}

async function withPair(
  deps: Platform,
  { programmeId, pairId, personId }: OfPair,
  card: (pair: Pair, partner: string) => Promise<Card | undefined>,
): Promise<Card | undefined> {
  const pair = await findPair(deps, programmeId, pairId);
  return pair && card(pair, callName(await personOf(deps, partnerOf(pair, personId))));
}
