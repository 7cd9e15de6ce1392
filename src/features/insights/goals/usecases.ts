/** What came of each goal, for coordinators at any time and for everybody of the programme at its close; and figures that are entered. */
import { beginOfDay, day, localDate } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { pairsOfPerson } from '../../pairs/usecases.ts';
import { readyGoals } from '../../programmes/goals/model.ts';
import { measureOf } from '../../programmes/goals/rules.ts';
import type { Goal, Programme } from '../../programmes/model.ts';
import { coordinatedProgramme, findProgramme, isCoordinatorOf, programmeOf } from '../../programmes/usecases.ts';
import { applications } from '../../recruitment/store.ts';
import type { Facts } from '../quality/facts/model.ts';
import { factsOf } from '../quality/facts/usecases.ts';
import type { EnteredFigure, FigureMoment, GoalAnswer, GoalsPage, Outcome } from './model.ts';
import { maySeeOutcome } from './policy.ts';
import {
  askedBy,
  asks,
  changeIn,
  saidIn,
  saidInCheckIns,
  saidOfGoals,
  surveysOfProgramme,
  type OwnSurvey,
} from './reading/usecases.ts';
import { answerOf, countedFor, enteredFor, isOver, roundedForAll, saidFor, warningOf, type Found } from './rules.ts';
import { enteredRows } from './store.ts';

/** For other features, without asking who: an answer to each goal, in their order. */
export async function goalAnswers(deps: Platform, programmeId: string): Promise<GoalAnswer[]> {
  const programme = await programmeOf(deps, programmeId);
  const [facts, surveys] = await Promise.all([factsOf(deps, programme), surveysOfProgramme(deps, programmeId)]);
  return answersFrom(deps, programme, { facts, surveys });
}

export interface Known {
  readonly facts: Facts;
  readonly surveys: readonly OwnSurvey[];
}

export async function answersFrom(deps: Platform, programme: Programme, known: Known): Promise<GoalAnswer[]> {
  const entered = await enteredOf(deps, programme.id);
  const over = isOver(programme, deps.clock.now());
  return Promise.all(
    programme.goals.map(async (goal, place) => {
      const goalId = goalIdOf(goal, place);
      const found = await foundFor(deps, programme, goal, { ...known, entered: entered.get(goalId) ?? {} });
      const warning = warningOf(goal, programme, askedSoFar(programme, goal, known.surveys));
      return answerOf({ goalId, goal, found, isOver: over, warning });
    }),
  );
}

/** Goals that were kept before they had ids are known by their place and words. */
export const goalIdOf = ({ id, text }: Goal, place: number): string => id ?? idOf('goal', String(place), text);

type Entered = { readonly [K in FigureMoment]?: EnteredFigure };

async function enteredOf(deps: Platform, programmeId: string): Promise<Map<string, Entered>> {
  const found = new Map<string, Entered>();
  for (const { key, value } of await enteredRows.list(deps.tables, programmeId)) {
    const [goalId = '', when = ''] = key;
    found.set(goalId, { ...found.get(goalId), [when]: value });
  }
  return found;
}

async function foundFor(
  deps: Platform,
  programme: Programme,
  goal: Goal,
  { facts, surveys, entered }: Known & { readonly entered: Entered },
): Promise<Found> {
  const counted = countedFor(goal, facts);
  if (counted) return counted;
  const item = goal.ready === undefined ? undefined : readyGoals[goal.ready].item;
  if (item === undefined) return enteredFor(goal, entered);
  const measure = measureOf(goal);
  if (measure === 'check-in') return saidFor(await saidInCheckIns(deps, programme.id, item));
  if (measure === 'own-goals') return saidFor(await saidOfGoals(deps, programme.id, item));
  if (measure === 'survey') return saidFor(saidIn(surveys, item));
  return changeFor(deps, surveys, item, baselineBy(programme));
}

