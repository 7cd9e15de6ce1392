/** The certificate of training: for whoever has done the path of a programme, and for nobody else. */
import { localDate } from '../../../platform/clock.ts';
import type { Caller, Download } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { fileName, paperTypes, writePaper } from '../../../platform/papers.ts';
import type { Platform } from '../../../platform/platform.ts';
import { personOf } from '../../people/usecases.ts';
import { findProgramme } from '../../programmes/usecases.ts';
import { ownPathIn, standingOf } from '../role-paths/usecases.ts';
import { isPathDone, wholePathOf } from '../rules.ts';
import { linesOf } from '../usecases.ts';
import { certificatePaper, type Finished } from './rules.ts';
import { say } from './words.ts';

/** In the reader's language. "Not yours", "not there" and "not done yet" are one answer. */
export async function certificateOf(deps: Platform, caller: Caller, programmeId: string): Promise<Download> {
  const { personId, language } = caller;
  const [programme, standing] = await Promise.all([findProgramme(deps, programmeId), standingOf(deps, personId)]);
  const application = standing.applications.find((one) => one.programmeId === programmeId);
  const own = await ownPathIn(deps, programme);
  const role = application?.status === 'applied' ? application.answers.role : undefined;
  if (!programme || role === undefined || !isPathDone(role, own, (id) => standing.done.has(id)))
    throw new Failure('not-found', 'no-certificate');
  const asked = wholePathOf(role, own);
  const lines = await linesOf(deps, caller, [...new Set([...asked, ...standing.done.keys()])], standing);
  const done = lines.flatMap(({ id, title, minutes, doneAt }): (Finished & { readonly id: string })[] =>
    doneAt === undefined ? [] : [{ id, title, minutes, doneAt }],
  );
  const path = new Set(asked);
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
