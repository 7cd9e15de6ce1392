/** What the matrix expects of jobs: whom they write to, of all whom their data may name. Whoever is not named gets nothing. */
import { groupOf } from '../../src/features/people/messages/rules.ts';
import { storyIdOf } from '../../src/features/stories/usecases.ts';
import { person, type Owner } from './people.ts';
import type { Params } from './things.ts';

export interface JobRow {
  /** The field of the data that names the receiver; without one the receiver follows from the thing. */
  readonly names?: 'personId' | 'to' | 'coordinatorId';
  /** What the data holds besides ids of things. */
  readonly data?: Params;
  /** Who is written to, by whose the thing is: views, or without `names` whoever of the world it is. */
  readonly tells?: Partial<Record<Owner, string>>;
  readonly states?: readonly { readonly state: string; readonly at: Params; readonly who: string }[];
  /** Not for those who said "do not ask again". */
  readonly invites?: true;
}

const both = 'mentee mentor';
const ofPair = { self: both, partner: both } as const;
const at = (pairId: string, more: Params = {}): Params => ({ pairId, ...more });
/** Does its work without a word to anybody; what follows has a job of its own. */
const silent: JobRow = {};
const [offered, mentorsTurn] = [at('pair-offered'), at('pair-mentors-turn', { side: 'mentor' })];
const asks: JobRow = {
  data: { side: 'mentee' },
  states: [
    { state: 'offered', at: offered, who: 'mentee' },
    { state: 'offered, before the mentee said yes', at: { ...offered, side: 'mentor' }, who: '' },
    { state: "the mentor's turn", at: mentorsTurn, who: 'mentor' },
    { state: "the mentor's turn, to the mentee", at: { ...mentorsTurn, side: 'mentee' }, who: '' },
    { state: 'declined', at: at('pair-declined'), who: '' },
  ],
};

/** Of a send that nobody stopped, and of which nothing had failed by then. */
const ofSend: Params = { table: 'programmes', partition: 'p1', group: groupOf('pairs.ask', '') };

