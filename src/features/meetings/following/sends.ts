/** What following sends: that the partner cannot come. Of everything else Outlook has told by itself. */
import { hour } from '../../../platform/clock.ts';
import { callName } from '../../people/model.ts';
import { exampleId, partnerIn, type Sending } from '../../programmes/rehearsal/model.ts';
import type { Meeting } from '../model.ts';
import { saidNoCard } from './cards.ts';

export const tellingNo: Sending = {
  as: { kind: 'meetings.tell-no', when: 'now' },
  occasions: [
    {
      ...{ to: ['mentee', 'mentor'], after: 'meeting-declined' },
      show: (scene, to) => {
        const { language, programme, meetingAt: start } = scene;
        const partner = partnerIn(scene, to);
        const one: Meeting = {
          ...{
            id: exampleId,
            programmeId: programme.id,
            pairId: exampleId,
            start,
            end: start + hour,
            state: 'planned',
          },
          ...{ organiserId: scene.mentee.id, byHand: false, sequence: 0 },
        };
        return saidNoCard(language, { one, partner: callName(partner), zone: programme.zone });
      },
    },
  ],
};

export const followingSends: readonly Sending[] = [tellingNo];
