/** What a coordinator sees of everything that is sent about a programme: sends with their numbers, and their messages. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { round } from '../../checkins/model.ts';
import { undeliverable } from '../../people/messages/model.ts';
import { sendStates, waitsFor, ways } from '../../people/messages/sends/model.ts';
import { personCard } from '../../people/model.ts';

/** The jobs that write to people about a programme. */
export const sendKinds = [
  ...(['recruitment.send-invitation', 'recruitment.send-mail', 'recruitment.tell-choice'] as const),
  ...(['recruitment.tell-taken-up', 'recruitment.tell-look', 'recruitment.tell-manager'] as const),
  ...(['training.offer', 'training.send', 'training.remind', 'training.missing'] as const),
  ...(['training.invite-session', 'training.remind-session', 'training.tell-session', 'training.ask-session'] as const),
  ...([
    'pairs.ask',
    'pairs.remind',
    'pairs.tellNotNow',
    'pairs.tellBegun',
    'pairs.tellChange',
    'pairs.tellUnmatched',
  ] as const),
  ...(['meetings.tell', 'meetings.ask-met', 'meetings.offer-again', 'meetings.ask-off'] as const),
  ...(['meetings.ask-poll', 'meetings.tell-poll', 'meetings.tell-series', 'meetings.suggest'] as const),
  ...(['pairs.askBack', 'pairs.lookBack', 'pairs.tellClosing'] as const),
  ...(['checkins.ask', 'checkins.ask-again', 'checkins.tell-coordinator', 'checkins.hint', 'checkins.write'] as const),
  ...(['checkins.tell-note', 'checkins.tell-partner'] as const),
  ...(['recognition.suggest', 'recognition.tell', 'recognition.tell-credit', 'recognition.tell-manager'] as const),
  ...(['stories.invite', 'stories.ask', 'stories.tell'] as const),
  'insights.tell-findings',
] as const;
export type SendKind = (typeof sendKinds)[number];

const count = z.number().int();
export const counts = z.strictObject({
  ...{ planned: count, waiting: count, arrived: count, 'not-reached': count, stopped: count },
});
export type Counts = z.infer<typeof counts>;

/** All messages of one kind and round. */
export const send = z.strictObject({
  id,
  kind: z.enum(sendKinds),
  /** The round of a check-in; nothing for what is told apart by its date. */
  round: round.optional(),
  /** Domain time of its first message. */
  since: z.number(),
  counts,
  /** Of those not reached, how many may get it once more. */
  mayGetAgain: count,
  mayStop: z.boolean(),
  /** All of it was stopped, or single messages were: they may go on. */
  mayGoOn: z.boolean(),
});
export type Send = z.infer<typeof send>;

export const sendsPage = z.strictObject({ sends: z.array(send) });
export type SendsPage = z.infer<typeof sendsPage>;

export const sendLine = z.strictObject({
  id,
  person: personCard,
  state: z.enum(sendStates),
  at: z.number(),
  why: z.enum(waitsFor).optional(),
  by: z.enum(ways).optional(),
  reason: z.enum(undeliverable).optional(),
  /** Who stopped it. */
  who: z.string().optional(),
  mayStop: z.boolean(),
  mayGetAgain: z.boolean(),
});
export type SendLine = z.infer<typeof sendLine>;

export const sorts = ['newest', 'oldest', 'name'] as const;
export type Sort = (typeof sorts)[number];

export const lineQuery = z.strictObject({
  state: z.enum(sendStates).optional(),
  search: z.string().trim().max(60).optional(),
  sort: z.enum(sorts).optional(),
  /** Where the page before ended, as it said. */
  after: z.string().max(400).optional(),
});
export type LineQuery = z.infer<typeof lineQuery>;

/** Fifty lines at most. */
export const linesPage = z.strictObject({
  send,
  /** A mail can be sent from this installation. */
  mail: z.boolean(),
  /** Only those who were not reached are named. */
  named: z.enum(['all', 'not-reached']),
  lines: z.array(sendLine),
  total: count,
  next: z.string().optional(),
});
export type LinesPage = z.infer<typeof linesPage>;
