/** What happens by itself: a year after the last day of a programme nothing of its circle is left. May run twice. */
import { z } from 'zod';
import { job, type Job } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { forgetCircle } from './leaving/usecases.ts';

export const circleJobs: readonly Job[] = [
  job({
    name: 'training.forget-circle',
    data: z.strictObject({ programmeId: id }),
    run: (deps, { programmeId }) => forgetCircle(deps, programmeId),
  }),
];
