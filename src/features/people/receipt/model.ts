/**
 * What is told under each form, before anything is sent: what is kept, who reads it, until when, how to take it back. The end
 * comes from the register that the tables are made of, and a test holds the readers to every route. Safe in the browser.
 */
import { keptOf, type End, type KindIn, type TableName } from '../../../platform/kept.ts';

export const forms = [
  'survey',
  'confidential-survey',
  'application',
  'check-in',
  'identity',
  'story',
  'helps',
  'thanks',
  'door',
  'badge',
  'certificate',
  'preferences',
  'parting',
  'closing',
  'agreement',
  'pair-goal',
  'manager-word',
  'manager-thanks',
  'rest',
  'meeting-notes',
  'passport',
  'poll',
  'private-talk',
  'skills',
  'circle',
  'session',
  'session-feedback',
  'nomination',
  'nomination-answer',
  'judgement',
  'honour',
] as const;
export type FormName = (typeof forms)[number];

/**
 * Who reads a single entry as it was given. `team`: the programme's coordinators; `programme`: who takes part and its team;
 * `everybody`: every colleague. `manager`: whoever the directory names, by one message. `adviser`: a confidential adviser. `circle`: mentors of
 * the programme who joined their circle, and its team. `link`: whoever holds a paper with the link on it. `nominated`: those whom
 * a nomination is about, and the other of their pair; `jury`: that of the event. A reader may come later, when the person lets it come to that: `after` says when.
 */
export const readers = [
  ...([
    'you',
    'partner',
    'team',
    'programme',
    'everybody',
    'manager',
    'adviser',
    'circle',
    'link',
    'nominated',
    'jury',
  ] as const),
] as const;
export type Reader = (typeof readers)[number];

export const backs = [
  'never',
  'by-itself',
  'replace',
  'shared',
  'untick',
  'withdraw',
  'forget',
  'each',
  'story',
  'here',
  'tick-away',
  'survey',
  'settings',
  'own-page',
  'line',
  'empty',
  'talk',
  'confided',
  'rewrite',
  'delete',
  'skills',
  'circle',
  'seat',
  'certificate',
  'press',
  'nomination',
  'answer',
  'honour',
] as const;
export type Back = (typeof backs)[number];

export interface ReceiptLine {
  /** Its sentence is `what.<what>` in the word lists. */
  readonly what: string;
  readonly kind: readonly [TableName, string];
  readonly readers: readonly Reader[];
  /** Totals of many, from so many people on; `texts` are read one by one, mixed and without names. */
  readonly totals?: 'figures' | 'figures-and-texts';
  /** Where what this form leaves goes sooner than its kind of row. */
  readonly until?: End;
  /** Readers who come later. */
  readonly after?: 'agreed' | 'shown' | 'answered' | 'chosen' | 'picked' | 'considered' | 'named' | 'judged';
  readonly back: Back;
}

const line = <N extends TableName>(table: N, kind: KindIn<N>, one: Omit<ReceiptLine, 'kind'>): ReceiptLine => ({
  kind: [table, kind],
  ...one,
});

