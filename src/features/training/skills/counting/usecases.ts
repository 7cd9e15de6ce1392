/**
 * What of these answers may be counted: for each side a chain of three confidential rounds (before, now, looking back), which close
 * together and are told once. Keeping, taking back, the exact audit and the comparisons are those of `release`.
 */
import { daysAfter, endOfDay } from '../../../../platform/clock.ts';
import type { JobResult } from '../../../../platform/doors.ts';
import { idOf } from '../../../../platform/ids.ts';
import type { NewTask } from '../../../../platform/outbox.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { unlessChanged } from '../../../../platform/tables/conflict.ts';
import type { Programme } from '../../../programmes/model.ts';
import { findProgramme } from '../../../programmes/usecases.ts';
import { applications } from '../../../recruitment/store.ts';
import { holdAnswer, withdrawAnswer } from '../../../release/answers/confidential/usecases.ts';
import { forgetAllOwn } from '../../../release/answers/own/usecases.ts';
import { forgetAnswers } from '../../../release/answers/usecases.ts';
import { floors } from '../../../release/model.ts';
import { releaseComparison } from '../../../release/rounds/usecases.ts';
import { releaseResults } from '../../../release/usecases.ts';
import { releaseItemsOf } from '../../../surveys/questions/rules.ts';
import { parts, sides, type Part, type SkillSide } from '../model.ts';
import { questionsOf } from '../set/rules.ts';
import { chainOf, closedRows, only, roundOf, declinedRows, skillRows, type SkillPlace } from '../store.ts';

/** After the last day of the programme people can still answer for so long, before the figures are made. */
const settlingDays = 30;
/** After that day what people kept for themselves stays for so long. */
const keptDays = 365;

export const closesAt = ({ endsOn, zone }: Programme): number => daysAfter(endOfDay(endsOn, zone), settlingDays, zone);
export const forgottenAt = ({ endsOn, zone }: Programme): number => daysAfter(endOfDay(endsOn, zone), keptDays, zone);

export async function isClosed(deps: Platform, programmeId: string): Promise<boolean> {
  return (await closedRows.find(deps.tables, programmeId, only)) !== undefined;
}

export interface Counted {
  readonly at: SkillPlace;
  readonly personId: string;
  readonly counted: boolean;
  /** Everything that this person has said by now. */
  readonly said: Readonly<Partial<Record<Part, Readonly<Record<string, number>>>>>;
}

/** Brings the rounds in line with what somebody said and agreed to: an answer that is not to count is taken back, also a counted one. */
export async function countIn(deps: Platform, { at, personId, counted, said }: Counted): Promise<void> {
  const isOpen = async (): Promise<boolean> => !(await isClosed(deps, at.programmeId));
  const open = await isOpen();
  for (const part of parts) {
    const round = roundOf(at, part);
    const answer = said[part] ?? {};
    if (!counted) await withdrawAnswer(deps, round, personId);
    else if (open && Object.keys(answer).length > 0)
      await holdAnswer(deps, { ...round, personId, isOpen, response: { ratings: { ...answer }, texts: {} } });
    else if (open) await withdrawAnswer(deps, round, personId);
  }
}

/** The figures are made some weeks after the last day, and a year after it everything goes. Asked at each answer; it is one task each. */
export async function planEnds(deps: Platform, programme: Programme): Promise<void> {
  const { id: programmeId } = programme;
  const plan = (job: string, due: number): Promise<void> =>
    deps.outbox.ask('programmes', programmeId, { id: idOf(job, programmeId), job, due, data: { programmeId } });
  await plan('training.close-skills', closesAt(programme));
  await plan('training.forget-skills', forgottenAt(programme));
}

export function tellTask(programmeId: string): NewTask {
  return { id: idOf('training.tell-skills', programmeId), job: 'training.tell-skills', data: { programmeId } };
}

/** For the job: closes the rounds, unless the programme goes on for longer by now. */
export async function closeByDate(deps: Platform, programmeId: string): Promise<JobResult> {
  const programme = await findProgramme(deps, programmeId);
  if (!programme) return undefined;
  const due = closesAt(programme);
  if (due > deps.clock.now()) return { again: due };
  await unlessChanged(deps.tables.commit([closedRows.create(programmeId, only, { at: deps.clock.now() })]));
  await tellSkills(deps, programmeId);
  return undefined;
}

/** For the job, once the rounds are closed: the last release of each, and what the same people said in two of them. May run twice. */
export async function tellSkills(deps: Platform, programmeId: string): Promise<void> {
  if (!(await isClosed(deps, programmeId))) return;
  for (const side of sides) await tellSide(deps, { programmeId, side });
}

async function tellSide(deps: Platform, at: SkillPlace): Promise<void> {
  const items = releaseItemsOf(questionsOf(at.side));
  for (const part of parts)
    await releaseResults(deps, { surveyId: roundId(at, part), items, isClosing: true, mode: 'confidential' });
  const [before, now, back] = [roundId(at, 'before'), roundId(at, 'now'), roundId(at, 'back')];
  const all = { items, attributes: [], floor: floors.rating };
  await releaseComparison(deps, { ...all, surveyId: now, earlierIds: [before] });
  // The audit of the second knows what the first has told of the round that is in both.
  await releaseComparison(deps, { ...all, surveyId: back, earlierIds: [now, before] });
}

export const roundId = (at: SkillPlace, part: Part): string => roundOf(at, part).surveyId;

/** For the job, a year after the last day: nothing is left but the figures that were told. */
export async function forgetSkills(deps: Platform, programmeId: string): Promise<JobResult> {
  const programme = await findProgramme(deps, programmeId);
  if (!programme) return undefined;
  const due = forgottenAt(programme);
  if (due > deps.clock.now()) return { again: due };
  for (const side of sides) await forgetSide(deps, { programmeId, side });
  const rows = await applications.list(deps.tables, programmeId);
  for (const { value } of rows) await forgetWhen(deps, programmeId, value.personId);
  return undefined;
}

async function forgetSide(deps: Platform, at: SkillPlace): Promise<void> {
  await forgetAllOwn(deps, chainOf(at));
  for (const part of parts) await forgetAnswers(deps, roundId(at, part));
}

export async function forgetWhen(
  deps: Platform,
  programmeId: string,
  personId: string,
  ofSide: readonly SkillSide[] = sides,
): Promise<void> {
  const [kept, declined] = await Promise.all([
    skillRows.list(deps.tables, personId, programmeId),
    declinedRows.list(deps.tables, personId, programmeId),
  ]);
  const isOf = ({ key }: { readonly key: readonly string[] }): boolean => ofSide.some((one) => one === key[1]);
  const gone = [
    ...kept.filter(isOf).map((row) => skillRows.remove(row)),
    ...declined.filter(isOf).map((row) => declinedRows.remove(row)),
  ];
  if (gone.length > 0) await deps.tables.commit(gone);
}
