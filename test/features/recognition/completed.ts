/** A pair with two meetings behind it and a reached goal, that rounded off: what badges and certificates are made of. */
import { meetings } from '../../../src/features/meetings/store.ts';
import type { Meeting } from '../../../src/features/meetings/model.ts';
import { makeGoal, sayOutcome } from '../../../src/features/pairs/goals/usecases.ts';
import { roundOff } from '../../../src/features/pairs/life/usecases.ts';
import { answerOffer } from '../../../src/features/pairs/offers/usecases.ts';
import { pairsOfProgramme } from '../../../src/features/pairs/usecases.ts';
import { pathOf } from '../../../src/features/training/rules.ts';
import { completeCourse } from '../../../src/features/training/usecases.ts';
import { day, hour } from '../../../src/platform/clock.ts';
import { aPerson, callerFor } from '../../support/app.ts';
import { published } from '../pairs/journey.ts';

export const goalText = 'Give a talk to ten people';

export async function aPair() {
  const { app, programmeId } = await published(1, 1);
  await app.run();
  await app.addPeople(aPerson(1, { name: 'Samira El Haddad' }), aPerson(501, { name: 'Jan De Smet' }));
  const [mentee, mentor] = [callerFor(aPerson(1)), callerFor(aPerson(501))];
  const [pair] = await pairsOfProgramme(app.deps, programmeId);
  const at = { programmeId, pairId: pair!.id };
  for (const { personId } of [mentee, mentor])
    await answerOffer(app.deps, personId, programmeId, at.pairId, { said: 'yes' });
  return { app, deps: app.deps, at, mentee, mentor };
}

export type Made = Awaited<ReturnType<typeof aPair>>;

/** One hour each, a week apart, from tomorrow on. */
export async function meet({ app, deps, at, mentee }: Made, times: number): Promise<void> {
  const now = app.clock.now();
  const all = Array.from({ length: times }, (_, place): Meeting => {
    const start = now + day + place * 7 * day;
    return {
      ...{ id: `m${place}`, ...at, start, end: start + hour, state: 'planned', organiserId: mentee.personId },
      ...{ byHand: true, sequence: 0 },
    };
  });
  for (const one of all) await deps.tables.commit([meetings.create(at.programmeId, [at.pairId, one.id], one)]);
}

export async function reach({ deps, at, mentee }: Made, text = goalText): Promise<string> {
  const { id } = await makeGoal(deps, mentee, at, { text, until: undefined });
  await sayOutcome(deps, mentee, { ...at, pairGoalId: id }, 'reached');
  return id;
}

/** After 60 days the two round off. */
export async function completed() {
  const made = await aPair();
  await meet(made, 2);
  const goalId = await reach(made);
  for (const id of pathOf('mentee')) await completeCourse(made.deps, made.mentee.personId, id);
  made.app.pass({ days: 60 });
  await roundOff(made.deps, made.mentor.personId, made.at.programmeId, made.at.pairId);
  return { ...made, goalId, of: { programmeId: made.at.programmeId, side: 'mentee' } as const };
}
