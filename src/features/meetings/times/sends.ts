/** What polls send: the question, and its answer. */
import { day } from '../../../platform/clock.ts';
import { callName } from '../../people/model.ts';
import { exampleId, partnerIn, type Event, type Occasion, type Sending } from '../../programmes/rehearsal/model.ts';
import { pollCard, pollToldCard, type PollNews } from './cards.ts';

const occasion = (after: Event, works: readonly number[] | undefined, card: typeof pollCard): Occasion => ({
  to: ['mentee', 'mentor'],
  after,
  show: (scene, to) => {
    const { programme, meetingAt, language } = scene;
    const starts = [0, 1, 2].map((days) => meetingAt + days * day);
    const said = works ? { said: { works: works.map((place) => starts[place] ?? meetingAt), at: meetingAt } } : {};
    const poll: PollNews['poll'] = { id: exampleId, programmeId: programme.id, pairId: exampleId, starts, ...said };
    return card(language, { poll, partner: callName(partnerIn(scene, to)), zone: programme.zone });
  },
});

export const askingPoll: Sending = {
  as: { kind: 'meetings.ask-poll' },
  occasions: [occasion('poll-asked', undefined, pollCard)],
};

export const tellingPoll: Sending = {
  as: { kind: 'meetings.tell-poll', when: 'now' },
  occasions: [occasion('poll-answered', [1], pollToldCard), occasion('poll-refused', [], pollToldCard)],
};
