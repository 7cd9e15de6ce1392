/**
 * Which versions of the Teams app package are in use. The package's tabs say their version, the tab tells it with each request of
 * somebody who is signed in, and each process notes each version once a day: no person, and no request that waits for it.
 */
import { z } from 'zod';
import type { Clock } from './clock.ts';
import { idOf } from './ids.ts';
import { describeError, type Log } from './log.ts';
import { rowsOf, type Tables } from './tables.ts';
import { compareVersions, productVersion } from './version.ts';

const seen = z.strictObject({ version: z.string(), at: z.number() });
const seenRows = rowsOf('system', 'packageseen', seen);
const partition = 'packages';

const pattern = /^\d{1,5}\.\d{1,5}\.\d{1,5}$/;
const day = 86_400_000;
/** Who sends a new one with each request fills nothing. */
const mostVersions = 20;
/** What nobody opened for so long is not in use. */
const forgottenMs = 30 * day;

export interface PackageWatch {
  /** Takes what the request said, whatever that is. */
  note(version: string | undefined): void;
}

export interface PackageWatchParts {
  readonly tables: Tables;
  readonly clock: Clock;
  readonly log: Log;
}

export function createPackageWatch({ tables, clock, log }: PackageWatchParts): PackageWatch {
  const noted = new Map<string, number>();
  return {
    note(version) {
      if (version === undefined || !pattern.test(version)) return;
      const today = Math.floor(clock.machine() / day) * day;
      const before = noted.get(version);
      if (before === today || (before === undefined && noted.size >= mostVersions)) return;
      noted.set(version, today);
      if (before === undefined) tellApart(version, log);
      void tables.commit([seenRows.put(partition, idOf(version), { version, at: today })]).catch((error: unknown) => {
        noted.delete(version);
        log.warn(describeError(error), 'the version of a package was not noted');
      });
    },
  };
}

/** Once for each version and process: both go on working, and an administrator may want to know. */
function tellApart(version: string, log: Log): void {
  const order = compareVersions(version, productVersion);
  const versions = { package: version, server: productVersion };
  if (order < 0) log.warn(versions, 'people use an older app package than this server: upload the new one in Teams');
  if (order > 0) log.warn(versions, 'people use a newer app package than this server: deploy the new server');
}

export interface PackagesSeen {
  readonly oldest: string;
  readonly newest: string;
  /** Oldest first, each with the day on which it was last seen (machine time in milliseconds). */
  readonly versions: readonly { readonly version: string; readonly at: number }[];
}

/** Those of the last 30 days before `now`; undefined when no tab was opened from a package. */
export async function packagesSeen(tables: Tables, now: number): Promise<PackagesSeen | undefined> {
  const rows = await seenRows.list(tables, partition);
  const versions = rows
    .map((row) => row.value)
    .filter(({ at }) => now - at < forgottenMs)
    .toSorted((one, other) => compareVersions(one.version, other.version));
  const [oldest, newest] = [versions[0], versions.at(-1)];
  return oldest && newest && { oldest: oldest.version, newest: newest.version, versions };
}
