/** What recruitment sends: the invitation to a programme. Whoever answers gets what follows in the place of the card. */
import { receiverIn, type Scene, type Persona, type Sending } from '../programmes/rehearsal/model.ts';
import { answeredCard, inviteCard } from './cards.ts';

const invitation = (scene: Scene, to: Persona) => {
  const { language, programme, call, coordinator } = scene;
  const receiver = receiverIn(scene, to);
  return inviteCard(language, { programme, call, until: call.closesOn, from: coordinator.name, receiver });
};

export const inviting: Sending = {
  as: { kind: 'recruitment.send-invitation', invitation: true },
  occasions: [
    {
      to: ['asked'],
      after: 'call-sent',
      show: invitation,
      answers: ({ language, programme, call: { closesOn: until } }) => [
        { verb: 'recruitment.not-now', card: answeredCard(language, { programme, answer: 'not-now', until }) },
        { verb: 'recruitment.do-not-ask', card: answeredCard(language, { programme, answer: 'do-not-ask', until }) },
        { verb: 'recruitment.ask-again', again: true },
      ],
    },
  ],
};

export const recruitmentSends: readonly Sending[] = [inviting];
