/** Looks at what happens by itself: who is alive, which version, how long the line is, and what was given up. */
import type { Platform } from '../../../platform/platform.ts';
import { productVersion } from '../../../platform/version.ts';
import type { Finding } from '../model.ts';
import { found, lineFinding, versionsFinding, workerFinding } from '../rules.ts';
import type { Look, Seen } from '../seen/model.ts';

export const workLooks: readonly Look[] = [
  { name: 'worker', part: 'work', after: ['tables'], see: seeWorker },
  { name: 'versions', part: 'work', after: ['tables'], see: seeVersions },
  // Without a worker, or without a queue, the line is late because of that.
  { name: 'line', part: 'work', after: ['tables', 'queues', 'worker'], see: seeLine },
  { name: 'given-up', part: 'work', after: ['tables'], see: seeGivenUp },
];

async function seeWorker(_: Platform, seen: Seen): Promise<Finding[]> {
  return [workerFinding(await seen.alive())];
}

async function seeVersions(_: Platform, seen: Seen): Promise<Finding[]> {
  return [versionsFinding(await seen.alive(), productVersion)];
}

async function seeLine({ outbox, clock }: Platform, seen: Seen): Promise<Finding[]> {
  const { lanes } = await outbox.line();
  return [lineFinding(lanes, clock.now() - (await seen.ahead()))];
}

async function seeGivenUp({ outbox }: Platform): Promise<Finding[]> {
  const { length: count } = await outbox.failed();
  return [found('work', count === 0 ? 'given-up.ok' : 'given-up.some', { count })];
}
