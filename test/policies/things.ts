/** What there is in the world of the matrix: two programmes, pairs in every state, and something of everything that a person can own. */
import { checkIns, putOffs, words } from '../../src/features/checkins/store.ts';
import { proposals, proposedPairs, currentProposals } from '../../src/features/matching/store.ts';
import { agreedRows, ownRows, points } from '../../src/features/meetings/notes/store.ts';
import { meetings } from '../../src/features/meetings/store.ts';
import { suggestions } from '../../src/features/meetings/suggesting/store.ts';
import type { Poll } from '../../src/features/meetings/times/model.ts';
import { polls } from '../../src/features/meetings/times/store.ts';
import type { Seen, Word } from '../../src/features/checkins/signals/model.ts';
import { seenRows } from '../../src/features/checkins/signals/store.ts';
import { usualAims, type ProposedPair } from '../../src/features/matching/model.ts';
import type { Pair } from '../../src/features/pairs/model.ts';
import { agreements } from '../../src/features/pairs/agreement/store.ts';
import { goalNotes, goalSteps, pairGoals } from '../../src/features/pairs/goals/store.ts';
import { pairLines, pairs } from '../../src/features/pairs/store.ts';
import { groupOf } from '../../src/features/people/messages/rules.ts';
import { sentRows } from '../../src/features/people/messages/store.ts';
import { coordinated, onlyRow, programmeIndex, programmes, teams } from '../../src/features/programmes/store.ts';
import type { Certificate } from '../../src/features/recognition/certificate/model.ts';
import { certificates } from '../../src/features/recognition/certificate/store.ts';
import { doorRows } from '../../src/features/recognition/doors/store.ts';
import { creditRows } from '../../src/features/recognition/credit/store.ts';
import { eventRows } from './honoured.ts';
import { thanksRows } from '../../src/features/recognition/store.ts';
import { choices, choosings } from '../../src/features/recruitment/choosing/store.ts';
import { informings, managerWords } from '../../src/features/recruitment/informing/store.ts';
import {
  applications,
  calls,
  closingDays,
  invitations,
  invitedTo,
  lastKey,
  participations,
} from '../../src/features/recruitment/store.ts';
import type { Application } from '../../src/features/recruitment/model.ts';
import { networks, networksPartition } from '../../src/features/recruitment/networks/store.ts';
import { admittedRows } from '../../src/features/people/guests/store.ts';
import { paperForms } from '../../src/features/recruitment/forms/store.ts';
import { guestRows, guestSettingRows, ownSetting } from '../../src/features/recruitment/guests/store.ts';
import { helpers, helps } from '../../src/features/recruitment/helping/store.ts';
import { kioskRequests } from '../../src/features/recruitment/kiosk/store.ts';
import type { Slip } from '../../src/features/recruitment/slips/model.ts';
import { slips, slipsOf } from '../../src/features/recruitment/slips/store.ts';
import { codes, codesPartition, sources } from '../../src/features/recruitment/sources/store.ts';
import type { Place, Story } from '../../src/features/stories/model.ts';
import {
  consents,
  places,
  publishedLines,
  publishedPartition,
  stories,
  storyPictures,
  translations,
} from '../../src/features/stories/store.ts';
import { storyIdOf } from '../../src/features/stories/usecases.ts';
import { findings, tellings } from '../../src/features/insights/findings/store.ts';
import { aFinding } from '../features/insights/findings/finding.ts';
import { bases, releases } from '../../src/features/release/store.ts';
import { setOf } from '../../src/features/surveys/bank/rules.ts';
import type { Survey } from '../../src/features/surveys/model.ts';
import { invitedRows, notes, talkIndex, talks } from '../../src/features/surveys/talks/store.ts';
import type { Talk } from '../../src/features/surveys/talks/model.ts';
import type { Seat, Session } from '../../src/features/training/sessions/model.ts';
import { seats, sessions } from '../../src/features/training/sessions/store.ts';
import { askedRows, surveyIndex, surveys, toAnswer } from '../../src/features/surveys/store.ts';
import { pathOf } from '../../src/features/training/rules.ts';
import { completions } from '../../src/features/training/store.ts';
import { day, hour } from '../../src/platform/clock.ts';
import type { Change } from '../../src/platform/tables.ts';
import { aDraft, someAnswers } from '../support/applications.ts';
import { aStoryDraft } from '../support/story-draft.ts';
import { ownCourseRows, pictureData } from './own-courses.ts';
import { crowd, person, type Owner } from './people.ts';

export type Params = Readonly<Record<string, string>>;

/** Wednesday, 4 March 2026, two in the afternoon in Brussels: the day after the world's "now". */
export const soon = Date.UTC(2026, 2, 4, 13, 0);
const { mentee, mentor, secondMentee, secondMentor, thirdMentee, thirdMentor } = person;

/** Texts that only some may see; found anywhere else they are a leak. */
export const secrets = {
  motivation: 'canary-motivation-of-the-applicant',
  note: 'canary-note-of-the-mentee',
  notePartner: 'canary-note-for-the-partner',
  noteTeam: 'canary-note-for-the-coordinators',
  thanks: 'canary-thanks-between-the-two',
  secondThanks: 'canary-thanks-between-two-others',
  draft: 'canary-story-as-a-draft',
  asked: 'canary-story-before-both-agree',
  secondAsked: 'canary-story-of-two-others',
  review: 'canary-story-to-review',
  talkNote: 'canary-note-of-a-talk',
  point: 'canary-point-of-the-mentee',
  agreed: 'canary-agreed-by-the-two',
  ownNotes: 'canary-own-notes-of-the-mentee',
  ownLine: 'canary-line-for-oneself-of-the-mentee',
  wish: 'canary-address-for-the-adviser',
  otherWish: 'canary-address-for-another-adviser',
  confided: 'canary-note-for-the-adviser',
  otherConfided: 'canary-note-that-another-adviser-has-read',
  door: 'canary-door-of-the-two',
  credit: 'canary-credit-of-the-programme',
  agreement: 'canary-agreement-of-the-two',
  goal: 'canary-goal-of-the-mentee',
  goalStep: 'canary-step-of-the-mentee',
  goalNote: 'canary-note-on-a-goal',
  circle: 'canary-question-of-the-circle',
  circleHidden: 'canary-question-of-a-circle-not-joined',
} as const;

