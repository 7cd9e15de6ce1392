/** The cells of jobs: each job for each person whom its data may name and each thing, and once more for those who changed since. */
import type { Job } from '../../src/platform/doors.ts';
import { fieldsOf, type Cell } from './matrix.ts';
import { jobRows, type JobRow } from './job-rows.ts';
import { isStranger, owners, person, personIdOf, views, type View } from './people.ts';
import { paramsOf, things, type Params } from './things.ts';

/** What may have become of a receiver between the change and its message. */
export const since = ['left', 'disabled', 'a guest', 'gone from the directory', 'not to be asked'] as const;
export interface Happened {
  readonly receiver: keyof typeof person;
  readonly one: (typeof since)[number];
}

const receivers = views.filter((view) => !isStranger(view));

export function jobCells({ name, data }: Job, row: JobRow): Cell[] {
  const fields = fieldsOf(data);
  const cells = casesOf(row).flatMap(({ whose, params, who }) => {
    const toldOf = who.split(' ').filter((one) => one !== '');
    if (row.names === undefined) return [cellOf(name, whose, pick(fields, params), toldOf, viewIn(toldOf))];
    const { names } = row;
    return receivers.map((view) => {
      const told = toldOf.filter((one) => one === view);
      return cellOf(name, whose, { ...pick(fields, params), [names]: personIdOf(view) }, told, view);
    });
  });
  const seen = new Set<string>();
  const once = cells.filter(({ whose, view, subject }) => {
    const key = JSON.stringify([row.names && view, subject]);
    if (whose.startsWith('in the state')) return true;
    return !seen.has(key) && seen.add(key);
  });
  return [...once, ...once.flatMap((cell) => changedSince(cell, row))];
}

/** Whoever would be written to gets nothing, once they are no longer somebody to write to. */
function changedSince(cell: Cell, row: JobRow): Cell[] {
  const [receiver] = cell.told ?? [];
  if (receiver === undefined || !isPerson(receiver)) return [];
  const become = since.filter((one) =>
    one === 'a guest' ? person[receiver].kind !== 'guest' : one !== 'not to be asked' || row.invites === true,
  );
  return become.map((one) => ({
    ...cell,
    whose: `${cell.whose}, ${one}`,
    told: [],
    isRefused: true,
    since: { receiver, one },
  }));
}

const isPerson = (name: string): name is Happened['receiver'] => name in person;
const viewIn = (told: readonly string[]): View => receivers.find((one) => told.includes(one)) ?? 'employee';

function casesOf(row: JobRow): { readonly whose: string; readonly params: Params; readonly who: string }[] {
  const ofOwners = owners.map((owner) => ({
    ...{ whose: owner, params: { ...paramsOf(owner), ...row.data }, who: row.tells?.[owner] ?? '' },
  }));
  const inStates = (row.states ?? []).map(({ state, at, who }) => ({
    whose: `in the state: ${state}`,
    params: { ...things.self, ...row.data, ...at },
    who,
  }));
  return [...ofOwners, ...inStates];
}

const pick = (fields: readonly string[], from: Params): Params =>
  Object.fromEntries(fields.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));

/** It does its work without a word to anybody. */
export const isSilentJob = (row: JobRow | undefined): boolean => row?.tells === undefined && row?.states === undefined;

function cellOf(door: string, whose: string, subject: Params, told: readonly string[], view: View): Cell {
  const isSilent = isSilentJob(jobRows[door]);
  return {
    ...{ door, view, whose, method: 'JOB', path: door, subject, told, expected: 200 },
    isRefused: told.length === 0 && !isSilent,
  };
}

export const nameOfPerson = (id: string): string => Object.entries(person).find(([, one]) => one.id === id)?.[0] ?? id;
