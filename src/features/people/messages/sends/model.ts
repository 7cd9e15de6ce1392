/** A message as whoever answers for a programme sees it: what became of it, or what it waits for. Never what it says. */
import type { Sent, WaitReason } from '../model.ts';

export const sendStates = ['planned', 'waiting', 'arrived', 'not-reached', 'stopped'] as const;
export type SendState = (typeof sendStates)[number];

/** Beside the reasons of the letterbox: it rests after a failure, a worker has it, or it waits for its turn among all others. */
export const waitsFor = [
  'not-at-work',
  'enough-today',
  'in-order',
  'no-answer',
  'resting',
  'under-way',
  'in-line',
] as const;
export type WaitsFor = WaitReason | (typeof waitsFor)[number];

export const ways = ['chat', 'digest', 'mail', 'tab'] as const;

export interface SendLine {
  readonly id: string;
  readonly kind: string;
  readonly round: string;
  /** Of all messages of its kind and round. */
  readonly group: string;
  /** Nothing where only the job knows. */
  readonly personId?: string;
  readonly state: SendState;
  /** Domain time: when it is due, until when it waits, when it arrived or failed. */
  readonly at: number;
  readonly why?: WaitsFor;
  /** How it arrived, or is to go. */
  readonly by?: (typeof ways)[number];
  readonly reason?: NonNullable<Sent['reason']>;
  /** The coordinator who stopped it. */
  readonly who?: string;
  readonly mayBeSentAgain: boolean;
}

/** Why a group is sent again: it was stopped, or some were not reached. */
export const againFor = ['stopped', 'not-reached'] as const;
export type AgainFor = (typeof againFor)[number];
export const byWays = ['chat', 'mail'] as const;
export type ByWay = (typeof byWays)[number];
