/** The limits of Teams for bots, as documented: for one conversation, and for one app in the whole tenant. */

interface Window {
  readonly milliseconds: number;
  readonly most: number;
}

const perConversation: readonly Window[] = [
  { milliseconds: 1_000, most: 7 },
  { milliseconds: 2_000, most: 8 },
  { milliseconds: 30_000, most: 60 },
  { milliseconds: 3_600_000, most: 1_800 },
];
const perApp: readonly Window[] = [{ milliseconds: 1_000, most: 50 }];

export interface Limits {
  /** Counts a request that is allowed and gives 0; otherwise the whole seconds after which it would be. */
  secondsToWait(conversationId: string): number;
  statistics(): { readonly allowed: number; readonly throttled: number; readonly mostInOneSecond: number };
}

export function newLimits(machine: () => number = Date.now): Limits {
  const conversations = new Map<string, number[]>();
  const app: number[] = [];
  const counts = { allowed: 0, throttled: 0, mostInOneSecond: 0 };

  function secondsToWait(conversationId: string): number {
    const now = machine();
    const times = conversations.get(conversationId) ?? [];
    conversations.set(conversationId, times);
    forget(times, now - 3_600_000);
    forget(app, now - 1_000);
    const wait = Math.max(waitFor(perConversation, times, now), waitFor(perApp, app, now));
    if (wait > 0) {
      counts.throttled += 1;
      return Math.max(1, Math.ceil(wait / 1000));
    }
    times.push(now);
    app.push(now);
    counts.allowed += 1;
    counts.mostInOneSecond = Math.max(counts.mostInOneSecond, app.length);
    return 0;
  }

  return { secondsToWait, statistics: () => ({ ...counts }) };
}

function waitFor(windows: readonly Window[], times: readonly number[], now: number): number {
  const waits = windows.map(({ milliseconds, most }) => {
    const oldest = times[times.length - most];
    return oldest === undefined ? 0 : oldest + milliseconds - now;
  });
  return Math.max(0, ...waits);
}

function forget(times: number[], before: number): void {
  const keep = times.findIndex((time) => time > before);
  times.splice(0, keep < 0 ? times.length : keep);
}
