/** States of events at which people are honoured, of thanks and of stories. */
import type { Nomination } from '../../../../src/features/recognition/events/nominating/model.ts';
import { nominations } from '../../../../src/features/recognition/events/store.ts';
import { storyIdOf } from '../../../../src/features/stories/usecases.ts';
import { idOf } from '../../../../src/platform/ids.ts';
import { doNext, jobOf, only, whenDue, type Prepare } from '../hands.ts';
import { person } from '../../people.ts';

const event = '/programmes/p1/events';
const asked = 'nomination-asked';
const published = storyIdOf('pair-published');

/** The manager of the applicant was told, so they can be thanked. */
const managerTold: Prepare = async ({ run }) => {
  const told = { programmeId: 'p4', personId: person.applicant.id };
  await run('recruitment.tell-manager', told, idOf('recruitment.tell-manager', told.programmeId, told.personId));
  return doNext('applicant', 'POST', '/me/manager-thanks/p4', { reasons: ['time'] });
};

export const recognitionPrepared: Readonly<Record<string, Prepare>> = {
  'POST /programmes/:programmeId/events/:eventId/open': only(
    ...(['coordinator', 'POST', `${event}/event-draft/open`] as const),
    { version: 0 },
  ),
  'POST /programmes/:programmeId/events/:eventId/entry': async ({ ask }) => {
    await ask('mentee', 'PUT', `${event}/event-decided/honour`, { page: 'yes' });
    return doNext('coordinator', 'POST', `${event}/event-decided/entry`);
  },
  'PUT /programmes/:programmeId/events/:eventId/nominations/:nominationId/answer': only(
    ...(['mentee', 'PUT', `${event}/event-1/nominations/${asked}/answer`] as const),
    { said: 'yes', upTo: 1 },
  ),
  'recognition.keep': async ({ press }) => {
    const subject = { programmeId: 'p1', thanksId: 'thanks-mentor' };
    await press('mentee', 'recognition.show', subject);
    return { view: 'mentee', method: 'PRESS', path: 'recognition.keep', subject, inputs: {} };
  },
  'recognition.event-yes': async () => ({
    ...{ view: 'mentee', method: 'PRESS', path: 'recognition.event-yes', inputs: {} },
    subject: { programmeId: 'p1', eventId: 'event-1', nominationId: asked, upTo: '1' },
  }),
  'PUT /programmes/:programmeId/events/:eventId/nominations/:nominationId/judgement': async ({ found, rows }) => {
    const [one] = await found<Nomination>('programmes', 'p1', 'nomination.event-judging.nomination-same');
    await rows(nominations.put('p1', ['event-judging', 'nomination-new'], { ...one!, id: 'nomination-new' }));
    const body = { scores: { doors: 'clearly' }, comment: 'C' };
    return doNext('employee', 'PUT', `${event}/event-judging/nominations/nomination-new/judgement`, body);
  },
  'recognition.event-consent': async () => ({
    ...{ view: 'mentee', method: 'PRESS', path: 'recognition.event-consent', inputs: { stage: 'no', page: 'yes' } },
    subject: { programmeId: 'p1', eventId: 'event-decided' },
  }),
  'recognition.forget-event': async ({ pass }) => {
    await pass({ days: 500 });
    return jobOf('recognition.forget-event', { programmeId: 'p1', eventId: 'event-held' });
  },
  'recognition.forget-event, a year after the programme': async ({ pass }) => {
    await pass({ days: 1_200 });
    return jobOf('recognition.forget-event', { programmeId: 'p1', eventId: 'event-held' });
  },
  'POST /me/manager-thanks/:programmeId': managerTold,
  'recognition.tell-manager': async (hands) => {
    const { view, path, body } = await managerTold(hands);
    await hands.ask(view, 'POST', path, body);
    return whenDue(hands, 'recognition.tell-manager');
  },
  'PUT /programmes/:programmeId/stories/:storyId/terms': only(
    ...(['mentor', 'PUT', `/programmes/p1/stories/${published}/terms`] as const),
    { reach: 'team', named: true, version: 1 },
  ),
  // A yes was taken back, and the story stands in a channel and in a newsletter.
  'stories.settle': async (hands) => {
    await hands.ask('mentor', 'POST', `/programmes/p1/stories/${published}/withdraw`, {});
    return whenDue(hands, 'stories.settle');
  },
  'stories.clean-up': async (hands) => {
    await hands.ask('mentor', 'POST', `/programmes/p1/stories/${published}/withdraw`, {});
    const settle = await hands.due('stories.settle');
    await hands.run('stories.settle', settle.data);
    return whenDue(hands, 'stories.clean-up');
  },
  'stories.count-help': async (hands) => {
    await hands.ask('employee', 'PUT', `/programmes/p1/stories/${published}/helps`, { helps: true });
    return whenDue(hands, 'stories.count-help');
  },
  'stories.count-help, taken back': async (hands) => {
    for (const helps of [true, false]) {
      await hands.ask('employee', 'PUT', `/programmes/p1/stories/${published}/helps`, { helps });
      if (helps) await hands.work();
    }
    return whenDue(hands, 'stories.count-help');
  },
};
