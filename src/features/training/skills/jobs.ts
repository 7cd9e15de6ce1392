/** What happens by itself: the rounds close some weeks after the last day, the figures are made, and a year later everything goes. All may run twice. */
import { z } from 'zod';
import { job, type Job } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { closeByDate, forgetSkills, tellSkills } from './counting/usecases.ts';

const ofProgramme = z.strictObject({ programmeId: id });

export const skillsJobs: readonly Job[] = [
  job({
    name: 'training.close-skills',
    data: ofProgramme,
    run: (deps, { programmeId }) => closeByDate(deps, programmeId),
  }),
  job({
    name: 'training.tell-skills',
    data: ofProgramme,
    run: (deps, { programmeId }) => tellSkills(deps, programmeId),
  }),
  job({
    name: 'training.forget-skills',
    data: ofProgramme,
    run: (deps, { programmeId }) => forgetSkills(deps, programmeId),
  }),
];
