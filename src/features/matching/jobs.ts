/** What the matching does by itself: it computes the proposals that coordinators order. */
import { z } from 'zod';
import { job, type Job } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { computeRun } from './runs/usecases.ts';

export const matchingJobs: readonly Job[] = [
  job({
    name: 'matching.compute',
    duration: 'tandem.match.duration',
    data: z.object({ programmeId: id, runId: id }),
    run: (deps, { programmeId, runId }) => computeRun(deps, programmeId, runId),
  }),
];
