/** The table of everything that the tab can ask, and the words of those who answer. A feature adds its routes and its `say` here. */
import { confiding } from '../features/checkins/confiding/usecases.ts';
import { checkinsRoutes } from '../features/checkins/routes.ts';
import { say as signalsSay } from '../features/checkins/signals/words.ts';
import { say as checkinsSay } from '../features/checkins/words.ts';
import { advisersAsReaders } from '../features/concerns/confiding/usecases.ts';
import { concernsRoutes } from '../features/concerns/routes.ts';
import { say as concernsSay } from '../features/concerns/words.ts';
import { closeFindings } from '../features/insights/findings/usecases.ts';
import { say as findingsSay } from '../features/insights/findings/words.ts';
import { say as goalsSay } from '../features/insights/goals/words.ts';
import { insightsRoutes } from '../features/insights/routes.ts';
import { say as reportSay } from '../features/insights/report/words.ts';
import { rehearsalRoutes } from '../features/insights/rehearsal/routes.ts';
import { say as insightsSay } from '../features/insights/words.ts';
import { installationRoutes } from '../features/installation/routes.ts';
import { gated } from '../features/matching/facts/usecases.ts';
import { matchingRoutes } from '../features/matching/routes.ts';
import { say as matchingSay } from '../features/matching/words.ts';
import { meetingsRoutes } from '../features/meetings/routes.ts';
import { say as notesSay } from '../features/meetings/notes/words.ts';
import { rhythmRoutes } from '../features/meetings/rhythm/routes.ts';
import { timesRoutes } from '../features/meetings/times/routes.ts';
import { say as timesSay } from '../features/meetings/times/words.ts';
import { say as meetingsSay } from '../features/meetings/words.ts';
import { participantsOf } from '../features/pairs/participants/usecases.ts';
import { say as agreementSay } from '../features/pairs/agreement/words.ts';
import { say as closingSay } from '../features/pairs/closing/words.ts';
import { say as pairGoalsSay } from '../features/pairs/goals/words.ts';
import { pairsRoutes } from '../features/pairs/routes.ts';
import { say as pairsSay } from '../features/pairs/words.ts';
import { say as identitySay } from '../features/people/identity/words.ts';
import { peopleRoutes } from '../features/people/routes.ts';
import { ownSources } from '../features/privacy/own-data/sources/usecases.ts';
import { say as privacySay } from '../features/privacy/words.ts';
import { say as peopleSay } from '../features/people/words.ts';
import { programmesRoutes, stageRoutes } from '../features/programmes/routes.ts';
import { say as programmesSay } from '../features/programmes/words.ts';
import { privacyRoutes } from '../features/privacy/routes.ts';
import { recognitionRoutes } from '../features/recognition/routes.ts';
import { say as badgesSay } from '../features/recognition/badges/words.ts';
import { say as certificateSay } from '../features/recognition/certificate/words.ts';
import { say as doorsSay } from '../features/recognition/doors/words.ts';
import { eventsRoutes } from '../features/recognition/events/routes.ts';
import { say as eventsSay } from '../features/recognition/events/words.ts';
import { say as recognitionSay } from '../features/recognition/words.ts';
import { say as creditSay } from '../features/recognition/credit/words.ts';
import { say as managersThankedSay } from '../features/recognition/managers/words.ts';
import { say as loadSay } from '../features/recognition/load/words.ts';
import { kitRoutes } from '../features/recruitment/kit/routes.ts';
import { say as audiencesSay } from '../features/recruitment/audiences/words.ts';
import { say as choosingSay } from '../features/recruitment/choosing/words.ts';
import { say as informingSay } from '../features/recruitment/informing/words.ts';
import { outsideRoutes } from '../features/recruitment/outside/routes.ts';
import { say as outsideSay } from '../features/recruitment/outside/words.ts';
import { quoting } from '../features/recruitment/quoting/usecases.ts';
import { recruitmentRoutes } from '../features/recruitment/routes.ts';
import { say as recruitmentSay } from '../features/recruitment/words.ts';
import { storyQuotes } from '../features/stories/quoting/usecases.ts';
import { storiesRoutes } from '../features/stories/routes.ts';
import { say as storiesSay } from '../features/stories/words.ts';
import { knowing } from '../features/surveys/audience/usecases.ts';
import { surveysRoutes } from '../features/surveys/routes.ts';
import { say as surveyReportSay } from '../features/surveys/report/words.ts';
import { talksRoutes } from '../features/surveys/talks/routes.ts';
import { themesRoutes } from '../features/surveys/themes/routes.ts';
import { say as themesSay } from '../features/surveys/themes/words.ts';
import { say as talksSay } from '../features/surveys/talks/words.ts';
import { say as surveysSay } from '../features/surveys/words.ts';
import { circleRoutes } from '../features/training/circle/routes.ts';
import { say as circleSay } from '../features/training/circle/words.ts';
import { readyOf } from '../features/training/gate/usecases.ts';
import { say as gateSay } from '../features/training/gate/words.ts';
import { ownCourseRoutes } from '../features/training/own/routes.ts';
import { say as ownCoursesSay } from '../features/training/own/words.ts';
import { resourcesRoutes } from '../features/training/resources/routes.ts';
import { say as resourcesSay } from '../features/training/resources/words.ts';
import { trainingRoutes } from '../features/training/routes.ts';
import { sessionsRoutes } from '../features/training/sessions/routes.ts';
import { say as sessionsSay } from '../features/training/sessions/words.ts';
import { skillsRoutes } from '../features/training/skills/routes.ts';
import { say as skillsSay } from '../features/training/skills/words.ts';
import { say as trainingSay } from '../features/training/words.ts';
import type { Route } from '../platform/doors.ts';
import type { Say } from '../platform/words.ts';
import { sends } from '../worker/sends.ts';

