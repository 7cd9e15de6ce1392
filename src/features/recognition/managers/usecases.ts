/** The verbs of thanks to a manager: where it can be said, say it once, and bring it. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { unlessChanged } from '../../../platform/tables/conflict.ts';
import { findPerson, personOf } from '../../people/usecases.ts';
import { findProgramme } from '../../programmes/usecases.ts';
import { managerTold } from '../../recruitment/informing/usecases.ts';
import { participationsOf } from '../../recruitment/usecases.ts';
import type { ManagerLine, ManagerThanks, Reason } from './model.ts';
import { managerThanksRows } from './store.ts';

export async function myManagers(deps: Platform, { personId }: Caller): Promise<ManagerLine[]> {
  const [me, applications] = await Promise.all([personOf(deps, personId), participationsOf(deps, personId)]);
  const lines = await Promise.all(
    applications.map(async ({ programmeId }): Promise<ManagerLine[]> => {
      const row = await managerThanksRows.find(deps.tables, programmeId, personId);
      const managerId = row?.value.managerId ?? (await managerTold(deps, programmeId, personId));
      if (managerId === undefined) return [];
      const [programme, manager] = await Promise.all([findProgramme(deps, programmeId), findPerson(deps, managerId)]);
      if (!programme || !manager) return [];
      const names = { programmeName: programme.name, managerName: manager.name, myName: me.name };
      return [{ programmeId, ...names, ...(row ? { thankedAt: row.value.at } : {}) }];
    }),
  );
  return lines.flat();
}

/** Once in a programme; pressed again it is the same. Failure `conflict` where nobody was told. */
export async function thankManager(
  deps: Platform,
  { personId }: Caller,
  programmeId: string,
  reasons: readonly Reason[],
): Promise<void> {
  const managerId = await managerTold(deps, programmeId, personId);
  if (managerId === undefined) throw new Failure('conflict', 'manager-not-told');
  if (await managerThanksRows.find(deps.tables, programmeId, personId)) return;
  const said: ManagerThanks = { personId, managerId, reasons: [...new Set(reasons)], at: deps.clock.now() };
  const id = idOf('recognition.tell-manager', programmeId, personId);
  const task = { id, job: 'recognition.tell-manager', data: { programmeId, personId } };
  await unlessChanged(deps.outbox.commit([managerThanksRows.create(programmeId, personId, said)], [task]));
}
