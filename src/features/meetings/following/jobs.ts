/** Looks at mailboxes when Graph told of a change, and every hour; tells the organiser when the partner said no. */
import { z } from 'zod';
import { job, type Job } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { partnerOf } from '../../pairs/model.ts';
import { mayActInPair } from '../../pairs/policy.ts';
import { findPair } from '../../pairs/usecases.ts';
import { deliver } from '../../people/messages/usecases.ts';
import { callName, personId } from '../../people/model.ts';
import { personOf, workingHoursOf } from '../../people/usecases.ts';
import { meetings } from '../store.ts';
import { saidNoCard } from './cards.ts';
import { reasons } from './model.ts';
import { tellingNo } from './sends.ts';
import { followAll, followMailbox } from './usecases.ts';

export const followingJobs: readonly Job[] = [
  job({
    name: 'meetings.follow',
    data: z.strictObject({ personId, reason: z.enum(reasons) }),
    run: (deps, data) => followMailbox(deps, data.personId, data.reason),
  }),
  job({
    name: 'meetings.net',
    data: z.strictObject({ from: personId.optional(), to: personId.optional() }),
    run: async (deps, { from, to }) => {
      const looked = await followAll(deps, from !== undefined && to !== undefined ? { from, to } : undefined);
      deps.log.info({ looked }, 'followed mailboxes were looked at');
    },
  }),
  job({
    name: 'meetings.tell-no',
    data: z.strictObject({ programmeId: id, pairId: id, meetingId: id }),
    run: async (deps, { programmeId, pairId, meetingId }, task) => {
      const row = await meetings.find(deps.tables, programmeId, pairId, meetingId);
      if (!row) return undefined;
      const to = row.value.organiserId;
      return deliver(deps, {
        ...{ ...tellingNo.as, table: 'programmes', partition: programmeId, sendId: task.id, personId: to },
        data: { programmeId, pairId, meetingId },
        card: async (language) => {
          const [pair, now] = await Promise.all([
            findPair(deps, programmeId, pairId),
            meetings.find(deps.tables, programmeId, pairId, meetingId),
          ]);
          const stillTrue = now?.value.state === 'planned' && now.value.partnerAnswer === 'declined';
          if (!pair || !now || !stillTrue || !mayActInPair(to, pair)) return undefined;
          const partner = await personOf(deps, partnerOf(pair, to));
          const { zone } = await workingHoursOf(deps, to);
          return saidNoCard(language, { one: now.value, partner: callName(partner), zone });
        },
      });
    },
  }),
];
