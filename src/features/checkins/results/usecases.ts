/** What coordinators learn of the whole: who answered, as bands, and what was released of each round. */
import type { Platform } from '../../../platform/platform.ts';
import { pairsOfProgramme } from '../../pairs/usecases.ts';
import { programmeOf } from '../../programmes/usecases.ts';
import { keepAnswer } from '../../release/answers/usecases.ts';
import { headcountOf } from '../../release/rules.ts';
import { releaseResults } from '../../release/usecases.ts';
import { releaseItemsOf } from '../../surveys/questions/rules.ts';
import { countedOf, questionsOf } from '../asks/rules.ts';
import { daysOf, kindOf, type CheckInFigures, type Round, type RoundResponse } from '../model.ts';
import { bandOf, courseOf, isPlanned, dueOf, type Course } from '../rules.ts';
import { checkIns, figuresId } from '../store.ts';

/** A settled answer goes, without a name, to those that are released together; what is skipped is left out. */
export async function settleAnswer(
  deps: Platform,
  programmeId: string,
  { pairId, personId, round }: { readonly pairId: string; readonly personId: string; readonly round: Round },
): Promise<void> {
  const find = () => checkIns.find(deps.tables, programmeId, pairId, round, personId);
  const said = (await find())?.value.said;
  if (!said || !('ratings' in said)) return;
  await keepAnswer(deps, {
    surveyId: figuresId(programmeId, round),
    personId: `${pairId} ${personId}`,
    response: countedOf(said),
    // Whoever is forgotten at this moment leaves no mark.
    isOpen: async () => (await find()) !== undefined,
  });
}

/** Each round that was asked, with what is released of it and how many answered, in bands. Callers ask first who may. */
export async function checkInFigures(deps: Platform, programmeId: string): Promise<CheckInFigures> {
  const rounds = await checkInResponse(deps, programmeId);
  return {
    rounds: await Promise.all(
      rounds.map(async (one) => {
        const questions = [...questionsOf(one.round)];
        if (questions.length === 0) return { ...one, questions };
        const surveyId = figuresId(programmeId, one.round);
        const released = await releaseResults(deps, { surveyId, items: releaseItemsOf(questions), isClosing: false });
        return { ...one, questions, ...(released ? { released } : {}) };
      }),
    ),
  };
}

/** How many answered, of those who could by now; the two rounds of the first month always, the others once they were asked. */
export async function checkInResponse(deps: Platform, programmeId: string): Promise<RoundResponse[]> {
  const [programme, pairs, rows] = await Promise.all([
    programmeOf(deps, programmeId),
    pairsOfProgramme(deps, programmeId),
    checkIns.list(deps.tables, programmeId),
  ]);
  const now = deps.clock.now();
  const courses = pairs.flatMap((pair) => {
    const course = courseOf(pair, programme);
    return course ? [{ pairId: pair.id, course }] : [];
  });
  const names = namesOf(
    courses.map(({ course }) => course),
    rows.map(({ value }) => value.said.round),
    now,
  );
  return names.map((round) => {
    const asked = new Set(courses.filter(({ course }) => isAsked(round, course, now)).map(({ pairId }) => pairId));
    const answered = rows.filter(({ value }) => value.said.round === round && asked.has(value.pairId)).length;
    return { round, asked: headcountOf(asked.size * 2), answered: bandOf(asked.size * 2, answered) };
  });
}

/** It was their turn: of a day those that are active, of a close those whose pair or programme is over. */
function isAsked(round: Round, course: Course, now: number): boolean {
  const due = dueOf(round, course);
  if (due === undefined || due > now) return false;
  const kind = kindOf(round);
  return kind === 'close' || kind === 'later' || course.state === 'active';
}

const early: readonly Round[] = ['day-14', 'day-30'];
const late: readonly Round[] = ['close', 'after-six-months'];

/** In their order. */
function namesOf(courses: readonly Course[], answered: readonly Round[], now: number): Round[] {
  const known = new Set(answered);
  const regular = Array.from({ length: 32 }, (_, place) => `day-${(place + 2) * 30}`);
  const isShown = (round: Round): boolean =>
    known.has(round) || courses.some((course) => isPlanned(round, course) && isAsked(round, course, now));
  return [...early, ...regular.toSorted((a, b) => daysOf(a) - daysOf(b)).filter(isShown), ...late.filter(isShown)];
}
