/** Tells the partner of a series once, as it is planned by then. */
import { z } from 'zod';
import { job, type Job } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { partnerOf, sideOf } from '../../pairs/model.ts';
import { findPair } from '../../pairs/usecases.ts';
import { deliver } from '../../people/messages/usecases.ts';
import { callName } from '../../people/model.ts';
import { personOf, workingHoursOf } from '../../people/usecases.ts';
import { plannedOf } from '../store.ts';
import { seriesCard } from './cards.ts';
import { tellingSeries } from './sends.ts';

export const rhythmJobs: readonly Job[] = [
  job({
    name: 'meetings.tell-series',
    data: z.strictObject({ programmeId: id, pairId: id, to: z.string() }),
    run: (deps, { programmeId, pairId, to }, task) =>
      deliver(deps, {
        ...{ ...tellingSeries.as, table: 'programmes', partition: programmeId, sendId: task.id, personId: to },
        data: { programmeId, pairId, to },
        card: async (language) => {
          const [pair, planned] = await Promise.all([
            findPair(deps, programmeId, pairId),
            plannedOf(deps.tables, programmeId, pairId),
          ]);
          if (pair?.state !== 'active' || sideOf(pair, to) === undefined) return undefined;
          const other = partnerOf(pair, to);
          const now = deps.clock.now();
          const starts = planned.flatMap(({ value }) =>
            value.organiserId === other && value.start > now ? [value.start] : [],
          );
          if (starts.length === 0) return undefined;
          const [partner, { zone }] = await Promise.all([personOf(deps, other), workingHoursOf(deps, to)]);
          return seriesCard(language, { programmeId, pairId, partner: callName(partner), starts, zone });
        },
      }),
  }),
];
