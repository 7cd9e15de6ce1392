/** What thanks from the programme send: one card, to one person or to each of a side. */
import { type Persona, type Scene, type Sending } from '../../programmes/rehearsal/model.ts';
import { creditCard } from './cards.ts';

const to: readonly Persona[] = ['mentee', 'mentor'];

const cardIn = ({ language, programme, coordinator, texts }: Scene, mine: boolean) =>
  creditCard(language, {
    ...{ as: 'coordinator', text: texts.thanks, byName: coordinator.name, programmeName: programme.name },
    ...{ mine, shows: !mine },
  });

export const crediting: Sending = {
  as: { kind: 'recognition.tell-credit', unsolicited: true, topic: 'thanks' },
  occasions: [
    { to, after: 'thanked-by-programme', show: (scene) => cardIn(scene, true) },
    { to, after: 'thanked-by-programme', show: (scene) => cardIn(scene, false) },
  ],
};
