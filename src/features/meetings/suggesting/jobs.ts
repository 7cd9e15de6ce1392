/** Looks once a day for pairs without a next date, step by step, and sends each its card: to the mentee, who plans the meetings. */
import { z } from 'zod';
import { day } from '../../../platform/clock.ts';
import { job, type Job } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { findPair } from '../../pairs/usecases.ts';
import { deliver } from '../../people/messages/usecases.ts';
import { callName } from '../../people/model.ts';
import { personOf, workingHoursOf } from '../../people/usecases.ts';
import { suggestionCard } from './cards.ts';
import { suggesting } from './sends.ts';
import { standingSuggestion, suggestSome } from './usecases.ts';

export const suggestingJobs: readonly Job[] = [
  job({
    name: 'meetings.look',
    data: z.object({}),
    run: async (deps) => {
      const { isOver, suggested } = await suggestSome(deps);
      if (!isOver) return { again: deps.clock.now() };
      deps.log.info({ suggested }, 'pairs without a next date were looked at');
      return { again: deps.clock.now() + day };
    },
  }),
  job({
    name: 'meetings.suggest',
    data: z.strictObject({ programmeId: id, pairId: id, suggestionId: id }),
    run: async (deps, data, task) => {
      const { programmeId, pairId } = data;
      const pair = await findPair(deps, programmeId, pairId);
      if (pair?.state !== 'active') return undefined;
      const { menteeId: to, mentorId } = pair;
      return deliver(deps, {
        ...{ ...suggesting.as, table: 'programmes', partition: programmeId, sendId: task.id, personId: to },
        data,
        card: async (language) => {
          const [now, standing] = await Promise.all([
            findPair(deps, programmeId, pairId),
            standingSuggestion(deps, data),
          ]);
          if (now?.state !== 'active' || !standing) return undefined;
          const [partner, { zone }] = await Promise.all([personOf(deps, mentorId), workingHoursOf(deps, to)]);
          return suggestionCard(language, { ...standing, partner: callName(partner), zone });
        },
      });
    },
  }),
];
