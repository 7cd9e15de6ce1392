/** What coordinators see of a group, and the press that closes the rounds and has the figures made. */
import type { Caller } from '../../../../platform/doors.ts';
import { Failure } from '../../../../platform/errors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { unlessChanged } from '../../../../platform/tables/conflict.ts';
import type { Language } from '../../../../platform/words.ts';
import type { Programme } from '../../../programmes/model.ts';
import { coordinatedProgramme, programmeOf } from '../../../programmes/usecases.ts';
import { releasedComparison } from '../../../release/rounds/usecases.ts';
import { latestRelease, mayPublish } from '../../../release/usecases.ts';
import { closesAt, roundId, tellTask } from '../counting/usecases.ts';
import { sides, type SkillSide } from '../model.ts';
import { closedRows, only } from '../store.ts';
import type { SideResults, SkillResults } from './model.ts';
import { sideResultsOf } from './rules.ts';

export async function skillResults(deps: Platform, caller: Caller, programmeId: string): Promise<SkillResults> {
  const { value } = await coordinatedProgramme(deps, caller, programmeId);
  return resultsIn(deps, caller.language, value);
}

/** For a report in four languages, which reads no statements; without asking who. */
export async function skillFigures(deps: Platform, programmeId: string): Promise<SkillResults> {
  return resultsIn(deps, 'en', await programmeOf(deps, programmeId));
}

async function resultsIn(deps: Platform, language: Language, programme: Programme): Promise<SkillResults> {
  const { id } = programme;
  const closed = await closedRows.find(deps.tables, id, only);
  if (!closed) return { state: 'counting', closesAt: closesAt(programme), mayTell: await mayBeTold(deps, id) };
  const found = await Promise.all(sides.map((side) => sideOf(deps, language, { programmeId: id, side })));
  const told = found.flatMap((one) => (one ? [one] : []));
  return told.length < sides.length ? { state: 'soon' } : { state: 'told', at: closed.value.at, sides: told };
}

/** There is something to tell of one side at least: of those who looked back, by both ways of comparing. */
async function mayBeTold(deps: Platform, programmeId: string): Promise<boolean> {
  const found = await Promise.all(
    sides.map((side) => mayPublish(deps, roundId({ programmeId, side }, 'now'), 'confidential')),
  );
  return found.includes(true);
}

async function sideOf(
  deps: Platform,
  language: Language,
  at: { readonly programmeId: string; readonly side: SkillSide },
): Promise<SideResults | undefined> {
  const [now, back] = [roundId(at, 'now'), roundId(at, 'back')];
  const [before, after, then, measured, looking] = await Promise.all([
    latestRelease(deps, roundId(at, 'before')),
    latestRelease(deps, now),
    latestRelease(deps, back),
    releasedComparison(deps, now),
    releasedComparison(deps, back),
  ]);
  if (!before?.isFinal || !after?.isFinal || !then?.isFinal || !measured || !looking) return undefined;
  return sideResultsOf(language, at.side, {
    ...{ before, now: after, back: then },
    ...{ measured: measured.figures, looking: looking.figures },
  });
}

/** Once and for good: what is answered afterwards is for its person alone. Pressed twice it is once. */
export async function closeSkills(deps: Platform, caller: Caller, programmeId: string): Promise<SkillResults> {
  const { value } = await coordinatedProgramme(deps, caller, programmeId);
  if (!(await closedRows.find(deps.tables, programmeId, only))) {
    if (!(await mayBeTold(deps, programmeId))) throw new Failure('conflict', 'skills-too-few');
    const row = closedRows.create(programmeId, only, { at: deps.clock.now() });
    await unlessChanged(deps.outbox.commit([row], [tellTask(programmeId)]));
  }
  return resultsIn(deps, caller.language, value);
}
