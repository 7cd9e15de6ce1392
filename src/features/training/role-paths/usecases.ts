/** What the programmes of a person ask before the match, and what of it is left: Tandem's courses, then those of the organisation. */
import { idOf } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Language } from '../../../platform/words.ts';
import type { Programme } from '../../programmes/model.ts';
import { findProgramme } from '../../programmes/usecases.ts';
import type { Application, Role } from '../../recruitment/model.ts';
import { participationsOf } from '../../recruitment/usecases.ts';
import { isOfTandem, type NextCourse } from '../model.ts';
import { countsInPath, lineOf } from '../own/rules.ts';
import { ownCourses, ownPartition } from '../own/store.ts';
import { wholePathOf, type OwnPath } from '../rules.ts';
import { completions, courseIn } from '../store.ts';

export interface Reader {
  readonly personId: string;
  readonly language: Language;
}

const none: OwnPath = { mentee: [], mentor: [] };

/** Those that count now: what was withdrawn is asked of nobody, until it is published again. */
export async function ownPathIn(deps: Platform, programme: Pick<Programme, 'ownPath'> | undefined): Promise<OwnPath> {
  const chosen = programme?.ownPath;
  if (!chosen || chosen.mentee.length + chosen.mentor.length === 0) return none;
  const rows = await ownCourses.list(deps.tables, ownPartition);
  const counting = new Set(rows.flatMap(({ value }) => (countsInPath(value) ? [value.id] : [])));
  const those = (ids: readonly string[]): string[] => ids.filter((one) => counting.has(one));
  return { mentee: those(chosen.mentee), mentor: those(chosen.mentor) };
}

export async function ownPathOf(deps: Platform, programmeId: string): Promise<OwnPath> {
  return ownPathIn(deps, await findProgramme(deps, programmeId));
}

/** Read once for a look, and handed on: where somebody takes part, and which courses they have done, by when. */
export interface Standing {
  readonly applications: readonly Application[];
  /** In which they applied. */
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly done: ReadonlyMap<string, number>;
}

export async function standingOf(deps: Platform, personId: string): Promise<Standing> {
  const reading = participationsOf(deps, personId);
  const [applications, programmes, rows] = await Promise.all([
    reading,
    reading.then((all) => programmesOf(deps, all)),
    completions.list(deps.tables, personId),
  ]);
  return { applications, programmes, done: new Map(rows.map(({ value }) => [value.courseId, value.doneAt])) };
}

async function programmesOf(deps: Platform, all: readonly Application[]): Promise<Map<string, Programme>> {
  const applied = all.filter(({ status }) => status === 'applied');
  const found = await Promise.all(applied.map(({ programmeId }) => findProgramme(deps, programmeId)));
  return new Map(found.flatMap((one) => (one ? [[one.id, one]] : [])));
}

/** The paths of all roles in which this person takes part, in one. */
export async function pathOfPerson(
  deps: Platform,
  { applications, programmes }: Pick<Standing, 'applications' | 'programmes'>,
): Promise<string[]> {
  const applied = applications.filter(({ status }) => status === 'applied');
  const paths = await Promise.all(
    applied.map(async ({ programmeId, answers }) =>
      wholePathOf(answers.role, await ownPathIn(deps, programmes.get(programmeId))),
    ),
  );
  const whole = [...new Set(paths.flat())];
  return [...whole.filter(isOfTandem), ...whole.filter((one) => !isOfTandem(one))];
}

/** What of the person's paths is not done yet, in its order. */
export async function nextOfPath(deps: Platform, who: Reader): Promise<NextCourse[]> {
  const standing = await standingOf(deps, who.personId);
  const left = (await pathOfPerson(deps, standing)).filter((id) => !standing.done.has(id));
  return namesOf(deps, left, who.language);
}

/** What of the path of a role in a programme is not done yet, in its order. */
export async function leftOf(
  deps: Platform,
  { personId, programmeId }: Pick<Application, 'personId' | 'programmeId'>,
  role: Role,
): Promise<string[]> {
  const [own, rows] = await Promise.all([ownPathOf(deps, programmeId), completions.list(deps.tables, personId)]);
  const done = new Set(rows.map(({ value }) => value.courseId));
  return wholePathOf(role, own).filter((id) => !done.has(id));
}

/** How courses are called, in their order; one of the organisation in the language of the reader or the nearest that there is. */
export async function namesOf(deps: Platform, ids: readonly string[], language: Language): Promise<NextCourse[]> {
  const own = ids.every(isOfTandem) ? [] : await ownCourses.list(deps.tables, ownPartition);
  return ids.flatMap((id): NextCourse[] => {
    if (isOfTandem(id)) {
      const { title, minutes } = courseIn(id, language);
      return [{ id, title, minutes }];
    }
    const row = own.find(({ value }) => value.id === id);
    const line = row && lineOf(row.value, undefined, language);
    if (!line) return [];
    const { title, minutes, language: its } = line;
    return [{ id, title, minutes, ...(its === language ? {} : { language: its }) }];
  });
}

/** That somebody's programmes hear of a course that is done; kept in one batch with the completion. */
export function hearOfIt(personId: string, courseId: string): NewTask {
  return { id: idOf('training.note', personId, courseId), job: 'training.note', data: { personId, courseId } };
}
