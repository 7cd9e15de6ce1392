/** What a series sends: one card to the partner of whoever planned it. */
import { daysAfter } from '../../../platform/clock.ts';
import { callName } from '../../people/model.ts';
import { exampleId, partnerIn, type Sending } from '../../programmes/rehearsal/model.ts';
import { seriesCard } from './cards.ts';

export const tellingSeries: Sending = {
  as: { kind: 'meetings.tell-series', when: 'now' },
  occasions: [
    {
      to: ['mentee', 'mentor'],
      after: 'series-planned',
      show: (scene, to) => {
        const { programme, meetingAt, language } = scene;
        return seriesCard(language, {
          ...{ programmeId: programme.id, pairId: exampleId, zone: programme.zone },
          partner: callName(partnerIn(scene, to)),
          starts: [0, 14, 42].map((days) => daysAfter(meetingAt, days, programme.zone)),
        });
      },
    },
  ],
};
