/** What surveys send: the question itself, before there is a programme. */
import { exampleId, type Scene, type Sending } from '../programmes/rehearsal/model.ts';
import { floors } from '../release/model.ts';
import { askedSetOf, itemsFor } from './bank/rules.ts';
import { inviteCard, outcomeCard, type Invitation } from './cards.ts';
import { fitsCard } from './questions/rules.ts';
import { supportSet } from './rules.ts';

/** The survey that comes before a programme, as the bank has it. */
function invitation({ language, programme: { zone }, surveyClosesAt: closesAt }: Scene): Invitation {
  const items = itemsFor(supportSet, undefined);
  const asks = askedSetOf({ set: supportSet, items }, language);
  return {
    surveyId: exampleId,
    closesAt,
    zone,
    floor: floors.rating,
    mode: 'anonymous',
    asks,
    isWhole: fitsCard(items),
  };
}

export const asking: Sending = {
  as: { kind: 'surveys.send', invitation: true, topic: 'invitations' },
  occasions: [
    {
      to: ['asked'],
      after: 'survey-opened',
      show: (scene) => inviteCard(scene.language, invitation(scene)),
      answers: ({ language }) =>
        (['kept', 'already-answered', 'closed'] as const).map((outcome) => ({
          ...{ verb: 'surveys.answer', card: outcomeCard(language, outcome) },
          ...(outcome === 'kept' ? {} : { late: true }),
        })),
    },
  ],
};

export const nudging: Sending = {
  as: { kind: 'surveys.nudge', invitation: true, topic: 'invitations' },
  occasions: [
    {
      ...{ to: ['asked'], after: 'survey-opened', days: 7 },
      show: (scene) => inviteCard(scene.language, { ...invitation(scene), isReminder: true }),
    },
  ],
};

export const surveysSends: readonly Sending[] = [asking, nudging];
