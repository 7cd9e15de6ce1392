/** "My courses": the path before the match, what helps later, everything else one can read, and what a gate means for the reader. */
import type { Platform } from '../../../platform/platform.ts';
import { gatesOf } from '../gate/usecases.ts';
import { courseIds, type CoursesPage } from '../model.ts';
import { ownPathIn, pathOfPerson, standingOf, type Reader } from '../role-paths/usecases.ts';
import { coursesForLater, isPathDone } from '../rules.ts';
import { linesOf } from '../usecases.ts';

export async function myCourses(deps: Platform, who: Reader): Promise<CoursesPage> {
  const standing = await standingOf(deps, who.personId);
  const [ids, gates] = await Promise.all([pathOfPerson(deps, standing), gatesOf(deps, who.personId, standing)]);
  const lines = await linesOf(deps, who, [...new Set([...courseIds, ...ids])], standing);
  const applied = standing.applications.filter(({ status }) => status === 'applied');
  const lineOf = (id: string) => lines.filter((one) => one.id === id);
  const later = new Set(applied.flatMap(({ answers }) => coursesForLater(answers.role)));
  const known = new Set<string>([...ids, ...later]);
  const finished = await Promise.all(
    applied.map(async ({ programmeId, answers }) => {
      const programme = standing.programmes.get(programmeId);
      const own = await ownPathIn(deps, programme);
      return programme && isPathDone(answers.role, own, (id) => standing.done.has(id)) ? [programme] : [];
    }),
  );
  return {
    path: ids.flatMap(lineOf),
    later: [...later].flatMap(lineOf),
    others: lines.filter(({ id }) => !known.has(id)),
    certificates: finished.flat().map((one) => ({ programmeId: one.id, programmeName: one.name })),
    gates: gates.map(({ programmeName, missing, exception }) => ({
      ...{ programmeName, missing: missing.length },
      ...(exception === undefined ? {} : { exception }),
    })),
  };
}
