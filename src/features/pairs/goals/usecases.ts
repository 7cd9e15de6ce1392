/** The verbs of a mentee's goals: make, change, put aside, remove; steps, ticks and notes; and what came of each. The same press twice is once. */
import { day } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change, Row } from '../../../platform/tables.ts';
import { unlessChanged, untilUnchanged } from '../../../platform/tables/conflict.ts';
import { cardOf } from '../../people/model.ts';
import { personOf } from '../../people/usecases.ts';
import { partnerOf, sideOf, type Pair, type PairView } from '../model.ts';
import { activePairFor, pairFor } from '../usecases.ts';
import {
  mostGoals,
  mostNotes,
  mostSteps,
  type GoalDraft,
  type GoalOutcome,
  type GoalsView,
  type NoteDraft,
  type PairGoal,
  type StepDraft,
} from './model.ts';
import { mayKeepGoals, maySeeGoals, mayTakeBackNote } from './policy.ts';
import { inOrder, viewOf } from './rules.ts';
import { goalNotes, goalSteps, pairGoals } from './store.ts';

export interface PairAddress {
  readonly programmeId: string;
  readonly pairId: string;
}
export interface GoalAddress extends PairAddress {
  readonly pairGoalId: string;
}
export interface StepAddress extends GoalAddress {
  readonly goalStepId: string;
}
export interface NoteAddress extends GoalAddress {
  readonly goalNoteId: string;
}

export async function viewGoals(deps: Platform, caller: Caller, at: PairAddress): Promise<GoalsView> {
  const reader = caller.personId;
  const pair = await pairWithGoals(deps, reader, at);
  const { programmeId, pairId } = at;
  const [goals, steps, notes, partner] = await Promise.all([
    pairGoals.list(deps.tables, programmeId, pairId),
    goalSteps.list(deps.tables, programmeId, pairId),
    goalNotes.list(deps.tables, programmeId, pairId),
    personOf(deps, partnerOf(pair, reader)),
  ]);
  const side = sideOf(pair, reader) ?? 'mentor';
  const found = { steps: steps.map(({ value }) => value), notes: notes.map(({ value }) => value), reader };
  return {
    ...{ partner: cardOf(partner), side, mine: side === 'mentee', open: pair.state === 'active' },
    goals: inOrder(goals.map(({ value }) => value)).map((one) => viewOf(one, found)),
  };
}

/** Failure `gone` for the mentor of a pair that one of the two left. */
async function pairWithGoals(deps: Platform, personId: string, at: PairAddress): Promise<Pair> {
  const { value } = await pairFor(deps, personId, at.programmeId, at.pairId);
  if (!maySeeGoals(personId, value)) throw new Failure('gone', 'no-goals-here');
  return value;
}

export async function makeGoal(deps: Platform, caller: Caller, at: PairAddress, draft: GoalDraft): Promise<PairGoal> {
  await requireOwn(deps, caller, at);
  const { programmeId, pairId } = at;
  const there = await pairGoals.list(deps.tables, programmeId, pairId);
  const known = new Map(there.map(({ value }) => [value.id, value]));
  // A goal may have got other words since: then the same words are a new goal.
  for (let turn = 0; ; turn += 1) {
    const id = idOf('pair-goal', pairId, draft.text, String(turn));
    const before = known.get(id);
    if (before?.text === draft.text) return before;
    if (before) continue;
    if (there.length >= mostGoals) throw new Failure('conflict', 'too-many-goals');
    const one: PairGoal = { id, pairId, ...draft, at: deps.clock.now() };
    await unlessChanged(deps.tables.commit([pairGoals.create(programmeId, [pairId, id], one)]));
    return one;
  }
}

/** The mentee of an active pair. */
async function requireOwn(deps: Platform, { personId }: Caller, at: PairAddress): Promise<void> {
  const { value } = await activePairFor(deps, personId, at.programmeId, at.pairId);
  requireKeeper(personId, value);
}

function requireKeeper(personId: string, pair: Pair): void {
  if (!mayKeepGoals(personId, pair)) throw new Failure('conflict', 'goals-of-mentee');
}

async function goalAt(deps: Platform, { programmeId, pairId, pairGoalId }: GoalAddress): Promise<Row<PairGoal>> {
  const row = await pairGoals.find(deps.tables, programmeId, pairId, pairGoalId);
  if (!row) throw new Failure('not-found', 'pair-goal-gone');
  return row;
}

export async function changeGoal(deps: Platform, caller: Caller, at: GoalAddress, draft: GoalDraft): Promise<void> {
  await requireOwn(deps, caller, at);
  const row = await goalAt(deps, at);
  const { until: _until, ...rest } = row.value;
  await deps.tables.commit([pairGoals.replace(row, { ...rest, ...draft })]);
}

/** Put aside, or taken up again. */
export async function putAside(deps: Platform, caller: Caller, at: GoalAddress, aside: boolean): Promise<void> {
  await requireOwn(deps, caller, at);
  const row = await goalAt(deps, at);
  const { droppedAt, ...rest } = row.value;
  if ((droppedAt !== undefined) === aside) return;
  await deps.tables.commit([pairGoals.replace(row, aside ? { ...rest, droppedAt: deps.clock.now() } : rest)]);
}

/** Also while the pair pauses, and after it has ended; without a word the former one is taken back. */
export async function sayOutcome(
  deps: Platform,
  caller: Caller,
  at: GoalAddress,
  said: GoalOutcome | null,
): Promise<void> {
  requireKeeper(caller.personId, await pairWithGoals(deps, caller.personId, at));
  const row = await goalAt(deps, at);
  const { outcome, ...rest } = row.value;
  if (outcome === (said ?? undefined)) return;
  await deps.tables.commit([pairGoals.replace(row, said === null ? rest : { ...rest, outcome: said })]);
}

