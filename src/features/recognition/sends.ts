/** What thanks send: the suggestion of a good moment, and the thanks themselves to the one they are for. */
import { callName } from '../people/model.ts';
import {
  exampleId,
  partnerIn,
  receiverIn,
  type Persona,
  type Scene,
  type Sending,
} from '../programmes/rehearsal/model.ts';
import { receiveCard, sentCard, suggestCard } from './cards.ts';
import { crediting } from './credit/sends.ts';
import { thankingManager } from './managers/sends.ts';
import type { Thanks } from './model.ts';
import { suggestedOnDay } from './usecases.ts';
import { say } from './words.ts';

const nameOfPartner = (scene: Scene, to: Persona): string => callName(partnerIn(scene, to));

export const suggesting: Sending = {
  as: { kind: 'recognition.suggest', unsolicited: true, topic: 'thanks' },
  occasions: [
    {
      to: ['mentee', 'mentor'],
      after: 'pair-began',
      days: suggestedOnDay,
      show: (scene, to) => {
        const at = { programmeId: scene.programme.id, pairId: exampleId };
        return suggestCard(scene.language, at, nameOfPartner(scene, to));
      },
      answers: (scene, to) => [
        { verb: 'recognition.thank', card: sentCard(scene.language, nameOfPartner(scene, to)) },
        { verb: 'recognition.not-now', text: say(scene.language, 'notNow.text') },
      ],
    },
  ],
};

/** Said by somebody who would not mind others reading it: then the receiver is asked. */
function thanksTo(scene: Scene, to: Persona): Thanks {
  return {
    ...{ id: exampleId, programmeId: scene.programme.id, pairId: exampleId, text: scene.texts.thanks, at: 0 },
    ...{ from: partnerIn(scene, to).id, to: receiverIn(scene, to).id, senderShows: true, receiverShows: false },
  };
}

export const telling: Sending = {
  as: { kind: 'recognition.tell' },
  occasions: [
    {
      to: ['mentee', 'mentor'],
      after: 'thanked',
      show: (scene, to) => receiveCard(scene.language, thanksTo(scene, to), nameOfPartner(scene, to)),
      answers: (scene, to) =>
        (['agreed', 'kept'] as const).map((answered) => ({
          verb: answered === 'agreed' ? 'recognition.show' : 'recognition.keep',
          card: receiveCard(scene.language, thanksTo(scene, to), nameOfPartner(scene, to), answered),
        })),
    },
  ],
};

export const recognitionSends: readonly Sending[] = [suggesting, telling, crediting, thankingManager];
