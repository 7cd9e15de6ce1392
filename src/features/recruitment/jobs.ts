/** Sends a call to its audience, one invitation each, and to channels, and tells those who follow when somebody applies. */
import { z } from 'zod';
import { job, type Job } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { inviteAudience } from './calls/usecases.ts';
import { removeForgotten } from './forgetting/usecases.ts';
import { sendInvitation, sendInvitationByMail, sendPreview } from './inviting/usecases.ts';
import { dropOldRequest } from './kiosk/usecases.ts';
import { callWays } from './model.ts';
import { postCall } from './posting/usecases.ts';
import { dropOldSlip } from './slips/usecases.ts';
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
    name: 'recruitment.send-mail',
    data: ofPerson.extend({ callId: id.optional() }),
    run: (deps, data, task) => sendInvitationByMail(deps, data, task.id),
  }),
  job({
    name: 'recruitment.send-preview',
    data: ofPerson.extend({ by: z.enum(callWays) }),
    run: (deps, data, task) => sendPreview(deps, data, task.id),
  }),
  job({
    name: 'recruitment.post',
    data: z.strictObject({ programmeId: id, postId: id }),
    run: (deps, data, task) => postCall(deps, data, task.id),
  }),
  job({
    name: 'recruitment.forget',
    data: ofPerson.extend({ at: z.string() }),
    run: (deps, data) => removeForgotten(deps, data, listeners),
  }),
  job({
    name: 'recruitment.drop-slip',
    data: z.strictObject({ programmeId: id, number: id, at: z.string() }),
    run: (deps, data) => dropOldSlip(deps, data),
  }),
  job({
    name: 'recruitment.drop-request',
    data: z.strictObject({ programmeId: id, requestId: id }),
    run: (deps, data) => dropOldRequest(deps, data),
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
