/** Counts a programme: a small one whenever somebody looks, a large one in the background, at most once an hour. */
import { hour } from '../../../../platform/clock.ts';
import { idOf } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { folded } from '../../../../platform/words.ts';
import { checkInFigures } from '../../../checkins/results/usecases.ts';
import { meetings } from '../../../meetings/store.ts';
import { pairsWithAgreement } from '../../../pairs/agreement/usecases.ts';
import { releaseGoals } from '../../../pairs/goals/settling/usecases.ts';
import { pairsOfProgramme } from '../../../pairs/usecases.ts';
import { everybodyAsRead } from '../../../people/everybody/usecases.ts';
import { isCandidate } from '../../../people/model.ts';
import type { Programme } from '../../../programmes/model.ts';
import { doorFigures } from '../../../recognition/doors/usecases.ts';
import { applied } from '../../../recruitment/store.ts';
import { namesOf } from '../../../training/role-paths/usecases.ts';
import { trained } from '../../../training/store.ts';
import { trainingFigures } from '../../../training/usecases.ts';
import { readSteps } from '../../funnel/reading/usecases.ts';
import { partsOf } from '../../funnel/rules.ts';
import { partingsOf } from '../../funnel/usecases.ts';
import type { Facts } from './model.ts';
import { countPairs } from './rules.ts';
import { factRows, only } from './store.ts';

/** Up to so many pairs are counted while somebody waits. */
export const fewPairs = 300;

export async function factsOf(deps: Platform, programme: Programme): Promise<Facts> {
  const row = await factRows.find(deps.tables, programme.id, only);
  if (!row || row.value.all.pairs <= fewPairs) return countFacts(deps, programme);
  const now = deps.clock.now();
  if (now - row.value.at >= hour) await askToCount(deps, programme.id, now);
  return row.value;
}

/** Whoever else looks in the same hour asks for the same. */
async function askToCount(deps: Platform, programmeId: string, now: number): Promise<void> {
  const id = idOf('insights.count', programmeId, String(Math.floor(now / hour)));
  await deps.outbox.ask('programmes', programmeId, { id, job: 'insights.count', data: { programmeId } });
}

/** Counts anew, and keeps it; the later of two that count at once stands. */
export async function countFacts(deps: Platform, programme: Programme): Promise<Facts> {
  const { id } = programme;
  const now = deps.clock.now();
  const [pairs, rows, training, applicants, courses, doors, reached, agreed] = await Promise.all([
    pairsOfProgramme(deps, id),
    meetings.list(deps.tables, id),
    trainingFigures(deps, id),
    applied(deps.tables, id),
    trained.list(deps.tables, id),
    doorFigures(deps, id),
    reachedParts(deps, programme),
    pairsWithAgreement(deps, id),
    // Answers that have settled meanwhile are released, so that what is told is not older than what is counted.
    checkInFigures(deps, id),
    releaseGoals(deps, id),
  ]);
  const found = rows.map(({ value }) => value);
  const followed = [...new Set(courses.map(({ value }) => value.courseId))];
  const minutesOf = new Map((await namesOf(deps, followed, 'en')).map((one) => [one.id, one.minutes]));
  const minutes = courses.reduce((sum, { value }) => sum + (minutesOf.get(value.courseId) ?? 0), 0);
  const counted: Facts = {
    ...{ at: now, ...countPairs(pairs, { meetings: found, agreed }, programme, now) },
    ...{ applied: applicants.length, trained: training.done, courseMinutes: minutes, doors, reached },
  };
  await deps.tables.commit([factRows.put(id, only, counted)]);
  return counted;
}

/** Everybody is read only where a goal is about a part of the organisation. */
async function reachedParts(deps: Platform, programme: Programme): Promise<Facts['reached']> {
  const wanted = programme.goals.flatMap(({ part }) => (part ? [part] : []));
  if (wanted.length === 0) return [];
  const [{ furthest }, people] = await Promise.all([readSteps(deps, programme), everybodyAsRead(deps)]);
  const organisation = people.filter(isCandidate).map(({ id }) => id);
  const parting = partingsOf(people);
  return wanted.map(({ by, name }) => {
    const parts = partsOf(furthest, parting(by), organisation);
    const found = parts.find((one) => one.name.kind === 'named' && folded(one.name.name) === folded(name));
    const range = found?.counts[0];
    return { by, name, people: found?.people ?? 0, ...(range ? { range } : {}) };
  });
}
