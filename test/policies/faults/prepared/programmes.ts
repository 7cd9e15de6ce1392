/** States of programmes, of their proposals and of what they send. */
import { groupOf } from '../../../../src/features/people/messages/rules.ts';
import { doNext, undo, whenDue, type Hands, type Prepare } from '../hands.ts';
import { person } from '../../people.ts';

/** So that a message waits: after working hours somebody is asked. */
async function messageWaits({ pass, lay }: Hands): Promise<string> {
  await pass({ hours: 12 });
  return lay('pairs.ask', { programmeId: 'p1', pairId: 'pair-offered', side: 'mentee' });
}

const failed = ({ lay }: Hands): Promise<string> =>
  lay('pairs.ask', { programmeId: 'p1', pairId: 'pair-offered', side: 'mentee' }, { state: 'failed' });

const group = groupOf('pairs.ask', '');

export const programmesPrepared: Readonly<Record<string, Prepare>> = {
  'DELETE /programmes/:programmeId/coordinators/:personId': undo(
    ...(['coordinator', 'POST', '/programmes/p1/coordinators'] as const),
    { personId: person.employee.id },
    `/programmes/p1/coordinators/${person.employee.id}`,
  ),
  'matching.compute': async (hands) => {
    await hands.ask('coordinator', 'POST', '/programmes/p1/proposals', {});
    return whenDue(hands, 'matching.compute');
  },
  'POST /programmes/:programmeId/proposals/:proposalId/use': async ({ ask, work }) => {
    await ask('coordinator', 'POST', '/programmes/p1/proposals', {});
    await work();
    return doNext('coordinator', 'POST', '/programmes/p1/proposals/proposal-1/use');
  },
  'POST /programmes/:programmeId/messages/:sendId/stop': async (hands) =>
    doNext('coordinator', 'POST', `/programmes/p1/messages/${await messageWaits(hands)}/stop`),
  'POST /programmes/:programmeId/sends/:sendGroup/stop': async (hands) => {
    await messageWaits(hands);
    return doNext('coordinator', 'POST', `/programmes/p1/sends/${group}/stop`);
  },
  'people.stop-sends': async (hands) => {
    await messageWaits(hands);
    await hands.ask('coordinator', 'POST', `/programmes/p1/sends/${group}/stop`);
    return whenDue(hands, 'people.stop-sends');
  },
  'people.send-again': async (hands) => {
    await hands.ask('coordinator', 'POST', `/programmes/p1/sends/${group}/again`, { what: 'not-reached', by: 'chat' });
    return whenDue(hands, 'people.send-again');
  },
  'POST /programmes/:programmeId/tasks/:taskId/retry': async (hands) =>
    doNext('coordinator', 'POST', `/programmes/p1/tasks/${await failed(hands)}/retry`),
  'POST /delivery/failed/:taskId/retry': async (hands) =>
    doNext('administrator', 'POST', `/delivery/failed/${await failed(hands)}/retry`),
};
