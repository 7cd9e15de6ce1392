/** The table of pages: address below `/tab`, part of the navigation, where its code is. A feature adds its pages here. */
import { eventPages } from './event-pages.tsx';
import { frontPage } from './front-page.tsx';
import { page, type TabPage } from './page-table.tsx';
import { pairPage } from './pair-page.tsx';
import { sessionPages } from './session-pages.tsx';

const pair = '/programmes/:programmeId/pairs/:pairId' as const;
const talk = `${pair}/meetings/:meetingId` as const;

export const pages: readonly TabPage[] = [
  frontPage,
  page({ path: '/programmes', area: 'coordinate', load: () => import('../features/programmes/page.tsx') }),
  page({ path: '/programmes/new', area: 'coordinate', load: () => import('../features/programmes/new/page.tsx') }),
  page({ path: '/surveys', area: 'coordinate', load: () => import('../features/surveys/page.tsx') }),
  page({ path: '/surveys/new', area: 'coordinate', load: () => import('../features/surveys/creating/page.tsx') }),
  page({ path: '/surveys/:surveyId', area: 'coordinate', load: () => import('../features/surveys/results/page.tsx') }),
  page({
    path: '/surveys/:surveyId/answer',
    area: 'mine',
    load: () => import('../features/surveys/answering/page.tsx'),
  }),
  page({
    path: '/surveys/:surveyId/themes',
    area: 'coordinate',
    load: () => import('../features/surveys/themes/page.tsx'),
  }),
  page({ path: '/needs', area: 'coordinate', load: () => import('../features/surveys/needs/page.tsx') }),
  page({ path: '/talks', area: 'coordinate', load: () => import('../features/surveys/talks/page.tsx') }),
  page({ path: '/talks/new', area: 'coordinate', load: () => import('../features/surveys/talks/creating/page.tsx') }),
  page({ path: '/talks/:talkId', area: 'coordinate', load: () => import('../features/surveys/talks/one/page.tsx') }),
  page({
    path: '/talk-guides/:purpose',
    area: 'coordinate',
    load: () => import('../features/surveys/talks/reading/page.tsx'),
  }),
  page({
    path: '/talks/:talkId/invitation',
    area: 'mine',
    load: () => import('../features/surveys/talks/invited/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId',
    area: 'coordinate',
    load: () => import('../features/insights/programme/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/messages',
    area: 'coordinate',
    load: () => import('../features/insights/sends/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/messages/:sendGroup',
    area: 'coordinate',
    load: () => import('../features/insights/sends/components/send-page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/settings',
    area: 'coordinate',
    load: () => import('../features/programmes/settings/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/audit',
    area: 'coordinate',
    load: () => import('../features/privacy/audit/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/rehearsal',
    area: 'coordinate',
    load: () => import('../features/insights/rehearsal/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/recruitment',
    area: 'coordinate',
    load: () => import('../features/recruitment/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/recruitment/rounds',
    area: 'coordinate',
    load: () => import('../features/recruitment/rounds/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/recruitment/kit',
    area: 'coordinate',
    load: () => import('../features/recruitment/kit/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/recruitment/outside',
    area: 'coordinate',
    load: () => import('../features/recruitment/outside/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/help-apply',
    area: 'mine',
    load: () => import('../features/recruitment/helping/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/funnel',
    area: 'coordinate',
    load: () => import('../features/insights/funnel/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/goals',
    area: 'coordinate',
    load: () => import('../features/insights/goals/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/quality',
    area: 'coordinate',
    load: () => import('../features/insights/quality/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/outcome',
    area: 'mine',
    load: () => import('../features/insights/goals/outcome/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/training',
    area: 'coordinate',
    load: () => import('../features/training/gate/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/matching',
    area: 'coordinate',
    load: () => import('../features/matching/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/matching/what-counts',
    area: 'coordinate',
    load: () => import('../features/matching/weighing/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/pairs',
    area: 'coordinate',
    load: () => import('../features/pairs/progress/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/check-ins',
    area: 'coordinate',
    load: () => import('../features/checkins/signals/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/findings',
    area: 'coordinate',
    load: () => import('../features/insights/findings/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/you-said',
    area: 'mine',
    load: () => import('../features/insights/findings/told/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/report',
    area: 'coordinate',
    load: () => import('../features/insights/report/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/evidence',
    area: 'coordinate',
    load: () => import('../features/insights/evidence/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/check-ins/rounds',
    area: 'coordinate',
    load: () => import('../features/checkins/rounds/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/thanks',
    area: 'mine',
    load: () => import('../features/recognition/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/equal-recognition',
    area: 'coordinate',
    load: () => import('../features/insights/equal/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/credits',
    area: 'mine',
    load: () => import('../features/recognition/credit/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/stories',
    area: 'coordinate',
    load: () => import('../features/stories/review/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/stories/:storyId',
    area: 'coordinate',
    load: () => import('../features/stories/forms/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/apply',
    area: 'mine',
    load: () => import('../features/recruitment/apply/page.tsx'),
  }),
  page({ path: '/go/:code', area: 'mine', load: () => import('../features/recruitment/go/page.tsx') }),
  page({ path: pair, area: 'mine', load: pairPage }),
  page({ path: `${pair}/meetings/new`, area: 'mine', load: () => import('../features/meetings/page.tsx') }),
  page({ path: `${pair}/meetings/new/:start`, area: 'mine', load: () => import('../features/meetings/page.tsx') }),
  page({ path: `${pair}/rhythm`, area: 'mine', load: () => import('../features/meetings/rhythm/page.tsx') }),
  page({ path: `${pair}/polls/:pollId`, area: 'mine', load: () => import('../features/meetings/times/page.tsx') }),
  page({ path: talk, area: 'mine', load: () => import('../features/meetings/notes/page.tsx') }),
  page({ path: `${talk}/preparation`, area: 'mine', load: () => import('../features/meetings/preparing/page.tsx') }),
  page({ path: `${talk}/move`, area: 'mine', load: () => import('../features/meetings/page.tsx') }),
  page({ path: `${pair}/check-ins/:round`, area: 'mine', load: () => import('../features/checkins/page.tsx') }),
  page({ path: `${pair}/agreement`, area: 'mine', load: () => import('../features/pairs/agreement/page.tsx') }),
  page({ path: `${pair}/goals`, area: 'mine', load: () => import('../features/pairs/goals/page.tsx') }),
  page({ path: `${pair}/goals/new`, area: 'mine', load: () => import('../features/pairs/goals/making/page.tsx') }),
  page({ path: `${pair}/closing`, area: 'mine', load: () => import('../features/pairs/closing/page.tsx') }),
  page({ path: `${pair}/story`, area: 'mine', load: () => import('../features/stories/write/page.tsx') }),
  page({ path: '/stories', area: 'stories', load: () => import('../features/stories/page.tsx') }),
  page({
    path: '/stories/:programmeId/:storyId',
    area: 'stories',
    load: () => import('../features/stories/read/page.tsx'),
  }),
  page({ path: '/me/recognition', area: 'mine', load: () => import('../features/recognition/mine/page.tsx') }),
  page({ path: '/me/data', area: 'mine', load: () => import('../features/privacy/own-data/page.tsx') }),
  page({ path: '/me/messages', area: 'mine', load: () => import('../features/people/messages/page.tsx') }),
  page({ path: '/me/passport', area: 'mine', load: () => import('../features/people/passport/page.tsx') }),
  page({ path: '/me/identity', area: 'mine', load: () => import('../features/people/identity/page.tsx') }),
  page({
    path: '/identity/countries',
    area: 'help',
    load: () => import('../features/people/identity/countries/page.tsx'),
  }),
  page({ path: '/private-talk', area: 'help', load: () => import('../features/concerns/page.tsx') }),
  page({ path: '/private-talk/requests', area: 'help', load: () => import('../features/concerns/advising/page.tsx') }),
  page({
    path: '/private-talk/contacts',
    area: 'help',
    load: () => import('../features/concerns/contacting/page.tsx'),
  }),
  page({
    path: '/installation/beginning',
    area: 'help',
    load: () => import('../features/installation/beginning/page.tsx'),
  }),
  page({ path: '/installation', area: 'help', load: () => import('../features/installation/page.tsx') }),
  page({ path: '/delivery', area: 'help', load: () => import('../features/insights/delivery/page.tsx') }),
  page({ path: '/papers', area: 'help', load: () => import('../features/privacy/papers/page.tsx') }),
  page({ path: '/help/changes', area: 'help', load: () => import('../features/insights/welcome/page.tsx') }),
  page({ path: '/help', area: 'help', load: () => import('../features/insights/help/page.tsx') }),
  page({ path: '/courses', area: 'mine', load: () => import('../features/training/path/page.tsx') }),
  page({
    path: '/programmes/:programmeId/skills/:side',
    area: 'mine',
    load: () => import('../features/training/skills/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/circle',
    area: 'mine',
    load: () => import('../features/training/circle/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/circle/ask',
    area: 'mine',
    load: () => import('../features/training/circle/asking/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/circle/:circleQuestionId',
    area: 'mine',
    load: () => import('../features/training/circle/thread/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/resources',
    area: 'mine',
    load: () => import('../features/training/resources/page.tsx'),
  }),
  ...sessionPages,
  ...eventPages,
  page({ path: '/courses/own', area: 'coordinate', load: () => import('../features/training/own/page.tsx') }),
  page({ path: '/courses/own/:ownId', area: 'mine', load: () => import('../features/training/own/reading/page.tsx') }),
  page({
    path: '/courses/own/:ownId/edit',
    area: 'coordinate',
    load: () => import('../features/training/own/page.tsx'),
  }),
  page({ path: '/courses/:courseId', area: 'mine', load: () => import('../features/training/page.tsx') }),
  page({ path: '/courses/:courseId/whole', area: 'mine', load: () => import('../features/training/whole/page.tsx') }),
];
