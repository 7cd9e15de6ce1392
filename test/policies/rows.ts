/**
 * What the matrix expects: a row for each route and each verb, with the views that may, and nothing else. Whoever is not named is
 * refused. A new route or verb without a row fails the build.
 */
import { someAnswers } from '../support/applications.ts';
import { person, type Owner, type View } from './people.ts';
import { ownLink, pictureData } from './own-courses.ts';
import { aStoryDraft } from '../support/story-draft.ts';
import { soon, type Params } from './things.ts';
import { emptyPassport } from '../../src/features/people/passport/model.ts';
import { setOf } from '../../src/features/surveys/bank/rules.ts';
import { storyIdOf } from '../../src/features/stories/usecases.ts';

/** `'mentee mentor=409'`: who gets 200, and who may but is told something else. */
export type Who = string;

export interface Case {
  readonly owner: Owner | `state-${string}`;
  readonly at?: Params;
  readonly who: Who;
  readonly body?: unknown;
  /** What the answer must say besides. */
  readonly says?: Partial<Record<View, RegExp>>;
}

export interface Row {
  /** That the programme is there is known to everybody: it is open for applications. */
  readonly isOfOpenProgramme?: true;
  readonly body?: unknown;
  readonly query?: string;
  /** By whose the thing is; an owner that is left out is refused to all. */
  readonly may?: Partial<Record<Owner, Who>>;
  readonly at?: Partial<Record<Owner, Params>>;
  /** The same in other states of the thing. */
  readonly states?: readonly (Omit<Case, 'owner'> & { readonly state: string })[];
}

const everyone =
  'employee applicant mentee mentor coordinator other-coordinator former-coordinator adviser administrator';
const both = 'mentee mentor';
const coordinators = 'coordinator other-coordinator';
const over = 'administrator=410';
const ofProgramme = { self: 'coordinator', other: 'other-coordinator' } as const;
/** Nobody's manager was told. */
const told409 = everyone.replaceAll(/(\S+)/g, '$1=409');
const own: Row = { may: { self: everyone } };
/** The messages of one kind: they are in both programmes. */
const ofSend = { self: 'coordinator', missing: 'coordinator=404', other: 'other-coordinator' } as const;
/** A thing of the pair: of the own one for both of it. */
const ofPair = { self: both, partner: both } as const;
/** Also for a guest who is a mentor: what is of the pair alone, and what everybody has for themselves. */
const guestToo = `${everyone} guest-mentor`;
const ofPairAndGuest = { self: `${both} guest-mentor`, partner: both } as const;
const ownOfGuestToo: Row = { may: { self: guestToo } };
const ofHelper = { self: 'coordinator employee', other: 'other-coordinator' } as const;
/** Taking out somebody who is not in it is done at once. */
const takesOut = {
  ...{ self: 'coordinator', partner: 'coordinator', same: 'coordinator', missing: 'coordinator' },
  other: 'other-coordinator',
} as const;
const spoken = (({ wishes: _wishes, ratherNot: _ratherNot, ...rest }) => rest)(someAnswers());

/** Whoever reads a course of the organisation. */
const ownStates: Row['states'] = [
  { state: 'draft', at: { ownId: 'own-draft' }, who: '' },
  { state: 'withdrawn', at: { ownId: 'own-withdrawn' }, who: '' },
  { state: 'for colleagues only', at: { ownId: 'own-colleagues' }, who: everyone },
];

const draft = {
  name: 'P',
  forWhom: 'a',
  why: 'b',
  howChosen: 'c',
  goals: [],
  language: 'en',
  startsOn: '2026-04-06',
  endsOn: '2027-01-06',
};
/** The next day: a day with a meeting is full. */
const time = { start: soon + 22 * 3_600_000, minutes: 30 };
const supportItems = setOf('support').items;
const answers = Object.fromEntries(supportItems.map(({ id }) => [id, 3]));
const story = aStoryDraft({ title: 'Our year together' });
const terms = { reach: 'organisation', named: false };
const note = { note: 'Please change this' };

/** Whoever holds a talk: no other coordinator. */
const talkWish = {
  ...{ how: { way: 'teams' }, halves: ['monday-morning'], avoid: [], speak: 'nl' },
  ...{ adviser: person.adviser.id, chatIsSafe: false },
};
const ofTalk = { self: 'coordinator', same: 'other-coordinator', other: 'other-coordinator' } as const;
const conflictOfTalk = {
  self: 'coordinator=409',
  same: 'other-coordinator=409',
  other: 'other-coordinator=409',
} as const;
const conflictOfProgramme = { self: 'coordinator=409', other: 'other-coordinator=409' } as const;
const ofSide: Params = { side: 'mentee' };
const toldFinding: Params = { findingId: 'finding-told' };
const goneFor = (who: Who): Who => who.replaceAll(/(\S+)/g, '$1=404');
const otherText = { itemId: 'home-help', text: 'Another text', themes: [] };
const doneOfTalk = { self: 'coordinator=204', same: 'other-coordinator=204', other: 'other-coordinator=204' } as const;
const talkDraft = {
  ...{ purpose: 'needs', form: 'group', size: 8, audience: { kind: 'everybody' }, language: 'en', minutes: 60 },
  from: '2026-03-20',
};

const ofCircle = { self: 'mentor coordinator', same: 'mentor coordinator', other: 'other-coordinator' } as const;
const circleWords = { language: 'en', notNames: [], text: 'Like this' } as const;
const circleQuestion = { ...circleWords, title: 'How do you begin?', topic: 'first-meeting' } as const;
/** A programme in which the mentor has a pair, and has not joined the circle. */
const notJoined = { state: 'not joined', at: { programmeId: 'p3', circleQuestionId: 'cq-hidden' } } as const;
const leftCircle = {
  state: 'left the circle',
  at: { programmeId: 'p3', circleQuestionId: 'cq-left', circleTextId: 'cq-left' },
  who: '',
} as const;
const link = {
  ...{ title: 'A guide', about: '', address: 'https://www.example.org/guide', language: 'en', role: 'both' },
  topic: 'other',
} as const;
/** For mentees of the programme, once it was announced. */
const ofSession = {
  may: { self: 'applicant mentee' },
  states: [{ state: 'draft', at: { sessionId: 'session-draft' }, who: '' }],
} satisfies Row;
const past = { sessionId: 'session-past' } as const;
const pastSession = { self: past, partner: past, same: past, other: past } as const;
const sessionDraft = {
  ...{ kind: 'workshop', forWhom: 'mentees', title: 'T', about: 'A', language: 'en', start: soon + 240 * 3_600_000 },
  ...{ minutes: 90, place: 'Room 3', online: false, link: '', seats: 5, closesOn: '2026-03-10' },
};

const eventDraft = {
  ...{
    title: 'T',
    language: 'en',
    start: soon + 60 * 86_400_000,
    minutes: 90,
    place: 'Room 3',
    online: false,
    link: '',
  },
  ...{ closesOn: '2026-03-23', criteria: ['doors'], ownCriteria: [], mentors: 2, mentees: 2 },
  jurors: [person.employee.id, person.mentee.id],
};
const inEvent = (eventId: string): Record<'self' | 'partner' | 'same' | 'other', Params> => {
  return { self: { eventId }, partner: { eventId }, same: { eventId }, other: { eventId } };
};
const allOfTeam = { ...ofProgramme, partner: 'coordinator', same: 'coordinator' } as const;
const draftEvent = { state: 'draft', at: { eventId: 'event-draft' }, who: '' } as const;
/** Who is honoured alone. */
const ofHonoured = (who: Who): readonly { readonly state: string; readonly at: Params; readonly who: Who }[] => [
  { state: 'decided', at: { eventId: 'event-decided' }, who },
];
const nominators = 'mentee mentor guest-mentor coordinator';
const eachWith = (who: Who, status: number): Who => who.replaceAll(/(\S+)/g, `$1=${status}`);
const judgingEvent: Params = { eventId: 'event-judging' };
const ofJury = { self: 'employee mentee', other: 'employee adviser' } as const;
const notNow = {
  ...{ self: 'employee=409 mentee=409', same: 'employee=409 mentee=409', other: 'employee=409 adviser=409' },
} as const;

const changeOfPair = (pairId: string): Params => ({ pairId });
/** The mentee keeps the goals; the mentor may look. */
const ofMentee = { self: 'mentee mentor=409 guest-mentor=409', partner: 'mentee mentor=409' } as const;
const afterTheEnd = { state: 'ended', at: changeOfPair('pair-ended'), who: 'mentee mentor=410' } as const;