export const routes: readonly Route[] = [
  ...peopleRoutes,
  ...programmesRoutes,
  ...stageRoutes(closeFindings),
  ...knowing(participantsOf, surveysRoutes),
  ...knowing(participantsOf, talksRoutes),
  ...themesRoutes,
  ...quoting(storyQuotes, knowing(participantsOf, recruitmentRoutes)),
  ...quoting(storyQuotes, kitRoutes),
  ...outsideRoutes,
  ...gated(readyOf, matchingRoutes),
  ...pairsRoutes,
  ...meetingsRoutes,
  ...timesRoutes,
  ...rhythmRoutes,
  ...confiding(advisersAsReaders, checkinsRoutes),
  ...concernsRoutes,
  ...trainingRoutes,
  ...skillsRoutes,
  ...sessionsRoutes,
  ...ownCourseRoutes,
  ...circleRoutes,
  ...resourcesRoutes,
  ...recognitionRoutes,
  ...eventsRoutes,
  ...storiesRoutes,
  ...insightsRoutes,
  ...rehearsalRoutes(sends),
  ...privacyRoutes(ownSources),
  ...installationRoutes,
];

/** Where `failure.<reason>` and `problem.<word>` are looked up before the API's own words. */
export const says: readonly Say<never>[] = [
  peopleSay,
  privacySay,
  identitySay,
  programmesSay,
  surveysSay,
  surveyReportSay,
  talksSay,
  themesSay,
  recruitmentSay,
  audiencesSay,
  choosingSay,
  informingSay,
  outsideSay,
  matchingSay,
  pairsSay,
  agreementSay,
  pairGoalsSay,
  closingSay,
  meetingsSay,
  notesSay,
  timesSay,
  checkinsSay,
  signalsSay,
  concernsSay,
  trainingSay,
  gateSay,
  skillsSay,
  sessionsSay,
  ownCoursesSay,
  circleSay,
  resourcesSay,
  recognitionSay,
  creditSay,
  managersThankedSay,
  loadSay,
  eventsSay,
  doorsSay,
  badgesSay,
  certificateSay,
  storiesSay,
  insightsSay,
  findingsSay,
  reportSay,
  goalsSay,
];
