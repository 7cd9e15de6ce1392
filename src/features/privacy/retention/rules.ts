/** When what is kept about people goes by itself. The ends stand in the register (`platform/kept.ts`); here is what they mean in days. */
import { day } from '../../../platform/clock.ts';
import { keptOf, type TableName } from '../../../platform/kept.ts';
import type { Person } from '../../people/model.ts';

/** A directory that lost somebody by mistake has them again by then. */
export const partAfter = 3 * day;
const forgetAfter = 30 * day;
const surveyYears = 3 * 365 * day;

/** Left for good, and not a name that only stands for somebody who is forgotten. */
const hasLeft = ({ leftAt, kind }: Pick<Person, 'leftAt' | 'kind'>, after: number, now: number): boolean =>
  leftAt !== undefined && kind !== 'service' && now >= leftAt + after;

/** Their pairs end, so that the others can be matched anew. */
export const isToPart = (one: Pick<Person, 'leftAt' | 'kind'>, now: number): boolean => hasLeft(one, partAfter, now);
export const isToForget = (one: Pick<Person, 'leftAt' | 'kind'>, now: number): boolean =>
  hasLeft(one, forgetAfter, now);

export const isSurveyOver = (closedAt: number | undefined, now: number): boolean =>
  closedAt !== undefined && now >= closedAt + surveyYears;

/** Of a programme whose year is over: everything about people; `standing` are stories that are still published. */
export function goesWithProgramme(
  { kind, key }: { readonly kind: string; readonly key: readonly string[] },
  standing: ReadonlySet<string>,
): boolean {
  const kept = keptOf('programmes', kind);
  if (kind === 'task') return true;
  if (!kept || kept.about === 'work') return false;
  return kept.until !== 'story-over' || !standing.has(key[0] ?? '');
}

/** Of a survey whose years are over: everything about people and all single answers; what was told stays. */
export function goesWithSurvey(table: TableName, kind: string): boolean {
  const kept = keptOf(table, kind);
  return kind !== 'task' && kept !== undefined && kept.about !== 'work';
}

/** A row of somebody that belongs to the programme or to one of its pairs. A certificate stays until it is withdrawn. */
export function isOfProgramme(
  { kind, key, value }: { readonly kind: string; readonly key: readonly string[]; readonly value: unknown },
  programmeId: string,
  pairs: ReadonlySet<string>,
): boolean {
  if (kind === 'certificate') return false;
  const named = typeof value === 'object' && value !== null && 'programmeId' in value ? value.programmeId : undefined;
  return named === programmeId || key.includes(programmeId) || pairs.has(key[0] ?? '');
}
