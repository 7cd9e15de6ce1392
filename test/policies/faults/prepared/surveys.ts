/** States of surveys and of talks. */
import { setOf } from '../../../../src/features/surveys/bank/rules.ts';
import { doNext, only, whenDue, type Hands, type Prepare } from '../hands.ts';
import { person, type View } from '../../people.ts';
import { soon } from '../../things.ts';

const answers = Object.fromEntries(setOf('support').items.map(({ id }) => [id, 3]));
const draft = { audience: { kind: 'everybody' }, closesOn: '2026-04-09' };
const answering: readonly View[] = [
  ...(['employee', 'applicant', 'mentee', 'mentor'] as const),
  ...(['coordinator', 'other-coordinator', 'adviser', 'administrator'] as const),
];

/** Open, everybody is asked, and so many have answered. */
async function openSurvey({ make, ask, work }: Hands, many: number, mode?: 'confidential'): Promise<string> {
  const id = await make('coordinator', 'POST', '/surveys', { ...draft, ...(mode ? { mode } : {}) });
  await ask('coordinator', 'POST', `/surveys/${id}/open`);
  await work();
  for (const view of answering.slice(0, many)) await ask(view, 'POST', `/surveys/${id}/answer`, { answers });
  return id;
}

const booked = { start: soon + 20 * 86_400_000 };

export const surveysPrepared: Readonly<Record<string, Prepare>> = {
  'PUT /surveys/:surveyId': only('coordinator', 'PUT', '/surveys/survey-draft', draft),
  'POST /surveys/:surveyId/answer/take-back': async (hands) => {
    const id = await openSurvey(hands, 3, 'confidential');
    return doNext('mentee', 'POST', `/surveys/${id}/answer/take-back`);
  },
  'POST /surveys/:surveyId/close': async (hands) => {
    const id = await openSurvey(hands, 8);
    await hands.work();
    return doNext('coordinator', 'POST', `/surveys/${id}/close`);
  },
  'surveys.close': async (hands) => {
    await openSurvey(hands, 8);
    return whenDue(hands, 'surveys.close');
  },
  'surveys.finish': async (hands) => {
    const id = await openSurvey(hands, 8);
    await hands.work();
    await hands.ask('coordinator', 'POST', `/surveys/${id}/close`);
    return whenDue(hands, 'surveys.finish');
  },
  'surveys.finish, called off': async (hands) => {
    const id = await openSurvey(hands, 8);
    await hands.ask('coordinator', 'POST', `/surveys/${id}/cancel`);
    return whenDue(hands, 'surveys.finish');
  },
  'surveys.shuffle': async (hands) => {
    await openSurvey(hands, 8);
    return whenDue(hands, 'surveys.shuffle');
  },
  'POST /talks/:talkId/booking': only('coordinator', 'POST', '/talks/talk-1/booking', {
    ...{ ...booked, personId: person.mentee.id },
  }),
  'POST /talks/:talkId/unbook': async ({ ask }) => {
    const personId = person.mentee.id;
    await ask('coordinator', 'POST', '/talks/talk-1/booking', { ...booked, personId });
    return doNext('coordinator', 'POST', '/talks/talk-1/unbook', { personId });
  },
  'surveys.forget-talk': async (hands) => {
    await hands.ask('coordinator', 'POST', '/talks/talk-1/close', { heard: true });
    return whenDue(hands, 'surveys.forget-talk');
  },
  'POST /talks/:talkId/share': async ({ ask, work }) => {
    await ask('coordinator', 'POST', '/talks/talk-1/close', { heard: true });
    await work();
    return doNext('coordinator', 'POST', '/talks/talk-1/share');
  },
};
