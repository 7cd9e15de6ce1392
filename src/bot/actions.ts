/** Door: every button that a card may carry. Each feature lists its own in its `bot.ts`. */
import { checkinsActions } from '../features/checkins/bot.ts';
import { confiding } from '../features/checkins/confiding/usecases.ts';
import { advisersAsReaders } from '../features/concerns/confiding/usecases.ts';
import { findingsActions } from '../features/insights/findings/bot.ts';
import { meetingsActions } from '../features/meetings/bot.ts';
import { suggestingActions } from '../features/meetings/suggesting/bot.ts';
import { timesActions } from '../features/meetings/times/bot.ts';
import { pairsActions } from '../features/pairs/bot.ts';
import { recognitionActions } from '../features/recognition/bot.ts';
import { quoting } from '../features/recruitment/quoting/usecases.ts';
import { eventsActions } from '../features/recognition/events/bot.ts';
import { recruitmentActions } from '../features/recruitment/bot.ts';
import { storyQuotes } from '../features/stories/quoting/usecases.ts';
import { storiesActions } from '../features/stories/bot.ts';
import { surveysActions } from '../features/surveys/bot.ts';
import { talksActions } from '../features/surveys/talks/bot.ts';
import { trainingActions } from '../features/training/bot.ts';
import { coachActions } from '../features/training/coach/bot.ts';
import { sessionsActions } from '../features/training/sessions/bot.ts';
import type { CardAction } from '../platform/doors.ts';

export const actions: readonly CardAction[] = [
  ...surveysActions,
  ...talksActions,
  ...quoting(storyQuotes, recruitmentActions),
  ...pairsActions,
  ...meetingsActions,
  ...timesActions,
  ...suggestingActions,
  ...confiding(advisersAsReaders, checkinsActions),
  ...trainingActions,
  ...coachActions,
  ...sessionsActions,
  ...recognitionActions,
  ...eventsActions,
  ...storiesActions,
  ...findingsActions,
];
