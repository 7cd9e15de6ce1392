/** What happens to people's data and messages by itself: the directory is read again after some hours, identity answers are looked after daily. */
import { z } from 'zod';
import { day, hour } from '../../platform/clock.ts';
import { job, type Job } from '../../platform/doors.ts';
import { isFailure } from '../../platform/errors.ts';
import { id, newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { dropUnasked, renewIdentityKeys } from './identity/keeping/usecases.ts';
import { sentTables } from './messages/model.ts';
import { againFor, byWays } from './messages/sends/model.ts';
import { againJob, sendSomeAgain, stopJob, stopSome } from './messages/sends/usecases.ts';
import { isCandidate, personId } from './model.ts';
import { syncDirectory } from './sync/usecases.ts';
import { findPerson } from './usecases.ts';

const ofGroup = z.object({ table: z.enum(sentTables), partition: id, group: id });

/** Half of the time for which a worker holds a task: reading or writing some pages more fits into the rest. */
const syncStep = 22_000;

/** For features that have used an identity answer: its consent has ended. Called by a job, so once or more, with the same `mark`: be idempotent. */
export type ConsentListener = (deps: Platform, personId: string, mark: string) => Promise<void>;

/** For features that hold something of somebody who has left or was shut out; called once or more: be idempotent. */
export type LeaveListener = (deps: Platform, personId: string) => Promise<void>;

export const peopleJobs = (
  listeners: readonly ConsentListener[],
  leaving: readonly LeaveListener[] = [],
): readonly Job[] => [
  job({
    name: 'people.sync',
    data: z.object({}),
    run: async (deps) => {
      const result = await syncDirectory(deps, syncStep);
      if (!result.isDone) return { again: deps.clock.now() };
      deps.log.info({ ...result }, 'the directory is up to date');
      return { again: deps.clock.now() + deps.config.directoryHours * hour };
    },
  }),
  job({
    name: 'people.identity',
    data: z.object({}),
    run: async (deps) => {
      const dropped = await dropUnasked(deps);
      const sealedAnew = await renewIdentityKeys(deps).catch((error: unknown) => {
        // The vault is away, or none is set up: tomorrow again.
        if (!isFailure(error, 'unavailable')) throw error;
        return undefined;
      });
      deps.log.info({ dropped, sealedAnew }, 'identity answers were looked after');
      return { again: deps.clock.now() + day };
    },
  }),
  job({
    name: stopJob,
    data: ofGroup,
    run: (deps, data) => stopSome(deps, data, data.group),
  }),
  job({
    name: againJob,
    data: ofGroup.extend({ what: z.enum(againFor), by: z.enum(byWays), who: personId, asked: z.coerce.number() }),
    run: (deps, data) => sendSomeAgain(deps, data, data),
  }),
  job({
    name: 'people.left',
    data: z.object({ personId }),
    run: async (deps, data) => {
      const one = await findPerson(deps, data.personId);
      if (one && isCandidate(one)) return;
      for (const listener of leaving) await listener(deps, data.personId);
    },
  }),
  job({
    name: 'people.consentEnded',
    data: z.object({ personId, mark: id.optional() }),
    run: async (deps, { personId: who, mark = newId() }) => {
      for (const listener of listeners) await listener(deps, who, mark);
    },
  }),
];
