/** A copy of the state every hour, or as often as the settings say, where a place for copies is named: in steps, and a step that failed is made again soon. */
import { z } from 'zod';
import { day, hour, minute } from '../../../platform/clock.ts';
import { job, jobStep, type Job } from '../../../platform/doors.ts';
import { isFailure } from '../../../platform/errors.ts';
import { describeError } from '../../../platform/log.ts';
import { copyInTurn } from './usecases.ts';

const afterTrouble = 5 * minute;

export const copiesJobs: readonly Job[] = [
  job({
    name: 'privacy.copy',
    data: z.object({}),
    run: async (deps) => {
      if (!deps.copies) return { again: deps.clock.now() + day };
      try {
        const { tables, clock, copies, config } = deps;
        const result = await copyInTurn(
          { ...{ tables, clock }, ...copies },
          { every: config.copyHours * hour, within: jobStep },
        );
        if (result.outcome === 'under-way') return { again: clock.now() };
        if (result.outcome === 'not-yet') return { again: clock.now() + result.left };
        const { copy, deleted, left } = result;
        const rows = Object.values(copy.tables).reduce((sum, one) => sum + one.rows, 0);
        const { name, segments, moving } = copy;
        deps.log.info({ name, rows, segments: segments.length, moving: moving.length, deleted }, 'a copy was made');
        return { again: clock.now() + left };
      } catch (error) {
        // A task that fails six times is given up; copies never are.
        deps.log[isFailure(error) ? 'warn' : 'error'](describeError(error), 'no copy could be made');
        return { again: deps.clock.now() + afterTrouble };
      }
    },
  }),
];
