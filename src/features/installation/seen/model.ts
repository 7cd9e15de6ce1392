/** What a look is, and what several looks share: each is asked once in an examination. */
import type { Platform } from '../../../platform/platform.ts';
import type { PulseRow } from '../../../platform/pulse.ts';
import type { Finding, Part } from '../model.ts';

export const lookNames = [
  ...(['settings', 'tenant', 'clock', 'identity', 'app', 'rights', 'agreed', 'roles', 'certificate'] as const),
  ...(['address', 'tab', 'bot-door', 'bot-token', 'package', 'tables', 'queues', 'blobs', 'shared', 'vault'] as const),
  ...(['log', 'copies', 'worker', 'versions', 'line', 'given-up', 'mail', 'model'] as const),
] as const;
export type LookName = (typeof lookNames)[number];

export interface Seen {
  /** Absent where nobody is signed in: on the command line. */
  readonly assertion?: string;
  readonly tenant: () => Promise<{ readonly isKnown: boolean; readonly at?: number }>;
  /** By how much this machine's clock is ahead, in milliseconds; 0 where nobody says the time. */
  readonly ahead: () => Promise<number>;
  readonly granted: () => Promise<{ readonly tenantId: string; readonly permissions: readonly string[] }>;
  readonly agreed: () => Promise<readonly string[]>;
  readonly alive: () => Promise<readonly PulseRow[]>;
}

export interface Look {
  readonly name: LookName;
  readonly part: Part;
  /** Where one of these found a problem, this look could only find the same again. */
  readonly after: readonly LookName[];
  see(this: void, deps: Platform, seen: Seen): Promise<readonly Finding[]>;
}
