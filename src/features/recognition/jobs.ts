/** Suggests to say thanks at a good moment, and brings the thanks to their receiver. Both re-read what is true then. */
import { z } from 'zod';
import { job, type Job } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { partnerOf } from '../pairs/model.ts';
import { mayActInPair } from '../pairs/policy.ts';
import { findPair } from '../pairs/usecases.ts';
import { deliver } from '../people/messages/usecases.ts';
import { callName } from '../people/model.ts';
import { personOf } from '../people/usecases.ts';
import { creditJobs } from './credit/jobs.ts';
import { managersJobs } from './managers/jobs.ts';
import { receiveCard, suggestCard } from './cards.ts';
import { suggesting, telling } from './sends.ts';
import { thanksRows } from './store.ts';
import { hasThanked, haveMet } from './usecases.ts';

export const recognitionJobs: readonly Job[] = [
  job({
    name: 'recognition.suggest',
    data: z.strictObject({ programmeId: id, pairId: id, personId: id }),
    run: (deps, { programmeId, pairId, personId }, task) =>
      deliver(deps, {
        ...{ ...suggesting.as, table: 'programmes', partition: programmeId, sendId: task.id, personId },
        data: { programmeId, pairId, personId },
        card: async (language) => {
          const pair = await findPair(deps, programmeId, pairId);
          if (!pair || !mayActInPair(personId, pair) || !(await haveMet(deps, pair))) return undefined;
          if (await hasThanked(deps, personId, { programmeId, pairId })) return undefined;
          const partner = await personOf(deps, partnerOf(pair, personId));
          return suggestCard(language, { programmeId, pairId }, callName(partner));
        },
      }),
  }),
  job({
    name: 'recognition.tell',
    data: z.strictObject({ programmeId: id, thanksId: id }),
    run: async (deps, { programmeId, thanksId }, task) => {
      const one = (await thanksRows.find(deps.tables, programmeId, thanksId))?.value;
      if (!one) return undefined;
      return deliver(deps, {
        ...{ ...telling.as, table: 'programmes', partition: programmeId, sendId: task.id, personId: one.to },
        data: { programmeId, thanksId },
        card: async (language) => {
          const now = (await thanksRows.find(deps.tables, programmeId, thanksId))?.value;
          return now && receiveCard(language, now, callName(await personOf(deps, now.from)));
        },
      });
    },
  }),
  ...creditJobs,
  ...managersJobs,
];
