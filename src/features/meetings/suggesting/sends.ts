/** What the background sends: times to whoever has no next date. Nobody asked for it, so it counts for the month's budget. */
import { day } from '../../../platform/clock.ts';
import { callName } from '../../people/model.ts';
import { exampleId, partnerIn, type Occasion, type Sending } from '../../programmes/rehearsal/model.ts';
import { suggestionCard } from './cards.ts';
import { mostTimes } from './rules.ts';

/** With three times at most, and where calendars may not be looked at, or nobody is free, with none. */
const withTimes = (count: number): Occasion => ({
  to: ['mentee'],
  after: 'no-next-date',
  show: (scene, to) => {
    const { programme, meetingAt, language } = scene;
    return suggestionCard(language, {
      ...{ programmeId: programme.id, pairId: exampleId, zone: programme.zone },
      partner: callName(partnerIn(scene, to)),
      starts: Array.from({ length: count }, (_, days) => meetingAt + days * day),
    });
  },
});

export const suggesting: Sending = {
  as: { kind: 'meetings.suggest', unsolicited: true, topic: 'tips' },
  occasions: [withTimes(mostTimes), withTimes(0)],
};
