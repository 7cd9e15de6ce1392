/** What talks send: the question whether somebody would take part, and the entry in the calendars of those who said yes. */
import { day } from '../../../platform/clock.ts';
import { exampleId, type Scene, type Sending } from '../../programmes/rehearsal/model.ts';
import { answeredCard, askCard, entryOf, type TalkInvitation } from './cards.ts';
import { longestDays } from './rules.ts';
import { say } from './words.ts';

function invitation({ language, programme: { zone }, coordinator, surveyClosesAt }: Scene): TalkInvitation {
  const from = new Date(surveyClosesAt).toISOString().slice(0, 10);
  return {
    ...{ talkId: exampleId, purpose: 'needs', form: 'group', size: 8, minutes: 60, from, zone },
    ...{ talkLanguage: language, closesBy: surveyClosesAt + longestDays * day, holder: coordinator.name },
  };
}

export const askingForTalk: Sending = {
  as: { kind: 'surveys.ask-talk', invitation: true, topic: 'invitations' },
  occasions: [
    {
      to: ['asked'],
      after: 'talk-wanted',
      show: (scene) => askCard(scene.language, invitation(scene)),
      answers: ({ language }) => [
        ...(['yes', 'no', 'not-now'] as const).map((said) => ({
          ...{ verb: 'surveys.answer-talk', press: askedTitle(language, said) },
          card: answeredCard(language, exampleId, said),
        })),
        {
          ...{ verb: 'surveys.answer-talk', press: say(language, 'card.say.withdraw') },
          card: answeredCard(language, exampleId, 'withdrawn'),
        },
        ...(['full', 'over'] as const).map((said) => ({
          ...{ verb: 'surveys.answer-talk', press: askedTitle(language, 'yes'), late: true as const },
          card: answeredCard(language, exampleId, said),
        })),
      ],
    },
  ],
};

function askedTitle(language: Scene['language'], said: 'yes' | 'no' | 'not-now'): string {
  return say(language, `card.say.${said}`);
}

/** Entered with the own rights of whoever holds the talk: no job sends it. */
export const enteringTalk: Sending = {
  as: { kind: 'surveys.enter-talk', when: 'now' },
  way: 'calendar',
  occasions: [{ to: ['asked'], after: 'talk-planned', show: ({ language }) => entryOf(language, { form: 'group' }) }],
};

export const talksSends: readonly Sending[] = [askingForTalk, enteringTalk];
