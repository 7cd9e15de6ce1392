/** What the background sends: times to whoever has no next date. Nobody asked for it, so it counts for the month's budget. */
import { day } from '../../../platform/clock.ts';
import { callName } from '../../people/model.ts';
import { exampleId, partnerIn, type Sending } from '../../programmes/rehearsal/model.ts';
import { suggestionCard } from './cards.ts';

export const suggesting: Sending = {
  as: { kind: 'meetings.suggest', unsolicited: true },
  occasions: [
    {
      to: ['mentee'],
      after: 'no-next-date',
      show: (scene, to) => {
        const { programme, meetingAt, language } = scene;
        return suggestionCard(language, {
          ...{ programmeId: programme.id, pairId: exampleId, zone: programme.zone },
          partner: callName(partnerIn(scene, to)),
          starts: [0, 1, 2].map((days) => meetingAt + days * day),
        });
      },
    },
  ],
};