/** Ids by whose they are; a route takes from it what its address names. */
export const things: Readonly<Record<Owner, Params>> = {
  self: {
    ...{ programmeId: 'p1', pairId: 'pair-own', meetingId: 'meeting-mentee', thanksId: 'thanks-mentee' },
    ...{
      storyId: storyIdOf('pair-asked'),
      proposalId: 'proposal-1',
      wordId: 'word-1',
      taskId: 'task-1',
      sendId: 'send-1',
      sendGroup: groupOf('pairs.ask', ''),
    },
    ...{ surveyId: 'survey-1', courseId: 'active-listening', personId: mentee.id, round: 'day-30', question: 'gender' },
    ...{ country: 'BE', step: '1', callId: 'call-1', audienceId: 'audience-1', talkId: 'talk-1' },
    ...{ noteId: 'note-1', purpose: 'needs', paper: 'employees', code: 'k1000001', networkId: 'network-1' },
    ...{
      slipId: 'k7m2',
      requestId: 'request-1',
      lineId: 'line-1',
      pollId: 'poll-mentee',
      wishId: 'wish-1',
      confidedId: 'confided-1',
      suggestionId: 'suggestion-1',
      ...{ findingId: 'finding-1', sectionId: 'goals' },
    },
    ...{ doorId: 'door-mentee', goalId: 'goal-1', when: 'now', side: 'mentee', moment: 'before' },
    ...{ topic: 'networking', questionId: 'networking-q1' },
    ...{ pairGoalId: 'goal-own', goalStepId: 'step-1', goalNoteId: 'gnote-mentee' },
    ...{ circleQuestionId: 'cq-own', circleTextId: 'cq-own', resourceId: 'resource-1', sessionId: 'session-1' },
    ...{ eventId: 'event-1', nominationId: 'nomination-own' },
    ...{ ownId: 'own-1', language: 'nl', version: '1', pictureId: 'picture-1', placeId: 'place-1' },
    ...{ badgeId: 'completed-mentee', kind: 'certificate', creditId: 'credit-mentee' },
    textId: 'text-1',
  },
  partner: {
    pollId: 'poll-mentor',
    meetingId: 'meeting-mentor',
    lineId: 'line-2',
    thanksId: 'thanks-mentor',
    doorId: 'door-mentor',
    creditId: 'credit-mentor',
    goalNoteId: 'gnote-mentor',
    personId: mentor.id,
  },
  same: {
    ...{ wishId: 'wish-2', confidedId: 'confided-2' },
    ...{
      pairId: 'pair-same',
      pollId: 'poll-same',
      meetingId: 'meeting-same',
      thanksId: 'thanks-same',
      doorId: 'door-same',
      creditId: 'credit-same',
      storyId: storyIdOf('pair-same'),
    },
    ...{ personId: secondMentee.id, surveyId: 'survey-2', talkId: 'talk-2' },
    ...{ circleQuestionId: 'cq-same', circleTextId: 'cq-same', nominationId: 'nomination-same' },
  },
  other: {
    ...{
      programmeId: 'p2',
      pollId: 'poll-other',
      pairId: 'pair-other',
      meetingId: 'meeting-other',
      thanksId: 'thanks-other',
      doorId: 'door-other',
      creditId: 'credit-other',
    },
    ...{ storyId: storyIdOf('pair-other'), personId: thirdMentee.id, proposalId: 'proposal-2', wordId: 'word-2' },
    ...{ surveyId: 'survey-2', talkId: 'talk-2', taskId: 'task-2', sendId: 'send-2', code: 'k2000002' },
    ...{ findingId: 'finding-2', circleQuestionId: 'cq-other', circleTextId: 'cq-other', resourceId: 'resource-2' },
    sessionId: 'session-2',
    ...{ eventId: 'event-2', nominationId: 'nomination-other' },
  },
  missing: {
    ...{
      pairId: 'none',
      pollId: 'none',
      meetingId: 'none',
      thanksId: 'none',
      doorId: 'none',
      creditId: 'none',
      ...{ pairGoalId: 'none', goalStepId: 'none', goalNoteId: 'none' },
      ...{ circleQuestionId: 'none', circleTextId: 'none', resourceId: 'none' },
      goalId: 'none',
      storyId: 'none',
      proposalId: 'none',
      wordId: 'none',
      wishId: 'none',
      confidedId: 'none',
    },
    ...{
      taskId: 'none',
      sendId: 'none',
      sendGroup: 'none',
      surveyId: 'none',
      talkId: 'none',
      ...{ code: '00000000', networkId: 'none', findingId: 'none', ownId: 'none', pictureId: 'none', placeId: 'none' },
      ...{ textId: 'none' },
      sessionId: 'none',
      ...{ eventId: 'none', nominationId: 'none' },
      personId: '00000000-0000-4000-a000-00000000dead',
    },
  },
  nobody: { programmeId: 'none' },
};

/** What is a guest's own. */
export const ofGuest: Params = {
  ...things.self,
  ...{ pairId: 'pair-guest', meetingId: 'meeting-guest', personId: person['guest-mentor'].id },
};

