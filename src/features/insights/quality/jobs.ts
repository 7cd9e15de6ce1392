/** Counts a large programme anew, in the background, when somebody looked at counts that are an hour old. */
import { z } from 'zod';
import { job, type Job } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { countAgain } from './usecases.ts';

export const qualityJobs: readonly Job[] = [
  job({
    name: 'insights.count',
    data: z.strictObject({ programmeId: id }),
    run: async (deps, { programmeId }) => {
      await countAgain(deps, programmeId);
      return undefined;
    },
  }),
];