export const routeRows: Readonly<Record<string, Row>> = {
  'POST /people/search': { body: { words: 'mentee' }, may: { self: everyone } },
  'GET /people/:personId/photo': {
    may: { self: everyone, partner: everyone, same: everyone, other: everyone, missing: everyone, nobody: everyone },
  },
  'GET /me/preferences': ownOfGuestToo,
  'GET /me/messages': ownOfGuestToo,
  'PUT /me/preferences': { body: { doNotAsk: true }, ...ownOfGuestToo },
  'GET /me/forgetting': ownOfGuestToo,
  // Alone in the own programme.
  'POST /me/forgetting': { body: {}, may: { self: guestToo.replace(' coordinator ', ' coordinator=409 ') } },
  'DELETE /me/forgetting': { may: { self: guestToo.replaceAll(/(\S+)/g, '$1=204') } },
  'GET /me/data': ownOfGuestToo,
  'GET /me/data/doings': ownOfGuestToo,
  'GET /me/data/answers': ownOfGuestToo,
  'POST /me/data': { body: {}, ...ownOfGuestToo },
  // Nobody of the world has looked for it; whose entries are shown is held in the tests of the feature.
  'GET /me/data/entries': { query: '?kind=people%20preferences', may: { self: goneFor(guestToo) } },
  'GET /me/data/file': { may: { self: goneFor(guestToo) } },
  'GET /me/passport': ownOfGuestToo,
  'PUT /me/passport': { body: { ...emptyPassport, needs: [{ need: 'captions', for: 'nobody' }] }, ...ownOfGuestToo },
  'DELETE /me/passport': ownOfGuestToo,
  'GET /me/identity': own,
  'PUT /me/identity': {
    body: { question: 'gender', said: { kind: 'choice', choice: 'woman' }, wish: true, textVersion: 1 },
    ...own,
    states: [
      {
        ...{ state: 'a question that is off', who: everyone.replaceAll(/(\S+)/g, '$1=410') },
        body: { question: 'belief', said: { kind: 'prefer-not' }, wish: false, textVersion: 1 },
      },
    ],
  },
  'DELETE /me/identity/:question': own,
  'GET /identity/countries': { may: { self: 'administrator' } },
  'PUT /identity/countries/:country': { body: { modes: modesBody() }, may: { self: 'administrator' } },

  'GET /private-talk': ownOfGuestToo,
  'PUT /private-talk': { body: talkWish, may: { self: guestToo.replace('adviser', 'adviser=422') } },
  'DELETE /private-talk': ownOfGuestToo,
  'GET /private-talk/contacts': {
    ...ownOfGuestToo,
    states: [
      {
        ...{ state: 'with or without the right to set them', who: guestToo },
        says: { employee: /"maySet":false/, coordinator: /"maySet":false/, adviser: /"maySet":true/ },
      },
    ],
  },
  'PUT /private-talk/contacts': { body: { lines: [] }, may: { self: 'adviser administrator' } },
  'GET /private-talk/requests': { may: { self: 'adviser' } },
  'PUT /private-talk/advising': { body: { takes: true, speaks: ['nl'] }, may: { self: 'adviser' } },
  'PUT /private-talk/requests/:wishId': { body: { to: 'taken' }, may: { self: 'adviser' } },
  'POST /private-talk/notes/:confidedId/read': { body: {}, may: { self: 'adviser' } },

  'GET /programmes': {
    may: { self: coordinators },
    states: [{ state: 'taken out of a team', who: coordinators, says: { 'other-coordinator': /^(?!.*Programme p1)/ } }],
  },
  'GET /programme-template': { may: { self: coordinators } },
  'POST /programmes': { body: draft, may: { self: coordinators } },
  'GET /programmes/:programmeId': { may: ofProgramme },
  'PUT /programmes/:programmeId': { body: draft, may: ofProgramme },
  'POST /programmes/:programmeId/stage': { body: { to: 'run' }, may: ofProgramme },
  'GET /programmes/:programmeId/coordinators': { may: ofProgramme },
  'POST /programmes/:programmeId/coordinators': { body: { personId: person.employee.id }, may: ofProgramme },
  'DELETE /programmes/:programmeId/coordinators/:personId': {
    at: { self: { personId: person.leaver.id }, other: { personId: person.leaver.id } },
    may: {
      self: 'coordinator',
      partner: 'coordinator',
      same: 'coordinator',
      missing: 'coordinator',
      other: 'other-coordinator',
    },
  },

  'GET /surveys': { may: { self: coordinators } },
  'GET /surveys/audience': { may: { self: coordinators } },
  'POST /surveys/audience': {
    body: { audience: { kind: 'everybody' } },
    may: { self: coordinators },
    states: [
      {
        ...{ state: 'of a programme of their own', who: 'coordinator' },
        body: {
          audience: { kind: 'chosen', participants: { programmeId: 'p1', roles: ['mentor'], stages: ['paired'] } },
        },
      },
    ],
  },
  'GET /surveys/groups': { may: { self: coordinators } },
  'POST /surveys': { body: { audience: { kind: 'everybody' }, closesOn: '2026-04-01' }, may: { self: coordinators } },
  'GET /surveys/bank': { may: { self: coordinators } },
  'POST /surveys/wording': {
    body: { kind: 'agree', text: { nl: 'Ik leer', fr: 'J’apprends', de: 'Ich lerne', en: 'I learn' } },
    may: { self: coordinators },
  },
  'PUT /surveys/:surveyId': {
    body: { audience: { kind: 'everybody' }, closesOn: '2026-04-01' },
    may: { self: conflictFor(coordinators), same: conflictFor(coordinators) },
    states: [{ state: 'draft', at: { surveyId: 'survey-draft' }, who: coordinators }],
  },
  'POST /surveys/:surveyId/forecast': {
    body: { response: 50 },
    may: { self: coordinators, same: coordinators },
  },
  'POST /surveys/:surveyId/copy': { may: { self: coordinators, same: coordinators } },
  'GET /surveys/:surveyId': { may: { self: coordinators, same: coordinators } },
  'GET /surveys/:surveyId/report': {
    query: '?format=csv&language=en',
    may: { self: conflictFor(coordinators), same: conflictFor(coordinators) },
    states: [{ state: 'closed', at: { surveyId: 'survey-closed' }, who: coordinators }],
  },
  'POST /surveys/:surveyId/open': {
    may: { self: coordinators, same: coordinators },
    states: [{ state: 'draft', at: { surveyId: 'survey-draft' }, who: coordinators }],
  },
  'POST /surveys/:surveyId/close': { may: { self: conflictFor(coordinators), same: conflictFor(coordinators) } },
  'POST /surveys/:surveyId/cancel': { may: { self: coordinators, same: coordinators } },
  'POST /surveys/:surveyId/decision': {
    body: { choice: 'go', why: 'There is enough support for it here.', after: 0 },
    may: { self: conflictFor(coordinators), same: conflictFor(coordinators) },
    states: [{ state: 'closed', at: { surveyId: 'survey-closed' }, who: coordinators }],
  },
  'POST /surveys/:surveyId/again': {
    may: { self: conflictFor(coordinators), same: conflictFor(coordinators) },
    states: [{ state: 'closed', at: { surveyId: 'survey-closed' }, who: coordinators }],
  },
  'GET /surveys/:surveyId/rounds': { may: { self: coordinators, same: coordinators } },
  'POST /surveys/:surveyId/answer/take-back': { may: { self: `applicant ${both}` } },
  'GET /surveys/:surveyId/answer': { may: { self: `applicant ${both}` } },
  'POST /surveys/:surveyId/answer': { body: { answers }, may: { self: `applicant ${both}` } },
  'GET /me/surveys': own,

  'GET /talks': { may: { self: coordinators } },
  'POST /talks': { body: talkDraft, may: { self: coordinators } },
  'GET /papers/:paper': {
    query: '?format=md&language=en',
    may: { self: everyone },
    states: [
      { state: 'not for everybody', at: { paper: 'security' }, who: 'coordinator other-coordinator administrator' },
    ],
  },
  'GET /talk-guides/:purpose': { may: { self: coordinators } },
  'GET /talks/:talkId': { may: ofTalk },
  'POST /talks/:talkId/draw': {
    body: { personId: person.employee.id },
    may: conflictOfTalk,
    states: [{ state: 'draft', at: { talkId: 'talk-draft' }, who: 'coordinator' }],
  },
  'POST /talks/:talkId/ask': {
    may: ofTalk,
    states: [{ state: 'draft', at: { talkId: 'talk-draft' }, who: 'coordinator' }],
  },
  'POST /talks/:talkId/cancel': { may: ofTalk },
  'POST /talks/:talkId/close': {
    body: { heard: false },
    may: ofTalk,
    states: [{ state: 'with a consent taken back', at: { talkId: 'talk-back' }, who: 'coordinator=409' }],
  },
  'POST /talks/:talkId/times': { body: {}, may: conflictOfTalk },
  'POST /talks/:talkId/booking': { body: { start: soon }, may: conflictOfTalk },
  'POST /talks/:talkId/unbook': { body: {}, may: doneOfTalk },
  'POST /talks/:talkId/notes': {
    body: { notes: [{ text: 'More time is needed.', mayQuote: false }], notNames: [] },
    may: ofTalk,
  },
  'DELETE /talks/:talkId/notes/:noteId': { may: doneOfTalk },
  'PUT /talks/:talkId/notes/:noteId/themes': {
    body: { themes: ['step'] },
    may: { self: 'coordinator=204', same: 'other-coordinator=404', other: 'other-coordinator=404' },
  },
  'POST /talks/:talkId/share': { may: conflictOfTalk },
  'GET /themes': { may: { self: coordinators } },
  'POST /themes': { body: { name: 'Parking' }, may: { self: coordinators } },
  'GET /surveys/:surveyId/themes': { may: { self: coordinators, same: coordinators } },
  'PUT /surveys/:surveyId/themes': {
    body: { itemId: 'home-help', text: 'A text', themes: [] },
    may: { self: goneFor(coordinators), same: goneFor(coordinators) },
    states: [
      { state: 'told', at: { surveyId: 'survey-told' }, who: coordinators.replaceAll(/(\S+)/g, '$1=204') },
      { state: 'told, another text', at: { surveyId: 'survey-told' }, who: goneFor(coordinators), body: otherText },
    ],
  },
  'GET /needs': { may: { self: coordinators } },
  'GET /talks/:talkId/invitation': {
    may: { self: both },
    states: [{ state: 'draft', at: { talkId: 'talk-draft' }, who: '' }],
  },
  'POST /talks/:talkId/answer': {
    body: { answer: 'yes', mayQuote: false },
    may: { self: both },
    states: [{ state: 'draft', at: { talkId: 'talk-draft' }, who: '' }],
  },

  'GET /programmes/:programmeId/recruitment': { may: ofProgramme },
  'GET /programmes/:programmeId/funnel': { may: ofProgramme },
  'GET /programmes/:programmeId/funnel/paper': { query: '?format=csv&language=en', may: ofProgramme },
  'POST /programmes/:programmeId/reach': { body: { audience: { kind: 'all' } }, may: ofProgramme },
  'GET /programmes/:programmeId/audiences': { may: ofProgramme },
  'POST /programmes/:programmeId/audiences': {
    body: { name: 'Finance', scope: 'programme', audience: { kind: 'chosen', departments: ['Finance'] } },
    may: ofProgramme,
  },
  'DELETE /programmes/:programmeId/audiences/:audienceId': { may: ofProgramme },
  'GET /programmes/:programmeId/mentor-suggestions': { may: ofProgramme },
  'GET /programmes/:programmeId/call-reports': { may: ofProgramme },
  'POST /programmes/:programmeId/calls': {
    body: { audience: { kind: 'all' }, words: {}, closesOn: '2026-04-01' },
    may: ofProgramme,
  },
  'POST /programmes/:programmeId/calls/preview': { body: { words: {} }, may: ofProgramme },
  'GET /programmes/:programmeId/kit': { may: ofProgramme },
  'PUT /programmes/:programmeId/kit': { body: { ask: 'ask@example.test' }, may: ofProgramme },
  'GET /programmes/:programmeId/kit/file': { query: '?form=poster&language=en', may: ofProgramme },
  'POST /programmes/:programmeId/kit/preview': { body: { by: 'chat' }, may: ofProgramme },
  'POST /programmes/:programmeId/kit/posts': { body: { channelId: 'c', language: 'en' }, may: ofProgramme },
  'GET /programmes/:programmeId/outside': { may: ofProgramme },
  'GET /programmes/:programmeId/helping': {
    may: ofHelper,
    states: [{ state: 'being prepared', at: { programmeId: 'p3' }, who: '' }],
  },
  'POST /programmes/:programmeId/helpers': { body: { personId: person.leaver.id }, may: ofProgramme },
  'DELETE /programmes/:programmeId/helpers/:personId': { may: takesOut },
  'POST /programmes/:programmeId/slips': {
    body: { personId: person.leaver.id, answers: spoken, language: 'nl' },
    may: ofHelper,
  },
  'POST /programmes/:programmeId/slips/confirm': { body: { code: 'K7M2-000-000' }, may: ofProgramme },
  'DELETE /programmes/:programmeId/slips/:slipId': { may: ofProgramme },
  'POST /programmes/:programmeId/kiosk': { body: { days: 7 }, may: ofProgramme },
  'DELETE /programmes/:programmeId/kiosk': { may: ofProgramme },
  'DELETE /programmes/:programmeId/kiosk/requests/:requestId': { may: ofProgramme },
  'POST /programmes/:programmeId/forms/file': { body: { language: 'nl', copies: 1 }, may: ofProgramme },
  'POST /programmes/:programmeId/forms/entries': {
    body: { serial: 'ABCD-2345', personId: person.applicant.id, boxes: 'A1 B4 C1 S1', motivation: '' },
    may: ofHelper,
    states: [
      {
        ...{ state: 'of somebody who has applied already', who: 'coordinator employee' },
        says: { coordinator: /already-applied/, employee: /^\{"outcome":"applied"\}$/ },
      },
    ],
  },
  'POST /programmes/:programmeId/forms/lines': { body: { text: 'a;b' }, may: ofHelper },
  'PUT /programmes/:programmeId/guests': { body: { on: true }, may: ofProgramme },
  'POST /programmes/:programmeId/guests/search': {
    body: { words: 'guest' },
    may: { self: 'coordinator', other: 'other-coordinator=409' },
  },
  'POST /programmes/:programmeId/guests': {
    body: { personId: person.guest.id },
    may: { self: 'coordinator', other: 'other-coordinator=409' },
  },
  'DELETE /programmes/:programmeId/guests/:personId': { may: takesOut },
  'POST /calls/check': { body: { words: { en: 'Hello' } }, may: { self: coordinators } },
  'GET /programmes/:programmeId/networks': { may: ofProgramme },
  'PUT /programmes/:programmeId/networks/:networkId': { body: { sent: true, note: '' }, may: ofProgramme },
  'POST /networks': {
    body: { name: 'N', kind: 'network', contact: '', language: 'en' },
    may: { self: coordinators },
  },
  'DELETE /networks/:networkId': { may: { self: coordinators } },
  'GET /groups': { may: { self: coordinators } },
  'GET /programmes/:programmeId/round': { may: ofProgramme },
  'PUT /programmes/:programmeId/round': { body: { day: '2026-05-01' }, may: ofProgramme },
  'PUT /programmes/:programmeId/round/look': {
    body: { day: '2026-06-01' },
    may: { self: 'coordinator', other: 'other-coordinator=409' },
  },
  'POST /programmes/:programmeId/applications/read': { body: {}, may: ofProgramme },
  'GET /programmes/:programmeId/choice': { may: ofProgramme },
  'PUT /programmes/:programmeId/choice/criteria': {
    body: { criteria: [{ words: { en: 'Wants to lead' } }, { words: { en: 'Wants to learn' } }], limits: {} },
    may: conflictOfProgramme,
  },
  'PUT /programmes/:programmeId/choice/:side/:personId': {
    body: { chosen: true, criterionId: 'c1' },
    at: { self: ofSide, partner: ofSide, same: ofSide, other: ofSide, missing: ofSide, nobody: ofSide },
    may: {
      ...{ self: 'coordinator=409', partner: 'coordinator=409', same: 'coordinator=409', missing: 'coordinator=409' },
      other: 'other-coordinator=409',
    },
  },
  'POST /programmes/:programmeId/choice/send': { body: {}, may: conflictOfProgramme },
  'GET /programmes/:programmeId/informing': { may: ofProgramme },
  'PUT /programmes/:programmeId/informing': { body: { on: true }, may: ofProgramme },
  'GET /programmes/:programmeId/manager-word': {
    may: { self: everyone, other: everyone },
    states: [{ state: 'being prepared', at: { programmeId: 'p3' }, who: '' }],
  },
  'PUT /programmes/:programmeId/manager-word': {
    body: {},
    may: { self: conflictFor(everyone), other: conflictFor(everyone) },
    states: [
      { state: 'being prepared', at: { programmeId: 'p3' }, who: '' },
      { state: 'where managers are told', at: { programmeId: 'p4' }, who: 'applicant' },
    ],
  },
  'DELETE /programmes/:programmeId/manager-word': {
    may: { self: everyone, other: everyone },
    states: [{ state: 'being prepared', at: { programmeId: 'p3' }, who: '' }],
  },
  'GET /programmes/:programmeId/application': {
    may: { self: guestToo, other: everyone },
    states: [{ state: 'being prepared', at: { programmeId: 'p3' }, who: '' }],
  },
  'PUT /programmes/:programmeId/application': {
    body: { answers: someAnswers(), apply: false },
    may: { self: `${everyone} guest-mentor=422`, other: everyone },
    states: [
      { state: 'being prepared', at: { programmeId: 'p3' }, who: '' },
      { state: 'as a mentor', who: guestToo, body: { answers: someAnswers({ role: 'mentor' }), apply: false } },
    ],
  },
  'DELETE /programmes/:programmeId/application': { may: { self: 'applicant mentee' } },
  'DELETE /programmes/:programmeId/application/answers': {
    may: { self: 'applicant=409 mentee=409' },
  },
  'POST /programmes/:programmeId/nominations': {
    body: { personId: person.employee.id },
    may: { self: everyone, other: everyone },
    states: [{ state: 'being prepared', at: { programmeId: 'p3' }, who: '' }],
  },
  'POST /programmes/:programmeId/application/return': {
    isOfOpenProgramme: true,
    body: {},
    may: { self: 'applicant mentee' },
    states: [{ state: 'being prepared', at: { programmeId: 'p3' }, who: '' }],
  },
  'POST /go/:code': {
    isOfOpenProgramme: true,
    body: {},
    may: { self: guestToo, other: everyone },
    states: [{ state: 'being prepared', at: { code: 'k3000003' }, who: '' }],
  },
  'GET /me/invitations': own,
  'POST /programmes/:programmeId/invitation/not-now': { body: {}, may: { self: 'applicant employee' } },

  'GET /programmes/:programmeId/matching': {
    may: ofProgramme,
    states: [
      {
        ...{ state: 'published', at: { programmeId: 'p4' }, who: 'coordinator' },
        says: { coordinator: /"drafts":\[\]/ },
      },
    ],
  },
  'GET /programmes/:programmeId/matching/run': { may: ofProgramme },
  'GET /programmes/:programmeId/matching/aims': { may: ofProgramme },
  'POST /programmes/:programmeId/matching/preview': {
    body: { preset: 'balanced', floor: true },
    may: ofProgramme,
  },
  'GET /programmes/:programmeId/matching/waiting': { may: ofProgramme },
  'GET /programmes/:programmeId/matching/scarcity': { may: ofProgramme },
  'GET /programmes/:programmeId/proposals/:proposalId/pairs': { may: ofProgramme },
  'GET /programmes/:programmeId/proposals/:proposalId/left-out': { may: ofProgramme },
  'GET /programmes/:programmeId/proposals/:proposalId/pairs/:personId': {
    may: ofProgramme,
  },
  'GET /programmes/:programmeId/proposals/:proposalId/fairness': { may: ofProgramme },
  'GET /programmes/:programmeId/proposals/:proposalId/comparison': {
    query: '?with=proposal-1',
    may: { self: 'coordinator' },
  },
  'POST /programmes/:programmeId/proposals/:proposalId/use': {
    may: ofProgramme,
    states: [{ state: 'published', at: { programmeId: 'p4', proposalId: 'proposal-4' }, who: 'coordinator=409' }],
  },
  'POST /programmes/:programmeId/proposals': { may: ofProgramme },
  'POST /programmes/:programmeId/proposals/:proposalId/changes': {
    body: { what: 'sent-back', menteeId: person.mentee.id, mentorId: person.mentor.id, why: 'They know each other' },
    may: { self: 'coordinator', missing: 'coordinator=409', other: 'other-coordinator=404' },
    states: [{ state: 'published', at: { programmeId: 'p4', proposalId: 'proposal-4' }, who: 'coordinator=409' }],
  },
  'POST /programmes/:programmeId/proposals/:proposalId/publish': {
    may: { self: 'coordinator', missing: 'coordinator=409', other: 'other-coordinator' },
    states: [
      {
        ...{ state: 'published', at: { programmeId: 'p4', proposalId: 'proposal-4' }, who: 'coordinator' },
        says: { coordinator: /already-published/ },
      },
    ],
  },

  'GET /me/pairs': {
    ...ownOfGuestToo,
    states: [
      {
        state: 'whose turn it is',
        who: guestToo,
        says: {
          mentee: /"id":"pair-offered"[^}]*?[\s\S]*?"waitsForMe":true/,
          mentor: /^(?!.*pair-offered)(?!.*pair-declined)/,
        },
      },
    ],
  },
  'GET /programmes/:programmeId/pairs': { may: ofProgramme },
  'GET /programmes/:programmeId/pairs-list': { query: '?format=csv&language=en', may: ofProgramme },
  'GET /programmes/:programmeId/pairs/:pairId': {
    may: ofPairAndGuest,
    states: [
      { state: 'offered', at: changeOfPair('pair-offered'), who: 'mentee', says: { mentee: /"waitsForMe":true/ } },
      {
        state: "the mentor's turn",
        at: changeOfPair('pair-mentors-turn'),
        who: both,
        says: { mentee: /"waitsForMe":false/, mentor: /"waitsForMe":true/ },
      },
      { state: 'declined', at: changeOfPair('pair-declined'), who: '' },
      {
        state: 'paused',
        at: changeOfPair('pair-paused'),
        who: both,
        says: { mentee: /"pausedByMe":true,"mayGoOn":true/, mentor: /"pausedByMe":false,"mayGoOn":false/ },
      },
      { state: 'ended', at: changeOfPair('pair-ended'), who: both, says: { mentee: /^(?!.*"rematch")/ } },
    ],
  },
  'POST /programmes/:programmeId/pairs/:pairId/answer': {
    body: { said: 'yes' },
    may: ofPairAndGuest,
    states: [
      { state: 'offered', at: changeOfPair('pair-offered'), who: 'mentee' },
      {
        state: "the mentor's turn",
        at: changeOfPair('pair-mentors-turn'),
        who: both,
        says: { mentee: /"offered"/, mentor: /"active"/ },
      },
      { state: 'ended', at: changeOfPair('pair-ended'), who: both, says: { mentee: /"ended"/, mentor: /"ended"/ } },
    ],
  },
  'POST /programmes/:programmeId/pairs/:pairId/pause': {
    body: {},
    may: ofPairAndGuest,
    states: [
      { state: 'ended', at: changeOfPair('pair-ended'), who: both, says: { mentee: /"ended"/, mentor: /"ended"/ } },
    ],
  },
  'POST /programmes/:programmeId/pairs/:pairId/resume': {
    may: ofPairAndGuest,
    states: [
      { state: 'paused', at: changeOfPair('pair-paused'), who: both, says: { mentee: /"active"/, mentor: /"paused"/ } },
    ],
  },
  'POST /programmes/:programmeId/pairs/:pairId/end': {
    body: {},
    may: ofPairAndGuest,
    states: [
      {
        state: 'offered',
        at: changeOfPair('pair-mentors-turn'),
        who: both,
        says: { mentee: /"offered"/, mentor: /"offered"/ },
      },
    ],
  },
  'POST /programmes/:programmeId/pairs/:pairId/somebody-else': {
    body: {},
    may: ofPairAndGuest,
    states: [
      {
        state: 'offered',
        at: changeOfPair('pair-mentors-turn'),
        who: both,
        says: { mentee: /"offered"/, mentor: /"offered"/ },
      },
    ],
  },
  'GET /programmes/:programmeId/pairs/:pairId/closing': {
    may: ofPairAndGuest,
    states: [{ state: 'rounded off', at: changeOfPair('pair-rounded'), who: both }, ended()],
  },
  'PUT /programmes/:programmeId/pairs/:pairId/closing': {
    body: { lines: ['We found a first step'] },
    may: ofPairAndGuest,
    states: [{ state: 'rounded off', at: changeOfPair('pair-rounded'), who: both }, ended()],
  },
  'POST /programmes/:programmeId/pairs/:pairId/closing': {
    may: ofPairAndGuest,
    states: [
      {
        state: 'offered',
        at: changeOfPair('pair-mentors-turn'),
        who: both,
        says: { mentee: /"offered"/, mentor: /"offered"/ },
      },
    ],
  },

  'GET /programmes/:programmeId/pairs/:pairId/agreement': {
    may: ofPairAndGuest,
    states: [{ state: 'rounded off', at: changeOfPair('pair-rounded'), who: both }, ended()],
  },
  'PUT /programmes/:programmeId/pairs/:pairId/agreement': {
    body: { parts: [{ part: 'rhythm', text: 'Once a month', base: 0 }] },
    may: ofPairAndGuest,
    states: [ended()],
  },
  'POST /programmes/:programmeId/pairs/:pairId/agreement/signature': {
    body: { version: 1 },
    may: ofPairAndGuest,
    states: [ended()],
  },
  'POST /programmes/:programmeId/pairs/:pairId/agreement/look': {
    body: { version: 1 },
    may: { self: conflictFor(`${both} guest-mentor`), partner: conflictFor(both) },
    states: [{ state: 'signed by both', at: changeOfPair('pair-draft'), who: both }, ended()],
  },
  'GET /programmes/:programmeId/pairs/:pairId/goals': {
    may: ofPairAndGuest,
    states: [{ state: 'rounded off', at: changeOfPair('pair-rounded'), who: both }, afterTheEnd],
  },
  'POST /programmes/:programmeId/pairs/:pairId/goals': { body: { text: 'A goal' }, may: ofMentee, states: [ended()] },
  'PUT /programmes/:programmeId/pairs/:pairId/goals/:pairGoalId': {
    body: { text: 'Other words' },
    may: ofMentee,
    states: [ended()],
  },
  'DELETE /programmes/:programmeId/pairs/:pairId/goals/:pairGoalId': { may: ofMentee, states: [afterTheEnd] },
  'PUT /programmes/:programmeId/pairs/:pairId/goals/:pairGoalId/aside': {
    body: { aside: true },
    may: ofMentee,
    states: [ended()],
  },
  'PUT /programmes/:programmeId/pairs/:pairId/goals/:pairGoalId/outcome': {
    body: { outcome: 'reached' },
    may: ofMentee,
    states: [{ state: 'rounded off', at: changeOfPair('pair-rounded'), who: 'mentee mentor=409' }, afterTheEnd],
  },
  'POST /programmes/:programmeId/pairs/:pairId/goals/:pairGoalId/steps': {
    body: { text: 'A step' },
    may: ofMentee,
    states: [ended()],
  },
  'PUT /programmes/:programmeId/pairs/:pairId/goals/:pairGoalId/steps/:goalStepId': {
    body: { done: true },
    may: ofMentee,
    states: [ended()],
  },
  'DELETE /programmes/:programmeId/pairs/:pairId/goals/:pairGoalId/steps/:goalStepId': {
    may: ofMentee,
    states: [ended()],
  },
  'POST /programmes/:programmeId/pairs/:pairId/goals/:pairGoalId/notes': {
    body: { text: 'A note' },
    may: ofPairAndGuest,
    states: [ended()],
  },
  'DELETE /programmes/:programmeId/pairs/:pairId/goals/:pairGoalId/notes/:goalNoteId': {
    may: { self: `${both} guest-mentor`, partner: conflictFor(both) },
    states: [{ state: 'ended', at: changeOfPair('pair-ended'), who: 'mentee mentor=409' }],
  },

  'GET /programmes/:programmeId/pairs/:pairId/meetings': {
    may: ofPairAndGuest,
    states: [
      {
        state: 'whose it is',
        who: both,
        says: { mentee: /"meeting-mentee"[^}]*"mine":true/, mentor: /"meeting-mentee"[^}]*"mine":false/ },
      },
    ],
  },
  'GET /programmes/:programmeId/pairs/:pairId/meetings/rooms': {
    query: '?start=1893456000000&minutes=30',
    may: ofPair,
    states: [ended()],
  },
  'GET /programmes/:programmeId/pairs/:pairId/meetings/times': {
    query: '?week=0&minutes=30',
    may: ofPair,
    states: [ended()],
  },
  'GET /programmes/:programmeId/pairs/:pairId/needs': { may: ofPairAndGuest, states: [ended()] },
  'POST /programmes/:programmeId/pairs/:pairId/polls': {
    body: { minutes: time.minutes, starts: [time.start] },
    may: ofPair,
    states: [ended()],
  },
  'GET /programmes/:programmeId/pairs/:pairId/polls/:pollId': { may: ofPair, states: [ended()] },
  'PUT /programmes/:programmeId/pairs/:pairId/polls/:pollId': {
    body: { works: [time.start] },
    may: { self: conflictFor(both), partner: both },
    states: [ended()],
  },
  'GET /programmes/:programmeId/pairs/:pairId/rhythm': { query: '?minutes=30', may: ofPair, states: [ended()] },
  'POST /programmes/:programmeId/pairs/:pairId/rhythm': {
    body: { minutes: time.minutes, starts: [time.start] },
    may: ofPair,
    states: [ended()],
  },
  'POST /programmes/:programmeId/pairs/:pairId/meetings': { body: time, may: ofPair, states: [ended()] },
  'POST /programmes/:programmeId/pairs/:pairId/meetings/by-hand': {
    body: time,
    may: ofPairAndGuest,
    states: [ended()],
  },
  'POST /programmes/:programmeId/pairs/:pairId/meetings/:meetingId/move': {
    body: time,
    may: { self: both, partner: conflictFor(both) },
    states: [ended()],
  },
  'POST /programmes/:programmeId/pairs/:pairId/meetings/:meetingId/cancel': {
    body: {},
    may: { self: both, partner: conflictFor(both) },
    states: [ended()],
  },
  'POST /programmes/:programmeId/pairs/:pairId/meetings/:meetingId/other-time': { body: {}, may: ofPairAndGuest },
  'GET /programmes/:programmeId/pairs/:pairId/meetings/:meetingId/file': { may: ofPairAndGuest },
  'POST /programmes/:programmeId/pairs/:pairId/meetings/held': {
    body: { on: '2026-02-27' },
    may: ofPairAndGuest,
    states: [ended()],
  },
  'POST /programmes/:programmeId/pairs/:pairId/meetings/:meetingId/met': {
    body: { said: 'yes' },
    may: { self: conflictFor(`${both} guest-mentor`, 410), partner: conflictFor(both, 410) },
    states: [{ state: 'over', at: { pairId: 'pair-review', meetingId: 'meeting-held' }, who: both }],
  },
  'GET /programmes/:programmeId/pairs/:pairId/meetings/:meetingId/notes': { may: ofPairAndGuest },
  'GET /programmes/:programmeId/pairs/:pairId/meetings/:meetingId/notes/questions/:topic': { may: ofPairAndGuest },
  'PUT /programmes/:programmeId/pairs/:pairId/meetings/:meetingId/notes/points/ready/:questionId': {
    may: ofPairAndGuest,
    states: [ended()],
  },
  'GET /programmes/:programmeId/pairs/:pairId/meetings/:meetingId/preparation': {
    may: ofPairAndGuest,
    states: [ended()],
  },
  'POST /programmes/:programmeId/pairs/:pairId/meetings/:meetingId/notes/points': {
    body: { text: 'A point' },
    may: ofPairAndGuest,
    states: [ended()],
  },
  'DELETE /programmes/:programmeId/pairs/:pairId/meetings/:meetingId/notes/points/:lineId': {
    may: { self: `${both} guest-mentor`, partner: conflictFor(both) },
    states: [ended()],
  },
  'POST /programmes/:programmeId/pairs/:pairId/meetings/:meetingId/notes/agreed': {
    body: { text: 'A step', who: 'both' },
    may: ofPairAndGuest,
    states: [ended()],
  },
  'PUT /programmes/:programmeId/pairs/:pairId/meetings/:meetingId/notes/agreed/:lineId': {
    body: { done: true },
    may: ofPairAndGuest,
    states: [ended()],
  },
  'DELETE /programmes/:programmeId/pairs/:pairId/meetings/:meetingId/notes/agreed/:lineId': {
    may: { self: `${both} guest-mentor`, partner: conflictFor(both) },
    states: [ended()],
  },
  'PUT /programmes/:programmeId/pairs/:pairId/meetings/:meetingId/notes/own': {
    // The mentee has notes there, of a later version.
    body: { text: 'For me', take: '', next: '', tell: '', version: 0 },
    may: { self: 'mentee=409 mentor guest-mentor', partner: both },
  },

  'GET /me/check-ins': ownOfGuestToo,
  'GET /programmes/:programmeId/pairs/:pairId/check-ins/:round': {
    may: ofPairAndGuest,
    states: [{ state: 'not open yet', at: changeOfPair('pair-young'), who: conflictFor(both, 410) }],
  },
  'POST /programmes/:programmeId/pairs/:pairId/check-ins': {
    body: { round: 'day-14', met: 'yes', contact: false },
    may: ofPairAndGuest,
    states: [{ state: 'not open yet', at: changeOfPair('pair-young'), who: conflictFor(both, 410) }],
  },
  'GET /programmes/:programmeId/pairs/:pairId/check-ins': { may: ofPairAndGuest },
  'POST /programmes/:programmeId/pairs/:pairId/check-ins/:round/not-this': {
    body: {},
    may: ofPairAndGuest,
    states: [{ state: 'not open yet', at: changeOfPair('pair-young'), who: conflictFor(both, 410) }],
  },
  'DELETE /programmes/:programmeId/pairs/:pairId/check-ins/:round/shared': { may: ofPairAndGuest },
  'GET /programmes/:programmeId/check-ins': { may: ofProgramme },
  'POST /programmes/:programmeId/check-ins/notes/read': {
    body: { pairId: 'pair-asked', round: 'day-30', at: 0, personId: person.mentee.id },
    may: ofProgramme,
  },
  'GET /programmes/:programmeId/check-ins/plan': { may: ofProgramme },
  'PUT /programmes/:programmeId/check-ins/plan': { body: { every: 90, close: true, later: false }, may: ofProgramme },
  'POST /programmes/:programmeId/words/:wordId': { body: { to: 'taken' }, may: ofProgramme },
  'POST /programmes/:programmeId/words/:wordId/message': { may: ofProgramme },

  'GET /me/training': ownOfGuestToo,
  'GET /me/training/:programmeId/certificate': {
    may: { self: 'applicant' },
    states: [{ state: 'of another programme', at: { programmeId: 'p6' }, who: 'applicant' }],
  },
  'GET /programmes/:programmeId/training': { may: ofProgramme },
  'GET /programmes/:programmeId/training/people': { query: '?show=all', may: ofProgramme },
  'PUT /programmes/:programmeId/training/gate': { body: { isOn: true }, may: ofProgramme },
  'POST /programmes/:programmeId/training/courses': {
    body: { side: 'mentee', courseId: 'own-1' },
    may: ofProgramme,
  },
  'DELETE /programmes/:programmeId/training/courses/:side/:courseId': { may: ofProgramme },
  'POST /programmes/:programmeId/training/exceptions': {
    body: { personId: person.applicant.id, why: 'Followed them elsewhere' },
    may: { self: 'coordinator', other: 'other-coordinator=404' },
  },
  'DELETE /programmes/:programmeId/training/exceptions/:personId': { may: takesOut },
  'GET /me/courses': ownOfGuestToo,
  'GET /courses/:courseId': ownOfGuestToo,
  'PUT /me/courses/:courseId': { body: { step: 1, isDone: false }, ...ownOfGuestToo },
  'POST /me/courses/:courseId/chat': {
    may: { self: 'applicant mentee' },
    states: [
      { state: 'of the organisation', at: { courseId: 'own-1' }, who: 'applicant mentee' },
      { state: 'withdrawn', at: { courseId: 'own-withdrawn' }, who: '' },
    ],
  },

  'GET /programmes/:programmeId/sessions': { may: ofProgramme },
  'POST /programmes/:programmeId/sessions': { body: sessionDraft, may: ofProgramme },
  'GET /programmes/:programmeId/sessions/:sessionId': { may: ofProgramme },
  'PUT /programmes/:programmeId/sessions/:sessionId': { body: { ...sessionDraft, version: 0 }, may: ofProgramme },
  'POST /programmes/:programmeId/sessions/:sessionId/announce': { body: { version: 0 }, may: ofProgramme },
  'POST /programmes/:programmeId/sessions/:sessionId/cancel': { body: { version: 0 }, may: ofProgramme },
  'POST /programmes/:programmeId/sessions/:sessionId/entry': {
    ...{ at: pastSession, may: { ...conflictOfProgramme, partner: 'coordinator=409', same: 'coordinator=409' } },
  },
  'PUT /programmes/:programmeId/sessions/:sessionId/attendance': {
    ...{ body: { version: 0, there: [person.mentee.id] }, at: pastSession },
    may: { ...ofProgramme, partner: 'coordinator', same: 'coordinator' },
  },
  'GET /me/sessions': ownOfGuestToo,
  'GET /programmes/:programmeId/sessions/:sessionId/seat': ofSession,
  'PUT /programmes/:programmeId/sessions/:sessionId/seat': ofSession,
  'DELETE /programmes/:programmeId/sessions/:sessionId/seat': {
    may: { self: 'applicant=204 mentee=204' },
    states: [{ state: 'draft', at: { sessionId: 'session-draft' }, who: '' }],
  },
  'POST /programmes/:programmeId/sessions/:sessionId/feedback': {
    ...{ body: { answers: { useful: 4 } }, at: pastSession, may: { self: 'mentee' } },
  },

  'GET /programmes/:programmeId/events': { may: ofProgramme },
  'POST /programmes/:programmeId/events': { body: eventDraft, may: ofProgramme },
  'GET /programmes/:programmeId/events/:eventId': { may: ofProgramme },
  'PUT /programmes/:programmeId/events/:eventId': { body: { ...eventDraft, version: 0 }, may: ofProgramme },
  'POST /programmes/:programmeId/events/:eventId/open': { body: { version: 0 }, may: ofProgramme },
  'POST /programmes/:programmeId/events/:eventId/cancel': { body: { version: 0 }, may: ofProgramme },
  'POST /programmes/:programmeId/events/:eventId/entry': {
    ...{ at: inEvent('event-held') },
    may: { ...conflictOfProgramme, partner: 'coordinator=409', same: 'coordinator=409' },
  },
  'POST /programmes/:programmeId/events/:eventId/decision': {
    body: { honoured: [], with: [person.employee.id, person.adviser.id], others: 'O', version: 0 },
    ...{ at: inEvent('event-judging'), may: allOfTeam },
  },
  'GET /programmes/:programmeId/events/:eventId/slides': { at: inEvent('event-decided'), may: allOfTeam },
  'GET /programmes/:programmeId/events/:eventId/certificates': {
    ...{ at: inEvent('event-decided'), may: { ...allOfTeam, other: 'other-coordinator=409' } },
  },
  'GET /programmes/:programmeId/events/:eventId/nominate': {
    ...{ may: { self: nominators, other: 'other-coordinator' }, states: [draftEvent] },
  },
  'POST /programmes/:programmeId/events/:eventId/nominations': {
    body: { who: 'people', people: [person.applicant.id], criteria: ['doors'], why: 'W' },
    may: { self: eachWith(nominators, 204), other: 'other-coordinator=204' },
    states: [
      draftEvent,
      { state: 'called off', at: { eventId: 'event-cancelled' }, who: eachWith(nominators, 410) },
      { state: 'closed', at: judgingEvent, who: eachWith(nominators, 409) },
    ],
  },
  'DELETE /programmes/:programmeId/events/:eventId/nominations/:nominationId': {
    may: { self: eachWith(nominators, 204), same: eachWith(nominators, 204), other: 'other-coordinator=204' },
    states: [draftEvent],
  },
  'PUT /programmes/:programmeId/events/:eventId/nominations/:nominationId/answer': {
    ...{ body: { said: 'yes', upTo: 1 }, may: { self: both } },
  },
  'POST /programmes/:programmeId/events/:eventId/nominations/:nominationId/words-out': {
    ...{ body: { place: 1 }, may: { self: both } },
  },
  'GET /programmes/:programmeId/events/:eventId/mine': {
    may: { self: 'mentee mentor guest-mentor employee coordinator', other: 'employee adviser' },
    states: [draftEvent],
  },
  'PUT /programmes/:programmeId/events/:eventId/honour': { body: { page: 'yes' }, states: ofHonoured('mentee') },
  'DELETE /programmes/:programmeId/events/:eventId/honour': { states: ofHonoured('mentee=204') },
  'GET /programmes/:programmeId/events/:eventId/honour/certificate': { states: ofHonoured('mentee') },
  'GET /programmes/:programmeId/events/:eventId/jury': { may: ofJury, states: [draftEvent] },
  'DELETE /programmes/:programmeId/events/:eventId/jury': {
    may: { self: 'employee=204 mentee=204', other: 'employee=204 adviser=204' },
    states: [draftEvent],
  },
  'PUT /programmes/:programmeId/events/:eventId/nominations/:nominationId/judgement': {
    ...{ body: { scores: { doors: 'clearly' }, comment: 'C' }, may: notNow },
    states: [
      draftEvent,
      { state: 'the jury reads', at: judgingEvent, who: 'employee adviser administrator mentee=409' },
    ],
  },
  'POST /programmes/:programmeId/events/:eventId/nominations/:nominationId/near': {
    may: notNow,
    states: [
      draftEvent,
      { state: 'the jury reads', at: judgingEvent, who: 'employee adviser administrator mentee=409' },
    ],
  },
  'GET /programmes/:programmeId/honoured': { may: { self: `${both} coordinator`, other: 'other-coordinator' } },
  'GET /me/events': ownOfGuestToo,

  'GET /me/skills': ownOfGuestToo,
  'GET /programmes/:programmeId/skills/:side': {
    may: { self: 'applicant mentee' },
    states: [{ state: 'on the other side', at: { side: 'mentor' }, who: '' }],
  },
  'PUT /programmes/:programmeId/skills/:side/:moment': {
    body: { ratings: { 'goal-say': 3, 'need-no': 'skipped' }, counted: true },
    may: { self: 'applicant mentee' },
    states: [
      { state: 'on the other side', at: { side: 'mentor' }, who: '' },
      { state: 'after something was learnt', at: { moment: 'after' }, who: 'applicant mentee' },
    ],
  },
  'POST /programmes/:programmeId/skills/:side/no-thanks': {
    may: { self: 'applicant mentee' },
    states: [{ state: 'on the other side', at: { side: 'mentor' }, who: '' }],
  },
  'DELETE /programmes/:programmeId/skills/:side/counted': { may: { self: 'applicant mentee' } },
  'DELETE /programmes/:programmeId/skills/:side': { may: { self: 'applicant mentee' } },
  'GET /programmes/:programmeId/skill-results': { may: ofProgramme },
  'POST /programmes/:programmeId/skill-results': { body: {}, may: conflictOfProgramme },
  'GET /own-courses': { may: { self: coordinators } },
  'POST /own-courses': { body: { kind: 'text', binding: 'nl' }, may: { self: coordinators } },
  'GET /own-course-example/:language': { may: { self: coordinators } },
  'GET /own-courses/:ownId': { may: { self: coordinators } },
  'PUT /own-courses/:ownId': {
    body: { binding: 'nl', colleaguesOnly: true, revision: 1 },
    may: { self: coordinators },
  },
  'DELETE /own-courses/:ownId': {
    may: { self: conflictFor(coordinators) },
    states: [{ state: 'draft', at: { ownId: 'own-draft' }, who: coordinators }],
  },
  'PUT /own-courses/:ownId/texts/:language': {
    body: { text: 'Another text', revision: 1 },
    may: { self: coordinators },
  },
  'GET /own-courses/:ownId/texts/:language/file': { may: { self: coordinators } },
  'PUT /own-courses/:ownId/link': {
    body: { link: ownLink, revision: 1 },
    may: { self: conflictFor(coordinators) },
    states: [{ state: 'a link', at: { ownId: 'own-link' }, who: coordinators }],
  },
  'POST /own-courses/:ownId/pictures': { body: { data: pictureData }, may: { self: coordinators } },
  'POST /own-courses/:ownId/publish': {
    body: { onlyThese: true, revision: 1, revisions: { nl: 1 } },
    may: { self: coordinators },
  },
  'POST /own-courses/:ownId/withdraw': {
    may: { self: coordinators },
    states: [{ state: 'draft', at: { ownId: 'own-draft' }, who: conflictFor(coordinators) }],
  },
  'GET /own-courses/:ownId/versions/:version': {
    may: { self: coordinators },
    states: [{ state: 'draft', at: { ownId: 'own-draft' }, who: goneFor(coordinators) }],
  },
  'GET /own-courses/:ownId/pictures/:pictureId': {
    may: { self: guestToo },
    states: [
      { state: 'draft', at: { ownId: 'own-draft' }, who: coordinators },
      { state: 'for colleagues only', at: { ownId: 'own-colleagues' }, who: everyone },
    ],
  },
  'GET /me/own-courses': {
    may: { self: guestToo },
    states: [
      {
        ...{ state: 'which there are', who: guestToo },
        says: {
          employee: /^(?=.*"own-1")(?=.*"own-colleagues")(?!.*own-(draft|withdrawn|link))/,
          'guest-mentor': /^(?=.*"own-1")(?!.*own-(draft|withdrawn|link|colleagues))/,
        },
      },
    ],
  },
  'GET /me/own-courses/:ownId': { may: { self: guestToo }, states: ownStates },
  'PUT /me/own-courses/:ownId': {
    body: { version: 1, step: 1, isDone: false },
    may: { self: guestToo },
    states: ownStates,
  },
  'POST /me/own-courses/:ownId/anew': { may: { self: guestToo }, states: ownStates },

  'GET /programmes/:programmeId/pairs/:pairId/thanks': { may: ofPair },
  'POST /programmes/:programmeId/pairs/:pairId/thanks': {
    body: { text: 'Thank you', show: false },
    may: ofPair,
    states: [ended()],
  },
  'GET /programmes/:programmeId/thanks': {
    may: { self: `${both} coordinator`, other: 'other-coordinator' },
  },
  'PUT /programmes/:programmeId/thanks/:thanksId': { body: { show: true }, may: ofPair },
  'DELETE /programmes/:programmeId/thanks/:thanksId': { may: { self: both } },

  'GET /me/credits': own,
  'GET /programmes/:programmeId/credits': { may: ofProgramme },
  'GET /programmes/:programmeId/credits/shown': {
    may: { self: `${both} coordinator`, other: 'other-coordinator' },
  },
  'POST /programmes/:programmeId/credits': {
    body: { to: { kind: 'group', group: 'mentors' }, text: 'Thank you all' },
    may: ofProgramme,
  },
  'PUT /programmes/:programmeId/credits/:creditId': {
    body: { shows: true },
    may: { self: both },
  },
  // Taking back what is not there is done at once.
  'DELETE /programmes/:programmeId/credits/:creditId': {
    may: { ...ofProgramme, partner: 'coordinator', same: 'coordinator', missing: 'coordinator' },
  },
  'GET /me/manager-thanks': own,
  'POST /me/manager-thanks/:programmeId': {
    body: { reasons: ['time'] },
    may: { self: told409, other: told409, nobody: told409 },
  },
  'GET /programmes/:programmeId/load': { may: ofProgramme },
  'GET /me/load': own,
  'PUT /me/load': { ...own, body: { until: null } },
  'GET /programmes/:programmeId/equal-recognition': { may: ofProgramme },
  'GET /programmes/:programmeId/audit': { may: ofProgramme },

  'GET /programmes/:programmeId/pairs/:pairId/doors': { may: ofPairAndGuest },
  'POST /programmes/:programmeId/pairs/:pairId/doors': {
    body: { id: 'door-new', kind: 'invitation', word: '' },
    may: ofPairAndGuest,
    states: [ended()],
  },
  'PUT /programmes/:programmeId/pairs/:pairId/doors/:doorId': { body: { said: 'yes' }, may: { partner: both } },
  'DELETE /programmes/:programmeId/pairs/:pairId/doors/:doorId': { may: { self: both } },

  'GET /me/badges': ownOfGuestToo,
  'PUT /me/badges/:badgeId': {
    body: { choice: 'partner' },
    may: { self: 'mentee' },
    states: [{ state: 'on the other side', at: { badgeId: 'completed-mentor' }, who: 'mentor' }],
  },
  'GET /me/badges/:badgeId/signed': { may: { self: 'mentee' } },
  'GET /programmes/:programmeId/pairs/:pairId/badges': {
    may: ofPairAndGuest,
    states: [
      { state: 'rounded off', at: changeOfPair('pair-rounded'), who: both },
      { state: 'ended', at: changeOfPair('pair-ended'), who: 'mentee=410 mentor=410' },
    ],
  },
  'GET /me/certificates': ownOfGuestToo,
  'PUT /me/certificates/:programmeId/:side': {
    body: { hours: true, courses: true, goals: [], language: 'en' },
    may: { self: 'mentee' },
    states: [{ state: 'on the other side', at: { side: 'mentor' }, who: 'mentor' }],
  },
  'GET /me/certificates/:programmeId/:side/papers/:kind': { may: { self: 'mentee' } },
  // Taking back what is not there is done at once.
  'DELETE /me/certificates/:programmeId/:side': { may: { self: guestToo, other: guestToo, nobody: guestToo } },

  'GET /stories': own,
  'GET /programmes/:programmeId/stories/:storyId': {
    may: { self: both, partner: both },
    states: [
      { state: 'draft', at: { storyId: storyIdOf('pair-draft') }, who: 'mentee' },
      { state: 'to review', at: { storyId: storyIdOf('pair-review') }, who: `${both} coordinator` },
      { state: 'published', at: { storyId: storyIdOf('pair-published') }, who: everyone },
    ],
  },
  'GET /programmes/:programmeId/pairs/:pairId/story': {
    at: { self: changeOfPair('pair-asked'), partner: changeOfPair('pair-asked') },
    may: ofPair,
    states: [
      {
        state: 'draft',
        at: changeOfPair('pair-draft'),
        who: both,
        says: { mentee: /"story"/, mentor: /^\{\}$/ },
      },
      {
        state: 'asked',
        at: changeOfPair('pair-asked'),
        who: both,
        says: { mentee: /"story"/, mentor: /"story"/ },
      },
      // Everybody may read it, and nobody else may learn whose it is.
      { state: 'published', at: changeOfPair('pair-published'), who: both },
    ],
  },
  'PUT /programmes/:programmeId/pairs/:pairId/story': {
    body: { draft: story, ask: false },
    may: ofPair,
    states: [
      { state: 'published', at: changeOfPair('pair-published'), who: conflictFor(both) },
      { state: 'offered', at: changeOfPair('pair-mentors-turn'), who: conflictFor(both, 410) },
    ],
  },
  'POST /programmes/:programmeId/pairs/:pairId/story/check': {
    body: { language: 'nl', named: false, texts: { title: 'In Gent' } },
    may: ofPair,
  },
  'GET /programmes/:programmeId/stories/:storyId/findings': {
    may: {},
    states: [
      { state: 'to review', at: { storyId: storyIdOf('pair-review') }, who: 'coordinator' },
      { state: 'published', at: { storyId: storyIdOf('pair-published') }, who: 'coordinator=409' },
    ],
  },
  'POST /programmes/:programmeId/stories/:storyId/answer': {
    body: { said: 'agree', version: 1, ...terms, named: true },
    may: { self: 'mentee=409 mentor', partner: 'mentee=409 mentor' },
    states: [
      { state: 'to review', at: { storyId: storyIdOf('pair-review') }, who: 'mentee=409 mentor=409 coordinator=409' },
      { state: 'published', at: { storyId: storyIdOf('pair-published') }, who: conflictFor(everyone) },
    ],
  },
  'POST /programmes/:programmeId/stories/:storyId/withdraw': {
    body: {},
    may: ofPair,
    states: [
      { state: 'to review', at: { storyId: storyIdOf('pair-review') }, who: both },
      { state: 'published', at: { storyId: storyIdOf('pair-published') }, who: both },
    ],
  },
  'PUT /programmes/:programmeId/stories/:storyId/terms': {
    body: { ...terms, version: 1 },
    may: { self: conflictFor(both), partner: conflictFor(both) },
    states: [
      { state: 'to review', at: { storyId: storyIdOf('pair-review') }, who: both },
      { state: 'published', at: { storyId: storyIdOf('pair-published') }, who: both },
    ],
  },
  'POST /programmes/:programmeId/pairs/:pairId/story/pictures': { body: { data: pictureData }, may: ofPair },
  'GET /programmes/:programmeId/stories/:storyId/pictures/:pictureId': {
    may: { self: both, partner: both },
    states: [
      { state: 'published', at: { storyId: storyIdOf('pair-published'), pictureId: 'picture-1' }, who: everyone },
      {
        state: 'to review',
        at: { storyId: storyIdOf('pair-review'), pictureId: 'picture-1' },
        who: `${both} coordinator`,
      },
      { state: 'draft', at: { storyId: storyIdOf('pair-draft'), pictureId: 'picture-1' }, who: 'mentee' },
    ],
  },
  'GET /programmes/:programmeId/story-places': { may: ofProgramme },
  'POST /programmes/:programmeId/stories/:storyId/places': {
    body: { kind: 'newsletter', where: 'The summer edition' },
    may: {},
    states: [
      { state: 'to review', at: { storyId: storyIdOf('pair-review') }, who: '' },
      { state: 'published', at: { storyId: storyIdOf('pair-published') }, who: 'coordinator' },
    ],
  },
  'POST /programmes/:programmeId/stories/:storyId/places/:placeId/gone': {
    body: {},
    may: {},
    states: [
      { state: 'published', at: { storyId: storyIdOf('pair-published'), placeId: 'place-1' }, who: 'coordinator' },
      { state: 'a channel', at: { storyId: storyIdOf('pair-published'), placeId: 'place-2' }, who: '' },
    ],
  },
  'POST /programmes/:programmeId/stories/:storyId/posts': {
    body: { channelId: 'general' },
    may: {},
    states: [
      { state: 'to review', at: { storyId: storyIdOf('pair-review') }, who: '' },
      { state: 'published', at: { storyId: storyIdOf('pair-published') }, who: 'coordinator' },
    ],
  },
  'GET /programmes/:programmeId/stories': { may: ofProgramme },
  'POST /programmes/:programmeId/stories/:storyId/publish': {
    body: { version: 1 },
    may: {},
    states: [
      { state: 'to review', at: { storyId: storyIdOf('pair-review') }, who: 'coordinator' },
      { state: 'published', at: { storyId: storyIdOf('pair-published') }, who: 'coordinator' },
    ],
  },
  'POST /programmes/:programmeId/stories/:storyId/send-back': {
    body: note,
    may: {},
    states: [
      { state: 'to review', at: { storyId: storyIdOf('pair-review') }, who: 'coordinator' },
      { state: 'published', at: { storyId: storyIdOf('pair-published') }, who: 'coordinator=409' },
    ],
  },
  'POST /programmes/:programmeId/pairs/:pairId/story/ask': {
    body: {},
    may: { self: 'coordinator', partner: 'coordinator', same: 'coordinator', other: 'other-coordinator' },
  },
  'GET /channels': { may: { self: coordinators } },
  'GET /programmes/:programmeId/quotable': { may: ofProgramme },
  'GET /programmes/:programmeId/stories/:storyId/forms': {
    may: {},
    states: [
      { state: 'to review', at: { storyId: storyIdOf('pair-review') }, who: '' },
      { state: 'published', at: { storyId: storyIdOf('pair-published') }, who: 'coordinator' },
    ],
  },
  'POST /programmes/:programmeId/stories/:storyId/forms': {
    body: { file: 'newsletter-text', language: 'en', where: 'The summer edition' },
    may: {},
    states: [
      { state: 'to review', at: { storyId: storyIdOf('pair-review') }, who: '' },
      { state: 'published', at: { storyId: storyIdOf('pair-published') }, who: 'coordinator' },
    ],
  },
  'GET /programmes/:programmeId/stories/:storyId/translations': {
    may: {},
    states: [
      { state: 'draft', at: { storyId: storyIdOf('pair-draft') }, who: '' },
      { state: 'to review', at: { storyId: storyIdOf('pair-review') }, who: `${both} coordinator` },
      {
        state: 'published',
        at: { storyId: storyIdOf('pair-published') },
        who: `${both} coordinator`,
        says: { mentee: /"mayEnd":true/, mentor: /"mayEnd":true/, coordinator: /"mayEnd":false/ },
      },
    ],
  },
  'POST /programmes/:programmeId/stories/:storyId/translations': {
    body: {
      ...{ version: 1, language: 'de', title: 'Ich frage jetzt', parts: { ...story.parts, happened: 'Früher nicht.' } },
      alternative: 'Ein Bild',
    },
    may: {},
    states: [
      { state: 'draft', at: { storyId: storyIdOf('pair-draft') }, who: '' },
      { state: 'to review', at: { storyId: storyIdOf('pair-review') }, who: `${both} coordinator` },
      { state: 'published', at: { storyId: storyIdOf('pair-published') }, who: `${both} coordinator` },
    ],
  },
  'POST /programmes/:programmeId/stories/:storyId/translations/:textId/yes': {
    body: {},
    may: {},
    states: [
      { state: 'to review', at: { storyId: storyIdOf('pair-review'), textId: 'text-2' }, who: both },
      { state: 'published', at: { storyId: storyIdOf('pair-published'), textId: 'text-1' }, who: both },
    ],
  },
  'DELETE /programmes/:programmeId/stories/:storyId/translations/:textId': {
    may: {},
    states: [
      { state: 'to review', at: { storyId: storyIdOf('pair-review'), textId: 'text-2' }, who: both },
      { state: 'published', at: { storyId: storyIdOf('pair-published'), textId: 'text-1' }, who: both },
    ],
  },
  'GET /programmes/:programmeId/stories/:storyId/effect': {
    may: {},
    states: [
      { state: 'to review', at: { storyId: storyIdOf('pair-review') }, who: '' },
      { state: 'published', at: { storyId: storyIdOf('pair-published') }, who: `${both} coordinator` },
    ],
  },
  'POST /programmes/:programmeId/stories/:storyId/read': {
    body: {},
    may: { self: both, partner: both },
    states: [{ state: 'published', at: { storyId: storyIdOf('pair-published') }, who: everyone }],
  },
  'PUT /programmes/:programmeId/stories/:storyId/helps': {
    body: { helps: true },
    may: {},
    states: [
      {
        state: 'published',
        at: { storyId: storyIdOf('pair-published') },
        who: everyone
          .split(' ')
          .filter((one) => one !== 'mentee' && one !== 'mentor')
          .join(' '),
      },
    ],
  },

  'GET /programmes/:programmeId/circle': {
    may: ofCircle,
    states: [{ ...notJoined, who: 'mentor', says: { mentor: /"joined":false.*"rows":\[\]/ } }],
  },
  'POST /programmes/:programmeId/circle/join': { body: {}, may: ofCircle },
  'POST /programmes/:programmeId/circle/leave': { body: { how: 'keep-texts' }, may: ofCircle },
  'POST /programmes/:programmeId/circle/questions': {
    body: { ...circleQuestion, id: 'cq-new', nameless: false },
    may: ofCircle,
    states: [{ ...notJoined, who: '' }],
  },
  'GET /programmes/:programmeId/circle/questions/:circleQuestionId': {
    may: ofCircle,
    states: [{ ...notJoined, who: '' }],
  },
  'POST /programmes/:programmeId/circle/questions/:circleQuestionId/answers': {
    body: { ...circleWords, id: 'ca-new', nameless: false },
    may: ofCircle,
  },
  'PUT /programmes/:programmeId/circle/questions/:circleQuestionId/pinned': {
    body: { pinned: true },
    may: { self: 'coordinator', same: 'coordinator', other: 'other-coordinator' },
  },
  'PUT /programmes/:programmeId/circle/questions/:circleQuestionId/texts/:circleTextId': {
    body: { ...circleQuestion, version: 1 },
    may: { self: 'mentor' },
    states: [leftCircle],
  },
  'DELETE /programmes/:programmeId/circle/questions/:circleQuestionId/texts/:circleTextId': {
    may: { self: 'mentor' },
    states: [leftCircle],
  },
  'PUT /programmes/:programmeId/circle/questions/:circleQuestionId/texts/:circleTextId/helped': {
    body: { helped: true },
    at: { self: { circleTextId: 'ca-same' } },
    may: { self: 'mentor coordinator' },
  },
  'POST /programmes/:programmeId/circle/questions/:circleQuestionId/texts/:circleTextId/remove': {
    body: { why: 'It tells of a mentee' },
    may: { self: 'coordinator', same: 'coordinator', other: 'other-coordinator' },
  },
  'DELETE /programmes/:programmeId/circle/removals/:circleTextId': {
    at: { self: { circleTextId: 'cr-own' }, same: { circleTextId: 'cr-same' } },
    may: { self: 'mentor' },
    states: [{ ...leftCircle, at: { programmeId: 'p3', circleTextId: 'cr-left' } }],
  },
  'GET /programmes/:programmeId/resources': {
    may: { self: 'applicant mentee mentor guest-mentor coordinator', other: 'other-coordinator' },
  },
  'POST /programmes/:programmeId/resources': { body: { ...link, id: 'resource-new' }, may: ofProgramme },
  'PUT /programmes/:programmeId/resources/:resourceId': { body: { ...link, version: 1 }, may: ofProgramme },
  'DELETE /programmes/:programmeId/resources/:resourceId': {
    may: { self: 'coordinator', missing: 'coordinator', other: 'other-coordinator' },
  },

  'GET /programmes/:programmeId/findings': { may: ofProgramme },
  'POST /programmes/:programmeId/findings': {
    body: { from: 'A group talk', said: 'More time to talk', why: '', what: '', doing: { who: '', until: '' } },
    may: ofProgramme,
  },
  'POST /programmes/:programmeId/findings/tell': {
    may: conflictOfProgramme,
    states: [{ state: 'decided', at: { programmeId: 'p4' }, who: 'coordinator' }],
  },
  'PUT /programmes/:programmeId/findings/:findingId': {
    body: { said: 'More time to talk', why: '', what: '', doing: { who: '', until: '' }, translations: {}, version: 1 },
    may: ofProgramme,
    states: [{ state: 'told', at: { findingId: 'finding-told' }, who: 'coordinator=409' }],
  },
  'PUT /programmes/:programmeId/findings/:findingId/change': {
    body: { who: 'HR', until: '2026-05-01', isDone: true, version: 1 },
    at: { self: toldFinding, partner: toldFinding, same: toldFinding, other: toldFinding },
    may: ofProgramme,
  },
  'GET /programmes/:programmeId/you-said': {
    may: { self: 'applicant mentee mentor guest-mentor coordinator', other: 'other-coordinator' },
  },
  'GET /programmes/:programmeId/report': { query: '?language=en', may: ofProgramme },
  'POST /programmes/:programmeId/report/figures': { query: '?language=en', may: ofProgramme },
  'PUT /programmes/:programmeId/report/words/:sectionId': {
    body: { language: 'en', text: 'What the figures mean', version: 0 },
    may: ofProgramme,
  },
  'GET /programmes/:programmeId/report/paper': { query: '?format=pdf&language=en', may: ofProgramme },
  'GET /programmes/:programmeId/evidence': { may: ofProgramme },
  'GET /programmes/:programmeId/evidence/paper': { query: '?language=en', may: ofProgramme },

  'GET /me/home': ownOfGuestToo,
  'GET /me/contacts': own,
  'GET /programmes/:programmeId/overview': { may: ofProgramme },
  'GET /programmes/:programmeId/goals': { may: ofProgramme },
  'PUT /programmes/:programmeId/goals/:goalId/figures/:when': {
    body: { value: 40, on: '2026-03-02', source: 'Figures of the year' },
    may: ofProgramme,
  },
  'GET /programmes/:programmeId/quality': { may: ofProgramme },
  'PUT /programmes/:programmeId/quality/cost': {
    body: { amount: 12_000, on: '2026-03-02', source: 'The books' },
    may: ofProgramme,
  },
  'GET /programmes/:programmeId/outcome': {
    states: [{ state: 'closed', at: { programmeId: 'p5' }, who: 'mentee' }],
  },
  'GET /programmes/:programmeId/has-outcome': {
    may: { self: everyone, other: everyone, nobody: everyone },
    states: [
      {
        ...{ state: 'closed', at: { programmeId: 'p5' }, who: everyone },
        says: { mentee: /true/, mentor: /false/, coordinator: /false/, employee: /false/ },
      },
      { state: 'running', at: { programmeId: 'p1' }, who: everyone, says: { mentee: /false/, coordinator: /false/ } },
    ],
  },
  'GET /programmes/:programmeId/rehearsal': { query: '?language=nl', may: ofProgramme },
  'POST /programmes/:programmeId/tasks/:taskId/retry': {
    may: { self: 'coordinator=410', missing: 'coordinator=410', other: 'other-coordinator=410' },
  },
  'GET /programmes/:programmeId/sends': { may: ofProgramme },
  'GET /programmes/:programmeId/sends/:sendGroup': { query: '?sort=name', may: ofSend },
  'POST /programmes/:programmeId/sends/:sendGroup/stop': { may: ofSend },
  'POST /programmes/:programmeId/sends/:sendGroup/again': { body: { what: 'not-reached', by: 'chat' }, may: ofSend },
  'POST /programmes/:programmeId/messages/:sendId/stop': {
    may: { self: 'coordinator=410', missing: 'coordinator=410', other: 'other-coordinator=410' },
  },
  'GET /installation/beginning': { may: { self: 'administrator' } },
  'PUT /installation/beginning/:step': {
    ...{ body: { seen: true }, may: { self: 'administrator' }, at: { self: { step: 'hours' } } },
  },
  'GET /installation': { may: { self: 'administrator' } },
  'GET /delivery': { may: { self: 'administrator' } },
  'POST /delivery/failed/:taskId/retry': {
    may: { self: over, partner: over, same: over, other: over, missing: over, nobody: over },
  },
  'POST /programmes/:programmeId/messages/:sendId/again': {
    body: { by: 'chat' },
    may: { self: 'coordinator', missing: 'coordinator=410', other: 'other-coordinator' },
  },
};

