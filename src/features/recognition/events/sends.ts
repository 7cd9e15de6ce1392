/** What events send: that one can nominate, that a jury is asked, the question to both of a pair, what was decided, and a new time. */
import { day } from '../../../platform/clock.ts';
import {
  exampleId,
  partnerIn,
  receiverIn,
  sideIn,
  type Answer,
  type Persona,
  type Scene,
  type Sending,
} from '../../programmes/rehearsal/model.ts';
import {
  answeredCard,
  askedCard,
  consentsCard,
  entryTexts,
  honouredCard,
  inviteCard,
  juryCard,
  newsCard,
  thankedCard,
  type ShownNomination,
} from './cards.ts';
import { say } from './words.ts';
import type { ShownEvent } from './honours/rules.ts';
import type { HonourEvent } from './model.ts';

const daysAhead = 60;
const both = ['mentee', 'mentor'] as const;

function eventIn({ language, programme, coordinator, meetingAt, texts }: Scene): ShownEvent {
  const start = meetingAt + daysAhead * day;
  const event: HonourEvent = {
    ...{ id: exampleId, programmeId: programme.id || exampleId, state: 'open', zone: programme.zone, language },
    ...{ title: texts.session, start, minutes: 90, place: texts.place, online: false, link: '' },
    ...{ closesOn: new Date(start - 20 * day).toISOString().slice(0, 10), criteria: ['doors', 'listened'] },
    ...{ ownCriteria: [], mentors: 3, mentees: 3, jurors: [], createdBy: coordinator.id, createdAt: 0, version: 0 },
  };
  return { event, programme: programme.name };
}

/** The mentee nominated the mentor: each is asked in their own way. */
function nominationIn(scene: Scene, to: Persona): ShownNomination {
  const isMe = sideIn(to) === 'mentor';
  const [receiver, partner] = [receiverIn(scene, to), partnerIn(scene, to)];
  const [mentee, mentor] = isMe ? [partner, receiver] : [receiver, partner];
  const voice = { byName: isMe ? mentee.name : scene.coordinator.name, criteria: ['doors'], why: scene.texts.thanks };
  return {
    ...{ ...eventIn(scene), nominationId: exampleId, isMe, isPair: false, upTo: 1 },
    ...{ names: [mentor.name], voices: [voice] },
  };
}

const at = { id: exampleId, programmeId: exampleId } as const;

function answersTo({ language }: Scene): Answer[] {
  const [yes, no] = ['recognition.event-yes', 'recognition.event-no'];
  return [
    { verb: yes, card: answeredCard(language, at, 'yes') },
    ...(['late', 'cancelled'] as const).map((what): Answer => {
      return { verb: yes, late: true, card: answeredCard(language, at, what) };
    }),
    { verb: yes, late: true, text: say(language, 'answered.gone.text') },
    { verb: no, card: answeredCard(language, at, 'no') },
    { verb: no, late: true, card: answeredCard(language, at, 'cancelled') },
    { verb: no, late: true, text: say(language, 'answered.gone.text') },
  ];
}

export const invitingToNominate: Sending = {
  // Nobody asked for it: it counts for the month.
  as: { kind: 'recognition.event-invite', unsolicited: true, topic: 'thanks' },
  occasions: [{ to: both, after: 'event-opened', show: (scene) => inviteCard(scene.language, eventIn(scene)) }],
};

export const askingJury: Sending = {
  as: { kind: 'recognition.event-jury' },
  occasions: [
    { to: ['juror'], after: 'event-opened', show: (scene) => juryCard(scene.language, eventIn(scene), 'asked') },
    { to: ['juror'], after: 'event-closed', show: (scene) => juryCard(scene.language, eventIn(scene), 'begins') },
  ],
};

export const askingNominated: Sending = {
  as: { kind: 'recognition.event-asked' },
  occasions: [
    {
      to: both,
      after: 'event-nominated',
      show: (scene, to) => askedCard(scene.language, nominationIn(scene, to)),
      answers: answersTo,
    },
  ],
};

export const tellingHonoured: Sending = {
  as: { kind: 'recognition.event-honoured' },
  occasions: [
    {
      to: both,
      after: 'event-decided',
      show: (scene, to) => {
        return honouredCard(scene.language, { ...eventIn(scene), honour: { side: sideIn(to), criteria: ['doors'] } });
      },
      answers: ({ language }) => [
        {
          verb: 'recognition.event-consent',
          card: consentsCard(language, at, { comes: 'yes', stage: 'yes', pictures: 'no', page: 'yes' }),
        },
      ],
    },
  ],
};

export const thankingOthers: Sending = {
  as: { kind: 'recognition.event-thanked' },
  occasions: [
    { to: both, after: 'event-decided', days: 1, show: (scene) => thankedCard(scene.language, eventIn(scene)) },
  ],
};

export const tellingEventNews: Sending = {
  as: { kind: 'recognition.event-news' },
  occasions: (['moved', 'cancelled'] as const).map((what) => ({
    to: [...both, 'juror'],
    after: `event-${what}`,
    show: (scene) => newsCard(scene.language, eventIn(scene), what),
  })),
};

/** Entered with the own rights of whoever sets the event up: no job sends it. */
export const enteringEvent: Sending = {
  as: { kind: 'recognition.enter-event', when: 'now' },
  way: 'calendar',
  occasions: [{ to: both, after: 'event-entered', show: ({ language }) => entryTexts(language) }],
};

export const eventsSends: readonly Sending[] = [
  ...[
    invitingToNominate,
    askingJury,
    askingNominated,
    tellingHonoured,
    thankingOthers,
    enteringEvent,
    tellingEventNews,
  ],
];
