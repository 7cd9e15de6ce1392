/** Resources by topic: the whole list for whoever takes part; adding, changing and taking out for coordinators. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { pairsOfPerson } from '../../pairs/usecases.ts';
import { coordinatedProgramme, findProgramme, isCoordinatorOf } from '../../programmes/usecases.ts';
import { applicationOf, participationsOf } from '../../recruitment/usecases.ts';
import { isSafeAddress } from '../format/media/rules.ts';
import { courseIds } from '../model.ts';
import { listOwnCourses } from '../own/reading/usecases.ts';
import { courseOf } from '../usecases.ts';
import {
  mostResources,
  type Resource,
  type ResourceChange,
  type ResourceDraft,
  type ResourceLine,
  type ResourcesLine,
  type ResourcesPage,
} from './model.ts';
import { mayReadResources } from './policy.ts';
import { isFor, sidesHere } from './rules.ts';
import { resources } from './store.ts';

/** "Not there" and "not for you" are one answer. */
export async function viewResources(deps: Platform, caller: Caller, programmeId: string): Promise<ResourcesPage> {
  const { personId } = caller;
  const [programme, mayWrite, application, pairs] = await Promise.all([
    findProgramme(deps, programmeId),
    isCoordinatorOf(deps, caller, programmeId),
    applicationOf(deps, programmeId, personId),
    pairsOfPerson(deps, personId),
  ]);
  const own = sidesHere(
    personId,
    application,
    pairs.filter((one) => one.programmeId === programmeId),
  );
  if (!programme || !mayReadResources(own.length > 0, mayWrite)) throw new Failure('not-found', 'programme-gone');
  const lines = await linesFor(deps, caller, programmeId);
  return {
    ...{ programmeName: programme.name, mayWrite, nextId: newId() },
    lines: mayWrite ? lines : lines.filter(({ role }) => isFor(role, own)),
  };
}

async function linesFor(deps: Platform, caller: Caller, programmeId: string): Promise<ResourceLine[]> {
  const [own, added] = await Promise.all([listOwnCourses(deps, caller), resources.list(deps.tables, programmeId)]);
  return [
    ...courseIds.map((id): ResourceLine => {
      const { title, minutes, role, steps } = courseOf(id, caller.language);
      const card = steps.findIndex(({ box }) => box?.kind === 'take-away');
      return {
        ...{ kind: 'tandem', id, title, minutes, role, topic: id, language: caller.language, path: `/courses/${id}` },
        ...(card < 0 ? {} : { card: `/courses/${id}?step=${card + 1}` }),
      };
    }),
    ...own.map(({ id, title, language, minutes, role }): ResourceLine => {
      return { kind: 'own', id, title, language, minutes, role, path: `/courses/own/${id}` };
    }),
    ...added.map(({ value }): ResourceLine => ({ kind: 'link', ...value })),
  ];
}

/** For the first page: the programmes in which this person takes part. */
export async function resourcesOf(deps: Platform, personId: string): Promise<ResourcesLine[]> {
  const [applications, pairs] = await Promise.all([participationsOf(deps, personId), pairsOfPerson(deps, personId)]);
  const ids = new Set([...applications, ...pairs].map(({ programmeId }) => programmeId));
  const found = await Promise.all(
    [...ids].map(async (programmeId): Promise<ResourcesLine[]> => {
      const sides = sidesHere(
        personId,
        applications.find((one) => one.programmeId === programmeId),
        pairs.filter((one) => one.programmeId === programmeId),
      );
      const programme = sides.length > 0 ? await findProgramme(deps, programmeId) : undefined;
      return programme ? [{ programmeId, programmeName: programme.name }] : [];
    }),
  );
  return found.flat();
}

function requireSafe(address: string): void {
  if (isSafeAddress(address)) return;
  throw new Failure('bad-input', 'resource-address', { fields: [{ field: 'address', reason: 'resource-address' }] });
}

/** The same press twice is one. */
export async function addResource(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  draft: ResourceDraft,
): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  requireSafe(draft.address);
  const before = await resources.list(deps.tables, programmeId);
  const added: Resource = { ...draft, version: 1 };
  if (before.some(({ value }) => JSON.stringify(value) === JSON.stringify(added))) return;
  if (before.length >= mostResources) throw new Failure('conflict', 'resources-full');
  try {
    await deps.tables.commit([resources.create(programmeId, draft.id, added)]);
  } catch (error) {
    const row = await resources.find(deps.tables, programmeId, draft.id);
    if (!isFailure(error, 'conflict') || JSON.stringify(row?.value) !== JSON.stringify(added)) throw error;
  }
}

interface ResourceAddress {
  readonly programmeId: string;
  readonly resourceId: string;
}

/** Never over a change that the writer has not seen. */
export async function changeResource(
  deps: Platform,
  caller: Caller,
  { programmeId, resourceId }: ResourceAddress,
  { version, ...draft }: ResourceChange,
): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  requireSafe(draft.address);
  const row = await resources.find(deps.tables, programmeId, resourceId);
  if (!row) throw new Failure('not-found', 'resource-gone');
  if (row.value.version !== version) throw new Failure('conflict', 'resource-changed');
  const changed = { ...draft, id: resourceId, version: version + 1 };
  await deps.tables.commit([resources.replace(row, changed)]);
}

/** Taken out twice it is the same. */
export async function removeResource(
  deps: Platform,
  caller: Caller,
  { programmeId, resourceId }: ResourceAddress,
): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  const row = await resources.find(deps.tables, programmeId, resourceId);
  if (row) await deps.tables.commit([resources.remove(row)]);
}
