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
import type { Meeting } from './model.ts';
import { cancelledText, entryTexts, meetingCard, type MeetingNews } from './cards.ts';

/** Where no calendar holds the meeting there is no link to join it. */
const news = (after: Event, what: MeetingNews['news'], byHand = false): Occasion => ({
  to: ['mentee', 'mentor'],
  after,
  show: (scene, to) => {
    const { language, programme, meetingAt: start, link } = scene;
    const partner = partnerIn(scene, to);
    const one: Meeting = {
      ...{ id: exampleId, programmeId: programme.id, pairId: exampleId, start, end: start + hour, state: 'planned' },
      ...{ organiserId: partner.id, byHand, sequence: 0, ...(byHand ? {} : { joinUrl: link('/') }) },
    };
    return meetingCard(language, { news: what, one, partner: callName(partner), zone: programme.zone });
  },
});

export const telling: Sending = {
  as: { kind: 'meetings.tell', when: 'now' },
  occasions: [
    ...[news('meeting-planned', 'booked'), news('meeting-by-hand', 'booked', true), news('other-time-asked', 'asked')],
    ...[news('meeting-moved', 'moved'), news('meeting-cancelled', 'cancelled')],
  ],
};

const entry = (after: Event, say: (language: Language) => Partial<CalendarText> = () => ({})): Occasion => ({
  to: ['mentee', 'mentor'],
  after,
  show: ({ language, mentee, mentor }) => ({
    ...entryTexts(language, { me: callName(mentee), partner: callName(mentor) }),
    ...say(language),
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

export const meetingsSends: readonly Sending[] = [telling, entering];
