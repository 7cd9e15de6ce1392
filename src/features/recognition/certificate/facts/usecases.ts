/** What the records say of somebody's completed programmes: from when to when, how many meetings and minutes, which courses and goals. */
import { localDate } from '../../../../platform/clock.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { heldMeetings } from '../../../meetings/usecases.ts';
import { reachedGoals } from '../../../pairs/goals/usecases.ts';
import type { PairGoal } from '../../../pairs/goals/model.ts';
import { sideOf, sides, type Pair, type Side } from '../../../pairs/model.ts';
import { completedAt } from '../../../pairs/rules.ts';
import { pairsOfPerson } from '../../../pairs/usecases.ts';
import { personOf } from '../../../people/usecases.ts';
import type { Programme } from '../../../programmes/model.ts';
import { findProgramme } from '../../../programmes/usecases.ts';
import { courseIds, type CourseId } from '../../../training/model.ts';
import { coursesForLater, pathOf } from '../../../training/rules.ts';
import { completions } from '../../../training/store.ts';
import type { CertificateChoice, CertificateFacts } from '../model.ts';

export interface Completed {
  readonly programmeId: string;
  readonly side: Side;
  readonly name: string;
  readonly programme: string;
  /** In which its days begin. */
  readonly zone: string;
  readonly from: string;
  readonly to: string;
  readonly meetings: number;
  readonly minutes: number;
  readonly courses: readonly CourseId[];
  /** A mentee's own; a mentor's paper does not carry somebody else's words. */
  readonly goals: readonly Pick<PairGoal, 'id' | 'text'>[];
}

/** The pairs of one programme and side are told together. */
export async function completedBy(deps: Platform, personId: string): Promise<Completed[]> {
  const pairs = await pairsOfPerson(deps, personId);
  const programmeIds = [...new Set(pairs.map(({ programmeId }) => programmeId))];
  const found = await Promise.all(
    programmeIds.flatMap((programmeId) => {
      const mine = pairs.filter((one) => one.programmeId === programmeId);
      return sides.map((side) => completedOn(deps, personId, { programmeId, side, pairs: mine }));
    }),
  );
  return found.flat();
}

interface OneSide {
  readonly programmeId: string;
  readonly side: Side;
  readonly pairs: readonly Pair[];
}

async function completedOn(
  deps: Platform,
  personId: string,
  { programmeId, side, pairs }: OneSide,
): Promise<Completed[]> {
  const programme = await findProgramme(deps, programmeId);
  if (!programme) return [];
  const ends = pairs.flatMap((pair) => (sideOf(pair, personId) === side ? endOf(deps, pair, programme) : []));
  const [first] = ends;
  if (!first) return [];
  const [{ name }, courses, met, goals] = await Promise.all([
    personOf(deps, personId),
    coursesOf(deps, personId, side),
    Promise.all(ends.map(({ pair }) => heldMeetings(deps, programmeId, pair.id))),
    Promise.all(
      (side === 'mentee' ? ends : []).map(({ pair }) => reachedGoals(deps, { programmeId, pairId: pair.id })),
    ),
  ]);
  const minutes = met.flat().reduce((sum, { start, end }) => sum + Math.round((end - start) / 60_000), 0);
  return [
    {
      ...{
        programmeId,
        side,
        name,
        programme: programme.name,
        zone: programme.zone,
        courses,
        goals: goals.flat(),
        minutes,
      },
      from: localDate(Math.min(...ends.map(({ from }) => from)), programme.zone),
      to: localDate(Math.max(...ends.map(({ to }) => to)), programme.zone),
      meetings: met.flat().length,
    },
  ];
}

function endOf(deps: Platform, pair: Pair, programme: Programme): { pair: Pair; from: number; to: number }[] {
  const to = completedAt(pair, programme, deps.clock.now());
  return to === undefined || pair.activeAt === undefined ? [] : [{ pair, from: pair.activeAt, to }];
}

/** Done, and of this side: before the match or later. */
async function coursesOf(deps: Platform, personId: string, side: Side): Promise<CourseId[]> {
  const done = new Set((await completions.list(deps.tables, personId)).map(({ value }) => value.courseId));
  const ofSide = new Set([...pathOf(side), ...coursesForLater(side)]);
  return courseIds.filter((id) => ofSide.has(id) && done.has(id));
}

/** What stands on a certificate with these ticks. */
export function factsFor(one: Completed, choice: CertificateChoice): CertificateFacts {
  const { name, programme, side, from, to, meetings, minutes, courses, goals } = one;
  return {
    ...{ name, programme, side, from, to },
    ...(choice.hours ? { meetings, minutes } : {}),
    courses: choice.courses ? [...courses] : [],
    goals: goals.flatMap(({ id, text }) => (choice.goals.includes(id) ? [text] : [])),
  };
}
