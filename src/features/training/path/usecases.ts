/** "My courses": the path before the match, what helps later, everything else one can read, and what a gate means for the reader. */
import type { Platform } from '../../../platform/platform.ts';
import { findProgramme } from '../../programmes/usecases.ts';
import { participationsOf } from '../../recruitment/usecases.ts';
import { gatesOf } from '../gate/usecases.ts';
import { courseIds, type CoursesPage } from '../model.ts';
import { coursesForLater, isPathDone } from '../rules.ts';
import { linesOf, pathOfPerson, type Reader } from '../usecases.ts';

export async function myCourses(deps: Platform, who: Reader): Promise<CoursesPage> {
  const [lines, ids, mine, gates] = await Promise.all([
    linesOf(deps, who, courseIds),
    pathOfPerson(deps, who.personId),
    participationsOf(deps, who.personId),
    gatesOf(deps, who.personId),
  ]);
  const applied = mine.filter(({ status }) => status === 'applied');
  const lineOf = (id: string) => lines.filter((one) => one.id === id);
  const later = new Set(applied.flatMap(({ answers }) => coursesForLater(answers.role)));
  const known = new Set<string>([...ids, ...later]);
  const done = new Set(lines.filter(({ doneAt }) => doneAt !== undefined).map(({ id }) => id));
  const finished = applied.filter(({ answers }) => isPathDone(answers.role, (id) => done.has(id)));
  const programmes = await Promise.all(finished.map(({ programmeId }) => findProgramme(deps, programmeId)));
  return {
    path: ids.flatMap(lineOf),
    later: [...later].flatMap(lineOf),
    others: lines.filter(({ id }) => !known.has(id)),
    certificates: programmes.flatMap((one) => (one ? [{ programmeId: one.id, programmeName: one.name }] : [])),
    gates: gates.map(({ programmeName, missing, exception }) => ({
      ...{ programmeName, missing: missing.length },
      ...(exception === undefined ? {} : { exception }),
    })),
  };
}
