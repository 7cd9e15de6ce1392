/** Whom to ask as mentors: by what the needs survey found short, and by who has been asked least. */
import { localDate } from '../../../../platform/clock.ts';
import type { Caller } from '../../../../platform/doors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { organisationZone } from '../../../../platform/zone.ts';
import { everybodyAsRead } from '../../../people/everybody/usecases.ts';
import { isCandidate } from '../../../people/model.ts';
import { coordinatedProgramme } from '../../../programmes/usecases.ts';
import { neededTopics } from '../../../surveys/needs/usecases.ts';
import { timesAsked } from '../../asking/usecases.ts';
import { invitations } from '../../store.ts';
import type { Suggestions } from '../model.ts';
import { suggest } from './rules.ts';

export async function suggestionsFor(deps: Platform, caller: Caller, programmeId: string): Promise<Suggestions> {
  await coordinatedProgramme(deps, caller, programmeId);
  const [all, lines, rows, times] = await Promise.all([
    everybodyAsRead(deps),
    neededTopics(deps, caller.language),
    invitations.list(deps.tables, programmeId),
    timesAsked(deps),
  ]);
  const limit = deps.config.asksAYear;
  const list = suggest({
    people: all.filter(isCandidate),
    short: lines.filter(({ state }) => state === 'short'),
    invited: new Set(rows.map(({ value }) => value.personId)),
    ...{ times, limit, today: localDate(deps.clock.now(), organisationZone) },
  });
  return { list, limit, isNeedKnown: lines.some(({ state }) => state !== 'unknown') };
}