/** `partner` and `same` are in the programme of `self`; what is not there of a missing thing is that of `nobody`. */
export function paramsOf(owner: Owner): Params {
  if (owner === 'self') return things.self;
  if (owner === 'nobody') return { ...things.self, ...things.missing, ...things.nobody };
  return { ...things.self, ...things[owner] };
}

/** In two programmes one to come; in the first also a draft, one in which the mentee has a seat, and one at which the mentee was. */
function sessionRows(now: number): Change[][] {
  const one = (programmeId: string, id: string, over: Partial<Session> = {}): Change => {
    const start = over.start ?? soon + 10 * day;
    const value: Session = {
      ...{ id, programmeId, kind: 'workshop', forWhom: 'mentees', title: 'T', about: 'A', language: 'en', start },
      ...{ minutes: 90, place: 'Room 3', online: false, link: '', seats: 5, closesOn: '2026-03-10', state: 'open' },
      ...{ zone: 'Europe/Brussels', createdBy: person.coordinator.id, createdAt: now, version: 0, turn: 1, ...over },
    };
    return sessions.create(programmeId, id, value);
  };
  const seat = (sessionId: string, over: Partial<Seat> = {}): Change =>
    seats.create('p1', [sessionId, mentee.id], {
      ...{ sessionId, personId: mentee.id, state: 'in', place: 1, at: now, ...over },
    });
  const past = { start: now - 2 * day, notedAt: now - day };
  return [
    [one('p2', 'session-2'), one('p2', 'session-past', past)],
    [
      ...[one('p1', 'session-1'), one('p1', 'session-draft', { state: 'draft' }), one('p1', 'session-held')],
      ...[one('p1', 'session-past', past), seat('session-held'), seat('session-past', { wasThere: true })],
    ],
  ];
}

export function rowsOfTheWorld(now: number): Change[][] {
  return [
    ...programmeRows(now),
    ...pairRows(now),
    ...['p1', 'p2'].map((id) => inProgramme(id, now)),
    ...findingRows(now),
    publishedProposal(now),
    waitingIn('p4', now),
    ...surveyRows(now),
    ...talkRows(now),
    ...ownCourseRows(now),
    ...sessionRows(now),
    ...eventRows(now),
    ...storyRows(now),
    ...sourceRows(now),
    ...coursesFirst('p6', now),
    ...outsideRows(now),
    [
      ownRows.create(mentee.id, ['pair-own', 'meeting-mentee'], {
        ...{ text: secrets.ownNotes, take: secrets.ownLine, next: '', tell: '', version: 1 },
      }),
    ],
    [certificates.create(mentee.id, ['p1', 'mentee'], certificateOf('p1'))],
  ];
}

function certificateOf(programmeId: string): Certificate {
  const days = { from: '2026-01-27', to: '2026-03-03' };
  return {
    ...{ programmeId, side: 'mentee', language: 'en', choice: { hours: false, courses: false, goals: [] } },
    facts: {
      name: mentee.name,
      programme: `Programme ${programmeId}`,
      side: 'mentee',
      ...days,
      courses: [],
      goals: [],
    },
    ...{ secret: 'secret-of-the-mentee', on: days.to },
  };
}

function programmeRows(now: number): Change[][] {
  const teamsOf = {
    p1: [person.coordinator, person.leaver, person['former-coordinator']],
    p2: [person['other-coordinator'], person.leaver],
    p3: [],
    p4: [person.coordinator],
    p5: [],
    p6: [],
  };
  const goal = { id: 'goal-1', text: 'G', measure: 'M', target: '70 %' };
  return (['p1', 'p2', 'p3', 'p4', 'p5', 'p6'] as const).flatMap((id) => {
    const stage = id === 'p3' ? 'prepare' : id === 'p5' ? 'close' : id === 'p6' ? 'recruit' : 'match';
    const zone = { zone: 'Europe/Brussels', createdAt: now, stageAt: now };
    const value = {
      ...aDraft({ name: `Programme ${id}`, goals: [goal] }),
      id,
      stage,
      createdBy: person.coordinator.id,
      ...zone,
      ...(id === 'p6' ? { coursesFirst: true as const } : {}),
    } as const;
    const team: readonly { id: string }[] = teamsOf[id];
    return [
      [
        programmes.create(id, onlyRow, value),
        ...team.map((one) => teams.create(id, one.id, { personId: one.id, addedAt: 1 })),
      ],
      ...team.map((one) => [coordinated.put(one.id, id, { id })]),
      // A line that was left when somebody was taken out of the team.
      ...(id === 'p1' ? [[coordinated.put(person['other-coordinator'].id, id, { id })]] : []),
      [programmeIndex.put('programmes', id, { id })],
      ...(id === 'p5' ? [[applications.create(id, mentee.id, { ...someApplication(now), programmeId: id })]] : []),
    ];
  });
}

/** It matches only who has done the courses: the applicant has, the mentee has not, and the last day is near. */
function coursesFirst(programmeId: string, now: number): Change[][] {
  const applied = [mentee, person.applicant].map((one) => ({
    ...{ ...someApplication(now), programmeId, personId: one.id },
  }));
  return [
    [
      closingDays.create(programmeId, lastKey, { closesOn: '2026-03-06' }),
      ...applied.map((one) => applications.create(programmeId, one.personId, one)),
    ],
    ...applied.map(({ personId }) => [participations.put(personId, programmeId, { programmeId })]),
    pathOf('mentee').map((courseId) => completions.create(person.applicant.id, courseId, { courseId, doneAt: now })),
  ];
}

function someApplication(at: number): Application {
  const times = { startedAt: at, changedAt: at, appliedAt: at, begunAt: at };
  return { programmeId: 'p5', personId: mentee.id, status: 'applied', answers: someAnswers(), waited: false, ...times };
}

