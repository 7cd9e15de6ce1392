/** The verbs about what counts: what stands now, and what other weights would do to some of those who wait. Nothing is kept. */
import type { Caller } from '../../../platform/doors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import { someFactsOf } from '../facts/usecases.ts';
import { usualAims, type Aims } from '../model.ts';
import { currentOf } from '../proposals/usecases.ts';
import { problemFrom } from '../rules.ts';
import { weightsOf } from './rules.ts';
import type { Preview, StandingAims } from './trying/model.ts';
import { menteesMost, mentorsMost, previewOf, sampleOf } from './trying/rules.ts';

/** What the next proposal begins with. */
export async function viewAims(deps: Platform, caller: Caller, programmeId: string): Promise<StandingAims> {
  const programme = (await coordinatedProgramme(deps, caller, programmeId)).value;
  const head = (await currentOf(deps, programmeId)).head?.value;
  return { programmeName: programme.name, isDraft: head?.state === 'draft', aims: head?.aims ?? usualAims };
}

/** The sample is the same while the round lasts, whoever asks; what leaves here is figures of ten people or more. */
export async function previewAims(deps: Platform, caller: Caller, programmeId: string, aims: Aims): Promise<Preview> {
  await coordinatedProgramme(deps, caller, programmeId);
  const { round } = await currentOf(deps, programmeId);
  const from = idOf('matching.sample', programmeId, String(round));
  const facts = await someFactsOf(deps, programmeId, aims, { from, mentees: menteesMost, mentors: mentorsMost });
  return previewOf(sampleOf(problemFrom(facts)), weightsOf({ preset: aims.preset }), weightsOf(aims));
}
