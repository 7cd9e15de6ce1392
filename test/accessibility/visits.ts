/** Who looks at which page of the told story, and where it is then. */
import type { Story } from '../support/story.ts';

export interface Visit {
  readonly personId: string;
  readonly path: string;
}

/** Who takes part in nothing may see these all the same. */
export const openToReader = [
  '/surveys/:surveyId/answer',
  '/programmes/:programmeId/apply',
  '/go/:code',
  '/stories/:programmeId/:storyId',
  '/courses/:courseId',
  '/courses/:courseId/whole',
  '/courses/own/:ownId',
];

/** The same page of things that there never were. */
export const withoutThings = (path: string): string => path.replace(':round', 'day-30').replaceAll(/:\w+/g, 'none');

/** Every page of the tab by its address in the table, with somebody who has something to see there. */
export function visitsOf(story: Story): Readonly<Record<string, Visit>> {
  const { coordinator, administrator, mentee, author, reader, invited, ids } = story;
  const programme = `/programmes/${ids.programme}`;
  const pair = `${programme}/pairs/${ids.pair}`;
  const by = (personId: string, path: string): Visit => ({ personId, path });
  return {
    '/': by(mentee, '/'),
    '/programmes': by(coordinator, '/programmes'),
    '/programmes/new': by(coordinator, '/programmes/new'),
    '/surveys': by(coordinator, '/surveys'),
    '/surveys/new': by(coordinator, '/surveys/new'),
    '/surveys/:surveyId': by(coordinator, `/surveys/${ids.survey}`),
    '/surveys/:surveyId/answer': by(reader, `/surveys/${ids.openSurvey}/answer`),
    '/surveys/:surveyId/themes': by(coordinator, `/surveys/${ids.survey}/themes`),
    '/needs': by(coordinator, '/needs'),
    '/talks': by(coordinator, '/talks'),
    '/talks/new': by(coordinator, '/talks/new'),
    '/talks/:talkId': by(coordinator, `/talks/${ids.talk}`),
    '/talk-guides/:purpose': by(coordinator, '/talk-guides/needs'),
    '/talks/:talkId/invitation': by(ids.talkGuest, `/talks/${ids.talk}/invitation`),
    '/programmes/:programmeId': by(coordinator, programme),
    '/programmes/:programmeId/messages': by(coordinator, `${programme}/messages`),
    '/programmes/:programmeId/messages/:sendGroup': by(coordinator, `${programme}/messages/${ids.sendGroup}`),
    '/programmes/:programmeId/settings': by(coordinator, `${programme}/settings`),
    '/programmes/:programmeId/audit': by(coordinator, `${programme}/audit`),
    '/programmes/:programmeId/rehearsal': by(coordinator, `${programme}/rehearsal`),
    '/programmes/:programmeId/recruitment': by(coordinator, `${programme}/recruitment`),
    '/programmes/:programmeId/recruitment/rounds': by(coordinator, `${programme}/recruitment/rounds`),
    '/programmes/:programmeId/recruitment/kit': by(coordinator, `${programme}/recruitment/kit`),
    '/programmes/:programmeId/recruitment/outside': by(
      coordinator,
      `/programmes/${ids.openProgramme}/recruitment/outside`,
    ),
    '/programmes/:programmeId/help-apply': by(coordinator, `/programmes/${ids.openProgramme}/help-apply`),
    '/go/:code': by(invited, `/go/${ids.code}`),
    '/programmes/:programmeId/funnel': by(coordinator, `${programme}/funnel`),
    '/programmes/:programmeId/outcome': by(coordinator, `/programmes/${ids.closedProgramme}/outcome`),
    '/programmes/:programmeId/goals': by(coordinator, `${programme}/goals`),
    '/programmes/:programmeId/quality': by(coordinator, `${programme}/quality`),
    '/programmes/:programmeId/matching': by(coordinator, `${programme}/matching`),
    '/programmes/:programmeId/matching/what-counts': by(coordinator, `${programme}/matching/what-counts`),
    '/programmes/:programmeId/pairs': by(coordinator, `${programme}/pairs`),
    '/programmes/:programmeId/check-ins': by(coordinator, `${programme}/check-ins`),
    '/programmes/:programmeId/findings': by(coordinator, `${programme}/findings`),
    '/programmes/:programmeId/you-said': by(mentee, `${programme}/you-said`),
    '/programmes/:programmeId/report': by(coordinator, `${programme}/report`),
    '/programmes/:programmeId/evidence': by(coordinator, `${programme}/evidence`),
    '/programmes/:programmeId/check-ins/rounds': by(coordinator, `${programme}/check-ins/rounds`),
    '/programmes/:programmeId/thanks': by(mentee, `${programme}/thanks`),
    '/programmes/:programmeId/credits': by(coordinator, `${programme}/credits`),
    '/programmes/:programmeId/equal-recognition': by(coordinator, `${programme}/equal-recognition`),
    '/programmes/:programmeId/stories': by(coordinator, `${programme}/stories`),
    '/programmes/:programmeId/stories/:storyId': by(coordinator, `${programme}/stories/${ids.story}`),
    '/programmes/:programmeId/apply': by(invited, `/programmes/${ids.openProgramme}/apply`),
    '/programmes/:programmeId/pairs/:pairId': by(mentee, pair),
    '/programmes/:programmeId/pairs/:pairId/meetings/new': by(mentee, `${pair}/meetings/new`),
    '/programmes/:programmeId/pairs/:pairId/meetings/:meetingId': by(mentee, `${pair}/meetings/${ids.meeting}`),
    '/programmes/:programmeId/pairs/:pairId/meetings/:meetingId/preparation': by(
      mentee,
      `${pair}/meetings/${ids.meeting}/preparation`,
    ),
    '/programmes/:programmeId/pairs/:pairId/meetings/new/:start': by(mentee, `${pair}/meetings/new/1`),
    '/programmes/:programmeId/pairs/:pairId/rhythm': by(mentee, `${pair}/rhythm`),
    '/programmes/:programmeId/pairs/:pairId/polls/:pollId': by(mentee, `${pair}/polls/${ids.poll}`),
    '/programmes/:programmeId/pairs/:pairId/meetings/:meetingId/move': by(
      mentee,
      `${pair}/meetings/${ids.meeting}/move`,
    ),
    '/programmes/:programmeId/pairs/:pairId/check-ins/:round': by(mentee, `${pair}/check-ins/day-30`),
    '/programmes/:programmeId/pairs/:pairId/agreement': by(mentee, `${pair}/agreement`),
    '/programmes/:programmeId/pairs/:pairId/goals': by(mentee, `${pair}/goals`),
    '/programmes/:programmeId/pairs/:pairId/goals/new': by(mentee, `${pair}/goals/new`),
    '/programmes/:programmeId/pairs/:pairId/closing': by(mentee, `${pair}/closing`),
    '/programmes/:programmeId/pairs/:pairId/story': by(author, `${programme}/pairs/${ids.storyPair}/story`),
    '/stories': by(reader, '/stories'),
    '/stories/:programmeId/:storyId': by(reader, `/stories/${ids.programme}/${ids.story}`),
    '/me/data': by(mentee, '/me/data'),
    '/me/passport': by(mentee, '/me/passport'),
    '/me/messages': by(mentee, '/me/messages'),
    '/me/identity': by(mentee, '/me/identity'),
    '/private-talk': by(reader, '/private-talk'),
    '/private-talk/requests': by(story.adviser, '/private-talk/requests'),
    '/private-talk/contacts': by(story.adviser, '/private-talk/contacts'),
    '/identity/countries': by(administrator, '/identity/countries'),
    '/installation': by(administrator, '/installation'),
    '/installation/beginning': by(administrator, '/installation/beginning'),
    '/delivery': by(administrator, '/delivery'),
    '/papers': by(administrator, '/papers'),
    '/help': by(reader, '/help'),
    '/help/changes': by(coordinator, '/help/changes'),
    '/courses': by(mentee, '/courses'),
    '/programmes/:programmeId/skills/:side': by(mentee, `${programme}/skills/mentee`),
    '/programmes/:programmeId/circle': by(coordinator, `${programme}/circle`),
    '/programmes/:programmeId/circle/ask': by(coordinator, `${programme}/circle/ask`),
    '/programmes/:programmeId/circle/:circleQuestionId': by(coordinator, `${programme}/circle/${ids.circleQuestion}`),
    '/me/recognition': by(mentee, '/me/recognition'),
    '/programmes/:programmeId/resources': by(mentee, `${programme}/resources`),
    '/courses/own': by(coordinator, '/courses/own'),
    '/courses/own/:ownId': by(reader, `/courses/own/${ids.ownCourse}`),
    '/courses/own/:ownId/edit': by(coordinator, `/courses/own/${ids.ownCourse}/edit`),
    '/courses/:courseId': by(mentee, `/courses/${ids.course}`),
    '/courses/:courseId/whole': by(mentee, `/courses/${ids.course}/whole`),
    '/programmes/:programmeId/training': by(coordinator, `${programme}/training`),
    '/programmes/:programmeId/training/sessions': by(coordinator, `${programme}/training/sessions`),
    '/programmes/:programmeId/training/sessions/new': by(coordinator, `${programme}/training/sessions/new`),
    '/programmes/:programmeId/training/sessions/:sessionId': by(
      coordinator,
      `${programme}/training/sessions/${ids.session}`,
    ),
    '/programmes/:programmeId/training/sessions/:sessionId/edit': by(
      coordinator,
      `${programme}/training/sessions/${ids.session}/edit`,
    ),
    '/sessions/:programmeId/:sessionId': by(mentee, `/sessions/${ids.programme}/${ids.session}`),
    '/programmes/:programmeId/events': by(coordinator, `${programme}/events`),
    '/programmes/:programmeId/events/new': by(coordinator, `${programme}/events/new`),
    '/programmes/:programmeId/events/:eventId': by(coordinator, `${programme}/events/${ids.event}`),
    '/programmes/:programmeId/events/:eventId/edit': by(coordinator, `${programme}/events/${ids.event}/edit`),
    '/events/:programmeId/:eventId': by(ids.eventMentor, `/events/${ids.programme}/${ids.event}`),
    '/events/:programmeId/:eventId/nominate': by(mentee, `/events/${ids.programme}/${ids.event}/nominate`),
    '/events/:programmeId/:eventId/jury': by(coordinator, `/events/${ids.programme}/${ids.event}/jury`),
  };
}
