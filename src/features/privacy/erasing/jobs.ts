/** Forgets somebody step by step. */
import { z } from 'zod';
import { job, type Job } from '../../../platform/doors.ts';
import { personId } from '../../people/model.ts';
import { goOnForgetting, type Leaver } from './usecases.ts';

export const erasingJobs = (leavers: readonly Leaver[]): readonly Job[] => [
  job({
    name: 'privacy.forget',
    data: z.strictObject({ personId }),
    run: (deps, data) => goOnForgetting(deps, data.personId, leavers),
  }),
];
