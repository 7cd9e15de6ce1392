/** What every endpoint works with. */
import type { Organisation, SandboxPerson } from '../organisation/model.ts';
import type { GraphAnswer, GraphRequest } from './answers.ts';
import { GraphError } from './answers.ts';
import type { Directory } from './directory.ts';
import type { MailboxLimits } from './mailbox-limits.ts';
import type { Notifications } from './notifications.ts';
import type { GraphCaller } from './permissions.ts';
import type { StateStore } from './state.ts';

export interface GraphWorld {
  readonly organisation: Organisation;
  readonly directory: Directory;
  readonly store: StateStore;
  /** The domain's clock. */
  readonly now: () => Date;
  /** What links in answers begin with: Microsoft's address, unless told otherwise. */
  readonly linkBase: string;
  readonly notifications: Notifications;
  readonly limits: MailboxLimits;
  /** Permissions of the app that an administrator took back; tokens that still name them do not help. */
  readonly withdrawn: Set<string>;
  /** What stands in the organisation's catalogue of Teams apps. */
  published: Published;
  readonly onCalendarChange: Notifications['changed'];
  readonly onTeamsInstall: (personId: string) => Promise<void> | void;
  readonly chatIdOf: (personId: string) => string;
}

export interface Published {
  /** Of the product's package. */
  readonly version: string;
  readonly isPublished: boolean;
  /** Names of other apps of the organisation. */
  readonly others: readonly string[];
}

export interface GraphCall {
  readonly world: GraphWorld;
  readonly request: GraphRequest;
  readonly caller: GraphCaller;
  readonly params: Readonly<Record<string, string>>;
  /** The user that the path names, or who is signed in under `/me`. */
  readonly user: SandboxPerson | null;
}

export type Handler = (call: GraphCall) => GraphAnswer | Promise<GraphAnswer>;
export type Handlers = Readonly<Record<string, Handler>>;

export function userOf({ user }: GraphCall): SandboxPerson {
  if (!user) throw new GraphError(500, 'InternalServerError', 'No user in the path.');
  return user;
}

export function paramOf({ params }: GraphCall, name: string): string {
  return params[name] ?? '';
}