/** A poster of each programme, also of the one that is being prepared. */
function sourceRows(now: number): Change[][] {
  const of = { p1: 'k1000001', p2: 'k2000002', p3: 'k3000003' };
  const network = { id: 'network-1', name: 'N', kind: 'network', contact: '', language: 'en', createdAt: now } as const;
  const rows = Object.entries(of).flatMap(([programmeId, code]) => [
    [codes.put(codesPartition, code, { programmeId })],
    [sources.create(programmeId, code, { code, programmeId, channel: 'poster', language: 'en', createdAt: now })],
  ]);
  return [...rows, [networks.create(networksPartition, 'network-1', network)]];
}

/** A helper, somebody who asked at a kiosk, a printed form, a slip, and a guest who was admitted: all of the first programme. */
function outsideRows(now: number): Change[][] {
  const [guest, by] = [person['guest-mentor'].id, person.coordinator.id];
  const { wishes: _wishes, ratherNot: _ratherNot, ...answers } = someAnswers();
  const slip: Slip = {
    ...{ number: 'k7m2', programmeId: 'p1', personId: person.leaver.id, answers, channel: 'helped', language: 'nl' },
    ...{ by: person.employee.id, at: now, until: now + 14 * day, salt: 'salt', hash: '0'.repeat(64), wrong: 0 },
  };
  const form = { serial: 'abcd2345', programmeId: 'p1', version: 1, language: 'nl', printedAt: now } as const;
  const wish = { id: 'request-1', name: 'N', reach: 'R', language: 'nl', at: now } as const;
  return [
    [helps.put(person.employee.id, 'p1', { programmeId: 'p1' })],
    [admittedRows.put(guest, 'p1', { programmeId: 'p1' })],
    [
      helpers.put('p1', person.employee.id, { personId: person.employee.id, addedAt: now }),
      slips.create('p1', slip.number, slip),
      slipsOf.create('p1', slip.personId, { number: slip.number }),
      paperForms.create('p1', form.serial, form),
      kioskRequests.create('p1', wish.id, wish),
      guestSettingRows.put('p1', ownSetting, { on: true }),
      guestRows.put('p1', guest, { personId: guest, at: now, by }),
      agreedRows.create('p1', ['pair-guest', 'line-1'], {
        ...{ id: 'line-1', meetingId: 'meeting-guest', text: 'Read it', by: guest, who: [guest], done: false, at: now },
      }),
      meetings.create('p1', ['pair-guest', 'meeting-guest'], {
        ...{ id: 'meeting-guest', programmeId: 'p1', pairId: 'pair-guest', start: soon, end: soon + hour },
        ...{ state: 'planned', organiserId: secondMentee.id, byHand: true, sequence: 0 },
      }),
    ],
  ];
}

function pairOf(id: string, over: Partial<Pair> = {}): Pair {
  const members = { menteeId: mentee.id, mentorId: mentor.id };
  return {
    id,
    programmeId: 'p1',
    proposalId: 'proposal-1',
    ...members,
    state: 'active',
    reasons: [],
    offeredAt: 1,
    ...over,
  };
}

function pairRows(now: number): Change[][] {
  const activeAt = now - 35 * day;
  const yes = { menteeSaid: 'yes' } as const;
  const all = [
    ...['pair-own', 'pair-draft', 'pair-asked', 'pair-published'].map((id) => pairOf(id, { activeAt, ...yes })),
    pairOf('pair-review', { activeAt: now - 60 * day, ...yes }),
    pairOf('pair-young', { activeAt: now - day, ...yes }),
    pairOf('pair-offered', { state: 'offered' }),
    pairOf('pair-mentors-turn', { state: 'offered', ...yes }),
    pairOf('pair-paused', { state: 'paused', activeAt, pausedBy: mentee.id, ...yes }),
    pairOf('pair-back', { state: 'paused', activeAt, pausedBy: mentee.id, backAt: now - day, ...yes }),
    pairOf('pair-rounded', { state: 'ended', activeAt, endedAt: now, ending: 'together', ...yes }),
    pairOf('pair-ended', { state: 'ended', activeAt, endedAt: now, ...yes }),
    pairOf('pair-declined', { state: 'declined', menteeSaid: 'no' }),
    pairOf('pair-same', { activeAt, menteeId: secondMentee.id, mentorId: secondMentor.id }),
    pairOf('pair-guest', { activeAt, ...yes, menteeId: secondMentee.id, mentorId: person['guest-mentor'].id }),
    pairOf('pair-other', { activeAt, menteeId: thirdMentee.id, mentorId: thirdMentor.id, programmeId: 'p2' }),
  ];
  return all.flatMap((one) => [
    [pairs.create(one.programmeId, one.id, one)],
    ...[one.menteeId, one.mentorId].map((id) => [
      pairLines.put(id, one.id, { programmeId: one.programmeId, pairId: one.id }),
    ]),
  ]);
}

const members = { p1: ['pair-own', mentee, mentor], p2: ['pair-other', thirdMentee, thirdMentor] } as const;

/** In both programmes one that is open and one that was told; in the fourth one to be told. */
function findingRows(now: number): Change[][] {
  const decision = { choice: 'change', at: now, by: person.coordinator.id } as const;
  const texts = { why: 'Many people said it', what: 'The guide begins with it' };
  const told = aFinding({ ...texts, id: 'finding-told', decision, tellingId: 'telling-1' });
  const [one, other] = ['p1', 'p2'].map((programmeId, at) => {
    const open = aFinding({ id: `finding-${at + 1}` });
    return [
      findings.create(programmeId, open.id, open),
      findings.create(programmeId, told.id, told),
      tellings.create(programmeId, 'telling-1', { id: 'telling-1', at: now, by: person.coordinator.id, upTo: '' }),
    ];
  });
  const decided = aFinding({ ...texts, id: 'finding-decided', decision });
  return [one ?? [], other ?? [], [findings.create('p4', decided.id, decided)]];
}

