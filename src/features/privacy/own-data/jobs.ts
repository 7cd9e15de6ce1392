/** Looks through all rows for somebody, and forgets a week later where they lay. */
import { z } from 'zod';
import { job, type Job } from '../../../platform/doors.ts';
import { personId } from '../../people/model.ts';
import { dropLook, goOnLooking } from './usecases.ts';

const asked = z.strictObject({ personId, at: z.string() });

export const ownDataJobs: readonly Job[] = [
  job({ name: 'privacy.look', data: asked, run: (deps, data) => goOnLooking(deps, data) }),
  job({ name: 'privacy.drop-look', data: asked, run: (deps, data) => dropLook(deps, data) }),
];
