/** Everything that writes, with somebody who may, in a state in which it can be done: found by trying the cells of the matrix. */
import { describeRoutes } from '../../../src/api/openapi.ts';
import { routes } from '../../../src/api/routes.ts';
import { actions } from '../../../src/bot/actions.ts';
import { jobs } from '../../../src/worker/jobs.ts';
import { jobRows } from '../job-rows.ts';
import { jobCells } from '../jobs.ts';
import { fieldsOf, routeCells, verbCells, type Cell } from '../matrix.ts';
import { routeRows, verbRows } from '../rows.ts';
import { prepared } from './prepared.ts';

export interface Door {
  readonly name: string;
  /** The likeliest first. */
  readonly cells: readonly Cell[];
}

const mayDo = ({ isRefused, expected, since }: Cell): boolean => !isRefused && expected < 300 && since === undefined;

/** Every route that may write, every action of a card, every job. */
export function doorsThatWrite(): Door[] {
  const ofRoutes = describeRoutes(routes)
    .filter(({ method }) => method !== 'GET')
    .map((route) => {
      const name = `${route.method} ${route.path.replace(/^\/api/, '')}`;
      const row = routeRows[name];
      const cells = row ? routeCells(route, row).filter(mayDo) : [];
      return { name, cells: [...preparedCells(name), ...cells] };
    });
  const ofVerbs = actions.map(({ verb, subject }) => {
    const row = verbRows[verb];
    return { name: verb, cells: row ? verbCells(verb, row, fieldsOf(subject)).filter(mayDo) : [] };
  });
  const ofJobs = jobs.map((job) => {
    const cells = jobCells(job, jobRows[job.name] ?? {}).filter(({ since }) => since === undefined);
    return { name: job.name, cells: cells.toSorted((one, other) => toldTo(other) - toldTo(one)) };
  });
  return [...ofRoutes, ...ofVerbs, ...ofJobs];
}

/** The state that no cell of the matrix has is made by what people do before. */
function preparedCells(door: string): Cell[] {
  const next = prepared[door]?.next;
  return next ? [{ door, whose: 'self', expected: 200, isRefused: false, ...next }] : [];
}

const toldTo = ({ told }: Cell): number => told?.length ?? 0;
