/**
 * What questions of mentors and resources are about: mentoring itself, one topic for each course and some besides, or what pairs talk
 * about, which are the topics of applications. Safe in the browser.
 */
import { z } from 'zod';
import { topics as talkTopics } from '../../recruitment/model.ts';
import { courseIds } from '../model.ts';

export { topics as talkTopics } from '../../recruitment/model.ts';

export const mentoringTopics = [...courseIds, 'ending', 'other'] as const;
export const supportTopics = [...mentoringTopics, ...talkTopics] as const;
export const supportTopic = z.enum(supportTopics);
export type SupportTopic = (typeof supportTopics)[number];
export type MentoringTopic = (typeof mentoringTopics)[number];
export type TalkTopic = (typeof talkTopics)[number];

export function isOfMentoring(topic: SupportTopic): topic is MentoringTopic {
  return mentoringTopics.some((one) => one === topic);
}
