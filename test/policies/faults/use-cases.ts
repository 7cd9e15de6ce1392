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
  /** It shows something; where it leaves something all the same, that is tried as well. */
  readonly isReading?: true;
}

const mayDo = ({ isRefused, expected, since }: Cell): boolean => !isRefused && expected < 300 && since === undefined;

/** Every route, every action of a card, every job. */
export function doorsThatWrite(): Door[] {
  const ofRoutes = describeRoutes(routes).map((route): Door => {
    const name = `${route.method} ${route.path.replace(/^\/api/, '')}`;
    const row = routeRows[name];
    const cells = row ? routeCells(route, row).filter(mayDo) : [];
    return route.method === 'GET' ? { name, cells: cells.slice(0, mostReaders), isReading: true } : { name, cells };
  });
  const ofVerbs = actions.map(({ verb, subject }) => {
    const row = verbRows[verb];
    return { name: verb, cells: row ? verbCells(verb, row, fieldsOf(subject)).filter(mayDo) : [] };
  });
  const ofJobs = jobs.map((job) => {
    const cells = jobCells(job, jobRows[job.name] ?? {}).filter(({ since }) => since === undefined);
    return { name: job.name, cells: cells.toSorted((one, other) => toldTo(other) - toldTo(one)) };
  });
  return preparedDoors([...ofRoutes, ...ofVerbs, ...ofJobs]);
}

/** The state that no cell of the matrix has is made by what people do before; a use case may begin in more than one. */
function preparedDoors(all: readonly Door[]): Door[] {
  const cellOf = (door: string, path: string): Cell => ({
    ...{ door, view: 'employee', whose: 'self', method: 'JOB', path, expected: 200, isRefused: false },
  });
  const names = Object.keys(prepared);
  return all.flatMap(({ name, cells, ...rest }) => {
    const others = names.filter((one) => one.startsWith(`${name}, `));
    const usual = names.includes(name) ? { name, cells: [cellOf(name, name)] } : { name, cells, ...rest };
    return [usual, ...others.map((one) => ({ name: one, cells: [cellOf(one, name)] }))];
  });
}

const mostReaders = 8;
const toldTo = ({ told }: Cell): number => told?.length ?? 0;
