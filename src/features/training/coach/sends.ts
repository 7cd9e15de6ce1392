/** What the coach says, to whoever writes to it: nothing of it comes unasked. Shown as it is without a model. */
import type { Language } from '../../../platform/words.ts';
import { exampleId, type Answer, type Scene, type Sending } from '../../programmes/rehearsal/model.ts';
import { urgentIn } from '../../concerns/urgent/model.ts';
import { askCard, keptCard, startCard, turnCard, wrongCard, type Around } from './cards.ts';
import { helps, privateKinds, type Help, type TurnOutcome } from './model.ts';
import { searchCourses } from './usecases.ts';
import { say } from './words.ts';

const around = ({ language, link }: Pick<Scene, 'language' | 'link'>): Around => ({
  ...{ hasModel: false, urgent: urgentIn('BE', language), own: [], link },
});

function found(language: Language, help: Help): TurnOutcome {
  const findings = searchCourses(language, say(language, `help.${help}`), help);
  return { outcome: 'courses', why: 'no-model', findings };
}

/** Each button, and each thing that a text may be answered with. */
function answers(scene: Scene): Answer[] {
  const { language } = scene;
  const turn = (help: Help, outcome: TurnOutcome): Answer => ({
    ...{ verb: 'training.word', press: say(language, help === 'course' ? 'search' : 'send') },
    card: turnCard(language, { help, turn: 1, text: exampleId }, outcome, around(scene)),
  });
  return [
    ...helps.map((help) => ({
      ...{ verb: 'training.coach', press: say(language, `help.${help}`) },
      card: askCard(language, help, around(scene)),
    })),
    ...helps.map((help) => turn(help, found(language, help))),
    turn('goal', { outcome: 'kept-here', kinds: privateKinds.slice(0, 1) }),
    turn('goal', { outcome: 'no-judging' }),
    { verb: 'training.give-back', press: say(language, 'keep'), card: keptCard(language, exampleId) },
    { verb: 'training.coach', press: say(language, 'more'), card: startCard(language, around(scene)) },
  ];
}

export const coaching: Sending = {
  as: { kind: 'training.coach', when: 'now' },
  occasions: [
    { to: ['asked'], after: 'wrote-to-bot', show: (scene) => startCard(scene.language, around(scene)), answers },
    { to: ['asked'], after: 'wrote-to-bot', show: (scene) => wrongCard(scene.language, around(scene)) },
  ],
};
