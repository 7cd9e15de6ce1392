/** Who of a programme was recognised, for counting alone: names never leave. */
import type { Caller } from '../../../platform/doors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { everybodyAsRead } from '../../people/everybody/usecases.ts';
import { membersOf, type Pair, type Side } from '../../pairs/model.ts';
import { pairsOfProgramme } from '../../pairs/usecases.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import { creditRows } from '../../recognition/credit/store.ts';
import { honours, nominations } from '../../recognition/events/store.ts';
import { thanksRows } from '../../recognition/store.ts';
import { partingsOf } from '../funnel/usecases.ts';
import type { EqualCut, EqualPage } from './model.ts';
import { partsOf, totalsOf, type Belongs, type Reached } from './rules.ts';

export async function equalRecognition(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  by: EqualCut,
): Promise<EqualPage> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const [all, thanks, credits, nominated, honoured] = await Promise.all([
    pairsOfProgramme(deps, programmeId),
    thanksRows.list(deps.tables, programmeId),
    creditRows.list(deps.tables, programmeId),
    nominations.list(deps.tables, programmeId),
    honours.list(deps.tables, programmeId),
  ]);
  const pairs = all.filter(({ activeAt }) => activeAt !== undefined);
  const takingPart = new Set(pairs.flatMap((one) => [...membersOf(one)]));
  const among = (ids: readonly string[]): Set<string> => new Set(ids.filter((one) => takingPart.has(one)));
  const reached: Reached = {
    'taking-part': takingPart,
    thanked: among(thanks.map(({ value }) => value.to)),
    // What goes to a whole side reaches everybody on it alike.
    credited: among(credits.flatMap(({ value: { to } }) => (to.kind === 'person' ? [to.personId] : []))),
    nominated: among(nominated.flatMap(({ value }) => value.subject)),
    honoured: among(honoured.flatMap(({ value }) => (value.isDeclined ? [] : [value.personId]))),
  };
  const parting = by === 'side' ? sideIn(pairs) : partingsOf(await everybodyAsRead(deps))(by);
  const parts = partsOf(reached, parting);
  return { programme: { id: programme.id, name: programme.name }, by, totals: totalsOf(reached), parts };
}

/** Whoever is on both sides counts as a mentor: so each counts once. */
function sideIn(pairs: readonly Pair[]): (personId: string) => Belongs {
  const mentors = new Set(pairs.map(({ mentorId }) => mentorId));
  return (personId) => {
    const side: Side = mentors.has(personId) ? 'mentor' : 'mentee';
    return { key: side, name: { kind: 'side', side } };
  };
}
