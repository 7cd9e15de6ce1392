/** What recruitment sends: the invitation to a programme. Whoever answers gets what follows in the place of the card. */
import { receiverIn, type Answer, type Scene, type Persona, type Sending } from '../programmes/rehearsal/model.ts';
import { answeredCard, inviteCard } from './cards.ts';
import type { Standing } from './model.ts';

const invitation = (scene: Scene, to: Persona) => {
  const { language, programme, call, coordinator } = scene;
  const receiver = receiverIn(scene, to);
  return inviteCard(language, { programme, call, until: call.closesOn, from: coordinator.name, receiver });
};

function answers({ language, programme, call: { closesOn: until } }: Scene): Answer[] {
  const card = (answer: Standing, more: { until?: string; hasApplied?: true } = { until }) =>
    answeredCard(language, { programme, answer, ...more });
  return [
    { verb: 'recruitment.not-now', card: card('not-now') },
    { verb: 'recruitment.do-not-ask', card: card('do-not-ask') },
    { verb: 'recruitment.ask-again', again: true },
    { verb: 'recruitment.not-now', late: true, card: card('applied') },
    { verb: 'recruitment.not-now', late: true, card: card('not-now', {}) },
    { verb: 'recruitment.do-not-ask', late: true, card: card('do-not-ask', { until, hasApplied: true }) },
  ];
}

export const inviting: Sending = {
  as: { kind: 'recruitment.send-invitation', invitation: true },
  occasions: [
    {
      to: ['asked'],
      after: 'call-sent',
      show: invitation,
      answers,
    },
  ],
};

export const recruitmentSends: readonly Sending[] = [inviting];
