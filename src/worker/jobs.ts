/** The table of jobs: everything that the product does by itself, and who listens when a pair begins, a person applies or a consent ends. */
import type { Job } from '../platform/doors.ts';
import { forgetConcernsOf } from '../features/concerns/forgetting/usecases.ts';
import { handOnRequests } from '../features/concerns/leaving/usecases.ts';
import { concernsJobs } from '../features/concerns/jobs.ts';
import { advisersAsReaders } from '../features/concerns/confiding/usecases.ts';
import { confiding } from '../features/checkins/confiding/usecases.ts';
import { checkinsJobs } from '../features/checkins/jobs.ts';
import { replanCheckIns, scheduleCheckIns } from '../features/checkins/planning/usecases.ts';
import { watchPair } from '../features/checkins/signals/usecases.ts';
import { findingsJobs } from '../features/insights/findings/jobs.ts';
import { qualityJobs } from '../features/insights/quality/jobs.ts';
import { gated } from '../features/matching/facts/usecases.ts';
import { matchingJobs } from '../features/matching/jobs.ts';
import { renewDrafts } from '../features/matching/usecases.ts';
import { meetingsJobs } from '../features/meetings/jobs.ts';
import { callOffMeetings, cancelAllOf } from '../features/meetings/leaving/usecases.ts';
import { planLookingBack } from '../features/pairs/closing/usecases.ts';
import { planSettling } from '../features/pairs/goals/settling/usecases.ts';
import { pairsJobs } from '../features/pairs/jobs.ts';
import { leaveAllPairs } from '../features/pairs/life/usecases.ts';
import { membersOf } from '../features/pairs/model.ts';
import { participantsOf } from '../features/pairs/participants/usecases.ts';
import { withdrawOffers } from '../features/pairs/offers/usecases.ts';
import type { PairListener } from '../features/pairs/usecases.ts';
import { withdrawAllAnswers } from '../features/people/identity/usecases.ts';
import { peopleJobs } from '../features/people/jobs.ts';
import { forgetAllAnswers } from '../features/privacy/erasing/answers/usecases.ts';
import { erasingJobs } from '../features/privacy/erasing/jobs.ts';
import { ownDataJobs } from '../features/privacy/own-data/jobs.ts';
import { retentionJobs } from '../features/privacy/retention/jobs.ts';
import type { Leaver } from '../features/privacy/erasing/usecases.ts';
import { copiesJobs } from '../features/privacy/copies/jobs.ts';
import { programmesJobs } from '../features/programmes/jobs.ts';
import { withdrawEverywhere } from '../features/recruitment/forgetting/usecases.ts';
import { tellManagersOf } from '../features/recruitment/informing/usecases.ts';
import { quoting } from '../features/recruitment/quoting/usecases.ts';
import { recruitmentJobs } from '../features/recruitment/jobs.ts';
import { eventsJobs } from '../features/recognition/events/jobs.ts';
import { forgetWithdrawnNominee, leaveAllEvents } from '../features/recognition/events/leaving/usecases.ts';
import { recognitionJobs } from '../features/recognition/jobs.ts';
import { suggestThanks } from '../features/recognition/usecases.ts';
import type { ApplicationListener } from '../features/recruitment/usecases.ts';
import { takeBackHelps } from '../features/stories/effect/usecases.ts';
import { storiesJobs } from '../features/stories/jobs.ts';
import { storyQuotes } from '../features/stories/quoting/usecases.ts';
import { settleStoriesOf, withdrawStoriesOf } from '../features/stories/places/usecases.ts';
import { knowing } from '../features/surveys/audience/usecases.ts';
import { surveysJobs } from '../features/surveys/jobs.ts';
import { talksJobs } from '../features/surveys/talks/jobs.ts';
import { circleJobs } from '../features/training/circle/jobs.ts';
import { forgetInCircles, leaveAllCircles, leaveWithdrawn } from '../features/training/circle/leaving/usecases.ts';
import { forgetException, readyOf } from '../features/training/gate/usecases.ts';
import { trainingJobs } from '../features/training/jobs.ts';
import { planReminder } from '../features/training/reminding/usecases.ts';
import { giveUpSeats } from '../features/training/sessions/joining/usecases.ts';
import { sessionsJobs } from '../features/training/sessions/jobs.ts';
import { skillsJobs } from '../features/training/skills/jobs.ts';
import { forgetWithdrawn } from '../features/training/skills/usecases.ts';
import { offerCourse } from '../features/training/usecases.ts';

/** Whoever withdraws is offered to nobody any more. */
const takeBackOffers: ApplicationListener = async (deps, { programmeId, personId, status }) => {
  if (status === 'withdrawn') await withdrawOffers(deps, programmeId, personId);
};

/** Managers hear that somebody takes part when it is so, and not before. */
const tellManagers: PairListener = (deps, pair) => tellManagersOf(deps, pair.programmeId, membersOf(pair));

const applicationListeners: readonly ApplicationListener[] = [
  ...[offerCourse, planReminder, takeBackOffers, forgetWithdrawn, forgetException],
  ...[leaveWithdrawn, giveUpSeats, forgetWithdrawnNominee],
];

/** In this order: what others are told of it is told while their pairs are still known. */
const leavers: readonly Leaver[] = [
  ...[forgetAllAnswers, cancelAllOf, withdrawStoriesOf, takeBackHelps, leaveAllPairs],
  (deps, personId) => withdrawEverywhere(deps, personId, applicationListeners),
  ...[forgetInCircles, leaveAllEvents, handOnRequests, forgetConcernsOf, withdrawAllAnswers],
];

export const jobs: readonly Job[] = [
  ...gated(readyOf, peopleJobs([renewDrafts], [cancelAllOf, leaveAllCircles, settleStoriesOf, leaveAllEvents])),
  ...knowing(participantsOf, surveysJobs),
  ...knowing(participantsOf, talksJobs),
  ...quoting(storyQuotes, knowing(participantsOf, recruitmentJobs(applicationListeners))),
  ...programmesJobs([replanCheckIns]),
  ...gated(readyOf, matchingJobs),
  ...gated(
    readyOf,
    pairsJobs({
      active: [scheduleCheckIns, watchPair, planLookingBack, planSettling, suggestThanks, tellManagers],
      ended: [callOffMeetings, scheduleCheckIns, planSettling],
      paused: [callOffMeetings],
    }),
  ),
  ...meetingsJobs,
  ...confiding(advisersAsReaders, checkinsJobs),
  ...concernsJobs,
  ...trainingJobs,
  ...skillsJobs,
  ...circleJobs,
  ...sessionsJobs,
  ...recognitionJobs,
  ...eventsJobs,
  ...storiesJobs,
  ...findingsJobs,
  ...qualityJobs,
  ...confiding(advisersAsReaders, erasingJobs(leavers)),
  ...ownDataJobs,
  ...retentionJobs,
  ...copiesJobs,
];
