/** The certificate of training: for whoever has done the path of a programme, and for nobody else. */
import { localDate } from '../../../platform/clock.ts';
import type { Caller, Download } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { fileName, paperTypes, writePaper } from '../../../platform/papers.ts';
import type { Platform } from '../../../platform/platform.ts';
import { personOf } from '../../people/usecases.ts';
import { findProgramme } from '../../programmes/usecases.ts';
import { applicationOf } from '../../recruitment/usecases.ts';
import { courseIds } from '../model.ts';
import { isPathDone, pathOf } from '../rules.ts';
import { linesOf } from '../usecases.ts';
import { certificatePaper, type Finished } from './rules.ts';
import { say } from './words.ts';

/** In the reader's language. "Not yours", "not there" and "not done yet" are one answer. */
export async function certificateOf(deps: Platform, caller: Caller, programmeId: string): Promise<Download> {
  const { personId, language } = caller;
  const [programme, application, lines] = await Promise.all([
    findProgramme(deps, programmeId),
    applicationOf(deps, programmeId, personId),
    linesOf(deps, caller, courseIds),
  ]);
  const done = lines.flatMap(({ id, title, minutes, doneAt }): (Finished & { readonly id: string })[] =>
    doneAt === undefined ? [] : [{ id, title, minutes, doneAt }],
  );
  const role = application?.status === 'applied' ? application.answers.role : undefined;
  if (!programme || role === undefined || !isPathDone(role, (id) => done.some((one) => one.id === id)))
    throw new Failure('not-found', 'no-certificate');
  const path = new Set<string>(pathOf(role));
  const now = deps.clock.now();
  const { zone } = programme;
  const { name } = await personOf(deps, personId);
  const paper = certificatePaper({
    ...{ language, name, programme: programme.name, now, zone },
    path: done.filter(({ id }) => path.has(id)),
    more: done.filter(({ id }) => !path.has(id)),
  });
  return {
    name: fileName([say(language, 'file'), programme.name, localDate(now, zone)], 'pdf'),
    type: paperTypes.pdf,
    bytes: await writePaper(paper, 'pdf'),
  };
}
