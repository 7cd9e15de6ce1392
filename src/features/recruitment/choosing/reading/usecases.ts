/** That somebody of the team has looked at who applied: from then on criteria stay as they are. */
import { localDate } from '../../../../platform/clock.ts';
import type { Caller } from '../../../../platform/doors.ts';
import { isFailure } from '../../../../platform/errors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Programme } from '../../../programmes/model.ts';
import { coordinatedProgramme } from '../../../programmes/usecases.ts';
import { applyingAt, numberOf } from '../../rounds/rules.ts';
import { roundOf } from '../../usecases.ts';
import { nothingChosen } from '../model.ts';
import { writingOf } from '../rules.ts';
import { choosings } from '../store.ts';

/** Also when the last day is over or a proposal was made, since nothing can be written then. */
export async function areApplicationsRead(deps: Platform, { id, stage, zone }: Programme): Promise<boolean> {
  const round = await roundOf(deps, id);
  const kept = (await choosings.find(deps.tables, id, String(numberOf(round))))?.value ?? nothingChosen;
  return writingOf(kept, applyingAt(stage, round, localDate(deps.clock.now(), zone)), stage) !== 'may';
}

export async function readApplications(deps: Platform, caller: Caller, programmeId: string): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  await noteRead(deps, programmeId, caller.personId);
}

/** For features that show who applied. Called twice it is the same. */
export async function noteRead(deps: Platform, programmeId: string, by: string): Promise<void> {
  const key = String(numberOf(await roundOf(deps, programmeId)));
  const row = await choosings.find(deps.tables, programmeId, key);
  if (row?.value.readAt !== undefined) return;
  const next = { ...(row?.value ?? nothingChosen), readAt: deps.clock.now(), readBy: by };
  await deps.tables
    .commit([row ? choosings.replace(row, next) : choosings.create(programmeId, key, next)])
    .catch((error: unknown) => {
      // A colleague looks, or writes criteria, at the same moment: read again.
      if (!isFailure(error, 'conflict')) throw error;
      return noteRead(deps, programmeId, by);
    });
}
