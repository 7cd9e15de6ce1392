/** What meetings send: the entry in both calendars, and news of it to the partner of whoever planned, moved or cancelled. */
import { hour } from '../../platform/clock.ts';
import type { Language } from '../../platform/words.ts';
import { callName } from '../people/model.ts';
import {
  exampleId,
  partnerIn,
  type CalendarText,
  type Event,
  type Occasion,
  type Sending,
} from '../programmes/rehearsal/model.ts';
import { askMetCard, askOffCard, metThanksCard, offerCard } from './after/cards.ts';
import { cancelledText, entryTexts, meetingCard, type MeetingNews } from './cards.ts';
import { metAnswers, type Meeting } from './model.ts';
import { say } from './words.ts';

interface How {
  /** Where no calendar holds the meeting there is no link to join it. */
  readonly byHand?: boolean;
  /** The partner has written what helps in a talk. */
  readonly told?: boolean;
}

const news = (after: Event, what: MeetingNews['news'], { byHand = false, told = false }: How = {}): Occasion => ({
  to: ['mentee', 'mentor'],
  after,
  show: (scene, to) => {
    const { language, programme, meetingAt: start, link } = scene;
    const partner = partnerIn(scene, to);
    const one: Meeting = {
      ...{ id: exampleId, programmeId: programme.id, pairId: exampleId, start, end: start + hour, state: 'planned' },
      ...{ organiserId: partner.id, byHand, sequence: 0, ...(byHand ? {} : { joinUrl: link('/') }) },
    };
    const file = byHand ? { file: link('/meeting.ics') } : {};
    return meetingCard(language, { news: what, one, partner: callName(partner), zone: programme.zone, told, ...file });
  },
});

export const telling: Sending = {
  as: { kind: 'meetings.tell', when: 'now' },
  occasions: [
    ...[news('meeting-planned', 'booked'), news('meeting-planned', 'booked', { told: true })],
    ...[true, false].map((told) => news('meeting-by-hand', 'booked', { byHand: true, told })),
    ...[true, false].flatMap((byHand) => [true, false].map((told) => news('meeting-moved', 'moved', { byHand, told }))),
    news('other-time-asked', 'asked'),
    ...[true, false].map((byHand) => news('meeting-cancelled', 'cancelled', { byHand })),
    news('pair-ended', 'off', { byHand: true }),
  ],
};

const both = ['mentee', 'mentor'] as const;
const ofExample = { programmeId: exampleId, pairId: exampleId };

export const askingMet: Sending = {
  as: { kind: 'meetings.ask-met', unsolicited: true, topic: 'check-ins' },
  occasions: [
    {
      // Of those meetings that come when the month has room for it.
      ...{ to: both, after: 'pair-began', days: 60 },
      show: (scene, to) => {
        const { language, programme, meetingAt: start } = scene;
        const partner = partnerIn(scene, to);
        const one: Meeting = {
          ...{ ...ofExample, id: exampleId, start, end: start + hour, state: 'planned', organiserId: partner.id },
          ...{ byHand: false, sequence: 0 },
        };
        return askMetCard(language, one, { partner: callName(partner), zone: programme.zone });
      },
      answers: (scene, to) =>
        metAnswers.map((said) => ({
          ...{ verb: 'meetings.met', press: say(scene.language, `met.${said}`) },
          card: metThanksCard(
            scene.language,
            { ...ofExample, meetingId: exampleId },
            said,
            callName(partnerIn(scene, to)),
          ),
        })),
    },
  ],
};

export const offeringAgain: Sending = {
  // It follows from what the two did, and comes once.
  as: { kind: 'meetings.offer-again' },
  occasions: [
    {
      ...{ to: both, after: 'meeting-cancelled', days: 1 },
      show: (scene, to) => offerCard(scene.language, ofExample, callName(partnerIn(scene, to))),
    },
  ],
};

export const askingOff: Sending = {
  as: { kind: 'meetings.ask-off' },
  occasions: [
    {
      ...{ to: both, after: 'pair-ended' },
      show: (scene, to) => askOffCard(scene.language, ofExample, callName(partnerIn(scene, to))),
    },
  ],
};

const entry = (after: Event, texts: (language: Language) => Partial<CalendarText> = () => ({})): Occasion => ({
  to: ['mentee', 'mentor'],
  after,
  show: ({ language, mentee, mentor }) => ({
    ...entryTexts(language, { me: callName(mentee), partner: callName(mentor) }),
    ...texts(language),
  }),
});

/** Entered with the own rights of whoever plans: no job sends it. */
export const entering: Sending = {
  as: { kind: 'meetings.enter', when: 'now' },
  way: 'calendar',
  occasions: [
    ...[entry('meeting-planned'), entry('meeting-moved')],
    entry('meeting-cancelled', (language) => ({ body: cancelledText(language) })),
  ],
};

export const meetingsSends: readonly Sending[] = [telling, entering, askingMet, offeringAgain, askingOff];
