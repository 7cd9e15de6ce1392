/** The table of everything that the product sends, beside the jobs that send it: a programme's rehearsal is made of it. */
import { botSends } from '../bot/sends.ts';
import { checkinsSends } from '../features/checkins/sends.ts';
import { signalsSends } from '../features/checkins/signals/sends.ts';
import { concernsSends } from '../features/concerns/sends.ts';
import { tellingPeople } from '../features/insights/findings/sends.ts';
import { followingSends } from '../features/meetings/following/sends.ts';
import { meetingsSends } from '../features/meetings/sends.ts';
import { tellingSeries } from '../features/meetings/rhythm/sends.ts';
import { suggesting } from '../features/meetings/suggesting/sends.ts';
import { askingPoll, tellingPoll } from '../features/meetings/times/sends.ts';
import { closingSends } from '../features/pairs/closing/sends.ts';
import { pairsSends } from '../features/pairs/sends.ts';
import type { Sending } from '../features/programmes/rehearsal/model.ts';
import { eventsSends } from '../features/recognition/events/sends.ts';
import { recognitionSends } from '../features/recognition/sends.ts';
import { recruitmentSends } from '../features/recruitment/sends.ts';
import { storiesSends } from '../features/stories/sends.ts';
import { surveysSends } from '../features/surveys/sends.ts';
import { talksSends } from '../features/surveys/talks/sends.ts';
import { coaching } from '../features/training/coach/sends.ts';
import { sessionsSends } from '../features/training/sessions/sends.ts';
import { trainingSends } from '../features/training/sends.ts';

export const sends: readonly Sending[] = [
  ...botSends,
  ...surveysSends,
  ...talksSends,
  ...recruitmentSends,
  ...trainingSends,
  coaching,
  ...sessionsSends,
  ...pairsSends,
  ...closingSends,
  ...meetingsSends,
  ...followingSends,
  ...[askingPoll, tellingPoll, tellingSeries, suggesting],
  ...checkinsSends,
  ...signalsSends,
  ...concernsSends,
  ...recognitionSends,
  ...eventsSends,
  ...storiesSends,
  tellingPeople,
];