export const jobRows: Readonly<Record<string, JobRow>> = {
  'training.forget-circle': silent,
  'people.sync': silent,
  'privacy.copy': silent,
  'people.identity': silent,
  'people.consentEnded': { data: { mark: 'mark-1' } },
  'people.left': silent,
  'privacy.forget': silent,
  'privacy.retain': silent,
  'privacy.empty': { data: { what: 'survey', id: 'survey-none' } },
  'privacy.look': { data: { at: '1' } },
  'privacy.drop-look': { data: { at: '1' } },
  'people.stop-sends': { data: ofSend },
  'people.send-again': { data: { ...ofSend, what: 'not-reached', by: 'chat', who: person.coordinator.id, asked: '0' } },
  'programmes.changed': silent,
  'surveys.invite': silent,
  'surveys.send': {
    ...{ names: 'personId', tells: { self: `applicant ${both}` }, invites: true },
    states: [{ state: 'closed', at: { surveyId: 'survey-closed' }, who: '' }],
  },
  'surveys.remind': { data: { on: '2026-04-08' } },
  'surveys.nudge': {
    ...{ names: 'personId', data: { on: '2026-04-08' }, tells: { self: `applicant ${both}` }, invites: true },
    states: [{ state: 'closed', at: { surveyId: 'survey-closed' }, who: '' }],
  },
  'surveys.close': silent,
  'surveys.finish': silent,
  'surveys.shuffle': silent,
  'surveys.ask-talk': {
    ...{ names: 'personId', tells: { self: 'mentor', same: '' }, invites: true },
    states: [{ state: 'draft', at: { talkId: 'talk-draft' }, who: '' }],
  },
  'surveys.lapse-talk': silent,
  'surveys.fill-talk': silent,
  'surveys.end-talk': silent,
  'surveys.forget-talk': silent,
  'recruitment.invite': silent,
  'recruitment.send-invitation': { names: 'personId', tells: { self: 'employee' }, invites: true },
  'recruitment.send-mail': { names: 'personId', tells: { self: 'employee' }, invites: true },
  'recruitment.send-preview': {
    ...{ names: 'personId', data: { by: 'chat' } },
    tells: { self: 'coordinator', other: 'other-coordinator' },
  },
  'recruitment.post': { data: { postId: 'no-post' } },
  'recruitment.applied': silent,
  'recruitment.take-up': silent,
  'recruitment.tell-taken-up': { names: 'personId', tells: { self: 'applicant mentee' } },
  'recruitment.look': { data: { on: '2026-03-20' } },
  'recruitment.tell-look': {
    ...{ names: 'personId', data: { on: '2026-03-20' } },
    states: [{ state: 'somebody waits', at: { programmeId: 'p4' }, who: 'coordinator' }],
  },
  'recruitment.answer-choices': { data: { round: '1' } },
  'recruitment.tell-choice': {
    ...{ names: 'personId', data: { side: 'mentee', round: '1' } },
    states: [{ state: 'answered', at: { programmeId: 'p4' }, who: 'applicant' }],
  },
  'recruitment.tell-manager': {
    states: [{ state: 'agreed', at: { programmeId: 'p4', personId: person.applicant.id }, who: 'adviser' }],
  },
  'recruitment.drop-slip': { data: { number: 'k7m2', at: '0' } },
  'recruitment.drop-request': { data: { requestId: 'request-1' } },
  'recruitment.forget': { data: { at: '0' } },
  'matching.compute': { data: { runId: 'no-run' } },
  'pairs.offerProposal': silent,
  'pairs.ask': asks,
  'pairs.remind': asks,
  'pairs.tellNotNow': {
    data: { side: 'mentor' },
    states: [{ state: 'declined', at: at('pair-declined'), who: 'mentor' }],
  },
  'pairs.begin': silent,
  'pairs.tellBegun': {
    ...{ data: { side: 'mentee' }, tells: { self: 'mentee', same: 'secondMentee', other: 'thirdMentee' } },
    states: [{ state: 'paused', at: at('pair-paused'), who: '' }],
  },
  'pairs.close': silent,
  'pairs.settleGoals': silent,
  'pairs.rest': silent,
  'pairs.tellChange': {
    ...{ names: 'personId', data: { at: '1' }, tells: ofPair },
    states: [{ state: 'declined', at: at('pair-declined'), who: '' }],
  },
  'pairs.comeFirst': silent,
  'pairs.askBack': {
    names: 'personId',
    states: [
      { state: 'the break is over', at: at('pair-back'), who: both },
      { state: 'paused', at: at('pair-paused'), who: '' },
    ],
  },
  'pairs.closingTime': silent,
  'pairs.lookBack': {
    ...{ names: 'personId', tells: ofPair },
    states: [{ state: 'ended', at: at('pair-ended'), who: '' }],
  },
  'pairs.tellClosing': {
    names: 'personId',
    states: [
      { state: 'rounded off', at: at('pair-rounded'), who: both },
      { state: 'left', at: at('pair-ended'), who: '' },
    ],
  },
  'pairs.tellUnmatched': {
    ...{ names: 'personId', data: { side: 'mentee' }, tells: { self: 'applicant', missing: 'applicant' } },
    states: [{ state: 'withdrawn', at: { programmeId: 'p3' }, who: '' }],
  },
  'meetings.tell': {
    ...{ names: 'to', data: { news: 'booked' }, tells: ofPair },
    states: [{ state: 'called off, as it was not', at: { news: 'cancelled' }, who: '' }],
  },
  'meetings.follow': { data: { reason: 'changed' } },
  'meetings.net': silent,
  'meetings.tell-no': {
    tells: { self: 'mentee' },
    states: [{ state: 'ended', at: at('pair-ended', { meetingId: 'meeting-ended' }), who: '' }],
  },
  'meetings.settle': silent,
  'meetings.drop-file': { data: { fileId: 'no-file' } },
  'meetings.ask-met': {
    names: 'personId',
    states: [{ state: 'over', at: { pairId: 'pair-review', meetingId: 'meeting-held' }, who: both }],
  },
  'meetings.offer-again': {
    names: 'personId',
    states: [{ state: 'twice cancelled', at: at('pair-review'), who: both }],
  },
  'meetings.ask-off': {
    names: 'personId',
    states: [{ state: 'ended, with a meeting to come', at: at('pair-ended'), who: 'mentee' }],
  },
  'meetings.ask-poll': { tells: { self: 'mentor', partner: 'mentee', same: 'secondMentor', other: 'thirdMentor' } },
  'meetings.tell-poll': {
    states: [
      { state: 'answered', at: at('pair-young', { pollId: 'poll-answered' }), who: 'mentee' },
      { state: 'answered, of a pair that ended', at: at('pair-ended', { pollId: 'poll-answered' }), who: '' },
    ],
  },
  'meetings.tell-series': {
    ...{ names: 'to', tells: { self: both, partner: both } },
    states: [{ state: 'ended', at: at('pair-ended'), who: '' }],
  },
  'meetings.look': silent,
  'meetings.suggest': {
    states: [
      { state: 'no next date', at: at('pair-young'), who: 'mentee' },
      { state: 'paused', at: at('pair-paused'), who: '' },
    ],
  },
  'checkins.ask': {
    ...{ names: 'personId', tells: { self: 'mentor', partner: 'mentor' } },
    states: [
      { state: 'not open yet', at: at('pair-young'), who: '' },
      { state: 'ended', at: at('pair-ended'), who: '' },
    ],
  },
  'checkins.watch': silent,
  'checkins.hint': {
    ...{ names: 'personId', data: { seenId: 'seen-draft' } },
    states: [
      { state: 'no first meeting', at: at('pair-draft'), who: both },
      { state: 'ended', at: at('pair-ended'), who: '' },
    ],
  },
  'checkins.write': {
    ...{ names: 'personId', data: { coordinatorId: person.coordinator.id } },
    states: [
      { state: 'taken on', at: { wordId: 'word-taken-1' }, who: 'mentee' },
      {
        state: 'taken on by somebody who coordinates no more',
        at: { wordId: 'word-taken-1', coordinatorId: person['former-coordinator'].id },
        who: '',
      },
    ],
  },
  'checkins.ask-again': {
    names: 'personId',
    states: [
      { state: 'put off by the mentee', at: at('pair-review'), who: 'mentee' },
      { state: 'ended', at: at('pair-ended'), who: '' },
    ],
  },
  'checkins.plan': silent,
  'checkins.tell-note': {
    ...{ names: 'to', data: { from: person.mentee.id } },
    states: [{ state: 'written to the coordinators', at: at('pair-asked'), who: 'coordinator' }],
  },
  'checkins.tell-partner': {
    ...{ names: 'to', data: { from: person.mentee.id } },
    states: [{ state: 'written to the partner', at: at('pair-draft'), who: 'mentor' }],
  },
  'checkins.settle': silent,
  'checkins.tell-coordinator': { names: 'coordinatorId', tells: { self: 'coordinator', other: 'other-coordinator' } },
  'concerns.tell-adviser': {
    ...{ names: 'personId', data: { round: 'round-1' }, tells: { self: 'adviser' } },
    states: [
      { state: 'taken back, or asked anew', at: { round: 'round-0' }, who: '' },
      { state: 'to another adviser', at: { wishId: 'wish-2' }, who: '' },
      { state: 'a note for the adviser', at: { wishId: 'confided-1' }, who: 'adviser' },
      { state: 'a note that was written anew', at: { wishId: 'confided-1', round: 'round-0' }, who: '' },
      { state: 'a note for another adviser', at: { wishId: 'confided-3' }, who: '' },
    ],
  },
  'concerns.remind': { data: { round: 'round-1' } },
  'concerns.tell-person': {
    data: { round: 'round-1', news: 'taken' },
    states: [
      { state: 'taken', at: { wishId: 'wish-taken' }, who: 'mentee' },
      { state: 'taken, chat not safe', at: { wishId: 'wish-quiet' }, who: '' },
    ],
  },
  'concerns.look': silent,
  'training.offer': { names: 'personId', data: { courseId: 'setting-goals' }, tells: { self: 'mentee' } },
  'training.note': silent,
  'training.remind': {
    names: 'personId',
    states: [
      { state: 'the last day is near', at: { programmeId: 'p6' }, who: 'mentee' },
      { state: 'withdrawn', at: { programmeId: 'p3' }, who: '' },
    ],
  },
  'training.missing': {
    names: 'personId',
    states: [
      { state: 'the courses come first', at: { programmeId: 'p6' }, who: 'mentee' },
      { state: 'they do not', at: { programmeId: 'p5' }, who: '' },
    ],
  },
  'training.send': {
    ...{ names: 'personId', data: { turn: '1' }, tells: { self: 'applicant mentee' } },
    states: [{ state: 'withdrawn', at: { programmeId: 'p3' }, who: '' }],
  },
  'training.close-skills': silent,
  'training.tell-skills': silent,
  'training.forget-skills': silent,
  'training.spread-session': { data: { what: 'invited', upTo: '', version: '0' } },
  'training.invite-session': {
    ...{ names: 'personId', tells: { self: 'applicant mentee' } },
    states: [
      { state: 'draft', at: { sessionId: 'session-draft' }, who: '' },
      { state: 'with a seat already', at: { sessionId: 'session-held' }, who: 'applicant' },
    ],
  },
  'training.remind-session': {
    names: 'personId',
    states: [{ state: 'with a seat', at: { sessionId: 'session-held' }, who: 'mentee' }],
  },
  'training.tell-session': {
    ...{ names: 'personId', data: { news: 'changed' } },
    states: [{ state: 'with a seat', at: { sessionId: 'session-held' }, who: 'mentee' }],
  },
  'training.ask-session': {
    names: 'personId',
    states: [{ state: 'was there', at: { sessionId: 'session-past' }, who: 'mentee' }],
  },
  'training.fill-session': silent,
  'training.close-session': silent,
  'training.forget-session': silent,
  'recognition.spread-event': { data: { what: 'opened', upTo: '', version: '0' } },
  'recognition.event-invite': {
    ...{ names: 'personId', tells: { self: `${both} guest-mentor` } },
    states: [
      { state: 'draft', at: { eventId: 'event-draft' }, who: '' },
      { state: 'closed', at: { eventId: 'event-judging' }, who: '' },
    ],
  },
  'recognition.event-jury': {
    ...{ names: 'personId', data: { what: 'asked' }, tells: { self: 'employee mentee', other: 'employee adviser' } },
    states: [{ state: 'draft', at: { eventId: 'event-draft' }, who: '' }],
  },
  'recognition.event-asked': {
    names: 'personId',
    states: [{ state: 'not answered', at: { nominationId: 'nomination-asked' }, who: both }],
  },
  'recognition.event-honoured': {
    names: 'personId',
    states: [{ state: 'decided', at: { eventId: 'event-decided' }, who: 'mentee' }],
  },
  'recognition.event-thanked': {
    names: 'personId',
    states: [{ state: 'decided', at: { eventId: 'event-decided' }, who: 'mentor' }],
  },
  'recognition.event-news': {
    ...{ names: 'personId', data: { news: 'moved' } },
    tells: { self: `employee ${both}`, other: 'employee adviser' },
    states: [{ state: 'called off', at: { eventId: 'event-cancelled' }, who: '' }],
  },
  'recognition.forget-event': silent,
  'recognition.suggest': {
    names: 'personId',
    states: [
      { state: 'met', at: at('pair-review'), who: both },
      { state: 'not met yet', at: at('pair-draft'), who: '' },
    ],
  },
  'recognition.tell': {
    tells: { self: 'mentor', partner: 'mentee', same: 'secondMentor', other: 'thirdMentor' },
  },
  'recognition.spread-credit': { data: { upTo: '' } },
  'recognition.tell-credit': {
    ...{ names: 'personId', tells: { self: 'mentee', partner: 'mentor', same: 'secondMentee', other: 'thirdMentee' } },
  },
  // Of the world nobody thanked a manager.
  'recognition.tell-manager': { names: 'personId' },
  'stories.invite': {
    ...{ names: 'personId', tells: ofPair },
    states: [{ state: 'begun', at: at('pair-draft'), who: 'mentor' }],
  },
  'stories.ask': {
    tells: { self: 'mentor', same: 'secondMentor', other: 'thirdMentor' },
    states: [{ state: 'draft', at: { storyId: storyIdOf('pair-draft') }, who: '' }],
  },
  'stories.tell': {
    ...{ names: 'personId', data: { news: 'published' } },
    states: [{ state: 'published', at: { storyId: storyIdOf('pair-published') }, who: both }],
  },
  'stories.post': {
    data: { channelId: 'general' },
    states: [
      { state: 'published', at: { storyId: storyIdOf('pair-published') }, who: 'a channel' },
      { state: 'without the second consent', at: { storyId: storyIdOf('pair-asked') }, who: '' },
    ],
  },
  'stories.settle': silent,
  'stories.count-help': { data: { token: 'token-1' }, ...silent },
  'stories.ask-translation': {
    ...{ names: 'personId', data: { textId: 'text-1' } },
    states: [
      { state: 'waits for the other', at: { storyId: storyIdOf('pair-published'), textId: 'text-1' }, who: 'mentor' },
      { state: 'to review', at: { storyId: storyIdOf('pair-review'), textId: 'text-2' }, who: 'mentor' },
    ],
  },
  'stories.clean-up': { data: { placeId: 'place-1' }, ...silent },
  'stories.tell-clean-up': {
    ...{ names: 'personId', data: { placeId: 'place-1' } },
    states: [
      {
        state: 'has to be taken down',
        at: { storyId: storyIdOf('pair-published'), placeId: 'place-3' },
        who: 'coordinator',
      },
    ],
  },
  'insights.spread-findings': { data: { round: 'telling-1' } },
  'insights.tell-findings': {
    ...{ names: 'personId', data: { round: 'telling-1' }, tells: { self: `${both} guest-mentor` } },
    states: [{ state: 'another telling', at: { round: 'none' }, who: '' }],
  },
  'insights.count': silent,
};
