/** What a feature hands to the doors: routes for the tab, actions for cards, jobs for the worker. Tables of these are the doors. */
import { z } from 'zod';
import type { Platform } from './platform.ts';
import type { Duration } from './telemetry.ts';
import type { Language } from './words.ts';
import type { Card } from './cards.ts';
import type { Change } from './tables.ts';

export const appRoles = ['Coordinator', 'Adviser', 'Administrator'] as const;
export type AppRole = (typeof appRoles)[number];

/** Who asks: the directory object id out of a verified token or a verified activity, never a name or an address. */
export interface Caller {
  readonly personId: string;
  readonly language: Language;
  /** Entra's app roles; empty in chat, where no token says them. */
  readonly roles: readonly AppRole[];
  /** Of the tenant, admitted as a mentor by some programme. */
  readonly isGuest?: true;
  /** Names this request of theirs: whoever hears no answer asks the same under the same key, and it counts once. */
  readonly idempotencyKey?: string;
  /** The tab's token, to act with the person's own rights (on-behalf-of); absent in chat. */
  readonly assertion?: string;
}

/** Who may call a route at all; what a person may do with what is decided by the feature's policy. */
export type Admission = 'anybody-signed-in' | 'Coordinator' | 'Adviser' | 'Administrator';

export interface Route<P = unknown, Q = unknown, B = unknown, G = unknown> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/api`, with `:name` for parameters: `/programmes/:programmeId`. */
  readonly path: string;
  readonly who: Admission;
  /** Also for guests of the tenant whom a programme admitted as mentors. Where it is left out there is nothing for them. */
  readonly guests?: true;
  /** Also for whoever asked to be forgotten: to see that it is so, and to come back. */
  readonly forgotten?: true;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  /** What goes out: an allow-list of fields; whatever is not in it does not leave. */
  readonly gives: z.ZodType<G>;
  run(deps: Platform, caller: Caller, asked: { params: P; query: Q; body: B }): Promise<G>;
}

/** What a route gives that answers with a file: it goes out as it is, to be kept under its name. */
export const download = z.strictObject({
  /** Letters, digits, `-` and `.` only. */
  name: z.string().regex(/^[\w.-]{1,100}$/),
  type: z.string(),
  bytes: z.custom<Uint8Array>((one) => one instanceof Uint8Array),
});
export type Download = z.infer<typeof download>;

export const givesFile = ({ gives }: Pick<Route, 'gives'>): boolean => gives === (download as z.ZodType);

export function route<P = undefined, Q = undefined, B = undefined, G = unknown>(one: Route<P, Q, B, G>): Route {
  return one as unknown as Route;
}

/** What a press on a card brings: the subject was kept by us under the card's opaque id, the inputs come from the person. */
export interface Press<S, I> {
  readonly caller: Caller;
  readonly subject: S;
  readonly inputs: I;
}

/** What the person sees after a press: the card in its place, a sentence, or a page of the tab in a dialog. */
export type Reply =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'dialog'; readonly title: string; readonly path: string };

export interface CardAction<S = unknown, I = unknown> {
  /** `<feature>.<verb>`, unique. */
  readonly verb: string;
  /** What was kept when the card was made: ids only. */
  readonly subject: z.ZodType<S>;
  /** The card's declared inputs; everything else that was sent is ignored. */
  readonly inputs: z.ZodType<I>;
  run(deps: Platform, press: Press<S, I>): Promise<Reply>;
}

export function cardAction<S, I>(one: CardAction<S, I>): CardAction {
  return one as unknown as CardAction;
}

/**
 * What a job says when it is over: done, with what is to be written in the same batch as the end of its task; or again at a
 * later domain time (quiet hours, the next round), with the reason for whoever looks.
 */
export type JobResult =
  void | { readonly done: readonly Change[] } | { readonly again: number; readonly why?: string | undefined };

/** A job that takes longer goes on when it is asked again: half of the time for which a worker holds a task. In milliseconds. */
export const jobStep = 20_000;

export interface Job<D = unknown> {
  /** `<feature>.<verb>`, unique. */
  readonly name: string;
  readonly data: z.ZodType<D>;
  /** Under this name it is measured how long it takes. */
  readonly duration?: Duration;
  run(deps: Platform, data: D, task: { readonly id: string; readonly due: number }): Promise<JobResult>;
}

export function job<D>(one: Job<D>): Job {
  return one as unknown as Job;
}
