/** Looks once a day at what has come to its end, and removes it. */
import { z } from 'zod';
import { day } from '../../../platform/clock.ts';
import { job, type Job } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { endeds } from './store.ts';
import { empty, lookAfterEnds } from './usecases.ts';

export const retentionJobs: readonly Job[] = [
  job({
    name: 'privacy.retain',
    data: z.object({}),
    run: async (deps) => {
      await lookAfterEnds(deps);
      return { again: deps.clock.now() + day };
    },
  }),
  job({
    name: 'privacy.empty',
    data: z.strictObject({ what: z.enum(endeds), id }),
    run: (deps, data) => empty(deps, data.what, data.id),
  }),
];