export const receipts: Readonly<Record<FormName, readonly ReceiptLine[]>> = {
  survey: [
    line('answers', 'answer', { what: 'survey.answer', readers: [], totals: 'figures-and-texts', back: 'never' }),
    line('answers', 'mark', { what: 'survey.mark', readers: [], back: 'by-itself' }),
  ],
  'confidential-survey': [
    line('answers', 'held', { what: 'survey.held', readers: ['you'], totals: 'figures-and-texts', back: 'survey' }),
    line('answers', 'gone', { what: 'survey.gone', readers: [], back: 'never' }),
  ],
  application: [
    line('programmes', 'application', { what: 'application.private', readers: ['you'], back: 'withdraw' }),
    line('programmes', 'proposed', {
      what: 'application.reasons',
      readers: ['you', 'partner', 'team'],
      back: 'withdraw',
    }),
    line('programmes', 'choice', {
      what: 'application.choice',
      readers: ['you', 'team'],
      after: 'answered',
      back: 'forget',
    }),
  ],
  'check-in': [
    line('programmes', 'checkin', { what: 'checkin.answer', readers: ['you'], totals: 'figures', back: 'replace' }),
    line('programmes', 'checkin', {
      ...{ what: 'checkin.note', readers: ['you', 'partner', 'team'], after: 'chosen', back: 'shared' },
    }),
    line('concerns', 'note', { what: 'checkin.confided', readers: ['you', 'adviser'], back: 'confided' }),
    line('programmes', 'word', { what: 'checkin.word', readers: ['team'], back: 'untick' }),
  ],
  identity: [
    line('identity', 'answer', { what: 'identity.answer', readers: [], back: 'each' }),
    line('identity', 'consent', { what: 'identity.consent', readers: ['you'], back: 'never' }),
  ],
  story: [
    line('programmes', 'story', {
      ...{ what: 'story.text', readers: ['you', 'partner', 'team', 'everybody'], after: 'agreed', back: 'story' },
    }),
    line('programmes', 'storypicture', {
      ...{ what: 'story.picture', readers: ['you', 'partner', 'team', 'everybody'], after: 'agreed', back: 'story' },
    }),
    line('programmes', 'wording', { what: 'story.wording', readers: [], back: 'never' }),
    line('programmes', 'consent', { what: 'story.consent', readers: [], back: 'never' }),
    line('programmes', 'translation', {
      ...{
        what: 'story.translation',
        readers: ['you', 'partner', 'team', 'everybody'],
        after: 'agreed',
        back: 'story',
      },
    }),
  ],
  helps: [line('people', 'storyhelped', { what: 'helps', readers: [], totals: 'figures', back: 'press' })],
  thanks: [
    line('programmes', 'thanks', {
      ...{ what: 'thanks.text', readers: ['you', 'partner', 'programme'], after: 'shown', back: 'here' },
    }),
    line('programmes', 'thanksback', { what: 'thanks.back', readers: [], back: 'never' }),
  ],
  door: [line('programmes', 'door', { what: 'door', readers: ['you', 'partner'], totals: 'figures', back: 'here' })],
  badge: [line('people', 'badge', { what: 'badge', readers: ['you', 'partner'], after: 'picked', back: 'settings' })],
  certificate: [line('people', 'certificate', { what: 'certificate', readers: ['you', 'link'], back: 'certificate' })],
  preferences: [line('people', 'preferences', { what: 'preferences', readers: ['you'], back: 'settings' })],
  'manager-word': [
    line('programmes', 'managerword', { what: 'manager-word', readers: ['you', 'manager'], back: 'tick-away' }),
  ],
  'manager-thanks': [
    line('programmes', 'managerthanks', { what: 'manager-thanks', readers: ['you', 'manager'], back: 'never' }),
  ],
  rest: [line('people', 'rest', { what: 'rest', readers: ['you'], back: 'own-page' })],
  'meeting-notes': [
    line('programmes', 'meetingpoint', { what: 'meeting.point', readers: ['you', 'partner'], back: 'line' }),
    line('programmes', 'meetingagreed', { what: 'meeting.agreed', readers: ['you', 'partner'], back: 'line' }),
    line('people', 'meetingnotes', { what: 'meeting.own', readers: ['you'], back: 'empty' }),
  ],
  passport: [
    line('people', 'passport', { what: 'passport.told', readers: ['you', 'partner'], back: 'empty' }),
    line('people', 'passport', { what: 'passport.kept', readers: ['you'], back: 'empty' }),
  ],
  poll: [line('programmes', 'poll', { what: 'poll', readers: ['you', 'partner'], back: 'replace' })],
  closing: [line('programmes', 'reached', { what: 'closing', readers: ['you', 'partner'], back: 'empty' })],
  agreement: [line('programmes', 'agreement', { what: 'agreement', readers: ['you', 'partner'], back: 'rewrite' })],
  'pair-goal': [
    line('programmes', 'pairgoal', { what: 'goal.text', readers: ['you', 'partner'], back: 'delete' }),
    line('programmes', 'goalstep', { what: 'goal.step', readers: ['you', 'partner'], back: 'line' }),
    line('programmes', 'goalnote', { what: 'goal.note', readers: ['you', 'partner'], back: 'line' }),
    line('answers', 'answer', {
      ...{ what: 'goal.word', readers: [], totals: 'figures', until: 'year-after', back: 'never' },
    }),
  ],
  'private-talk': [line('concerns', 'request', { what: 'private-talk', readers: ['you', 'adviser'], back: 'talk' })],
  skills: [
    line('answers', 'own', { what: 'skills.own', readers: ['you'], back: 'skills' }),
    line('answers', 'held', {
      ...{ what: 'skills.counted', readers: [], totals: 'figures', until: 'year-after', back: 'skills' },
    }),
    line('people', 'skills', { what: 'skills.when', readers: ['you'], back: 'skills' }),
    line('answers', 'gone', { what: 'skills.gone', readers: [], until: 'year-after', back: 'never' }),
  ],
  circle: [line('programmes', 'circletext', { what: 'circle.text', readers: ['circle'], back: 'circle' })],
  session: [line('programmes', 'sessionseat', { what: 'session.seat', readers: ['you', 'team'], back: 'seat' })],
  'session-feedback': [
    line('answers', 'answer', {
      ...{ what: 'session.answer', readers: [], totals: 'figures-and-texts', until: 'survey-ends', back: 'never' },
    }),
    line('answers', 'mark', { what: 'session.mark', readers: [], back: 'by-itself' }),
  ],
  nomination: [
    line('programmes', 'nomination', {
      ...{ what: 'nomination.words', readers: ['you', 'nominated', 'team', 'jury'], after: 'considered' },
      back: 'nomination',
    }),
  ],
  'nomination-answer': [
    line('programmes', 'nomination', { what: 'nomination.answer', readers: ['you'], back: 'answer' }),
  ],
  judgement: [
    line('programmes', 'judgement', {
      ...{ what: 'judgement', readers: ['you', 'team', 'jury'], after: 'judged', back: 'never' },
    }),
  ],
  honour: [
    line('programmes', 'honour', {
      ...{ what: 'honour', readers: ['you', 'team', 'programme'], after: 'named', back: 'honour' },
    }),
  ],
  parting: [line('programmes', 'parting', { what: 'parting', readers: [], back: 'never' })],
};

/** Those of `release`, which comes later in the order of features; a test holds them together. */
export const usualFloors = { rating: 5, text: 10 } as const;

/** How long the kind of row stays, as the register has it, or this form's rows of it. */
export function endOf({ kind: [table, kind], until }: ReceiptLine): End {
  if (until) return until;
  const kept = keptOf(table, kind);
  if (!kept) throw new Error(`the register has no ${table} ${kind}`);
  return kept.until;
}
