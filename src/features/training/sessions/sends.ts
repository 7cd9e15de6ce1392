/** What sessions send: one invitation to everybody for whom it is, then only what those who signed up want to know, and a question after it. */
import { day } from '../../../platform/clock.ts';
import {
  exampleId,
  sideIn,
  type Answer,
  type Persona,
  type Scene,
  type Sending,
} from '../../programmes/rehearsal/model.ts';
import { floors } from '../../release/model.ts';
import {
  askCard,
  inviteCard,
  lateCard,
  newsCard,
  remindCard,
  seatCard,
  thanksCard,
  type ShownSession,
} from './cards.ts';
import type { Session } from './model.ts';
import { say } from './words.ts';

const daysAhead = 14;
const exampleLink = 'https://teams.microsoft.com/l/meetup-join/example';

function sessionIn({ language, programme, coordinator, meetingAt, texts }: Scene, to: Persona): ShownSession {
  const start = meetingAt + daysAhead * day;
  const isMentor = sideIn(to) === 'mentor';
  const session: Session = {
    ...{ id: exampleId, programmeId: programme.id || exampleId, state: 'open', zone: programme.zone, language },
    ...{ kind: isMentor ? 'supervision' : 'workshop', forWhom: isMentor ? 'mentors' : 'mentees' },
    ...{ title: texts.session, about: texts.about, start, minutes: 90 },
    ...{ place: texts.place, online: isMentor, link: '', seats: 12, closesOn: dateOf(start - 2 * day) },
    ...{ createdBy: coordinator.id, createdAt: 0, version: 0, turn: 0 },
  };
  const link = isMentor ? { joinUrl: exampleLink } : {};
  return { session, programme: programme.name, host: coordinator.name, ...link };
}

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** What follows on a press, in the order in which one may press. */
function seatAnswers(scene: Scene, to: Persona): Answer[] {
  const { language } = scene;
  const shown = sessionIn(scene, to);
  const verb = 'training.join-session';
  return [
    { verb, card: seatCard(language, shown, 'in') },
    { verb, late: true, card: seatCard(language, shown, 'waiting') },
    {
      ...{ verb: 'training.leave-session', press: say(language, 'leave.line'), late: true },
      card: seatCard(language, shown, 'left'),
    },
    { verb, late: true, card: lateCard(language, shown.session, 'session-closed') },
    { verb, late: true, card: lateCard(language, shown.session, 'session-cancelled') },
    { verb: 'training.leave-session', press: say(language, 'leave'), card: seatCard(language, shown, 'left') },
  ];
}

const leaving = (scene: Scene, to: Persona): Answer[] => [
  { verb: 'training.leave-session', card: seatCard(scene.language, sessionIn(scene, to), 'left') },
];

export const inviting: Sending = {
  // Nobody asked for it: it counts for the month.
  as: { kind: 'training.invite-session', unsolicited: true, topic: 'courses' },
  occasions: [
    {
      to: ['mentee', 'mentor'],
      after: 'session-announced',
      show: (scene, to) => inviteCard(scene.language, sessionIn(scene, to)),
      answers: seatAnswers,
    },
  ],
};

export const reminding: Sending = {
  as: { kind: 'training.remind-session' },
  occasions: [
    {
      to: ['mentee', 'mentor'],
      after: 'session-near',
      show: (scene, to) => remindCard(scene.language, sessionIn(scene, to)),
      answers: leaving,
    },
  ],
};

export const tellingNews: Sending = {
  as: { kind: 'training.tell-session' },
  occasions: (['seat', 'changed', 'cancelled'] as const).map((what) => ({
    to: ['mentee', 'mentor'],
    after: `session-${what}`,
    show: (scene, to) => newsCard(scene.language, sessionIn(scene, to), what),
    ...(what === 'cancelled' ? {} : { answers: leaving }),
  })),
};

export const asking: Sending = {
  as: { kind: 'training.ask-session', unsolicited: true, topic: 'courses' },
  occasions: [
    {
      to: ['mentee', 'mentor'],
      after: 'session-held',
      show: (scene, to) => askCard(scene.language, sessionIn(scene, to), floors),
      answers: ({ language }) => [
        { verb: 'training.rate-session', card: thanksCard(language, 'kept') },
        { verb: 'training.rate-session', late: true, card: thanksCard(language, 'already-answered') },
        { verb: 'training.rate-session', late: true, card: thanksCard(language, 'closed') },
      ],
    },
  ],
};

/** Entered with the own rights of whoever plans it: no job sends it. */
export const entering: Sending = {
  as: { kind: 'training.enter-session', when: 'now' },
  way: 'calendar',
  occasions: [
    {
      to: ['mentee', 'mentor'],
      after: 'session-entered',
      show: ({ language }) => ({ subject: say(language, 'entry.subject'), body: say(language, 'entry.body') }),
    },
  ],
};

export const sessionsSends: readonly Sending[] = [inviting, entering, reminding, tellingNews, asking];