function inProgramme(programmeId: string, now: number): Change[] {
  const number = programmeId === 'p1' ? '1' : '2';
  const [pairId, one, other] = members[programmeId as 'p1' | 'p2'];
  const team = programmeId === 'p1' ? person.coordinator : person['other-coordinator'];
  const meeting = (id: string, pair: string, organiserId: string, hours: number) => ({
    ...{
      id,
      programmeId,
      pairId: pair,
      start: soon + hours * hour,
      end: soon + (hours + 0.5) * hour,
      state: 'planned',
    },
    ...{ organiserId, eventId: 'event', byHand: false, sequence: 0 },
    ...(organiserId === mentee.id ? { partnerAnswer: 'declined' } : {}),
  });
  const suffix = programmeId === 'p1' ? ['mentee', 'mentor'] : ['other'];
  const held = suffix.map((name, at) => meeting(`meeting-${name}`, pairId, at === 0 ? one.id : other.id, at) as never);
  const counts = { mentees: 1, mentors: 1, places: 1, matched: 1, firstChoice: 0 };
  const proposal = {
    id: `proposal-${number}`,
    programmeId,
    state: 'draft',
    madeAt: now,
    madeBy: team.id,
    counts,
    score: 1,
  } as const;
  const proposed: ProposedPair = {
    ...{
      menteeId: one.id,
      mentorId: other.id,
      strength: 'good',
      chosen: false,
      firstChoice: false,
      reasons: [],
      parts: [],
    },
    ...{
      languages: [],
      alternatives: [{ mentorId: secondMentor.id, strength: 'good', cost: 'nothing', belowFloor: false }],
    },
  };
  const word: Word = {
    id: `word-${number}`,
    pairId,
    people: [one.id as string],
    why: 'asked-for-contact',
    since: now,
    state: 'open',
  };
  const lost = {
    personId: one.id,
    kind: 'pairs.ask',
    at: now,
    state: 'failed',
    reason: 'blocked',
    data: { programmeId },
  } as const;
  return [
    ...suffix.map((name, at) =>
      polls.create(
        programmeId,
        [pairId, `poll-${name}`],
        pollFor(programmeId, pairId, name, at === 0 ? one.id : other.id),
      ),
    ),
    ...held.map((value: { id: string }) => meetings.create(programmeId, [pairId, value.id], value as never)),
    proposals.create(programmeId, proposal.id, { ...proposal, ...ofAProposal }),
    currentProposals.create(programmeId, 'own', { proposalId: proposal.id, round: 0 }),
    proposedPairs.create(programmeId, [proposal.id, one.id], proposed),
    words.create(programmeId, word.id, word),
    words.create(programmeId, `word-taken-${number}`, { ...word, id: `word-taken-${number}`, state: 'taken' }),
    sentRows.programmes.create(programmeId, `send-${number}`, lost),
    ...thanksOf(programmeId, now),
    ...creditsOf(programmeId, now),
    ...doorsOf(programmeId, now),
    ...supportOf(programmeId, now),
    ...(programmeId === 'p1' ? ofFirstProgramme(now) : []),
  ];
}

/** The day after the next: no time of it is booked. */
const asked = soon + 46 * hour;
function pollFor(programmeId: string, pairId: string, name: string, askedBy: string): Poll {
  const id = `poll-${name}`;
  return { id, programmeId, pairId, askedBy, minutes: 30, starts: [soon + 22 * hour, asked], at: 1 };
}

const ofAProposal = { round: 0, aims: usualAims, proven: true, weights: {} } as const;

/** The last day is over: the applicant waits, had no place, and agreed that the manager is told. */
function waitingIn(programmeId: string, now: number): Change[] {
  const { id: personId, managerId = '' } = person.applicant;
  const by = person.coordinator.id;
  const criteria = [{ id: 'c1', words: { en: 'Wants to lead a project' } }];
  const decided = { chosen: false, criterionId: 'c1', personId, side: 'mentee', round: 1, by, at: now } as const;
  const times = { startedAt: now, changedAt: now, appliedAt: now, begunAt: now };
  const waits = { status: 'waiting', waits: { why: 'not-chosen', round: 1 }, waited: true } as const;
  return [
    closingDays.create(programmeId, lastKey, { closesOn: '2026-02-20' }),
    applications.create(programmeId, personId, { programmeId, personId, answers: someAnswers(), ...times, ...waits }),
    choosings.create(programmeId, '1', { criteria, limits: {}, sentAt: now, sentBy: by }),
    choices.create(programmeId, ['1', 'mentee', personId], { ...decided, told: true }),
    informings.create(programmeId, 'own', { on: true, by, at: now }),
    managerWords.create(programmeId, personId, {
      ...{ personId, agreedAt: now },
      of: { managerId, programmeName: `Programme ${programmeId}`, hoursAMonth: 1 },
    }),
  ];
}

/** Of a programme of its own: one has one proposal that counts. */
function publishedProposal(now: number): Change[] {
  const counts = { mentees: 1, mentors: 1, places: 1, matched: 1, firstChoice: 0 };
  const by = person.coordinator.id;
  const made = {
    madeAt: now,
    madeBy: by,
    publishedAt: now,
    publishedBy: by,
    counts,
    score: 1,
    ...ofAProposal,
  };
  const value = { id: 'proposal-4', programmeId: 'p4', state: 'published', ...made } as const;
  return [
    proposals.create('p4', value.id, value),
    currentProposals.create('p4', 'own', { proposalId: value.id, round: 1 }),
  ];
}

