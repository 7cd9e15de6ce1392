/** Sends a call to its audience, one invitation each, and tells those who follow when somebody applies. */
import { z } from 'zod';
import { job, type Job } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { inviteAudience, sendInvitation } from './calls/usecases.ts';
import { removeForgotten } from './forgetting/usecases.ts';
import { applicationOf, type ApplicationListener } from './usecases.ts';

const ofPerson = z.strictObject({ programmeId: id, personId: z.string() });

export const recruitmentJobs = (listeners: readonly ApplicationListener[]): readonly Job[] => [
  job({
    name: 'recruitment.invite',
    data: z.strictObject({ programmeId: id, callId: id }),
    run: (deps, { programmeId, callId }) => inviteAudience(deps, programmeId, callId),
  }),
  job({
    name: 'recruitment.send-invitation',
    data: ofPerson.extend({ callId: id.optional() }),
    run: (deps, data, task) => sendInvitation(deps, data, task.id),
  }),
  job({
    name: 'recruitment.forget',
    data: ofPerson.extend({ at: z.string() }),
    run: (deps, data) => removeForgotten(deps, data, listeners),
  }),
  job({
    name: 'recruitment.applied',
    data: ofPerson,
    run: async (deps, { programmeId, personId }) => {
      const one = await applicationOf(deps, programmeId, personId);
      if (one) for (const tell of listeners) await tell(deps, one);
    },
  }),
];
