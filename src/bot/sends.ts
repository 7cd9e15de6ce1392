/** What the bot sends by itself: a welcome, one card in the place of several, and answers to what people write or press too late. */
import { digestCard } from '../features/people/cards.ts';
import { say as sayCheckIn } from '../features/checkins/words.ts';
import type { Sending } from '../features/programmes/rehearsal/model.ts';
import { answerTo, welcome } from './commands.ts';
import { staleCard } from './replies.ts';

const welcoming: Sending = {
  as: { kind: 'bot.welcome', when: 'now' },
  occasions: [{ to: ['asked'], after: 'app-came', show: ({ language, link }) => welcome(language, link('/')) }],
};

const gathering: Sending = {
  as: { kind: 'people.digest' },
  occasions: [
    {
      to: ['mentee', 'mentor'],
      after: 'several-at-once',
      show: ({ language, link }) => digestCard(language, link('/')),
    },
  ],
};

const answering: Sending = {
  as: { kind: 'bot.answer', when: 'now' },
  occasions: (['hello', 'help', 'talk', 'other'] as const).map((command) => ({
    to: ['asked'],
    after: 'wrote-to-bot',
    show: ({ language, link }) => answerTo({ command, language }, link('/'), link('/private-talk')),
  })),
};

const tooLate: Sending = {
  as: { kind: 'bot.too-late', when: 'now' },
  occasions: [
    {
      to: ['leaves'],
      after: 'pressed-old-card',
      show: ({ language, link }) => staleCard(language, link('/')),
    },
    {
      // Pressed while the pair paused, or long after.
      to: ['mentee', 'mentor'],
      after: 'pressed-old-card',
      show: ({ language, link }) => staleCard(language, link('/'), sayCheckIn(language, 'failure.check-in-closed')),
    },
  ],
};

export const botSends: readonly Sending[] = [welcoming, gathering, answering, tooLate];
