/** What comes first, where no cell of the matrix is in a state in which a door has something to change; by door, and by `door, state`. */
import type { Prepare } from './hands.ts';
import { meetingsPrepared } from './prepared/meetings.ts';
import { peoplePrepared } from './prepared/people.ts';
import { programmesPrepared } from './prepared/programmes.ts';
import { recognitionPrepared } from './prepared/recognition.ts';
import { recruitmentPrepared } from './prepared/recruitment.ts';
import { surveysPrepared } from './prepared/surveys.ts';
import { trainingPrepared } from './prepared/training.ts';

export const prepared: Readonly<Record<string, Prepare>> = {
  ...peoplePrepared,
  ...programmesPrepared,
  ...surveysPrepared,
  ...recruitmentPrepared,
  ...meetingsPrepared,
  ...trainingPrepared,
  ...recognitionPrepared,
};
