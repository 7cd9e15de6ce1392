/** What somebody who was asked reads of a programme: what was said, and what comes of it. */
import type { Caller } from '../../../../platform/doors.ts';
import { Failure } from '../../../../platform/errors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Language } from '../../../../platform/words.ts';
import { findProgramme, isCoordinatorOf } from '../../../programmes/usecases.ts';
import { findingIn, stateOf, type Finding, type ToldLine, type ToldPage } from '../model.ts';
import { mayReadTold } from '../policy.ts';
import { findings, tellings } from '../store.ts';
import { askedAbout, standingIn } from '../telling/usecases.ts';

/** The newest first. Whoever was asked sees what they were told of, coordinators everything; for others there is nothing. */
export async function toldOf(deps: Platform, caller: Caller, programmeId: string): Promise<ToldPage> {
  const { personId, language } = caller;
  const [programme, coordinates, rows, times, standing] = await Promise.all([
    findProgramme(deps, programmeId),
    isCoordinatorOf(deps, caller, programmeId),
    findings.list(deps.tables, programmeId),
    tellings.list(deps.tables, programmeId),
    standingIn(deps, programmeId, personId),
  ]);
  const told = rows.map(({ value }) => value).filter((one) => stateOf(one) === 'told');
  const asked = await askedAbout(deps, personId, told, standing);
  if (!programme || !mayReadTold({ wasAsked: standing.takesPart || asked.length > 0, coordinates }))
    throw new Failure('not-found', 'programme-gone');
  const at = new Map(times.map(({ value }) => [value.id, value.at]));
  const lines = (coordinates ? told : asked).flatMap((one) => toldLine(language, one, at.get(one.tellingId ?? '')));
  return { programme: programme.name, lines: lines.toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1)) };
}

/** Who does it stays with the coordinators. */
export function toldLine(language: Language, one: Finding, at = 0): ToldLine[] {
  if (!one.decision) return [];
  const { until, isDone } = one.doing;
  return [{ id: one.id, ...findingIn(language, one), choice: one.decision.choice, until, isDone, at }];
}
