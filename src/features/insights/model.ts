/** "My mentoring": everything that waits for a person, and what is theirs in the product. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import { checkInView } from '../checkins/model.ts';
import { meetingView } from '../meetings/model.ts';
import { pairView } from '../pairs/model.ts';
import { personCard, preferences } from '../people/model.ts';
import { applicationStatus } from '../recruitment/model.ts';
import { helpingLine } from '../recruitment/helping/model.ts';
import { circleLine } from '../training/circle/model.ts';
import { courseLine } from '../training/model.ts';
import { resourcesLine } from '../training/resources/model.ts';
import { skillsLine } from '../training/skills/model.ts';

/** In the order of their weight: what another person waits for stands before what one does for oneself. */
export const stepKinds = [
  'answer-offer',
  'sign-agreement',
  'answer-check-in',
  'say-met',
  'find-time',
  'finish-application',
  'answer-invitation',
  'resume-pair',
  'course-before-match',
  'do-course',
  ...(['course-first-meeting', 'course-after-first', 'course-before-third'] as const),
  'look-at-skills',
  'look-back',
  'confirm-door',
  'look-agreement',
  'say-outcomes',
  'say-thanks',
  'answer-nomination',
  'judge-nominations',
  'answer-honour',
  'answer-story',
  'change-story',
  'answer-survey',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** One thing to do: where it is done, and the name of the person, programme or course that it is about. */
export const nextStep = z.strictObject({ kind: z.enum(stepKinds), path: z.string(), about: z.string() });
export type NextStep = z.infer<typeof nextStep>;

/** `zone`: of the reader's mailbox, as on the pair's page, so that one meeting has one time everywhere. */
export const homeMeeting = meetingView.extend({
  ...{ programmeId: id, pairId: id, partner: personCard, zone: z.string() },
});
export type HomeMeeting = z.infer<typeof homeMeeting>;

export const ownApplication = z.strictObject({
  programmeId: id,
  programmeName: z.string(),
  status: applicationStatus,
  /** It can still be changed. */
  open: z.boolean(),
  /** What is sent now waits for the next round. */
  late: z.boolean(),
  /** It waits for a match: it can be taken back. A pair is ended on its own. */
  mayTakeBack: z.boolean(),
});
export type OwnApplication = z.infer<typeof ownApplication>;

/** What was not sent in chat, since it would have been the third message of a month: what it is and where it is done. */
export const keptLine = z.strictObject({ kind: z.string(), at: z.number(), path: z.string() });
export type KeptLine = z.infer<typeof keptLine>;

export const home = z.strictObject({
  name: z.string(),
  next: z.array(nextStep),
  pairs: z.array(pairView),
  meetings: z.array(homeMeeting),
  said: z.array(checkInView),
  courses: z.array(courseLine),
  skills: z.array(skillsLine),
  circles: z.array(circleLine),
  resources: z.array(resourcesLine),
  applications: z.array(ownApplication),
  keptBack: z.array(keptLine),
  /** Programmes to which this person helps others to apply. */
  helping: z.array(helpingLine),
  preferences,
});
export type Home = z.infer<typeof home>;