/** With its steps and notes: nothing is left of it. */
export async function removeGoal(deps: Platform, caller: Caller, at: GoalAddress): Promise<void> {
  requireKeeper(caller.personId, await pairWithGoals(deps, caller.personId, at));
  const { programmeId, pairId, pairGoalId } = at;
  // Somebody ticks a step or takes back a note at this moment: looked at again.
  await untilUnchanged(async () => {
    const row = await pairGoals.find(deps.tables, programmeId, pairId, pairGoalId);
    const [steps, notes] = await Promise.all([
      goalSteps.list(deps.tables, programmeId, pairId, pairGoalId),
      goalNotes.list(deps.tables, programmeId, pairId, pairGoalId),
    ]);
    const all = [...steps.map(goalSteps.remove), ...notes.map(goalNotes.remove)];
    await deps.tables.commit(row ? [...all, pairGoals.remove(row)] : all);
  });
}

/** A step or a note that came while its goal was being removed goes with it. */
async function keepWithGoal(deps: Platform, { programmeId, pairId, pairGoalId }: GoalAddress, line: Change) {
  await unlessChanged(deps.tables.commit([line]));
  if (await pairGoals.find(deps.tables, programmeId, pairId, pairGoalId)) return;
  await deps.tables.drop(line.table, line.partition, line.rowKey);
  throw new Failure('not-found', 'pair-goal-gone');
}

export async function addStep(deps: Platform, caller: Caller, at: GoalAddress, draft: StepDraft): Promise<void> {
  await requireOwn(deps, caller, at);
  const { programmeId, pairId, pairGoalId: goalId } = at;
  await goalAt(deps, at);
  const there = await goalSteps.list(deps.tables, programmeId, pairId, goalId);
  const id = idOf('goal-step', goalId, draft.text);
  if (there.some(({ value }) => value.id === id)) return;
  if (there.length >= mostSteps) throw new Failure('conflict', 'too-many-steps');
  const step = { id, goalId, ...draft, done: false, at: deps.clock.now() };
  await keepWithGoal(deps, at, goalSteps.create(programmeId, [pairId, goalId, id], step));
}

export async function tickStep(deps: Platform, caller: Caller, at: StepAddress, done: boolean): Promise<void> {
  await requireOwn(deps, caller, at);
  const row = await goalSteps.find(deps.tables, at.programmeId, at.pairId, at.pairGoalId, at.goalStepId);
  if (!row) throw new Failure('not-found', 'pair-goal-gone');
  if (row.value.done !== done) await deps.tables.commit([goalSteps.replace(row, { ...row.value, done })]);
}

export async function removeStep(deps: Platform, caller: Caller, at: StepAddress): Promise<void> {
  await requireOwn(deps, caller, at);
  await untilUnchanged(async () => {
    const row = await goalSteps.find(deps.tables, at.programmeId, at.pairId, at.pairGoalId, at.goalStepId);
    if (row) await deps.tables.commit([goalSteps.remove(row)]);
  });
}

/** Either of the two. */
export async function addNote(deps: Platform, caller: Caller, at: GoalAddress, draft: NoteDraft): Promise<void> {
  const { programmeId, pairId, pairGoalId: goalId } = at;
  await activePairFor(deps, caller.personId, programmeId, pairId);
  await goalAt(deps, at);
  const there = await goalNotes.list(deps.tables, programmeId, pairId, goalId);
  const id = idOf('goal-note', goalId, caller.personId, draft.meetingId ?? '', draft.text);
  if (there.some(({ value }) => value.id === id)) return;
  if (there.length >= mostNotes) throw new Failure('conflict', 'too-many-notes');
  const note = { id, goalId, ...draft, by: caller.personId, at: deps.clock.now() };
  await keepWithGoal(deps, at, goalNotes.create(programmeId, [pairId, goalId, id], note));
}

/** At any time: it is its writer's. */
export async function takeBackNote(deps: Platform, caller: Caller, at: NoteAddress): Promise<void> {
  await pairFor(deps, caller.personId, at.programmeId, at.pairId);
  await untilUnchanged(async () => {
    const row = await goalNotes.find(deps.tables, at.programmeId, at.pairId, at.pairGoalId, at.goalNoteId);
    if (!row) return;
    if (!mayTakeBackNote(caller.personId, row.value)) throw new Failure('conflict', 'not-your-note');
    await deps.tables.commit([goalNotes.remove(row)]);
  });
}

/** Of a pair, in the order in which they were made. */
export async function reachedGoals(deps: Platform, { programmeId, pairId }: PairAddress): Promise<PairGoal[]> {
  const rows = await pairGoals.list(deps.tables, programmeId, pairId);
  const reached = rows.filter(({ value }) => value.droppedAt === undefined && value.outcome === 'reached');
  return inOrder(reached.map(({ value }) => value));
}

/** So long after the end it is asked what came of goals. */
const askedFor = 60 * day;

/** For the first page: a mentee's pairs that ended of late, with a goal of which nobody knows what came. */
export async function pairsWithGoalsToSay(
  deps: Platform,
  pairs: readonly Pick<PairView, 'id' | 'programmeId' | 'side' | 'state' | 'endedAt'>[],
): Promise<Set<string>> {
  const now = deps.clock.now();
  const ended = pairs.filter(
    ({ side, state, endedAt = 0 }) => side === 'mentee' && state === 'ended' && now - endedAt < askedFor,
  );
  const found = await Promise.all(
    ended.map(async ({ id, programmeId }) => {
      const rows = await pairGoals.list(deps.tables, programmeId, id);
      const isOpen = rows.some(({ value }) => value.droppedAt === undefined && value.outcome === undefined);
      return isOpen ? [id] : [];
    }),
  );
  return new Set(found.flat());
}