function thanksOf(programmeId: string, now: number): Change[] {
  const shown = { at: now, senderShows: false, receiverShows: false };
  const thanks = (id: string, pairId: string, from: string, to: string, text: string) =>
    thanksRows.create(programmeId, id, { id, programmeId, pairId, from, to, text, ...shown });
  if (programmeId === 'p2') return [thanks('thanks-other', 'pair-other', thirdMentee.id, thirdMentor.id, 'x')];
  return [
    thanks('thanks-mentee', 'pair-own', mentee.id, mentor.id, secrets.thanks),
    thanks('thanks-mentor', 'pair-own', mentor.id, mentee.id, secrets.thanks),
    thanks('thanks-same', 'pair-same', secondMentee.id, secondMentor.id, secrets.secondThanks),
  ];
}

/** Said to one person each, who has not shown them. */
function creditsOf(programmeId: string, at: number): Change[] {
  const by = programmeId === 'p2' ? person['other-coordinator'].id : person.coordinator.id;
  const credit = (id: string, personId: string, text: string) =>
    creditRows.create(programmeId, id, {
      ...{ id, programmeId, by, as: 'coordinator', to: { kind: 'person', personId }, text, at, shows: false },
    });
  if (programmeId === 'p2') return [credit('credit-other', thirdMentee.id, 'x')];
  return [
    credit('credit-mentee', mentee.id, secrets.credit),
    credit('credit-mentor', mentor.id, 'x'),
    credit('credit-same', secondMentee.id, 'x'),
  ];
}

function doorsOf(programmeId: string, at: number): Change[] {
  const door = (id: string, pairId: string, by: string, word: string) =>
    doorRows.create(programmeId, [pairId, id], { id, programmeId, pairId, kind: 'introduction', by, word, at });
  if (programmeId === 'p2') return [door('door-other', 'pair-other', thirdMentee.id, 'x')];
  return [
    door('door-mentee', 'pair-own', mentee.id, secrets.door),
    door('door-mentor', 'pair-own', mentor.id, 'x'),
    door('door-same', 'pair-same', secondMentee.id, 'x'),
  ];
}

/** An agreement and a goal with a step and two notes, in the own pair, in others, and in those that are over. */
function supportOf(programmeId: string, at: number): Change[] {
  const guest = person['guest-mentor'].id;
  if (programmeId === 'p2') return ofSupport('p2', 'pair-other', [thirdMentee.id, thirdMentor.id], { words: 'x', at });
  return [
    ...ofSupport('p1', 'pair-own', [mentee.id, mentor.id], { at }),
    ...ofSupport('p1', 'pair-draft', [mentee.id, mentor.id], { words: 'x', at, byBoth: true }),
    ...ofSupport('p1', 'pair-ended', [mentee.id, mentor.id], { words: 'x', at }),
    ...ofSupport('p1', 'pair-rounded', [mentee.id, mentor.id], { words: 'x', at }),
    ...ofSupport('p1', 'pair-same', [secondMentee.id, secondMentor.id], { words: 'x', at }),
    ...ofSupport('p1', 'pair-guest', [guest, secondMentee.id], { words: 'x', at }),
  ];
}

/** Signed by the first of the two, or by both; without words they are those that only the two may see. */
function ofSupport(
  programmeId: string,
  pairId: string,
  [one, other]: readonly [string, string],
  { words, at, byBoth = false }: { readonly words?: string; readonly at: number; readonly byBoth?: boolean },
): Change[] {
  const signed = [{ personId: one, at }, ...(byBoth ? [{ personId: other, at }] : [])];
  const part = { part: 'expectations', text: words ?? secrets.agreement, by: one, since: 1 } as const;
  const goal = { id: 'goal-own', pairId, text: words ?? secrets.goal, at };
  const note = (id: string, by: string) =>
    goalNotes.create(programmeId, [pairId, goal.id, id], {
      ...{ id, goalId: goal.id, text: words ?? secrets.goalNote, by, at },
    });
  return [
    agreements.create(programmeId, [pairId, 'v00001'], { pairId, version: 1, parts: [part], by: one, at, signed }),
    pairGoals.create(programmeId, [pairId, goal.id], goal),
    goalSteps.create(programmeId, [pairId, goal.id, 'step-1'], {
      ...{ id: 'step-1', goalId: goal.id, text: words ?? secrets.goalStep, done: false, at },
    }),
    note('gnote-mentee', one),
    note('gnote-mentor', other),
  ];
}

