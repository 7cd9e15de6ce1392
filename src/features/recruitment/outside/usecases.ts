/** The page on which a team sees all ways without a tab at once. */
import type { Caller } from '../../../platform/doors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import { formFiguresOf } from '../forms/usecases.ts';
import { guestsOf } from '../guests/usecases.ts';
import { helperCards } from '../helping/usecases.ts';
import { kioskEndOf, kioskRequestsOf } from '../kiosk/usecases.ts';
import { slipLines } from '../slips/usecases.ts';
import { closingDayOf } from '../usecases.ts';
import type { OutsideView } from './model.ts';

export async function outsideViewOf(deps: Platform, caller: Caller, programmeId: string): Promise<OutsideView> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const [closesOn, helpers, slips, kioskUntil, requests, forms, guests] = await Promise.all([
    closingDayOf(deps, programmeId),
    helperCards(deps, programmeId),
    slipLines(deps, programmeId),
    kioskEndOf(deps, programmeId),
    kioskRequestsOf(deps, programmeId),
    formFiguresOf(deps, programmeId),
    guestsOf(deps, programmeId),
  ]);
  return {
    ...{ programme: { id: programme.id, name: programme.name }, helpers, slips, requests, forms, guests },
    ...(closesOn === undefined ? {} : { closesOn }),
    ...(kioskUntil === undefined ? {} : { kioskUntil }),
  };
}
