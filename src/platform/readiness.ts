/**
 * Whether this process can do its work now, and if not, why. A balancer sends nobody to a process that is not ready; what it has is
 * finished. Whether the process answers at all is another question (`/health/live`), and never looks at anything.
 */
import { pause, type Clock } from './clock.ts';
import { askEntra } from './entra/ask.ts';
import type { Entra } from './entra.ts';
import { Failure } from './errors.ts';
import type { Log } from './log.ts';
import type { Outbound } from './outbound.ts';
import type { Tables } from './tables.ts';

/** `ending`: it was told to stop. `sign-in`, `bot`: nobody's token could be checked, in the tab or in chat. */
export type Hindrance = 'ending' | 'storage' | 'sign-in' | 'bot' | 'worker';

/** Fails, or says false, while this does not work. */
type Look = () => Promise<unknown>;

export interface Readiness {
  /** Nothing where it is ready. */
  hindrances(): Promise<readonly Hindrance[]>;
  /** It is about to stop: never ready again. */
  end(): void;
  isEnding(): boolean;
}

export interface ReadinessParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly looks: Readonly<Partial<Record<Exclude<Hindrance, 'ending'>, Look>>>;
}

/** Balancers give up after some seconds, and then do not learn why. */
const longestLookMs = 2_000;
/** However many ask, it is looked at once in so long. */
const fresh = 1_000;

export function createReadiness({ clock, log, looks }: ReadinessParts): Readiness {
  let ending = false;
  let last: { readonly at: number; readonly found: Promise<readonly Hindrance[]> } | undefined;
  let told = '';

  async function look(): Promise<readonly Hindrance[]> {
    const all = Object.entries(looks) as [Hindrance, Look][];
    const works = await Promise.all(all.map(([, one]) => worksInTime(one)));
    const found = all.flatMap(([name], place) => (works[place] ? [] : [name]));
    const now = found.join(', ');
    if (now !== told) log.warn({ because: found }, found.length > 0 ? 'not ready' : 'ready again');
    told = now;
    return found;
  }

  return {
    async hindrances() {
      if (ending) return ['ending'];
      if (!last || clock.machine() - last.at > fresh) last = { at: clock.machine(), found: look() };
      return last.found;
    },
    end: () => {
      ending = true;
    },
    isEnding: () => ending,
  };
}

async function worksInTime(look: Look): Promise<boolean> {
  const looked = look().then(
    (said) => said !== false,
    () => false,
  );
  return Promise.race([looked, pause(longestLookMs).then(() => false)]);
}

/** A row that is not there: what matters is the answer. */
export const storageAnswers = (tables: Tables): Look => {
  return () => tables.read('system', 'health', 'health');
};

/** Keys that were had once are kept and fetched anew by themselves: an outage of Entra later keeps nobody out. */
export const signInWorks = (entra: Entra): Look => onceGood(() => entra.prepare());

/** The same for the document by which the bot finds the keys of Teams. */
export function botWorks(outbound: Outbound, metadata = usualMetadata): Look {
  return onceGood(async () => {
    const { status } = await askEntra(outbound, { method: 'GET', url: metadata });
    if (status !== 200) throw new Failure('unavailable', 'no-answer');
  });
}

const usualMetadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

function onceGood(look: Look): Look {
  let good = false;
  let under: Promise<unknown> | undefined;
  return async () => {
    if (good) return;
    under ??= look().finally(() => (under = undefined));
    await under;
    good = true;
  };
}