function ofFirstProgramme(now: number): Change[] {
  const said = { round: 'day-14', met: 'yes', contact: false } as const;
  const ratings = { 'open-talks': 3, 'next-step': 3, 'more-options': 3, 'often-moved': 3 };
  const later = { round: 'day-30', ratings, contact: false, note: secrets.note } as const;
  const times = { startedAt: now, changedAt: now, appliedAt: now };
  const applied = { programmeId: 'p1', status: 'applied', waited: false, ...times } as const;
  const call = { audience: { kind: 'all' }, words: {}, closesOn: '2026-04-01' } as const;
  const second = {
    id: 'meeting-same',
    programmeId: 'p1',
    pairId: 'pair-same',
    start: soon,
    end: soon + hour,
    state: 'planned',
  } as const;
  const over = (id: string, daysAgo: number, state: 'planned' | 'cancelled') => ({
    ...{
      id,
      programmeId: 'p1',
      pairId: 'pair-review',
      start: now - daysAgo * day,
      end: now - daysAgo * day + hour,
      state,
    },
    ...{ organiserId: mentee.id, eventId: 'event', byHand: false, sequence: 0 },
  });
  const agreed = { id: 'line-1', meetingId: 'meeting-mentee', who: [mentee.id], done: false, at: now };
  return [
    ...[
      over('meeting-held', 5, 'planned'),
      over('meeting-off-1', 4, 'cancelled'),
      over('meeting-off-2', 3, 'cancelled'),
    ].map((one) => meetings.create('p1', ['pair-review', one.id], one)),
    meetings.create('p1', ['pair-ended', 'meeting-left'], {
      ...{
        id: 'meeting-left',
        programmeId: 'p1',
        pairId: 'pair-ended',
        start: soon,
        end: soon + hour,
        state: 'planned',
      },
      ...{ organiserId: mentee.id, eventId: 'event', byHand: false, sequence: 0 },
    }),
    points.create('p1', ['pair-own', 'meeting-mentee', 'line-1'], {
      ...{ id: 'line-1', text: secrets.point, by: mentee.id, at: now },
    }),
    points.create('p1', ['pair-own', 'meeting-mentor', 'line-2'], {
      ...{ id: 'line-2', text: 'Theirs', by: mentor.id, at: now },
    }),
    agreedRows.create('p1', ['pair-own', 'line-1'], { ...agreed, text: secrets.agreed, by: mentee.id }),
    agreedRows.create('p1', ['pair-own', 'line-2'], { ...agreed, id: 'line-2', text: 'Theirs too', by: mentor.id }),
    seenRows.create('p1', ['pair-draft', seenOfDraft(now).id], seenOfDraft(now)),
    checkIns.create('p1', ['pair-own', 'day-14', mentee.id], {
      pairId: 'pair-own',
      personId: mentee.id,
      said,
      at: now,
    }),
    checkIns.create('p1', ['pair-own', 'day-30', mentee.id], {
      pairId: 'pair-own',
      personId: mentee.id,
      said: later,
      at: now,
    }),
    ...(['pair-draft', 'pair-asked'] as const).map((pairId) =>
      checkIns.create('p1', [pairId, 'day-30', mentee.id], {
        ...{ pairId, personId: mentee.id, at: now },
        said: {
          ...later,
          ...(pairId === 'pair-draft'
            ? { note: secrets.notePartner, noteFor: 'partner' as const }
            : { note: secrets.noteTeam, noteFor: 'coordinator' as const }),
        },
      }),
    ),
    putOffs.create('p1', ['pair-review', 'day-30', mentee.id], { way: 'later', at: now, again: now }),
    checkIns.create('p1', ['pair-review', 'day-14', mentee.id], {
      pairId: 'pair-review',
      personId: mentee.id,
      said,
      at: now,
    }),
    calls.create('p1', 'call-1', {
      ...call,
      id: 'call-1',
      programmeId: 'p1',
      createdAt: now,
      createdBy: person.coordinator.id,
    }),
    ...[person.applicant.id, mentee.id].map((personId) =>
      applications.create('p1', personId, {
        ...applied,
        personId,
        answers: someAnswers({ motivation: secrets.motivation }),
      }),
    ),
    ...[person.applicant.id, person.employee.id].map((personId) =>
      invitations.create('p1', personId, { programmeId: 'p1', personId, callId: 'call-1', at: now }),
    ),
    meetings.create('p1', ['pair-ended', 'meeting-ended'], {
      ...{ ...second, id: 'meeting-ended', pairId: 'pair-ended', organiserId: mentee.id, eventId: 'event-of-ended' },
      ...{ byHand: false, sequence: 0, partnerAnswer: 'declined' },
    }),
    polls.create('p1', ['pair-same', 'poll-same'], pollFor('p1', 'pair-same', 'same', secondMentee.id)),
    polls.create('p1', ['pair-young', 'poll-answered'], {
      ...pollFor('p1', 'pair-young', 'answered', mentee.id),
      said: { works: [asked], at: now },
    }),
    suggestions.create('p1', ['pair-young', 'suggestion-1'], {
      ...{ id: 'suggestion-1', programmeId: 'p1', pairId: 'pair-young', wished: now, starts: [asked], at: now },
    }),
    meetings.create('p1', ['pair-same', second.id], {
      ...second,
      organiserId: secondMentee.id,
      byHand: true,
      sequence: 0,
    }),
  ];
}

function withdrawnFrom(programmeId: string, now: number): Application {
  const times = { startedAt: now, changedAt: now, appliedAt: now };
  return {
    programmeId,
    personId: person.applicant.id,
    status: 'withdrawn',
    waited: false,
    answers: someAnswers(),
    ...times,
  };
}

function surveyRows(now: number): Change[][] {
  const survey = {
    audience: { kind: 'everybody' },
    closesOn: '2026-04-01',
    set: 'support',
    zone: 'Europe/Brussels',
    remindOn: [],
    items: [...setOf('support').items],
  } satisfies Partial<Survey>;
  const more = { language: 'en', floor: 5, createdAt: now, createdBy: person.coordinator.id } as const;
  const asked = { 'survey-1': [mentee, mentor, person.applicant], 'survey-2': [thirdMentee] } as const;
  return [
    ...(['survey-1', 'survey-2'] as const).flatMap((id) => [
      [
        surveys.create(id, 'own', { ...survey, ...more, id, state: 'open', openedAt: now }),
        ...asked[id].map((one) => askedRows.create(id, one.id, { surveyId: id })),
      ],
      [surveyIndex.put('surveys', id, { surveyId: id })],
      ...asked[id].map((one) => [toAnswer.put(one.id, id, { surveyId: id })]),
    ]),
    ...(['draft', 'closed'] as const).flatMap((state) => [
      [surveys.create(`survey-${state}`, 'own', { ...survey, ...more, id: `survey-${state}`, state })],
    ]),
    [
      surveys.create('survey-told', 'own', {
        ...{ ...survey, ...more, id: 'survey-told', state: 'closed', set: 'inclusion' },
        items: [...setOf('inclusion').items],
      }),
      releases.create('survey-told', '00001', {
        ...{ number: 1, at: now, isFinal: true, someLeftOut: false, responses: { kind: 'exact', people: 12 } },
        figures: [{ state: 'texts', itemId: 'home-help', texts: ['A text'] }],
      }),
      bases.create('survey-told', '00001', { number: 1, responses: 12, ratings: {}, texts: {}, since: {} }),
    ],
    ...[person.applicant, person.employee].map((one) => [invitedTo.put(one.id, 'p1', { programmeId: 'p1' })]),
    [applications.create('p3', person.applicant.id, withdrawnFrom('p3', now))],
    ...[person.applicant, mentee].map((one) => [participations.put(one.id, 'p1', { programmeId: 'p1' })]),
  ];
}

