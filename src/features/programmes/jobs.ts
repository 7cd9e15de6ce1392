/** What follows when a programme's stage or plan of check-ins changes: later features listen. */
import { z } from 'zod';
import { job, type Job } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { findProgramme, type ProgrammeListener } from './usecases.ts';

export const programmesJobs = (follow: readonly ProgrammeListener[]): readonly Job[] => [
  job({
    name: 'programmes.changed',
    data: z.strictObject({ programmeId: id }),
    run: async (deps, { programmeId }) => {
      const found = await findProgramme(deps, programmeId);
      if (found) for (const one of follow) await one(deps, found);
      return undefined;
    },
  }),
];
