/**
 * What a programme will send, described before it does. Each feature that writes to people has its list in `sends.ts`: the jobs
 * send by it and the rehearsal is made of it, with the same cards, so neither can say anything that the other does not.
 */
import type { Card } from '../../../platform/cards.ts';
import type { Language } from '../../../platform/words.ts';
import type { SendRule } from '../../people/messages/model.ts';
import type { Person } from '../../people/model.ts';
import type { Programme } from '../model.ts';

/** Kinds of person, by what they get. */
export const personas = [
  ...(['asked', 'mentee-applied', 'mentor-applied', 'mentee', 'mentor'] as const),
  ...([
    'mentee-unmatched',
    'mentor-unmatched',
    'leaves',
    'manager',
    'adviser',
    'juror',
    'coordinator',
    'everyone',
  ] as const),
] as const;
export type Persona = (typeof personas)[number];

/** What a message follows, in the order of a programme. */
export const events = [
  ...([
    'survey-opened',
    'talk-wanted',
    'talk-planned',
    'app-came',
    'call-sent',
    'wrote-to-bot',
    'pressed-old-card',
  ] as const),
  ...([
    'applied',
    'course-wanted',
    'closing-near',
    'choice-sent',
    'published',
    'mentee-agreed',
    'other-declined',
    'pair-began',
  ] as const),
  ...([
    'meeting-planned',
    'meeting-by-hand',
    'other-time-asked',
    'meeting-moved',
    'meeting-declined',
    'meeting-cancelled',
    'poll-asked',
    'poll-answered',
    'poll-refused',
    'series-planned',
    'no-next-date',
    'pair-quiet',
    'contact-wanted',
    'coordinator-writes',
    'private-talk-wanted',
    'check-in-put-off',
    'note-to-partner',
    'note-to-coordinators',
    'note-to-adviser',
    'thanked',
    'thanked-by-programme',
    'manager-thanked',
  ] as const),
  ...([
    'session-announced',
    'session-entered',
    'session-seat',
    'session-changed',
    'session-near',
    'session-cancelled',
    'session-held',
    'partner-paused',
    'partner-back',
    'break-over',
    'list-due',
    'round-begun',
    'several-at-once',
    'story-wanted',
    'story-written',
  ] as const),
  ...([
    'story-agreed',
    'story-to-change',
    'story-refused',
    'story-published',
    'story-translated',
    'story-withdrawn',
    'story-ending',
    'story-over',
    'end-near',
    'findings-told',
    'pair-ended',
    'rounded-off',
    'programme-closed',
  ] as const),
  ...([
    'event-opened',
    'event-nominated',
    'event-closed',
    'event-decided',
    'event-entered',
    'event-moved',
    'event-cancelled',
  ] as const),
] as const;
export type Event = (typeof events)[number];

export const ways = ['chat', 'channel', 'calendar', 'mail'] as const;
export type Way = (typeof ways)[number];

export type ExampleText =
  | ('thanks' | 'title' | 'story' | 'note' | 'criterion' | 'finding' | 'reason' | 'change')
  | ('session' | 'about' | 'place');

/** A programme's own words and dates, with example people: what cards are filled with to be read beforehand. */
export interface Scene {
  readonly language: Language;
  readonly programme: Programme;
  readonly mentee: Person;
  readonly mentor: Person;
  readonly coordinator: Pick<Person, 'id' | 'name'>;
  /** The last day to apply; the coordinators' words where a call was sent. */
  readonly call: { readonly closesOn: string; readonly words: Readonly<Partial<Record<Language, string>>> };
  readonly surveyClosesAt: number;
  readonly meetingAt: number;
  /** Courses of the organisation that the programme asks for, by side. */
  readonly ownPath?: Readonly<Record<'mentee' | 'mentor', readonly { id: string; title: string; minutes: number }[]>>;
  /** A confidential adviser takes requests, so check-ins offer them as readers of a note. */
  readonly hasAdvisers?: boolean;
  /** What people write themselves. */
  readonly texts: Readonly<Record<ExampleText, string>>;
  /** The address of a page of the tab. */
  link(path: string): string;
}

/** An entry in Outlook, as both find it in their calendar; or a mail. */
export interface CalendarText {
  readonly subject: string;
  readonly body: string;
}

/**
 * What a press on the button with this verb brings in the card's place: a card, a sentence, or the first card again. `press` is the
 * title of the button where several have the verb; `late` answers come when things have moved on by then.
 */
export type Answer = { readonly verb: string; readonly press?: string; readonly late?: true } & (
  { readonly card: Card } | { readonly text: string } | { readonly again: true }
);

/** When somebody gets such a message, and what it says then. */
export interface Occasion {
  readonly to: readonly Persona[];
  readonly after: Event;
  readonly days?: number;
  readonly workingDays?: number;
  /** Left out where the programme's own dates and plan leave it out; `due` is when it would come. */
  fits?(scene: Scene, due: number): boolean;
  show(scene: Scene, to: Persona): Card | CalendarText;
  answers?(scene: Scene, to: Persona): readonly Answer[];
}

/** All messages of one kind. */
export interface Sending {
  /** To be spread into what `deliver` gets. */
  readonly as: SendRule;
  /** In chat where it is left out. */
  readonly way?: Way;
  /** Goes in the place of another message, with which it is counted. */
  readonly instead?: true;
  readonly occasions: readonly Occasion[];
}

export function sideIn(to: Persona): 'mentee' | 'mentor' {
  return to === 'mentor' || to === 'mentor-applied' || to === 'mentor-unmatched' ? 'mentor' : 'mentee';
}

/** The one who gets it, and the other of the two. */
export function receiverIn(scene: Scene, to: Persona): Person {
  return scene[sideIn(to)];
}
export function partnerIn(scene: Scene, to: Persona): Person {
  return scene[sideIn(to) === 'mentee' ? 'mentor' : 'mentee'];
}

/** Ids in example cards lead nowhere. */
export const exampleId = 'example';
