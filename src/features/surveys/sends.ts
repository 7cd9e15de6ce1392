/** What surveys send: the question itself, before there is a programme. */
import { exampleId, type Sending } from '../programmes/rehearsal/model.ts';
import { floors } from '../release/model.ts';
import { inviteCard, outcomeCard } from './cards.ts';

export const asking: Sending = {
  as: { kind: 'surveys.send', invitation: true },
  occasions: [
    {
      to: ['asked'],
      after: 'survey-opened',
      show: ({ language, programme: { zone }, surveyClosesAt: closesAt }) =>
        inviteCard(language, { surveyId: exampleId, closesAt, zone, floor: floors.rating }),
      answers: ({ language }) =>
        (['kept', 'already-answered', 'closed'] as const).map((outcome) => ({
          ...{ verb: 'surveys.answer', card: outcomeCard(language, outcome) },
          ...(outcome === 'kept' ? {} : { late: true }),
        })),
    },
  ],
};

export const surveysSends: readonly Sending[] = [asking];