function conflictFor(who: Who, status = 409): Who {
  return who
    .split(' ')
    .map((view) => `${view}=${status}`)
    .join(' ');
}

function ended() {
  return { state: 'ended', at: changeOfPair('pair-ended'), who: conflictFor(both, 410) };
}

function modesBody(): Record<string, string> {
  const names = ['gender', 'age', 'origin', 'home-language', 'disability', 'care', 'first-to-study'];
  return Object.fromEntries([...names, 'orientation', 'gender-identity', 'belief'].map((one) => [one, 'on']));
}

/** A verb's row: whom the thing is of, and who may. `open`: a page or a sentence that reads nothing; the page asks its own policy. */
export interface VerbRow {
  readonly subject?: Params;
  readonly inputs?: object;
  readonly may?: Partial<Record<Owner, Who>>;
  readonly open?: true;
  readonly states?: readonly {
    readonly state: string;
    readonly at: Params;
    readonly who: Who;
    readonly says?: Partial<Record<View, RegExp>>;
  }[];
}

const inPair: VerbRow = { may: ofPair };
const ratings = { 'open-talks': '3', 'next-step': '3', 'more-options': '3', 'often-moved': '3' };
const open: VerbRow = { open: true };

export const verbRows: Readonly<Record<string, VerbRow>> = {
  'surveys.answer': {
    inputs: Object.fromEntries(supportItems.map(({ id }) => [id, '3'])),
    may: { self: `applicant ${both}` },
  },
  'surveys.page': open,
  'surveys.answer-talk': {
    subject: { answer: 'yes' },
    may: { self: both },
    states: [{ state: 'draft', at: { talkId: 'talk-draft' }, who: '' }],
  },
  'recruitment.apply': open,
  'recruitment.not-now': { may: { self: 'applicant employee' } },
  'recruitment.do-not-ask': { may: { self: 'applicant employee' } },
  'recruitment.ask-again': { may: { self: 'applicant employee' } },
  'pairs.accept': {
    ...inPair,
    states: [
      { state: 'offered', at: changeOfPair('pair-offered'), who: 'mentee' },
      { state: "the mentor's turn", at: changeOfPair('pair-mentors-turn'), who: both },
    ],
  },
  'pairs.decline': {
    ...inPair,
    states: [
      { state: 'offered', at: changeOfPair('pair-offered'), who: 'mentee', says: { mentee: /Input\.ChoiceSet/ } },
      {
        state: "the mentor's turn",
        at: changeOfPair('pair-mentors-turn'),
        who: both,
        says: { mentee: /^(?!.*Input\.ChoiceSet)/, mentor: /Input\.ChoiceSet/ },
      },
    ],
  },
  'pairs.confirmDecline': {
    inputs: { why: 'time' },
    ...inPair,
    states: [{ state: 'offered', at: changeOfPair('pair-offered'), who: 'mentee' }],
  },
  'pairs.showOffer': { ...inPair, states: [{ state: 'offered', at: changeOfPair('pair-offered'), who: 'mentee' }] },
  'pairs.goOn': {
    ...inPair,
    states: [{ state: 'not over yet', at: changeOfPair('pair-paused'), who: both, says: { mentor: /break/ } }],
  },
  'pairs.longer': {
    ...inPair,
    states: [{ state: 'active', at: changeOfPair('pair-own'), who: both, says: { mentee: /^(?!.*taking a break)/ } }],
  },
  'pairs.closing': { ...inPair, states: [{ state: 'declined', at: changeOfPair('pair-declined'), who: '' }] },
  'pairs.findTime': { ...inPair, states: [{ state: 'ended', at: changeOfPair('pair-ended'), who: '' }] },
  'pairs.open': { ...inPair, states: [{ state: 'declined', at: changeOfPair('pair-declined'), who: '' }] },
  'meetings.find': { ...inPair, states: [{ state: 'ended', at: changeOfPair('pair-ended'), who: '' }] },
  'meetings.open': {
    subject: { page: 'notes' },
    ...inPair,
    states: [{ state: 'declined', at: changeOfPair('pair-declined'), who: '' }],
  },
  'meetings.move': inPair,
  'meetings.met': {
    subject: { said: 'yes' },
    states: [{ state: 'over', at: { pairId: 'pair-review', meetingId: 'meeting-held' }, who: both }],
  },
  'meetings.call-off': inPair,
  'meetings.poll': { ...inPair, states: [{ state: 'ended', at: changeOfPair('pair-ended'), who: '' }] },
  'meetings.choose': {
    subject: { start: '1' },
    ...inPair,
    states: [{ state: 'ended', at: changeOfPair('pair-ended'), who: '' }],
  },
  'checkins.met': {
    subject: { answer: 'yes' },
    ...inPair,
    states: [{ state: 'not open yet', at: changeOfPair('pair-young'), who: '' }],
  },
  'checkins.answer': {
    inputs: { ...ratings, note: '', contact: 'no' },
    ...inPair,
    states: [{ state: 'not open yet', at: changeOfPair('pair-young'), who: '' }],
  },
  'checkins.change': { ...inPair, states: [{ state: 'not open yet', at: changeOfPair('pair-young'), who: '' }] },
  'checkins.put-off': {
    subject: { way: 'not-now' },
    ...inPair,
    states: [{ state: 'not open yet', at: changeOfPair('pair-young'), who: '' }],
  },
  'checkins.words': open,
  'training.step': open,
  'training.choose': { inputs: { answer: '0' }, ...open },
  'training.done': open,
  'training.open': open,
  'training.courses': open,
  'training.coach': open,
  'training.word': { subject: { help: 'goal', turn: '1' }, inputs: { text: 'Present to ten people' }, ...open },
  'training.give-back': { inputs: { text: 'Present to ten people' }, ...open },
  'training.join-session': ofSession,
  'training.leave-session': ofSession,
  'training.open-session': ofSession,
  'training.rate-session': {
    ...{ subject: { sessionId: 'session-past' }, inputs: { useful: '4' }, may: { self: 'mentee' } },
  },
  'recognition.event-yes': { subject: { upTo: '1' }, may: { self: both } },
  'recognition.event-no': { subject: { upTo: '1' }, may: { self: both } },
  'recognition.event-consent': { inputs: { stage: 'yes' }, states: ofHonoured('mentee') },
  'recognition.event-open': {
    ...{
      subject: { part: 'mine' },
      may: { self: 'mentee mentor guest-mentor employee coordinator', other: 'employee adviser' },
    },
    states: [draftEvent],
  },
  'recognition.thank': {
    inputs: { text: 'Thank you', show: 'no' },
    ...inPair,
    states: [{ state: 'ended', at: changeOfPair('pair-ended'), who: '' }],
  },
  'recognition.not-now': open,
  'recognition.show': inPair,
  'recognition.keep': inPair,
  'stories.open': {
    may: ofPair,
    states: [
      { state: 'draft', at: { storyId: storyIdOf('pair-draft') }, who: 'mentee' },
      { state: 'published', at: { storyId: storyIdOf('pair-published') }, who: everyone },
    ],
  },
  'stories.write': open,
  'insights.you-said': open,
};
