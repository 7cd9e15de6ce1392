/** Sends the question of a poll to the one who is asked, and the answer to the one who asked; both as things are by then. */
import { z } from 'zod';
import { job, type Job } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { partnerOf } from '../../pairs/model.ts';
import { findPair } from '../../pairs/usecases.ts';
import { deliver } from '../../people/messages/usecases.ts';
import { callName } from '../../people/model.ts';
import { personOf, workingHoursOf } from '../../people/usecases.ts';
import { plannedOf } from '../store.ts';
import { pollCard, pollToldCard, type PollNews } from './cards.ts';
import type { Poll } from './model.ts';
import { askingPoll, tellingPoll } from './sends.ts';
import { polls } from './store.ts';

const data = z.strictObject({ programmeId: id, pairId: id, pollId: id });
type Data = z.infer<typeof data>;

export const timesJobs: readonly Job[] = [
  job({
    name: 'meetings.ask-poll',
    data,
    run: async (deps, given, task) => {
      const found = await openPoll(deps, given);
      if (!found || found.poll.said) return undefined;
      const to = found.asked;
      return deliver(deps, {
        ...{ ...askingPoll.as, table: 'programmes', partition: given.programmeId, sendId: task.id, personId: to },
        data: given,
        card: async (language) => {
          const now = await openPoll(deps, given);
          return now && !now.poll.said ? pollCard(language, await newsFor(deps, now.poll, to, now.asker)) : undefined;
        },
      });
    },
  }),
  job({
    name: 'meetings.tell-poll',
    data,
    run: async (deps, given, task) => {
      const found = await openPoll(deps, given);
      if (!found) return undefined;
      const to = found.asker;
      return deliver(deps, {
        ...{ ...tellingPoll.as, table: 'programmes', partition: given.programmeId, sendId: task.id, personId: to },
        data: given,
        card: async (language) => {
          const now = await openPoll(deps, given);
          return now?.poll.said && pollToldCard(language, await newsFor(deps, now.poll, to, now.asked));
        },
      });
    },
  }),
];

/** The poll while it has a sense: the pair is active, and none of the times was booked. */
async function openPoll(deps: Platform, { programmeId, pairId, pollId }: Data) {
  const [pair, row, planned] = await Promise.all([
    findPair(deps, programmeId, pairId),
    polls.find(deps.tables, programmeId, pairId, pollId),
    plannedOf(deps.tables, programmeId, pairId),
  ]);
  if (pair?.state !== 'active' || !row) return undefined;
  if (planned.some(({ value }) => row.value.starts.includes(value.start))) return undefined;
  return { poll: row.value, asker: row.value.askedBy, asked: partnerOf(pair, row.value.askedBy) };
}

async function newsFor(deps: Platform, poll: Poll, to: string, other: string): Promise<PollNews> {
  const [partner, { zone }] = await Promise.all([personOf(deps, other), workingHoursOf(deps, to)]);
  return { poll, partner: callName(partner), zone };
}
