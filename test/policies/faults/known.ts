/** What the sweep of storage faults knows and does not mend, by door: may only become shorter. */

/** A use case that loses or doubles something, and why it stays. */
export const known: Readonly<Record<string, string>> = {
  'POST /programmes/:programmeId/slips':
    'each try prints another paper, whose number takes the place of the former; the task that would drop that one finds nothing',
  'POST /programmes/:programmeId/slips/confirm':
    'a wrong code that is sent twice counts twice: it is there against guessing',
  'POST /programmes/:programmeId/pairs/:pairId/rhythm':
    'when the process dies between Outlook and our row, the partner hears of that date by itself and once more with all of them',
  'POST /programmes/:programmeId/stories/:storyId/read': 'after a crash in between one read is missing (decision 238)',
  'POST /programmes/:programmeId/report/figures':
    'figures that are taken twice are the second report; only the last one stands',
  'DELETE /private-talk': 'the task that would tell an adviser stays, and finds nothing to tell',
  'concerns.look': 'what was not sealed anew today is sealed anew tomorrow; it opens with the former key until then',
  'stories.post':
    'a post that may have arrived without a word keeps its place, so that a human looks for it (decision 246); the channel of this world does not know a send id again',
  'people.consentEnded':
    'a draft that is made anew twice is computed twice; the former of the two is of no use to anybody',
  'surveys.fill-talk':
    'who was drawn and not asked rests from being asked as if they had been, and somebody else is asked',
};

/** They answer a question, show a page or a card, or ask once more before the press that changes something. */
const reading = [
  'POST /calls/check',
  'POST /people/search',
  'POST /programmes/:programmeId/calls/preview',
  'POST /programmes/:programmeId/forms/lines',
  'POST /programmes/:programmeId/guests/search',
  'POST /programmes/:programmeId/matching/preview',
  'POST /programmes/:programmeId/pairs/:pairId/story/check',
  'POST /programmes/:programmeId/reach',
  'POST /programmes/:programmeId/skill-results',
  'POST /surveys/:surveyId/forecast',
  'POST /surveys/audience',
  'POST /surveys/wording',
  'POST /talks/:talkId/times',
  'checkins.change',
  'checkins.words',
  'insights.you-said',
  'meetings.call-off',
  'meetings.find',
  'meetings.move',
  'meetings.open',
  'meetings.poll',
  'pairs.closing',
  'pairs.decline',
  'pairs.findTime',
  'pairs.open',
  'pairs.showOffer',
  'recognition.event-open',
  'recognition.keep',
  'recognition.not-now',
  'recruitment.apply',
  'stories.open',
  'stories.write',
  'surveys.page',
  'training.coach',
  'training.courses',
  'training.give-back',
  'training.open',
  'training.open-session',
  'training.word',
];

/** Their rows are what the register calls work that is done with: a later press begins anew. */
const bookkeeping = ['DELETE /programmes/:programmeId/kiosk', 'POST /programmes/:programmeId/kiosk'];

/** Nothing in the world of the matrix is in the state that they change, and no step of `prepared.ts` brings it there yet. */
const stateMissing = [
  'DELETE /me/forgetting',
  'DELETE /programmes/:programmeId/guests/:personId',
  'DELETE /programmes/:programmeId/training/courses/:side/:courseId',
  'POST /delivery/failed/:taskId/retry',
  'POST /me/manager-thanks/:programmeId',
  'POST /programmes/:programmeId/choice/send',
  'POST /programmes/:programmeId/events/:eventId/entry',
  'POST /programmes/:programmeId/messages/:sendId/stop',
  'POST /programmes/:programmeId/proposals/:proposalId/use',
  'POST /programmes/:programmeId/sends/:sendGroup/stop',
  'POST /programmes/:programmeId/sessions/:sessionId/entry',
  'POST /programmes/:programmeId/tasks/:taskId/retry',
  'POST /surveys/:surveyId/answer/take-back',
  'POST /surveys/:surveyId/close',
  'POST /talks/:talkId/booking',
  'POST /talks/:talkId/share',
  'POST /talks/:talkId/unbook',
  'PUT /private-talk/advising',
  'PUT /programmes/:programmeId/choice/:side/:personId',
  'PUT /programmes/:programmeId/choice/criteria',
  'PUT /programmes/:programmeId/events/:eventId/nominations/:nominationId/answer',
  'PUT /programmes/:programmeId/events/:eventId/nominations/:nominationId/judgement',
  'PUT /programmes/:programmeId/stories/:storyId/terms',
];

/** Likewise for the worker: what they look for is not there, or not due. */
const nothingDue = [
  'matching.compute',
  'meetings.choose',
  'meetings.drop-file',
  'meetings.look',
  'meetings.net',
  'meetings.settle',
  'pairs.closingTime',
  'pairs.comeFirst',
  'pairs.longer',
  'pairs.rest',
  'pairs.settleGoals',
  'people.identity',
  'people.left',
  'people.send-again',
  'people.stop-sends',
  'recognition.event-consent',
  'recognition.event-yes',
  'recognition.forget-event',
  'recognition.tell-manager',
  'recruitment.answer-choices',
  'recruitment.drop-slip',
  'recruitment.forget',
  'recruitment.look',
  'recruitment.post',
  'recruitment.take-up',
  'stories.clean-up',
  'stories.count-help',
  'stories.settle',
  'surveys.close',
  'surveys.finish',
  'surveys.forget-talk',
  'surveys.shuffle',
  'training.close-session',
  'training.close-skills',
  'training.fill-session',
  'training.forget-circle',
  'training.forget-session',
  'training.forget-skills',
  'training.leave-session',
  'training.note',
  'training.tell-skills',
  'privacy.drop-look',
  'privacy.forget',
  'privacy.look',
];

const because = (doors: readonly string[], why: string): Record<string, string> =>
  Object.fromEntries(doors.map((door) => [door, why]));

/** Doors that change nothing in any cell of the matrix, and why. */
export const neverWrites: Readonly<Record<string, string>> = {
  ...because(reading, 'reads, or asks once more'),
  ...because(bookkeeping, 'leaves bookkeeping only'),
  ...because(stateMissing, 'nothing is in the state that it changes'),
  ...because(nothingDue, 'nothing that it works on is there, or due'),
};
