/** What recruitment sends: the invitation to a programme as a card, a mail or a post. Whoever answers gets what follows in the place of the card. */
import { receiverIn, type Answer, type Scene, type Persona, type Sending } from '../programmes/rehearsal/model.ts';
import { sayDay } from '../../platform/words.ts';
import { callName } from '../people/model.ts';
import { answeredCard, channelCard, inviteCard } from './cards.ts';
import { monthsOf, tellForm, tellMail } from './kit/rules.ts';
import type { Standing } from './model.ts';
import { roundsSends } from './rounds/sends.ts';

const invitation = (scene: Scene, to: Persona) => {
  const { language, programme, call, coordinator } = scene;
  const receiver = receiverIn(scene, to);
  return inviteCard(language, { programme, call, until: call.closesOn, from: coordinator.name, receiver });
};

function answers({ language, programme, call: { closesOn: until } }: Scene): Answer[] {
  const card = (answer: Standing, more: { until?: string; hasApplied?: true; joinsList?: true } = { until }) =>
    answeredCard(language, { programme, answer, ...more });
  return [
    { verb: 'recruitment.not-now', card: card('not-now') },
    { verb: 'recruitment.do-not-ask', card: card('do-not-ask') },
    { verb: 'recruitment.ask-again', again: true },
    { verb: 'recruitment.not-now', late: true, card: card('applied') },
    { verb: 'recruitment.not-now', late: true, card: card('not-now', { joinsList: true }) },
    { verb: 'recruitment.not-now', late: true, card: card('not-now', {}) },
    { verb: 'recruitment.do-not-ask', late: true, card: card('do-not-ask', { until, hasApplied: true }) },
  ];
}

export const inviting: Sending = {
  as: { kind: 'recruitment.send-invitation', invitation: true, topic: 'invitations' },
  occasions: [
    {
      to: ['asked'],
      after: 'call-sent',
      show: invitation,
      answers,
    },
  ],
};

const exampleFacts = ({ programme, call, language, link }: Scene) => ({
  ...{
    programme,
    months: monthsOf(programme),
    own: call.words[language],
    link: link(`/programmes/${programme.id}/apply`),
  },
  until: sayDay(language, Date.parse(call.closesOn), programme.zone),
});

/** In the place of the card, where the call goes by mail. */
export const mailing: Sending = {
  as: { kind: 'recruitment.send-mail', invitation: true, topic: 'invitations' },
  ...{ way: 'mail', instead: true },
  occasions: [
    {
      to: ['asked'],
      after: 'call-sent',
      show: (scene, to) => {
        const name = callName(receiverIn(scene, to));
        const facts = { ...exampleFacts(scene), name, from: scene.coordinator.name, stop: scene.link('/') };
        const { title, paragraphs } = tellMail(scene.language, facts);
        return { subject: title, body: paragraphs.join('\n\n') };
      },
    },
  ],
};

/** What a coordinator lets come to see it beforehand: it invites nobody. */
export const previewing: Sending = {
  as: { kind: 'recruitment.send-preview', when: 'now' },
  occasions: [{ to: ['coordinator'], after: 'call-sent', show: invitation }],
};

export const posting: Sending = {
  as: { kind: 'recruitment.post', when: 'now' },
  way: 'channel',
  occasions: [
    {
      to: ['everyone'],
      after: 'call-sent',
      show: (scene) => channelCard(scene.language, tellForm('channel', scene.language, exampleFacts(scene))),
    },
  ],
};

export const recruitmentSends: readonly Sending[] = [inviting, mailing, previewing, posting, ...roundsSends];