async function changeFor(deps: Platform, surveys: readonly OwnSurvey[], item: string, by: number): Promise<Found> {
  const change = await changeIn(deps, surveys, item, by);
  if (typeof change === 'string') return { lacks: change };
  const after = saidFor(change.after);
  const before = saidFor(change.before);
  if (!change.told || !('value' in after) || !('value' in before)) return { lacks: 'too-few', of: change.after.of };
  return { ...after, value: change.told, baseline: before.value };
}

/** So many days after pairs have begun the answer is no longer one from before. */
const baselineDays = 31;

const baselineBy = ({ startsOn, zone }: Pick<Programme, 'startsOn' | 'zone'>): number =>
  beginOfDay(startsOn, zone) + baselineDays * day;

function askedSoFar(programme: Programme, { ready }: Goal, surveys: readonly OwnSurvey[]) {
  const item = ready === undefined ? undefined : readyGoals[ready].item;
  if (item === undefined) return { isAsked: true, hasBaseline: true };
  return {
    isAsked: surveys.some((one) => asks(one, item)),
    hasBaseline: askedBy(surveys, item, baselineBy(programme)),
  };
}

export async function goalsPageOf(deps: Platform, caller: Caller, programmeId: string): Promise<GoalsPage> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const now = deps.clock.now();
  const { id, name, endsOn, zone } = programme;
  return {
    programme: { id, name, endsOn, isOver: isOver(programme, now) },
    today: localDate(now, zone),
    answers: await goalAnswers(deps, programmeId),
  };
}

/** In place of what was entered before. Failure `bad-input` for a day to come. */
export async function enterFigure(
  deps: Platform,
  caller: Caller,
  at: { readonly programmeId: string; readonly goalId: string; readonly when: FigureMoment },
  figure: EnteredFigure,
): Promise<void> {
  const { value: programme } = await coordinatedProgramme(deps, caller, at.programmeId);
  const goal = programme.goals.find((one, place) => goalIdOf(one, place) === at.goalId);
  if (!goal || measureOf(goal) !== 'by-hand') throw new Failure('not-found', 'goal-gone');
  if (figure.on > localDate(deps.clock.now(), programme.zone))
    throw new Failure('bad-input', 'day-to-come', { fields: [{ field: 'on', reason: 'day-to-come' }] });
  await deps.tables.commit([enteredRows.put(programme.id, [at.goalId, at.when], figure)]);
}

export async function whatCameOf(deps: Platform, caller: Caller, programmeId: string): Promise<Outcome> {
  const { programme, standing } = await standingIn(deps, caller, programmeId);
  if (!programme || !maySeeOutcome({ ...standing, stage: programme.stage }))
    throw new Failure('not-found', 'programme-gone');
  return { name: programme.name, answers: (await goalAnswers(deps, programmeId)).map(roundedForAll) };
}

/** Whether the caller would be shown it; a programme that they are not of has none for them. */
export async function hasOutcome(deps: Platform, caller: Caller, programmeId: string): Promise<boolean> {
  const { programme, standing } = await standingIn(deps, caller, programmeId);
  return programme !== undefined && maySeeOutcome({ ...standing, stage: programme.stage });
}

/** Read in one go, so that a programme that is not there takes no less time than one of others. */
async function standingIn(deps: Platform, caller: Caller, programmeId: string) {
  const [programme, isCoordinator, pairs, application] = await Promise.all([
    findProgramme(deps, programmeId),
    isCoordinatorOf(deps, caller, programmeId),
    pairsOfPerson(deps, caller.personId),
    applications.find(deps.tables, programmeId, caller.personId),
  ]);
  const status = application?.value.status;
  const hadPartner = pairs.some((one) => one.programmeId === programmeId && one.activeAt !== undefined);
  const isOfIt = hadPartner || status === 'applied' || status === 'waiting';
  return { programme, standing: { isOfIt, isCoordinator } };
}
