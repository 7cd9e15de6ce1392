/** Sends a call to its audience, one invitation each, and to channels, tells those who follow when somebody applies, and brings rounds, answers and managers their messages. */
import { z } from 'zod';
import { job, type Job } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { inviteAudience } from './calls/usecases.ts';
import { answerChoices, tellChoice } from './choosing/telling/usecases.ts';
import { removeForgotten } from './forgetting/usecases.ts';
import { sendInvitation, sendInvitationByMail, sendPreview } from './inviting/usecases.ts';
import { tellManager } from './informing/usecases.ts';
import { dropOldRequest } from './kiosk/usecases.ts';
import { callWays, sides } from './model.ts';
import { postCall } from './posting/usecases.ts';
import { tellLook, tellTakenUp } from './rounds/telling/usecases.ts';
import { remindOfList, takeUp } from './rounds/usecases.ts';
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
    name: 'recruitment.take-up',
    data: z.strictObject({ programmeId: id }),
    run: (deps, { programmeId }) => takeUp(deps, programmeId),
  }),
  job({
    name: 'recruitment.tell-taken-up',
    data: ofPerson,
    run: (deps, data, task) => tellTakenUp(deps, data, task.id),
  }),
  job({
    name: 'recruitment.look',
    data: z.strictObject({ programmeId: id, on: z.string() }),
    run: (deps, { programmeId, on }) => remindOfList(deps, programmeId, on),
  }),
  job({
    name: 'recruitment.tell-look',
    data: ofPerson.extend({ on: z.string() }),
    run: (deps, data, task) => tellLook(deps, data, task.id),
  }),
  job({
    name: 'recruitment.answer-choices',
    data: z.strictObject({ programmeId: id, round: z.string() }),
    run: (deps, { programmeId, round }) => answerChoices(deps, programmeId, round),
  }),
  job({
    name: 'recruitment.tell-choice',
    data: ofPerson.extend({ side: z.enum(sides), round: z.string() }),
    run: (deps, data, task) => tellChoice(deps, data, task.id),
  }),
  job({
    name: 'recruitment.tell-manager',
    data: ofPerson,
    run: (deps, data, task) => tellManager(deps, data, task.id),
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
