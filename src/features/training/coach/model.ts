/**
 * The coach in chat: a program that helps with one's own words, one text at a time. What is typed is looked through here, and what is
 * about others or too private stays here; without a model the courses answer. Nothing of a turn is kept.
 */
import { z } from 'zod';
import type { CourseId } from '../model.ts';

export const helps = ['goal', 'talk', 'feedback', 'course'] as const;
export const help = z.enum(helps);
export type Help = z.infer<typeof help>;
/** Those with which a model can help; courses are found by search alone. */
export type Wording = Exclude<Help, 'course'>;

export const longestText = 600;
/** A text is worded anew so many times; then the person goes on alone. */
export const mostTurns = 3;
export const turn = z.enum(['1', '2', '3']);

/** What is never sent, whatever else a text says. */
export const privateKinds = ['health', 'origin', 'belief', 'orientation', 'politics', 'crime'] as const;
export type PrivateKind = (typeof privateKinds)[number];

/** A step of a course that answers a text. */
export interface Finding {
  readonly courseId: CourseId;
  readonly step: number;
  readonly course: string;
  readonly minutes: number;
  readonly title: string;
  readonly text: string;
}

/** Why a turn is answered by the courses. */
export type WithoutModel = 'no-model' | 'later' | 'course';

export type TurnOutcome =
  | { readonly outcome: 'worded'; readonly text: string; readonly left: number; readonly findings: readonly Finding[] }
  | { readonly outcome: 'courses'; readonly why: WithoutModel; readonly findings: readonly Finding[] }
  | { readonly outcome: 'kept-here'; readonly kinds: readonly PrivateKind[] }
  | { readonly outcome: 'no-judging' }
  | { readonly outcome: 'wrong' };