/** The coordinator's, with one who was asked and one who said yes; another coordinator's; one of which nobody knows yet. */
function talkRows(now: number): Change[][] {
  const talk = {
    ...{ purpose: 'needs', form: 'individual', size: 3, audience: { kind: 'everybody' }, language: 'en' },
    ...{ minutes: 60, from: '2026-03-20', seed: 'seed', zone: 'Europe/Brussels', createdAt: now, turn: 0 },
  } satisfies Partial<Talk>;
  const asking = { state: 'asking', closesBy: now + 60 * day } as const;
  const invited = (talkId: string, personId: string, state: 'drawn' | 'asked' | 'yes'): Change =>
    invitedRows.create(talkId, personId, { personId, state, because: 'lot', mayQuote: false });
  const [mine, theirs] = [person.coordinator.id, person['other-coordinator'].id];
  const rows: Change[][] = [
    [
      talks.create('talk-1', 'own', { ...talk, ...asking, id: 'talk-1', createdBy: mine }),
      ...[invited('talk-1', mentee.id, 'yes'), invited('talk-1', mentor.id, 'asked')],
      notes.create('talk-1', 'note-1', { id: 'note-1', text: secrets.talkNote, mayQuote: false, themes: [] }),
    ],
    [
      talks.create('talk-2', 'own', { ...talk, ...asking, id: 'talk-2', createdBy: theirs }),
      invited('talk-2', thirdMentee.id, 'asked'),
    ],
    [
      talks.create('talk-draft', 'own', { ...talk, id: 'talk-draft', state: 'draft', createdBy: mine }),
      invited('talk-draft', person.employee.id, 'drawn'),
    ],
    [
      talks.create('talk-back', 'own', { ...talk, ...asking, id: 'talk-back', createdBy: mine, takenBack: true }),
      invited('talk-back', mentee.id, 'yes'),
    ],
  ];
  return [...rows, ...['talk-1', 'talk-2'].map((id) => [talkIndex.put('talks', id, { talkId: id })])];
}

function storyRows(now: number): Change[][] {
  const picture = { type: 'image/png', width: 4, height: 3, data: pictureData } as const;
  const story = (pairId: string, state: Story['state'], title: string, over: Partial<Story> = {}): Story => ({
    ...aStoryDraft({ title, named: false, picture: { id: 'picture-1', alternative: `canary-picture-of-${pairId}` } }),
    ...{ id: storyIdOf(pairId), programmeId: 'p1', pairId, authorId: mentee.id, partnerId: mentor.id, state },
    ...{ version: 1, changedAt: now },
    ...over,
  });
  const second = { authorId: secondMentee.id, partnerId: secondMentor.id, waitsFor: secondMentor.id };
  const third = { authorId: thirdMentee.id, partnerId: thirdMentor.id, waitsFor: thirdMentor.id, programmeId: 'p2' };
  const all = [
    story('pair-draft', 'draft', secrets.draft),
    story('pair-asked', 'asked', secrets.asked, { waitsFor: mentor.id }),
    story('pair-review', 'review', secrets.review),
    story('pair-published', 'published', 'Told to all', { publishedAt: now }),
    story('pair-same', 'asked', secrets.secondAsked, second),
    story('pair-other', 'asked', 'A third story', third),
  ];
  const agreed = (one: Story, personId: string): Change =>
    consents.create(one.programmeId, [one.id, personId, 'v1-1'], {
      ...{ storyId: one.id, personId, version: 1, reach: 'organisation', named: false, givenAt: now },
    });
  const published = storyIdOf('pair-published');
  const at = (id: string, kind: Place['kind'], over: Partial<Place> = {}): Change =>
    places.create('p1', [published, id], {
      ...{ id, storyId: published, kind, where: 'canary-where-it-stands', version: 1, named: [], at: now, ...over },
    });
  /** In French, put in by the writer, and waiting for the other. */
  const textOf = (storyId: string, id: string, by: string): Change =>
    translations.create('p1', [storyId, id], {
      ...{ id, storyId, version: 1, language: 'fr', title: 'canary-translation', parts: aStoryDraft().parts },
      ...{ alternative: 'Une image', by, at: now, yes: [{ personId: by, at: now }] },
    });
  return [
    ...all.map((one) => [
      stories.create(one.programmeId, one.id, one),
      storyPictures.create(one.programmeId, [one.id, 'picture-1'], picture),
      ...(one.state === 'draft' ? [] : [agreed(one, one.authorId)]),
      ...(one.state === 'review' || one.state === 'published' ? [agreed(one, one.partnerId)] : []),
    ]),
    [at('place-1', 'newsletter'), at('place-2', 'channel', { where: 'general', messageId: 'message-1' })],
    [at('place-3', 'newsletter', { offSince: now })],
    [textOf(published, 'text-1', mentee.id), textOf(storyIdOf('pair-review'), 'text-2', mentee.id)],
    [publishedLines.put(publishedPartition, published, { programmeId: 'p1', storyId: published })],
  ];
}

export const everybody = [...Object.values(person), ...crowd];

/** A tip that is true: a pair of five weeks without a meeting. */
export function seenOfDraft(now: number): Seen {
  const [why, occasion] = ['no-first-meeting', String(now - 35 * day)] as const;
  return { id: 'seen-draft', pairId: 'pair-draft', why, occasion, hintAt: now };
}
