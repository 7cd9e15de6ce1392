/** What happens to people's data by itself: the directory is read again every six hours. */
import { z } from 'zod';
import { hour } from '../../platform/clock.ts';
import { job, type Job } from '../../platform/doors.ts';
import { syncDirectory } from './sync/usecases.ts';

const everyHours = 6;

export const peopleJobs: readonly Job[] = [
  job({
    name: 'people.sync',
    data: z.object({}),
    run: async (deps) => {
      const result = await syncDirectory(deps);
      deps.log.info({ ...result }, 'the directory is up to date');
      return { again: deps.clock.now() + everyHours * hour };
    },
  }),
];
