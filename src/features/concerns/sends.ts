/** What requests for a private talk send: that something waits, to an adviser, and to whoever asked if they said that chat is safe. */
import type { Sending } from '../programmes/rehearsal/model.ts';
import { adviserCard, personCard } from './cards.ts';
import { answerDays } from './model.ts';

export const tellingAdviser: Sending = {
  as: { kind: 'concerns.tell-adviser' },
  occasions: [0, answerDays].map((workingDays) => ({
    to: ['adviser'],
    after: 'private-talk-wanted',
    workingDays,
    show: ({ language, link }) => adviserCard(language, link('/private-talk/requests')),
  })),
};

export const tellingPerson: Sending = {
  as: { kind: 'concerns.tell-person' },
  occasions: [
    {
      to: ['asked', 'mentee', 'mentor'],
      after: 'private-talk-wanted',
      workingDays: answerDays,
      show: ({ language, link }) => personCard(language, link('/private-talk')),
    },
  ],
};

export const concernsSends: readonly Sending[] = [tellingAdviser, tellingPerson];
