/**
 * Where somebody may have said what they can do: both sides of every programme in which they began an application. To be asked before the
 * rows that lead there are gone.
 */
import type { Platform } from '../../../../platform/platform.ts';
import { participations } from '../../../recruitment/store.ts';
import type { AnsweredIn } from '../../../release/answers/forgetting/usecases.ts';
import { parts, sides } from '../model.ts';
import { chainOf, roundOf, skillRows } from '../store.ts';

export async function skillsSaidBy({ tables }: Platform, personId: string): Promise<AnsweredIn> {
  const [begun, kept] = await Promise.all([participations.list(tables, personId), skillRows.list(tables, personId)]);
  const programmes = new Set([
    ...begun.map(({ value }) => value.programmeId),
    ...kept.flatMap(({ key }) => key[0] ?? []),
  ]);
  const places = [...programmes].flatMap((programmeId) => sides.map((side) => ({ programmeId, side })));
  return { rounds: places.flatMap((at) => parts.map((part) => roundOf(at, part))), own: places.map(chainOf) };
}
