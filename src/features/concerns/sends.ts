/** What requests for a private talk and notes for advisers send: that something waits, to an adviser, and to whoever asked if they said that chat is safe. */
import type { Occasion, Sending } from '../programmes/rehearsal/model.ts';
import { adviserCard, personCard } from './cards.ts';
import { answerDays } from './model.ts';

const toAdviser: Pick<Occasion, 'to' | 'show'> = {
  to: ['adviser'],
  show: ({ language, link }) => adviserCard(language, link('/private-talk/requests')),
};

export const tellingAdviser: Sending = {
  as: { kind: 'concerns.tell-adviser' },
  occasions: [
    ...[0, answerDays].map((workingDays) => ({ ...toAdviser, after: 'private-talk-wanted' as const, workingDays })),
    { ...toAdviser, after: 'note-to-adviser' },
  ],
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
